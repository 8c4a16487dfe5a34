// Worked examples of what happens after pay: clawbacks, reversals, and rates found wrong in closed periods. The ledger is only ever added to.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Value } from '../../data/value.ts';
import { serialOf } from '../../calendar/civil.ts';
import type { TableStep } from '../../program/table-program.ts';
import { ask, type Asked } from '../testing/ask.ts';
import { formula, formulas } from '../testing/formulas.ts';
import { runs } from '../testing/runs.ts';
import { frame, step } from '../testing/programs.ts';

const read = (id: string, columns: readonly string[]) =>
  step({ op: 'read', id, source: { from: 'table', table: id } }, columns);
const rowsOf = (asked: Asked, id: string, keys: readonly string[]): Value[][] => {
  const cells = keys.map((key) => asked.cells(id, key));
  return Array.from({ length: asked.count(id) }, (_, row) => cells.map((one) => one[row] ?? null));
};

const earned = ['deal:text', 'person:text', 'period', 'closed:date', 'amount'];
const cancelled = ['deal:text', 'period', 'cancelled:date'];
const entry = ['deal:text', 'person:text', 'period', 'amount'];

/** Cancellations beside what their deals earned; `amount` takes it back in the period of the cancellation. */
function clawback(back: string): readonly TableStep[] {
  const joined = [...cancelled, 'person:text', 'closed:date', 'earned'];
  return [
    read('earned', earned),
    read('cancelled', cancelled),
    step(
      {
        op: 'lookup',
        id: 'found',
        input: 'cancelled',
        table: 'earned',
        on: [{ left: 'deal', right: 'deal' }],
        match: { by: 'exact' },
        take: [
          { key: 'person', from: 'person' },
          { key: 'closed', from: 'closed' },
          { key: 'earned', from: 'amount' },
        ],
        missing: 'error',
      },
      joined,
    ),
    step(
      {
        op: 'extend',
        id: 'back',
        input: 'found',
        made: formulas({ amount: back }, { columns: joined, parameters: ['clause', 'term'] }),
      },
      [...joined, 'amount'],
    ),
    step(
      { op: 'union', id: 'ledger', inputs: ['earned', 'back'], tag: { key: 'kind', names: ['earned', 'clawback'] } },
      [...entry, 'kind:text'],
    ),
    step(
      {
        op: 'group',
        id: 'pay',
        input: 'ledger',
        by: ['person', 'period'],
        made: formulas({ pay: 'SUM(amount)' }, { columns: entry }, 'group'),
      },
      ['person:text', 'period', 'pay'],
    ),
  ];
}
function clawed(
  amount: number,
  closed: number,
  cancelledOn: number,
  back: string,
  values: Readonly<Record<string, Value>>,
) {
  const frames = {
    earned: frame({
      'deal:text': ['D-1', 'D-2'],
      'person:text': ['Ann', 'Ann'],
      period: [1, 5],
      'closed:date': [closed, cancelledOn],
      amount: [amount, 6000],
    }),
    cancelled: frame({ 'deal:text': ['D-1'], period: [5], 'cancelled:date': [cancelledOn] }),
  };
  return ask(clawback(back), frames, values);
}

