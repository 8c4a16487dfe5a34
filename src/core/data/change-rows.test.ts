import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { changeRows, joinColumns, type RowsChange } from './change-rows.ts';
import { cellAt, stateOf, type Column, type Frame } from './column.ts';
import { errors, type Value } from './value.ts';

type Row = readonly [Value, Value];
const text = fc.constantFrom<Value>('a', 'b', 'c', null, errors['#N/A']);
const number = fc.constantFrom<Value>(-1, 0, 2.5, null, errors['#DIV/0!']);
const rowsOf = fc.array(fc.tuple(text, number), { maxLength: 12 });

function frameOf(rows: readonly Row[]): Frame {
  const dictionary: string[] = [];
  const codes = Int32Array.from(rows, ([cell]) => (typeof cell === 'string' ? dictionary.push(cell) - 1 : 0));
  const state = (at: 0 | 1) => Uint8Array.from(rows, (row) => stateOf(row[at]));
  const values = Float64Array.from(rows, ([, cell]) => (typeof cell === 'number' ? cell : 0));
  return {
    rowCount: rows.length,
    columns: new Map<string, Column>([
      ['t', { type: 'text', codes, dictionary, state: state(0) }],
      ['n', { type: 'number', values, state: state(1) }],
    ]),
  };
}
const cellsOf = (frame: Frame): readonly Row[] =>
  Array.from({ length: frame.rowCount }, (_, row) => [
    cellAt(frame.columns.get('t') as Column, row),
    cellAt(frame.columns.get('n') as Column, row),
  ]);

test.prop([rowsOf, rowsOf, fc.nat(), fc.array(fc.nat()), fc.array(fc.tuple(fc.nat(), number))])(
  'cells set, rows taken out and put in give what a plain list of rows gives, and leave the old frame as it was',
  (rows, added, place, gone, sets) => {
    const frame = frameOf(rows);
    const at = rows.length === 0 ? 0 : place % (rows.length + 1);
    const remove = [...new Set(gone.flatMap((row) => (rows.length > 0 ? [row % rows.length] : [])))].sort(
      (a, b) => a - b,
    );
    const set = sets.flatMap(([row, value]) => (rows.length > 0 ? [{ row: row % rows.length, value }] : []));
    const change: RowsChange = {
      set: [{ column: 'n', rows: set.map((one) => one.row), values: set.map((one) => one.value) }],
      remove,
      insert: { at, rows: frameOf(added) },
    };
    const plain = rows.map((row): Row => [...row]);
    for (const { row, value } of set) plain[row] = [plain[row]?.[0] ?? null, value];
    const kept = (from: number, to: number) =>
      plain.flatMap((row, i) => (i >= from && i < to && !remove.includes(i) ? [row] : []));
    expect(cellsOf(changeRows(frame, change))).toEqual([...kept(0, at), ...added, ...kept(at, rows.length)]);
    expect(cellsOf(frame)).toEqual(rows);
  },
);

test('a value that the storage cannot hold is an error, and columns of different storage are joined cell by cell', () => {
  const frame = frameOf([['a', 1]]);
  const made = changeRows(frame, { set: [{ column: 'n', rows: [0], values: ['x'] }] });
  expect(cellsOf(made)).toEqual([['a', errors['#VALUE!']]]);
  const joined = joinColumns([frame.columns.get('n') as Column, frame.columns.get('t') as Column]);
  expect([joined.type, cellAt(joined, 0), cellAt(joined, 1)]).toEqual(['mixed', 1, 'a']);
});
