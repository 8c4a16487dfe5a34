import { errors, isError, type Value } from '../../data/value.ts';
import type { Operand } from '../evaluate/matrix.ts';
import { sum } from '../sum.ts';
import { column, define, en, inGroup, number, or, range, rest } from './declare.ts';
import { findRate } from './find-root.ts';
import { asMatrix, numbersIn } from './numbers-in.ts';

/** The growth of one unit over all periods, and of one unit paid in each. `due`: 1 where payments come at a period's start. */
function growth(rate: number, periods: number, due: number): { one: number; each: number } {
  if (rate === 0) return { one: 1, each: periods };
  const one = (1 + rate) ** periods;
  // Exact where the rate is small; there is no logarithm where more than everything is lost.
  const each = (rate > -1 ? Math.expm1(periods * Math.log1p(rate)) : one - 1) / rate;
  return { one, each: each * (due !== 0 ? 1 + rate : 1) };
}

/** What all payments are worth at the end; zero where rate, payments and values agree. */
function balance(rate: number, periods: number, payment: number, present: number, future: number, due: number): number {
  const { one, each } = growth(rate, periods, due);
  return present * one + payment * each + future;
}

function presentValue(rate: number, flows: readonly number[]): number {
  return sum(flows.map((flow, i) => flow / (1 + rate) ** i));
}

interface DatedFlows {
  readonly values: readonly number[];
  /** Years from the first date. */
  readonly years: readonly number[];
}

function datedFlows(values: Operand, dates: Operand): DatedFlows | Value {
  const [flows, days] = [numbersIn([values]), numbersIn([dates])];
  if (isError(flows)) return flows;
  if (isError(days)) return days;
  const [rows, cells] = [asMatrix(values), asMatrix(dates)];
  if (rows.cells.length !== cells.cells.length || flows.length !== days.length || flows.length === 0)
    return errors['#NUM!'];
  const first = Math.floor(days[0] ?? 0);
  const years = days.map((day) => (Math.floor(day) - first) / 365);
  return years.some((year) => year < 0) ? errors['#NUM!'] : { values: flows, years };
}

const isFlows = (flows: DatedFlows | Value): flows is DatedFlows =>
  typeof flows === 'object' && flows !== null && 'years' in flows;

function datedValue(rate: number, { values, years }: DatedFlows): number {
  return sum(values.map((value, i) => value / (1 + rate) ** (years[i] ?? 0)));
}

const changesSign = (flows: readonly number[]) => flows.some((flow) => flow > 0) && flows.some((flow) => flow < 0);
const money = { like: [2], type: 'number' } as const;