describe('worked examples of clawbacks', () => {
  test('I18 earned on cash: pay follows what the customer has paid', () => {
    const receipts = ['deal:text', 'day', 'cash', 'amount', 'rate'];
    const names = { columns: [...receipts, 'collected'] };
    const steps = [
      read('receipts', receipts),
      step(
        {
          op: 'window',
          id: 'sofar',
          input: 'receipts',
          partition: ['deal'],
          order: [{ key: 'day', descending: false }],
          frame: { from: null, to: 0 },
          made: formulas({ collected: 'SUM(cash)' }, names, 'window'),
        },
        [...receipts, 'collected'],
      ),
      step(
        {
          op: 'scan',
          id: 'paid',
          input: 'sofar',
          partition: ['deal'],
          order: [{ key: 'day', descending: false }],
          initial: formulas({ earned: '0' }, names),
          made: formulas(
            { earned: 'ROUND(rate * MIN(amount, collected), 2)', pay: 'earned - prior[earned]' },
            names,
            'fold',
          ),
        },
        [...receipts, 'collected', 'earned', 'pay'],
      ),
    ];
    const cells = {
      'deal:text': ['D-1', 'D-1', 'D-1'],
      day: [90, 30, 120],
      amount: [1e6, 1e6, 1e6],
      rate: [0.1, 0.1, 0.1],
    };
    const asked = ask(steps, { receipts: frame({ ...cells, cash: [500_000, 500_000, 20_000] }) });
    // Day 30, then day 90; what is collected beyond the amount earns nothing.
    expect(asked.cells('paid', 'pay')).toEqual([50_000, 50_000, 0]);
    expect(asked.trace('sofar', 0, 'collected').rows).toEqual([
      { step: 'receipts', rows: [1, 0], total: 2, column: 'cash' },
    ]);
  });

  test('I20 a clause takes half back, in the period of the cancellation, linked to the deal', () => {
    const asked = clawed(10_000, 46_000, 46_120, '-ROUND(clause * earned, 2)', { clause: 0.5 });
    expect(rowsOf(asked, 'ledger', ['deal', 'person', 'period', 'amount', 'kind'])).toEqual([
      ['D-1', 'Ann', 1, 10_000, 'earned'],
      ['D-2', 'Ann', 5, 6000, 'earned'],
      ['D-1', 'Ann', 5, -5000, 'clawback'],
    ]);
    expect(rowsOf(asked, 'pay', ['person', 'period', 'pay'])).toEqual([
      ['Ann', 1, 10_000],
      ['Ann', 5, 1000],
    ]);
    const trace = asked.trace('ledger', 2, 'amount');
    expect(trace.cell).toEqual({ step: 'back', row: 0, column: 'amount' });
    const found = trace.inputs.find((one) => one.name === 'earned')?.cell;
    expect(found && asked.trace(found.step, found.row, found.column).rows[0]).toMatchObject({
      step: 'earned',
      rows: [0],
    });
  });

  test('I21 a linear clawback takes the months back that were not served', () => {
    const back = '-ROUND(earned * MAX(0, term - DATEDIF(closed, cancelled, "m")) / term, 2)';
    const closed = serialOf(2026, 1, 15);
    expect(clawed(1200, closed, serialOf(2026, 5, 15), back, { term: 12 }).cells('back', 'amount')).toEqual([-800]);
    expect(clawed(1200, closed, serialOf(2026, 5, 14), back, { term: 12 }).cells('back', 'amount')).toEqual([-900]);
    expect(clawed(1200, closed, serialOf(2027, 2, 1), back, { term: 12 }).cells('back', 'amount')).toEqual([0]);
  });
});

/** What was sold by person and period, at today's rates, against a ledger of what has been booked: differences of closed periods go to the open one. */
const sales = ['person:text', 'period', 'units'];
const rates = ['period', 'rate'];
const booked = ['person:text', 'earned_period', 'pay_period', 'amount'];
const now = [...sales, 'rate', 'amount'];
const restated: readonly TableStep[] = [
  read('sales', sales),
  read('rates', rates),
  read('ledger', booked),
  step(
    {
      op: 'lookup',
      id: 'rated',
      input: 'sales',
      table: 'rates',
      on: [{ left: 'period', right: 'period' }],
      match: { by: 'exact' },
      take: [{ key: 'rate', from: 'rate' }],
      missing: 'error',
    },
    [...sales, 'rate'],
  ),
  step(
    { op: 'extend', id: 'now', input: 'rated', made: formulas({ amount: 'ROUND(units * rate, 2)' }, { columns: now }) },
    now,
  ),
  step(
    {
      op: 'extend',
      id: 'new',
      input: 'now',
      made: formulas(
        {
          earned_period: 'period',
          pay_period: 'MAX(period, open_period)',
          // Rounded: what is left of two sums of cents is not always whole cents.
          change: 'ROUND(amount - SUMIFS(ledger[amount], ledger[person], person, ledger[earned_period], period), 2)',
        },
        { columns: now, parameters: ['open_period'], tables: { ledger: booked } },
      ),
      tables: { ledger: 'ledger' },
    },
    [...now, 'earned_period', 'pay_period', 'change'],
  ),
  step({ op: 'filter', id: 'changed', input: 'new', where: formula('change <> 0', { columns: ['change'] }) }, [
    ...now,
    'earned_period',
    'pay_period',
    'change',
  ]),
  step(
    {
      op: 'select',
      id: 'entries',
      input: 'changed',
      take: ['person', 'earned_period', 'pay_period']
        .map((key) => ({ key, from: key }))
        .concat({ key: 'amount', from: 'change' }),
    },
    booked,
  ),
  step({ op: 'union', id: 'after', inputs: ['ledger', 'entries'] }, booked),
];
const keys = ['person', 'earned_period', 'pay_period', 'amount'];
type Entry = readonly [person: string, earned: number, pay: number, amount: number];

function close(
  units: readonly (readonly [string, number, number])[],
  rate: readonly number[],
  ledger: readonly Entry[],
  open: number,
) {
  const frames = {
    sales: frame({
      'person:text': units.map((one) => one[0]),
      period: units.map((one) => one[1]),
      units: units.map((one) => one[2]),
    }),
    rates: frame({ period: rate.map((_, at) => at + 1), rate: [...rate] }),
    ledger: frame({
      'person:text': ledger.map((one) => one[0]),
      earned_period: ledger.map((one) => one[1]),
      pay_period: ledger.map((one) => one[2]),
      amount: ledger.map((one) => one[3]),
    }),
  };
  return rowsOf(ask(restated, frames, { open_period: open }), 'after', keys) as unknown as Entry[];
}
const paidIn = (ledger: readonly Entry[], period: number) =>
  ledger.filter((one) => one[2] === period).reduce((total, one) => total + one[3], 0);

