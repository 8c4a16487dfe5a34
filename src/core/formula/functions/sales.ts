import { errors, isError, type Value } from '../../data/value.ts';
import { fiscalYear, periodOf, type PeriodGrain } from '../../calendar/fiscal.ts';
import { allocate } from '../allocate.ts';
import type { BandMode, PayBand } from '../band-table.ts';
import { measurePayer } from '../bands.ts';
import { compareNumbers } from '../compare.ts';
import { toNumber } from '../evaluate/coerce.ts';
import { valueOf, type Matrix, type Operand } from '../evaluate/matrix.ts';
import { sum } from '../sum.ts';
import { areDates } from './date-range.ts';
import { any, binding, body, column, define, en, inGroup, number, or, rest, text } from './declare.ts';
import { findMaximum } from './find-root.ts';
import { asMatrix, numbersIn, pairsIn } from './numbers-in.ts';
import { prorate } from './prorate.ts';

const modes: Readonly<Record<string, BandMode>> = {
  whole: 'whole',
  marginal: 'marginal',
  retro: 'retroactive',
  retroactive: 'retroactive',
  interpolated: 'interpolated',
};

/** Rows of numbers of a table, by its first column; rows that start with a blank are left out. Undefined: a start is no number. */
function numericRows(table: Matrix): (readonly Value[])[] | undefined {
  const rows: (readonly Value[])[] = [];
  for (let row = 0; row < table.rows; row++) {
    const cells = table.cells.slice(row * table.columns, (row + 1) * table.columns);
    if (cells[0] === null) continue;
    if (typeof cells[0] !== 'number') return undefined;
    rows.push(cells);
  }
  return rows.sort((a, b) => (a[0] as number) - (b[0] as number));
}

function readBands(table: Operand): PayBand[] | undefined {
  const rows = numericRows(asMatrix(table));
  return rows?.map(([from, rate, amount]) => ({
    from: from as number,
    ...(typeof rate === 'number' ? { rate } : {}),
    ...(typeof amount === 'number' ? { amount } : {}),
  }));
}

type Payer = ReturnType<typeof measurePayer>;

const payers = new WeakMap<Matrix, Map<string, Payer | undefined>>();

/** What pays by a table, read once for each table; undefined where the table, the mode or the tie is none. */
function payerOf(table: Operand, modeName: string, tie: string): Payer | undefined {
  const matrix = asMatrix(table);
  const known = payers.get(matrix) ?? new Map<string, Payer | undefined>();
  payers.set(matrix, known);
  const name = `${modeName} ${tie}`;
  if (!known.has(name)) {
    const [mode, bands] = [modes[modeName], readBands(matrix)];
    const whole = mode && bands && bands.length > 0 && (tie === 'lower' || tie === 'upper');
    known.set(name, whole ? measurePayer(bands, mode, tie === 'lower' ? 'lower-in' : 'upper-in') : undefined);
  }
  return known.get(name);
}

/** The line through the points of a table, level before the first and after the last. */
function onCurve(value: number, curve: Operand): Value {
  const points = numericRows(asMatrix(curve))?.filter((point) => typeof point[1] === 'number') as
    [number, number][] | undefined;
  const first = points?.[0];
  const last = points?.at(-1);
  if (!points || !first || !last) return errors['#VALUE!'];
  if (compareNumbers(value, first[0]) < 0) return first[1];
  if (compareNumbers(value, last[0]) >= 0) return last[1];
  const next = points.findIndex((point) => compareNumbers(point[0], value) > 0);
  const [[x0, y0], [x1, y1]] = [points[next - 1] ?? first, points[next] ?? last];
  return y0 + ((value - x0) / (x1 - x0)) * (y1 - y0);
}

const grains: readonly PeriodGrain[] = ['day', 'week', 'month', 'quarter', 'half', 'year'];
const isMonth = (month: number) => month >= 1 && month <= 12;

