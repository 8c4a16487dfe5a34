import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errors, type Value } from '../../data/value.ts';
import type { Expression } from '../../formula/expression.ts';
import { sum } from '../../formula/sum.ts';
import { sayProblem } from '../../problem/codes.ts';
import type { SortKey, WindowStep } from '../../program/table-program.ts';
import { aggregateOf, type Aggregate } from '../reference/group.ts';
import type { Row } from '../reference/row-operations.ts';
import { framesOf, medianOf, overFrames, rankOf } from '../reference/window.ts';
import { ask } from '../testing/ask.ts';
import { formula } from '../testing/formulas.ts';
import { runs } from '../testing/runs.ts';
import { frame, step } from '../testing/programs.ts';

const columns = ['rep:text', 'amount:number', 'day:number', 'note:mixed'] as const;
const keys = ['rep', 'amount', 'day', 'note'] as const;

const anyError = fc.constantFrom(errors['#N/A'], errors['#DIV/0!']);
function holed<T extends Value>(values: fc.Arbitrary<T>): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 14, arbitrary: values },
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: anyError },
  );
}
const amount = fc.oneof(
  fc.constantFrom(0, 1, -1, 0.1, 0.2, 0.3, 0.1 + 0.2, 1e15, 7),
  fc.integer({ min: -999, max: 999 }).map((n) => n / 100),
);
const rowsOf = fc.array(
  fc.record({
    rep: holed(fc.constantFrom('Ann', 'ann', 'Bo', '')),
    amount: holed(amount),
    day: holed(fc.integer({ min: 1, max: 4 })),
    note: holed(
      fc.oneof<[fc.Arbitrary<number>, fc.Arbitrary<string>, fc.Arbitrary<boolean>]>(
        amount,
        fc.constantFrom('x', ''),
        fc.boolean(),
      ),
    ),
  }),
  { maxLength: 14 },
);
const edge = fc.option(fc.integer({ min: -3, max: 3 }), { nil: null });
const frameOfRows = fc
  .tuple(edge, edge)
  .map(([a, b]) => (a !== null && b !== null && a > b ? { from: b, to: a } : { from: a, to: b }));
const orders: fc.Arbitrary<readonly SortKey[]> = fc.constantFrom(
  [],
  [{ key: 'day', descending: false }],
  [{ key: 'day', descending: true }],
  [
    { key: 'rep', descending: false },
    { key: 'amount', descending: true },
  ],
);
const partitions = fc.constantFrom<readonly string[]>([], ['rep'], ['rep', 'day']);

type Shape = Pick<WindowStep, 'partition' | 'order' | 'frame'>;
const shapes: fc.Arbitrary<Shape> = fc.record({ partition: partitions, order: orders, frame: frameOfRows });

function asked(rows: readonly Row[], shape: Shape, made: Readonly<Record<string, Expression>>) {
  const cells = Object.fromEntries(
    columns.map((name, at) => [name, rows.map((row) => row[keys[at] as string] ?? null)]),
  );
  const own = step(
    {
      op: 'window',
      id: 'out',
      input: 'in',
      ...shape,
      made: Object.entries(made).map(([key, expression]) => ({ key, expression })),
    },
    [...columns, ...Object.keys(made).map((key) => `${key}:mixed`)],
  );
  return ask([step({ op: 'read', id: 'in', source: { from: 'table', table: 'in' } }, [...columns]), own], {
    in: frame(cells),
  });
}
const look = (text: string) => formula(text, { columns }, 'window');

/** Equal, numbers within the last digits of what was added up. */
function expectNear(found: readonly Value[], wanted: readonly Value[], size = 0): void {
  expect(found.length).toBe(wanted.length);
  found.forEach((value, at) => {
    const other = wanted[at] ?? null;
    if (typeof value === 'number' && typeof other === 'number') {
      expect(Math.abs(value - other)).toBeLessThanOrEqual(Math.max(Math.abs(other), size) * 2 ** -51);
    } else expect(value).toEqual(other);
  });
}

function largest(rows: readonly Row[], column: string): number {
  return Math.max(0, ...rows.map((row) => (typeof row[column] === 'number' ? Math.abs(row[column]) : 0)));
}