export const financeFunctions = inGroup('finance', [
  define({
    name: 'PMT',
    parameters: [
      number('rate'),
      number('periods'),
      number('present_value'),
      or(number('future_value'), 0),
      or(number('type'), 0),
    ],
    result: money,
    help: en('The payment per period of a loan.', '贷款每期的还款额。'),
    example: ['ROUND(PMT(0.08 / 12, 10, 10000), 2)', -1037.03],
    kernel: ([rate, periods, present, future, due]) => {
      if (periods === 0) return errors['#NUM!'];
      const { one, each } = growth(rate, periods, due);
      return -(present * one + future) / each;
    },
  }),
  define({
    name: 'PV',
    parameters: [
      number('rate'),
      number('periods'),
      number('payment'),
      or(number('future_value'), 0),
      or(number('type'), 0),
    ],
    result: money,
    help: en('What future payments are worth today.', '未来付款的现值。'),
    example: ['ROUND(PV(0.08 / 12, 240, 500), 2)', -59777.15],
    kernel: ([rate, periods, payment, future, due]) => {
      const { one, each } = growth(rate, periods, due);
      return -(payment * each + future) / one;
    },
  }),
  define({
    name: 'FV',
    parameters: [
      number('rate'),
      number('periods'),
      number('payment'),
      or(number('present_value'), 0),
      or(number('type'), 0),
    ],
    result: money,
    help: en('What payments are worth at the end.', '付款在期末的价值。'),
    example: ['ROUND(FV(0.06 / 12, 10, -200, -500, 1), 2)', 2581.4],
    kernel: ([rate, periods, payment, present, due]) => {
      const { one, each } = growth(rate, periods, due);
      return -(present * one + payment * each);
    },
  }),
  define({
    name: 'NPER',
    parameters: [
      number('rate'),
      number('payment'),
      number('present_value'),
      or(number('future_value'), 0),
      or(number('type'), 0),
    ],
    result: 'number',
    help: en('How many periods a loan or saving lasts.', '贷款或储蓄所需的期数。'),
    example: ['ROUND(NPER(0.01, -100, -1000, 10000, 1), 4)', 59.6739],
    kernel: ([rate, payment, present, future, due]) => {
      if (rate === 0) return payment === 0 ? errors['#NUM!'] : -(present + future) / payment;
      const paid = payment * (due !== 0 ? 1 + rate : 1);
      return Math.log((paid - future * rate) / (paid + present * rate)) / Math.log1p(rate);
    },
  }),
  define({
    name: 'RATE',
    parameters: [
      number('periods'),
      number('payment'),
      number('present_value'),
      or(number('future_value'), 0),
      or(number('type'), 0),
      or(number('guess'), 0.1),
    ],
    result: 'number',
    help: en('The interest rate per period.', '每期的利率。'),
    example: ['ROUND(RATE(48, -200, 8000), 6)', 0.007701],
    kernel: ([periods, payment, present, future, due, guess]) =>
      periods <= 0
        ? errors['#NUM!']
        : (findRate((rate) => balance(rate, periods, payment, present, future, due), guess) ?? errors['#NUM!']),
  }),
  define({
    name: 'NPV',
    parameters: [number('rate'), rest(range('value'))],
    result: { like: [1], type: 'number' },
    help: en('What payments at the end of each period are worth today.', '各期期末现金流的净现值。'),
    example: ['ROUND(NPV(0.1, -10000, 3000, 4200, 6800), 2)', 1188.44],
    kernel: ([rate, operands]) => {
      const flows = numbersIn(operands);
      if (isError(flows)) return flows;
      return rate === -1 ? errors['#DIV/0!'] : presentValue(rate, flows) / (1 + rate);
    },
  }),
  define({
    name: 'IRR',
    parameters: [column('values'), or(number('guess'), 0.1)],
    result: 'number',
    help: en('The rate of return of payments in equal periods.', '定期现金流的内部收益率。'),
    example: ['ROUND(IRR({-70000, 12000, 15000, 18000, 21000, 26000}), 6)', 0.086631],
    kernel: ([values, guess]) => {
      const flows = numbersIn([values]);
      if (isError(flows)) return flows;
      if (!changesSign(flows)) return errors['#NUM!'];
      return findRate((rate) => presentValue(rate, flows), guess) ?? errors['#NUM!'];
    },
  }),
  define({
    name: 'XNPV',
    parameters: [number('rate'), column('values'), column('dates')],
    result: { like: [1], type: 'number' },
    help: en('What dated payments are worth on the first date.', '按日期发生的现金流的净现值。'),
    example: ['ROUND(XNPV(0.09, {-100, 110}, {44927, 45292}), 6)', 0.917431],
    kernel: ([rate, values, dates]) => {
      const flows = datedFlows(values, dates);
      if (!isFlows(flows)) return flows;
      return rate <= -1 ? errors['#NUM!'] : datedValue(rate, flows);
    },
  }),
  define({
    name: 'XIRR',
    parameters: [column('values'), column('dates'), or(number('guess'), 0.1)],
    result: 'number',
    help: en('The yearly rate of return of dated payments.', '按日期发生的现金流的年化内部收益率。'),
    example: ['ROUND(XIRR({-100, 110}, {44927, 45292}), 6)', 0.1],
    kernel: ([values, dates, guess]) => {
      const flows = datedFlows(values, dates);
      if (!isFlows(flows)) return flows;
      if (!changesSign(flows.values)) return errors['#NUM!'];
      return findRate((rate) => datedValue(rate, flows), guess) ?? errors['#NUM!'];
    },
  }),
]);
