import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stateOf, type Column } from '../../data/column.ts';
import { errors, isError, type Value } from '../../data/value.ts';
import { functionNamed } from '../functions/registry.ts';
import { compareByKey } from '../key.ts';
import { sum } from '../sum.ts';
import { readCriterion } from './criteria.ts';
import { emptyEnvironment } from './environment.ts';
import { matrixOf, vector, type Matrix, type Operand } from './matrix.ts';

const context = { environment: emptyEnvironment(0) };

function call(name: string, args: readonly unknown[]): Operand {
  const spec = functionNamed(name);
  if (!spec) throw new Error(name);
  return spec.kernel(args, context);
}

/** The answer by looking at every row. */
function scanned(name: string, values: Matrix, ranges: readonly Matrix[], criteria: readonly Value[]): Value {
  const read = criteria.map(readCriterion);
  const rows = [...values.cells.keys()].filter((row) =>
    read.every(({ matches }, i) => matches(ranges[i]?.cells[row] ?? null)),
  );
  if (name === 'COUNTIFS') return rows.length;
  const cells = rows.map((row) => values.cells[row] ?? null);
  const error = cells.find(isError);
  if (error) return error;
  const numbers = cells.filter((cell) => typeof cell === 'number');
  if (name === 'SUMIFS') return sum(numbers);
  if (name === 'AVERAGEIFS') return numbers.length === 0 ? errors['#DIV/0!'] : sum(numbers) / numbers.length;
  if (numbers.length === 0) return 0;
  return name === 'MINIFS' ? Math.min(...numbers) : Math.max(...numbers);
}

const names = ['SUMIFS', 'AVERAGEIFS', 'MINIFS', 'MAXIFS', 'COUNTIFS'] as const;

/** Numbers that are equal within the tolerance, or by their 15 digits, though not the same. */
const near = [
  120,
  119.99999999999999,
  120.00000000000001,
  120.0000000000005,
  0.3,
  0.1 + 0.2,
  0.30000000000000066,
  0,
  -0,
];
const anyCell: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 9 }) },
  { weight: 2, arbitrary: fc.constantFrom(...near) },
  { weight: 3, arbitrary: fc.constantFrom('Ann', 'ann', 'ANN', 'bo', '5', '5.0', ' 7 ', '120', 'é', 'e\u0301', '') },
  { weight: 1, arbitrary: fc.constantFrom(null, true, false) },
  { weight: 1, arbitrary: fc.constantFrom(errors['#N/A'], errors['#DIV/0!']) },
);
const anyNumberOrHole: fc.Arbitrary<Value> = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: -90_000, max: 90_000 }).map((cents) => cents / 100) },
  { weight: 2, arbitrary: fc.constantFrom<Value>(null, 'x', '12', true) },
  { weight: 1, arbitrary: fc.constantFrom<Value>(0, errors['#N/A'], errors['#VALUE!']) },
);
const anyCriterion: fc.Arbitrary<Value> = fc.oneof(
  fc.tuple(fc.constantFrom('=', '<>', '<', '<=', '>', '>=', ''), anyCell).map(([sign, cell]): Value => {
    return isError(cell) ? `${sign}${cell.error}` : typeof cell === 'boolean' ? cell : `${sign}${cell ?? ''}`;
  }),
  anyCell.filter((cell) => !isError(cell)),
  fc.constantFrom('A*', '*n*', '<>a?n', '?', '<>', '=', '>120', '>=0.3', '<=0.3', '<120', '=120'),
);

type Range = { readonly cells: readonly Value[]; readonly typed: 'text' | 'number' | undefined };
const rangeOf = (size: number): fc.Arbitrary<Range> =>
  fc
    .tuple(fc.array(anyCell, { minLength: size, maxLength: size }), fc.constantFrom('text', 'number', undefined))
    .map(([cells, typed]) => ({
      typed,
      cells: typed ? cells.map((cell) => (isError(cell) || typeof cell === typed ? cell : null)) : cells,
    }));