describe('windows agree with their row-at-a-time reference', () => {
  const aggregates: readonly Aggregate[] = [
    'SUM',
    'AVERAGE',
    'COUNT',
    'COUNTA',
    'COUNTBLANK',
    'COUNTUNIQUE',
    'MIN',
    'MAX',
  ];

  test.each(aggregates)('%s over any frame is the exact fraction', (name) => {
    fc.assert(
      fc.property(rowsOf, shapes, fc.constantFrom('amount', 'note'), (rows, shape, column) => {
        const found = asked(rows, shape, { made: look(`${name}(${column})`) }).cells('out', 'made');
        const frames = framesOf(rows, shape, shape.frame);
        // A sum of 15-digit decimals is off by what its doubles are off.
        const size = largest(rows, column) * 4;
        expectNear(
          found,
          frames.map((one) => aggregateOf(name, one, column)),
          name === 'SUM' || name === 'AVERAGE' ? size : 0,
        );
      }),
      { numRuns: runs(60) },
    );
  });

  test('MEDIAN and RANK.EQ over any frame are the exact ones', () => {
    fc.assert(
      fc.property(rowsOf, shapes, (rows, shape) => {
        const run = asked(rows, shape, { middle: look('MEDIAN(amount)'), rank: look('RANK.EQ(amount, amount)') });
        const frames = framesOf(rows, shape, shape.frame);
        expectNear(
          run.cells('out', 'middle'),
          frames.map((one) => medianOf(one, 'amount')),
          largest(rows, 'amount'),
        );
        expect(run.cells('out', 'rank')).toEqual(rows.map((row, at) => rankOf(row, frames[at] ?? [], 'amount')));
      }),
      { numRuns: runs(100) },
    );
  });

  test.each([
    'amount - AVERAGE(amount)',
    'amount / SUM(amount)',
    'IFERROR(amount / INDEX(amount, 1) - 1, 0)',
    'INDEX(rep, 1)',
    'INDEX(note, 2)',
    'RANK.AVG(amount, amount, 1)',
    'RANK.EQ(amount * 2, amount)',
    'MAX(amount, 3)',
    'ROUND(SUM(amount * day), 2)',
    'SUMIFS(amount, rep, rep)',
    'COUNTIF(day, "<=" & day)',
    'PERCENTILE.INC(day, 0.5)',
    'LET(own, amount, COUNT(amount) + own)',
    'LET(own, day, SUMPRODUCT(day - own))',
    'SUM(amount) - SUM(day) / COUNTA(note)',
    'TEXTJOIN(";", TRUE, rep)',
    'amount * 2',
  ])('%s is what the scalar kernel says of frame and row', (text) => {
    const expression = look(text);
    fc.assert(
      fc.property(rowsOf, shapes, (rows, shape) => {
        const found = asked(rows, shape, { made: expression }).cells('out', 'made');
        const size = largest(rows, 'amount') * 16;
        expectNear(
          found,
          overFrames(rows, framesOf(rows, shape, shape.frame), expression),
          text.includes('amount') && text.includes('SUM') ? size : 0,
        );
      }),
      { numRuns: runs(40) },
    );
  });
});

const deals = (...amounts: readonly Value[]): readonly Row[] =>
  amounts.map((one, at) => ({ rep: 'Ann', amount: one, day: at, note: null }));
const byDay = { partition: ['rep'], order: [{ key: 'day', descending: false }] };

test('a rolling sum does not drift: what leaves is never subtracted', () => {
  const rows = deals(...Array.from({ length: 3000 }, (_, at) => (at % 3 === 0 ? 1e16 : 0.1)));
  const shape = { ...byDay, frame: { from: -1, to: 0 } };
  const found = asked(rows, shape, { made: look('SUM(amount)') }).cells('out', 'made');
  expect(found.filter((_, at) => at % 3 === 2)).toEqual(Array.from({ length: 1000 }, () => 0.2));
});

test('long partitions and frames of any length agree with adding up each frame alone', () => {
  const lengths = fc.tuple(fc.integer({ min: -60, max: 60 }), fc.nat({ max: 90 }));
  const cents = fc.array(fc.integer({ min: -99_999, max: 99_999 }), { minLength: 100, maxLength: 400 });
  fc.assert(
    fc.property(cents, lengths, (amounts, [from, more]) => {
      const shape = { ...byDay, frame: { from, to: from + more } };
      const made = { sum: look('SUM(amount)'), most: look('MAX(amount)'), middle: look('MEDIAN(amount)') };
      const run = asked(deals(...amounts.map((one) => one / 100)), shape, made);
      const frames = amounts.map((_, at) => amounts.slice(Math.max(0, at + from), Math.max(0, at + from + more + 1)));
      expect(run.cells('out', 'sum')).toEqual(frames.map((one) => sum(one.map((cent) => cent / 100))));
      expect(run.cells('out', 'most')).toEqual(frames.map((one) => (one.length > 0 ? Math.max(...one) / 100 : 0)));
      run.cells('out', 'middle').forEach((found, at) => {
        const sorted = (frames[at] ?? []).toSorted((a, b) => a - b);
        if (sorted.length === 0) return expect(found).toEqual(errors['#NUM!']);
        const half = (sorted.length - 1) / 2;
        const wanted = ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 200;
        expect(found).toBeCloseTo(wanted, 9);
      });
    }),
    { numRuns: runs(15) },
  );
});