describe('closed periods', () => {
  test('I25 a rate of a closed period found wrong is booked as a difference in the open one', () => {
    const first = close([['Ann', 1, 1]], [100], [], 1);
    expect(first).toEqual([['Ann', 1, 1, 100]]);
    const second = close([['Ann', 1, 1]], [120], first, 2);
    expect(second).toEqual([
      ['Ann', 1, 1, 100],
      ['Ann', 1, 2, 20],
    ]);
    expect([paidIn(second, 1), paidIn(second, 2)]).toEqual([100, 20]);
  });

  test('closed periods never change, running twice adds nothing, and the ledger adds up to what is now earned', () => {
    const rate = fc.array(
      fc.integer({ min: 0, max: 5000 }).map((n) => n / 100),
      { minLength: 3, maxLength: 3 },
    );
    const units = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 }), fc.nat({ max: 9 }));
    fc.assert(
      fc.property(rate, rate, units, (before, after, [a, b, c]) => {
        const sold = [
          ['Ann', 1, a],
          ['Bo', 1, b],
          ['Ann', 2, c],
        ] as const;
        const closed = close(sold.slice(0, 2), before, [], 1);
        const opened = close(sold, after, closed, 2);
        expect(opened.slice(0, closed.length)).toEqual(closed);
        expect(opened.slice(closed.length).every((one) => one[2] === 2)).toBe(true);
        expect(close(sold, after, opened, 2)).toEqual(opened);
        const owing = sold.reduce((total, [, period, n]) => total + Math.round(n * (after[period - 1] ?? 0) * 100), 0);
        expect(Math.round(opened.reduce((total, one) => total + one[3], 0) * 100)).toBe(owing);
      }),
      { numRuns: runs(40) },
    );
  });
});

describe('reversals', () => {
  const credits = ['no', 'deal:text', 'amount', 'rate', 'reverses'];
  const names = { columns: [...credits, 'original', 'pay'] };
  /** A reversal is paid back at the rate of the credit it reverses, whatever the rate is now. */
  const ledger = [
    read('credits', credits),
    step(
      {
        op: 'lookup',
        id: 'found',
        input: 'credits',
        table: 'credits',
        on: [{ left: 'reverses', right: 'no' }],
        match: { by: 'exact' },
        take: [{ key: 'original', from: 'rate' }],
        missing: 'blank',
        unmatched: 'expected',
      },
      [...credits, 'original'],
    ),
    step(
      {
        op: 'extend',
        id: 'paid',
        input: 'found',
        made: formulas({ pay: 'ROUND(amount * IF(ISBLANK(original), rate, original), 2)' }, names),
      },
      [...credits, 'original', 'pay'],
    ),
    step(
      {
        op: 'window',
        id: 'balance',
        input: 'paid',
        partition: [],
        order: [{ key: 'no', descending: false }],
        frame: { from: null, to: 0 },
        made: formulas({ balance: 'ROUND(SUM(pay), 2)' }, names, 'window'),
      },
      [...credits, 'original', 'pay', 'balance'],
    ),
  ];

  test('reversing a credit at its original rate returns the ledger to its earlier balance', () => {
    const credit = fc.record({
      amount: fc.integer({ min: -1e7, max: 1e7 }).map((n) => n / 100),
      rate: fc.nat({ max: 2000 }).map((n) => n / 1e4),
    });
    fc.assert(
      fc.property(fc.array(credit, { minLength: 1, maxLength: 12 }), fc.nat({ max: 2000 }), (all, today) => {
        const back = all.map((one, at) => ({ amount: -one.amount, rate: today / 1e4, reverses: at + 1 })).reverse();
        const rows = [...all.map((one) => ({ ...one, reverses: null })), ...back];
        const asked = ask(ledger, {
          credits: frame({
            no: rows.map((_, at) => at + 1),
            'deal:text': rows.map(() => 'D'),
            amount: rows.map((one) => one.amount),
            rate: rows.map((one) => one.rate),
            'reverses:number': rows.map((one) => one.reverses),
          }),
        });
        const balance = asked.cells('balance', 'balance');
        // After the n-th reversal, newest first, the balance is what it was before that credit.
        back.forEach((one, at) =>
          expect(balance[all.length + at]).toBe(one.reverses === 1 ? 0 : balance[one.reverses - 2]),
        );
      }),
      { numRuns: runs(60) },
    );
  });
});