function columnOf(cells: readonly Value[], typed: 'text' | 'number'): Column {
  const marks = Uint8Array.from(cells, stateOf);
  const state = marks.some((mark) => mark !== 0) ? { state: marks } : {};
  if (typed === 'number') {
    return {
      type: 'number',
      values: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : 0)),
      ...state,
    };
  }
  // Entries that no cell has, and several for one text, must do no harm.
  const dictionary = ['Ann', ...cells.map((cell) => (typeof cell === 'string' ? cell : 'x'))];
  return { type: 'text', codes: Int32Array.from(cells, (_, row) => row + 1), dictionary, ...state };
}

function matrixFor({ cells, typed }: Range): Matrix {
  return typed ? matrixOf(columnOf(cells, typed)) : vector(cells);
}

const tables = fc.integer({ min: 32, max: 60 }).chain((size) =>
  fc.record({
    values: fc.array(anyNumberOrHole, { minLength: size, maxLength: size }),
    ranges: fc.array(rangeOf(size), { minLength: 1, maxLength: 3 }),
  }),
);

/** Each criterion beside the range that it is asked of: the same one twice makes "between". */
const questions = fc.array(fc.array(fc.tuple(fc.nat(2), anyCriterion), { minLength: 1, maxLength: 3 }), {
  minLength: 2,
  maxLength: 6,
});

function sameNumber(a: Operand, b: Value): void {
  if (typeof a !== 'number' || typeof b !== 'number') expect(a).toEqual(b);
  // Sums in another order may part in their last digit.
  else expect(Math.abs(a - b)).toBeLessThanOrEqual(Math.abs(b) * 2 ** -52);
}