test('a running sum of ten times 0.1 is 1', () => {
  const shape = { ...byDay, frame: { from: null, to: 0 } };
  const found = asked(deals(...Array.from({ length: 10 }, () => 0.1)), shape, { made: look('SUM(amount)') });
  expect(found.cells('out', 'made').at(-1)).toBe(1);
});

test('K14 rolling three months, without and with the current one', () => {
  const rows = deals(10, 10, 10, 30, 50, 80);
  const rolling = (from: number, to: number) =>
    asked(rows, { ...byDay, frame: { from, to } }, { made: look('SUM(amount)') })
      .cells('out', 'made')
      .at(-1);
  expect(rolling(-3, -1)).toBe(90);
  expect(rolling(-2, 0)).toBe(160);
});

test('rows keep the order of the table, whatever the order of the frames', () => {
  const rows = deals(1, 2, 3);
  const shape = { partition: [], order: [{ key: 'day', descending: true }], frame: { from: null, to: 0 } };
  const run = asked(rows, shape, { made: look('SUM(amount)') });
  expect(run.cells('out', 'amount')).toEqual([1, 2, 3]);
  expect(run.cells('out', 'made')).toEqual([6, 5, 3]);
});

test('a trace names the rows of the frame, the row itself and what was made of them', () => {
  const shape = { ...byDay, frame: { from: -1, to: 0 } };
  const run = asked(deals(100, 300, 200), shape, { share: look('amount / SUM(amount)') });
  const trace = run.trace('out', 2, 'share');
  expect(trace.value).toBe(0.4);
  expect(trace.how).toEqual({ by: 'aggregate', count: 2 });
  expect(trace.formula).toBe('amount / SUM(amount)');
  expect(trace.substituted).toBe('200 / 500');
  expect(trace.rows).toEqual([{ step: 'in', rows: [1, 2], total: 2, column: 'amount' }]);
  expect(trace.inputs.map((one) => [one.name, one.value, one.cell])).toEqual([
    ['amount', 200, { step: 'in', row: 2, column: 'amount' }],
    ['SUM(amount)', 500, undefined],
  ]);
  expect(trace.sentence.en).toBe('share 0.4 = amount ÷ the sum of amount (200 ÷ 500).');
  expect(trace.sentence['zh-CN']).toContain('amount 的合计');
  expect(run.trace('out', 2, 'amount').cell.step).toBe('in');
  expect(run.lineage('out', 0)).toEqual([{ step: 'in', rows: Int32Array.of(0) }]);
  const before = asked(deals(1, 2, 3), { ...byDay, frame: { from: -1, to: -1 } }, { last: look('SUM(amount)') });
  expect(before.lineage('out', 2)).toEqual([{ step: 'in', rows: Int32Array.of(2, 1) }]);
});

test('a frame that ends before it starts is a problem, and so is half a row', () => {
  for (const [from, to, fault] of [
    [2, 1, 'reversed'],
    [-0.5, 0, 'fraction'],
  ] as const) {
    const run = asked(deals(1, 2), { ...byDay, frame: { from, to } }, { made: look('SUM(amount)') });
    expect(run.cells('out', 'made')).toEqual([null, null]);
    expect(run.cells('out', 'amount')).toEqual([1, 2]);
    const [found] = run.problems();
    expect([found?.code, found?.params]).toEqual(['execute.bad-frame', { from, to, fault }]);
    expect(found && sayProblem(found, 'zh-CN')).toMatch(/窗口/);
    expect(run.trace('out', 1, 'made').value).toBe(null);
  }
});

test('errors are reported where they begin, once', () => {
  const shape = { ...byDay, frame: { from: -1, to: -1 } };
  const run = asked(deals(1, errors['#N/A'], 3), shape, { mean: look('AVERAGE(amount)') });
  expect(run.cells('out', 'mean')).toEqual([errors['#DIV/0!'], 1, errors['#N/A']]);
  expect(run.problems().map((one) => one.params)).toEqual([{ column: 'mean', count: 1, error: '#DIV/0!' }]);
});

test('frames with too many cells for a slow aggregate are a problem; the quick ones run', () => {
  const rows = deals(...Array.from({ length: 16_000 }, (_, at) => at % 10));
  const shape = { ...byDay, frame: { from: null, to: 0 } };
  const run = asked(rows, shape, { slow: look('PERCENTILE.INC(amount, 0.9)'), quick: look('MEDIAN(amount)') });
  expect(run.cells('out', 'slow')[0]).toBe(null);
  expect(run.cells('out', 'quick').at(-1)).toBe(4.5);
  expect(run.problems().map((one) => one.code)).toEqual(['execute.frames-too-large']);
});
