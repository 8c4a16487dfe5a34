import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errors, type Value } from '../../data/value.ts';
import type { Made, ScanStep } from '../../program/table-program.ts';
import { openRun } from '../execution.ts';
import { createEngineMemory } from '../memory.ts';
import { approximately, rational } from '../reference/rational.ts';
import type { Row } from '../reference/row-operations.ts';
import { foldExactly, scanRows } from '../reference/scan.ts';
import { ask, finish } from '../testing/ask.ts';
import { formulas } from '../testing/formulas.ts';
import { runs } from '../testing/runs.ts';
import { frame, program, step, tables } from '../testing/programs.ts';

const columns = ['rep:text', 'amount:number', 'day:number', 'note:text'] as const;
const keys = ['rep', 'amount', 'day', 'note'] as const;
const read = step({ op: 'read', id: 'in', source: { from: 'table', table: 'in' } }, [...columns]);

const anyError = fc.constantFrom(errors['#N/A'], errors['#DIV/0!']);
function holed<T extends Value>(values: fc.Arbitrary<T>, least = 1): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 14, arbitrary: values },
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: least, arbitrary: anyError },
  );
}
const cents = fc.integer({ min: -50_000, max: 50_000 }).map((n) => n / 100);
const rowsOf = fc.array(
  fc.record({
    rep: holed(fc.constantFrom('Ann', 'ANN', 'Bo', '')),
    amount: holed(cents),
    day: holed(fc.integer({ min: 1, max: 4 })),
    note: holed(fc.constantFrom('x', 'y', '')),
  }),
  { maxLength: 14 },
);

type Shape = Pick<ScanStep, 'partition' | 'order'>;
const shapes: fc.Arbitrary<Shape> = fc.record({
  partition: fc.constantFrom<readonly string[]>([], ['rep'], ['rep', 'note']),
  order: fc.constantFrom(
    [],
    [{ key: 'day', descending: false }],
    [
      { key: 'day', descending: true },
      { key: 'amount', descending: false },
    ],
  ),
});

function scanStep(shape: Shape, initial: readonly Made[], made: readonly Made[]) {
  return step({ op: 'scan', id: 'out', input: 'in', ...shape, initial, made }, [
    ...columns,
    ...new Set(
      made
        .map((one) => one.key)
        .filter((key) => !(keys as readonly string[]).includes(key))
        .map((key) => `${key}:mixed`),
    ),
  ]);
}
function frameOf(rows: readonly Row[]) {
  return frame(
    Object.fromEntries(columns.map((name, at) => [name, rows.map((row) => row[keys[at] as string] ?? null)])),
  );
}
function scanned(rows: readonly Row[], shape: Shape, initial: readonly Made[], made: readonly Made[]) {
  return ask([read, scanStep(shape, initial, made)], { in: frameOf(rows) }, { cap: 100, share: 0.5 });
}
const parameters = ['cap', 'share'];
const fold = (made: Readonly<Record<string, string>>) => formulas(made, { columns, parameters }, 'fold');
const start = (made: Readonly<Record<string, string>>) => formulas(made, { columns, parameters });
const byRep: Shape = { partition: ['rep'], order: [{ key: 'day', descending: false }] };

describe('folds agree with their row-at-a-time reference', () => {
  const folds: Readonly<Record<string, readonly [Record<string, string>, Record<string, string>]>> = {
    'a balance with a floor': [{ owed: '0' }, { owed: 'MAX(0, prior[owed] + amount)' }],
    'columns that name those before them and any state': [
      { balance: '10', paid: 'day' },
      {
        gross: 'ROUND(amount * 0.1, 2) + prior[paid]',
        draw: 'MAX(0, 20 - gross)',
        paid: 'gross + draw - MIN(prior[balance], MAX(0, gross - 20))',
        balance: 'prior[balance] + draw - (gross + draw - paid)',
      },
    ],
    'a column of the table replaced, and its own state': [
      {},
      { amount: 'amount + prior[amount]', twice: 'amount * 2' },
    ],
    'text, truth and conditions': [
      { trail: '"<"' },
      {
        trail: 'IF(amount > 0, prior[trail] & note, prior[trail])',
        held: 'AND(prior[held], amount > 0)',
        n: 'prior[n] + 1',
      },
    ],
    'errors that are caught, and a name bound in the formula': [
      { last: 'amount' },
      { last: 'LET(own, amount + 1, IFERROR(own / prior[last], -1))', best: 'MAX(amount, prior[best], amount - day)' },
    ],
  };

  test.each(Object.keys(folds))('%s', (name) => {
    const [first, made] = folds[name] ?? [{}, {}];
    const initial = start(first);
    const folded = fold(made);
    fc.assert(
      fc.property(rowsOf, shapes, (rows, shape) => {
        const run = scanned(rows, shape, initial, folded);
        const wanted = scanRows(rows, { ...shape, initial, made: folded });
        for (const key of new Set([...keys, ...Object.keys(made)])) {
          expect(run.cells('out', key), key).toEqual(wanted.map((row) => row[key] ?? null));
        }
      }),
      { numRuns: runs(60) },
    );
  });

  test('and with exact fractions to the last cent', () => {
    const made = fold({
      gross: 'amount * 0.15',
      draw: 'IF(gross < 20, 20 - gross, 0)',
      repaid: 'MIN(prior[balance], MAX(0, gross - 20))',
      balance: 'prior[balance] + draw - repaid',
    });
    const initial = start({ balance: '0' });
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 40 }), (amounts) => {
        const rows = amounts.map((amount, day) => ({ rep: 'Ann', amount, day, note: '' }));
        const found = scanned(rows, byRep, initial, made).cells('out', 'balance');
        const exact = foldExactly(
          amounts.map((amount) => ({ amount: rational(amount) })),
          { balance: rational(0) },
          made,
        );
        exact.forEach((row, at) => expect(found[at]).toBeCloseTo(approximately(row['balance'] ?? rational(0)), 7));
      }),
      { numRuns: runs(60) },
    );
  });
});