export const salesFunctions = inGroup('sales', [
  define({
    name: 'BANDS',
    parameters: [number('value'), column('table'), or(text('mode'), 'marginal'), or(text('tie'), 'lower')],
    result: { like: [0], type: 'number' },
    help: en(
      'Pay by bands. Table: from, rate (third column: amount per band). Mode: "whole", "marginal", "retro" or "interpolated".',
      '按阶梯计算。表：起点、比率（第三列：每档金额）。方式："whole"、"marginal"、"retro" 或 "interpolated"。',
    ),
    example: ['BANDS(15000, {0, 0.01; 10000, 0.02; 50000, 0.03}, "marginal")', 200],
    kernel: ([value, table, modeName, tieName]) => {
      const pay = payerOf(table, modeName.toLowerCase(), tieName.toLowerCase());
      return pay ? pay(value) : errors['#VALUE!'];
    },
    prepared: ([table, modeName, tieName]) =>
      typeof modeName === 'string' && typeof tieName === 'string'
        ? payerOf(table as Operand, modeName.toLowerCase(), tieName.toLowerCase())
        : undefined,
  }),
  define({
    name: 'ALLOCATE',
    parameters: [number('amount'), column('weights'), number('position'), or(number('decimals'), 2)],
    result: { like: [0], type: 'number' },
    help: en(
      'The share at a position when an amount is split by weights so that no cent is lost.',
      '按权重分摊金额，取指定位置的份额，一分不差。',
    ),
    example: ['ALLOCATE(100, {1, 1, 1}, 1)', 33.34],
    kernel: ([amount, operand, position, decimals]) => {
      const weights = numbersIn([operand]);
      if (isError(weights)) return weights;
      const places = Math.trunc(decimals);
      if (places < 0 || places > 9) return errors['#NUM!'];
      const parts = allocate({ amount, weights, of: 'weights', decimals: places });
      return isError(parts) ? parts : (parts[Math.trunc(position) - 1] ?? errors['#REF!']);
    },
  }),
  define({
    name: 'PRORATE',
    parameters: [any('from'), any('to'), text('period'), or(text('basis'), 'days')],
    result: 'number',
    help: en(
      'The part of a period ("2026", "2026-H1", "2026-Q2", "2026-03") from one date to another, both counted. Basis: "days", "workdays", "30/360" or "months".',
      '一段日期（含首尾）占期间（"2026"、"2026-H1"、"2026-Q2"、"2026-03"）的比例。基准："days"、"workdays"、"30/360" 或 "months"。',
    ),
    example: ['ROUND(PRORATE(DATE(2026, 6, 1), DATE(2026, 12, 31), "2026") * 365, 9)', 214],
    kernel: ([from, to, period, basis]) => {
      const start = from === null ? undefined : toNumber(from);
      const end = to === null ? undefined : toNumber(to);
      if (isError(start)) return start;
      return isError(end) ? end : prorate(start, end, period, basis.toLowerCase());
    },
  }),
  define({
    name: 'FISCALYEAR',
    parameters: [number('date'), or(number('start_month'), 1)],
    result: 'number',
    help: en('The fiscal year of a date, named by the year in which it ends.', '日期所在的财年，以结束年份命名。'),
    example: ['FISCALYEAR(DATE(2026, 4, 1), 4)', 2027],
    kernel: ([serial, start]) =>
      areDates(serial) && isMonth(start) ? fiscalYear(serial, Math.trunc(start)) : errors['#NUM!'],
  }),
  define({
    name: 'FISCALPERIOD',
    parameters: [number('date'), or(number('start_month'), 1), or(text('grain'), 'month')],
    result: 'text',
    help: en(
      'The name of the period of a date: "month", "quarter", "half", "year", "week" or "day".',
      '日期所在期间的名称："month"、"quarter"、"half"、"year"、"week" 或 "day"。',
    ),
    example: ['FISCALPERIOD(DATE(2026, 5, 9), 4, "quarter")', 'FY2027-Q1'],
    kernel: ([serial, start, grainName]) => {
      const grain = grains.find((one) => one === grainName.toLowerCase());
      if (!grain) return errors['#VALUE!'];
      return areDates(serial) && isMonth(start) ? periodOf(serial, grain, Math.trunc(start)).name : errors['#NUM!'];
    },
  }),
  define({
    name: 'NPS',
    parameters: [rest(column('scores'))],
    result: 'number',
    help: en(
      'Net promoter score of answers 0 to 10: the share of 9 and 10 less the share of 0 to 6, in points.',
      '净推荐值：9、10 分占比减去 0 到 6 分占比，以百分点计。',
    ),
    example: ['NPS({10, 9, 9, 8, 7, 6, 6, 0})', 0],
    kernel: ([operands]) => {
      const scores = numbersIn(operands);
      if (isError(scores)) return scores;
      if (scores.length === 0) return errors['#DIV/0!'];
      const promoters = scores.filter((score) => score >= 9).length;
      const detractors = scores.filter((score) => score < 7).length;
      return ((promoters - detractors) / scores.length) * 100;
    },
  }),
  define({
    name: 'WEIGHTEDMEAN',
    parameters: [column('values'), column('weights')],
    result: { like: [0], type: 'number' },
    help: en(
      'The mean of values, each counted by its weight; pairs with a blank do not count.',
      '按权重计算的平均值；含空值的不计。',
    ),
    example: ['WEIGHTEDMEAN({80, 100}, {3, 1})', 85],
    kernel: ([values, weights]) => {
      const pairs = pairsIn(values, weights);
      if (pairs === undefined) return errors['#VALUE!'];
      if (isError(pairs)) return pairs;
      const total = sum(pairs.y);
      return total === 0 ? errors['#DIV/0!'] : sum(pairs.x.map((x, i) => x * (pairs.y[i] ?? 0))) / total;
    },
  }),
  define({
    name: 'SCORE',
    parameters: [number('value'), column('curve')],
    result: 'number',
    help: en(
      'Points for a value, on the line through the curve’s points (value, points), level at both ends.',
      '按曲线（数值、得分）线性插值得分，两端封顶。',
    ),
    example: ['SCORE(85, {70, 1; 80, 2; 90, 3; 100, 4})', 2.5],
    kernel: ([value, curve]) => onCurve(value, curve),
  }),
  define({
    name: 'MAXIMIZE',
    parameters: [binding('name'), number('from'), number('to'), body('formula')],
    result: { like: [1, 2], type: 'number' },
    help: en('The value of a name, between two limits, at which a formula is largest.', '使公式取最大值的名称取值。'),
    example: ['ROUND(MAXIMIZE(p, 60, 200, (p - 60) / (1 + EXP(0.1 * p - 10))), 4)', 92.0794],
    kernel: ([, from, to, formula]) => {
      if (from > to) return errors['#NUM!'];
      const f = (x: number) => {
        const y = toNumber(valueOf(formula(x)));
        return typeof y === 'number' ? y : -Infinity;
      };
      const best = findMaximum(f, from, to);
      const value = valueOf(formula(best));
      return isError(value) ? value : best;
    },
  }),
]);