describe('criteria by index', () => {
  test('an index answers what a look at every row answers, over blanks, errors, texts, numeric texts and near-equal numbers', () => {
    fc.assert(
      fc.property(tables, questions, fc.boolean(), (table, asked, holes) => {
        const values = vector(holes ? table.values : table.values.map((cell) => (isError(cell) ? null : cell)));
        const ranges = table.ranges.map(matrixFor);
        for (let again = 0; again < 2; again++) {
          for (const question of asked) {
            const places = question.map(([i]) => ranges[i % ranges.length] as Matrix);
            const criteria = question.map(([, criterion]) => criterion);
            for (const name of names) {
              const args = name === 'COUNTIFS' ? [places, criteria] : [values, places, criteria];
              sameNumber(call(name, args), scanned(name, values, places, criteria));
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('sums that cancel, overflow or drown are those of row order', () => {
    const days = Array.from({ length: 40 }, (_, i) => 40 - i);
    const wild = days.map((day) => (day % 4 === 0 ? 1e300 : day % 4 === 1 ? -1e300 : day / 7));
    const huge = days.map((day) => (day % 3 === 0 ? -1.5e308 : 1e308));
    for (const amounts of [wild, huge]) {
      const [values, when] = [vector(amounts), vector(days)];
      for (let again = 0; again < 2; again++) {
        for (let day = 0; day <= 41; day++) {
          const wanted = scanned('SUMIFS', values, [when, when], [`<=${day}`, '>5']);
          expect(call('SUMIFS', [values, [when, when], [`<=${day}`, '>5']])).toEqual(wanted);
        }
      }
    }
  });
});

/** A column that counts how often its cells are read. */
function counted(cells: readonly Value[]): { readonly matrix: Matrix; readonly reads: () => number } {
  let reads = 0;
  const watched = new Proxy(cells, {
    get(target, name, receiver) {
      if (typeof name === 'string' && name >= '0' && name <= ':') reads++;
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
  return { matrix: { rows: cells.length, columns: 1, cells: watched }, reads: () => reads };
}

describe('work', () => {
  const size = 3000;
  const rows = Array.from({ length: size }, (_, row) => row);
  const reps = counted(rows.map((row) => `rep ${row % 50}`));
  const products = counted(rows.map((row) => `product ${row % 7}`));
  const days = counted(rows.map((row) => 45_000 + ((row * 7) % size)));
  const amounts = counted(rows.map((row) => row / 100));
  const all = [reps, products, days, amounts];
  const readsOf = (ask: (row: number) => void) => {
    const before = all.reduce((total, one) => total + one.reads(), 0);
    for (const row of rows) ask(row);
    return all.reduce((total, one) => total + one.reads(), 0) - before;
  };

  test('criteria over each row of a table read its cells a few times in all, never once for each row', () => {
    const [rep, product, day, amount] = all.map((one) => one.matrix) as [Matrix, Matrix, Matrix, Matrix];
    for (const name of ['SUMIFS', 'AVERAGEIFS', 'MINIFS', 'MAXIFS']) {
      const reads = readsOf((row) => {
        call(name, [amount, [rep, product, day], [`rep ${row % 50}`, `product ${row % 7}`, `<=${45_000 + row}`]]);
        call(name, [amount, [day, day], [`>${45_000 + row}`, `<=${45_090 + row}`]]);
        call(name, [amount, [product, day], ['product 1*', `<${45_000 + row}`]]);
        call(name, [amount, [rep, product], [`rep ${row % 50}`, '<>product 2']]);
        call(name, [amount, [product, rep], ['>=product 3', `<>rep ${row % 50}`]]);
      });
      expect(reads).toBeLessThan(50 * size);
    }
    expect(readsOf((row) => call('COUNTIFS', [[day], [`>=${45_000 + row}`]]))).toBeLessThan(10 * size);
    expect(readsOf((row) => call('SUMIF', [day, `>=${45_000 + row}`, amount]))).toBeLessThan(10 * size);
  });

  test('look-ups over each row of a table read its cells a few times in all, in all match modes', () => {
    const descending = counted(rows.map((row) => -row));
    const texts = counted(rows.map((row) => `text ${String((row * 7) % size).padStart(5, '0')}`));
    for (const row of rows) {
      call('MATCH', [45_000.5 + row, days.matrix, 1]);
      expect(call('MATCH', [-row - 0.5, descending.matrix, -1])).toBe(row + 1);
      call('XMATCH', [`text ${String(row).padStart(5, '0')}x`, texts.matrix, -1, 1]);
      call('XLOOKUP', [45_000.5 + row, days.matrix, days.matrix, undefined, 1, 1]);
      call('LOOKUP', [`text ${row}`, texts.matrix, undefined]);
    }
    expect(descending.reads() + texts.reads()).toBeLessThan(10 * size);
  });
});

/** MATCH of type -1, read down the column: the last value before the first that is below. */
function descended(cells: readonly Value[], wanted: Value): Value {
  let found = -1;
  for (const [at, cell] of cells.entries()) {
    if (typeof cell !== typeof wanted || cell === null || isError(cell)) continue;
    const order = compareByKey(cell, wanted);
    if (order === 0) return at + 1;
    if (order < 0) break;
    found = at;
  }
  return found < 0 ? errors['#N/A'] : found + 1;
}

/** The nearest value on one side, and of equal ones the first or the last. */
function nearest(cells: readonly Value[], wanted: Value, mode: 1 | -1, last: boolean): Value {
  const places = [...cells.keys()].filter((at) => {
    const cell = cells[at] ?? null;
    return typeof cell === typeof wanted && cell !== null && !isError(cell) && compareByKey(cell, wanted) * mode >= 0;
  });
  places.sort((a, b) => compareByKey(cells[a] ?? null, cells[b] ?? null) * mode || (last ? b - a : a - b));
  return places[0] === undefined ? errors['#N/A'] : places[0] + 1;
}

test('nearest look-ups among cells of all types answer what a look at every cell answers', () => {
  const lists = fc.oneof(
    fc.array(anyCell, { maxLength: 40 }),
    fc.array(fc.integer({ max: 9, min: 0 }), { maxLength: 9 }),
  );
  fc.assert(
    fc.property(lists, anyCell, (list, wanted) => {
      if (wanted === null || isError(wanted)) return;
      for (const cells of [list, [...list].sort((a, b) => compareByKey(b, a))]) {
        const matrix = vector(cells);
        expect(call('MATCH', [wanted, matrix, -1])).toEqual(descended(cells, wanted));
        expect(call('MATCH', [wanted, matrix, 1])).toEqual(nearest(cells, wanted, -1, true));
        for (const mode of [-1, 1] as const) {
          expect(call('XMATCH', [wanted, matrix, mode, 1])).toEqual(nearest(cells, wanted, mode, false));
          expect(call('XMATCH', [wanted, matrix, mode, -1])).toEqual(nearest(cells, wanted, mode, true));
        }
      }
    }),
  );
});