const deals = (...amounts: readonly Value[]): readonly Row[] =>
  amounts.map((amount, day) => ({ rep: 'Ann', amount, day, note: null }));

test('no rows and one row', () => {
  const made = fold({ owed: 'prior[owed] + amount' });
  expect(scanned([], byRep, [], made).cells('out', 'owed')).toEqual([]);
  expect(scanned(deals(5), byRep, start({ owed: 'cap' }), made).cells('out', 'owed')).toEqual([105]);
});

test('the state before the first row is blank where nothing is said', () => {
  const made = fold({ fresh: 'ISBLANK(prior[fresh])' });
  expect(scanned(deals(1, 2), byRep, [], made).cells('out', 'fresh')).toEqual([true, false]);
});

test('a trace names the state before, and leads to the row that left it', () => {
  const made = fold({ paid: 'amount * share', owed: 'prior[owed] + paid' });
  const run = scanned(deals(10, 20, 30), byRep, start({ owed: 'cap' }), made);
  const trace = run.trace('out', 2, 'owed');
  expect(trace.value).toBe(130);
  expect(trace.formula).toBe('prior[owed] + paid');
  expect(trace.substituted).toBe('115 + 15');
  expect(trace.inputs.map((one) => [one.name, one.value, one.cell])).toEqual([
    ['prior[owed]', 115, { step: 'out', row: 1, column: 'owed' }],
    ['paid', 15, { step: 'out', row: 2, column: 'paid' }],
  ]);
  expect(trace.sentence).toEqual({
    en: 'owed 130 = owed before + paid (115 + 15).',
    'zh-CN': 'owed 130 = 上一行的owed + paid（115 + 15）。',
  });
  const first = run.trace('out', 0, 'owed');
  expect(first.inputs[0]).toMatchObject({ name: 'prior[owed]', value: 100 });
  expect(first.inputs[0]?.cell).toBeUndefined();
  expect(run.trace('out', 1, 'paid').inputs.map((one) => one.parameter ?? one.cell?.step)).toEqual(['in', 'share']);
  expect(run.trace('out', 1, 'amount').cell.step).toBe('in');
  expect(run.lineage('out', 1)).toEqual([{ step: 'in', rows: Int32Array.of(0, 1) }]);
});

test('an error is reported where it begins, not on the rows that inherit it', () => {
  const made = fold({ ratio: '100 / amount', owed: 'prior[owed] + ratio' });
  const run = scanned(deals(10, 0, 20, 50), byRep, [], made);
  expect(run.cells('out', 'owed')).toEqual([10, errors['#DIV/0!'], errors['#DIV/0!'], errors['#DIV/0!']]);
  run.cells('out', 'ratio');
  expect(run.problems().map((one) => [one.code, one.params])).toEqual([
    ['execute.formula-errors', { column: 'ratio', count: 1, error: '#DIV/0!' }],
  ]);
});

test('what a column does not need does not make it again', () => {
  let made = fold({ owed: 'prior[owed] + amount', capped: 'MIN(cap, prior[capped] + amount)' });
  const memory = createEngineMemory();
  const open = (cap: number) => {
    const computed: (string | null)[] = [];
    const run = openRun(
      memory,
      { program: program([read, scanStep(byRep, [], made)]), parameters: { cap }, asOf: 0 },
      tables({ in: frameOf(deals(60, 60)) }),
      { onCompute: (id, key) => id === 'out' && computed.push(key) },
    );
    finish(run.column('out', 'owed'));
    finish(run.column('out', 'capped'));
    return computed;
  };
  expect(open(100)).toEqual(['owed', null, 'capped']);
  expect(open(90)).toEqual(['capped']);
  made = fold({ owed: 'prior[owed] + amount', capped: 'MIN(cap, prior[capped] + amount * 2)' });
  expect(open(90)).toEqual(['capped']);
});

test('columns that need each other are folded together and answer alike in any order', () => {
  const made = fold({ a: 'prior[b] + amount', b: 'a * 2' });
  const rows = deals(1, 2, 3);
  const forwards = scanned(rows, byRep, [], made);
  expect([forwards.cells('out', 'a'), forwards.cells('out', 'b')]).toEqual([
    [1, 4, 11],
    [2, 8, 22],
  ]);
  expect(scanned(rows, byRep, [], made).cells('out', 'b')).toEqual([2, 8, 22]);
});
