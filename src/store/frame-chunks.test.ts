import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { cellAt, type Column, type Frame } from '#core/data/column.ts';
import { errors, type Value } from '#core/data/value.ts';
import { contentId } from './content-id.ts';
import {
  decodeFrame,
  decoding,
  emptyFrame,
  encodeFrame,
  encoding,
  rowsPerChunk,
  type ColumnName,
} from './frame-chunks.ts';
import { sha256 } from '#core/project/sha-256.ts';

function textColumn(values: readonly (string | null)[]): Column {
  const dictionary = [...new Set(values.filter((value) => value !== null))];
  return {
    type: 'text',
    codes: Int32Array.from(values, (value) => (value === null ? 0 : dictionary.indexOf(value))),
    dictionary,
    state: Uint8Array.from(values, (value) => (value === null ? 1 : 0)),
  };
}
const rowsOf = (frame: Frame): Record<string, Value>[] =>
  Array.from({ length: frame.rowCount }, (_, row) =>
    Object.fromEntries([...frame.columns].map(([key, column]) => [key, cellAt(column, row)])),
  );

const names: ColumnName[] = [
  { id: 'c1', key: 'rep', type: 'text' },
  { id: 'c2', key: 'amount', type: 'number' },
  { id: 'c3', key: 'won', type: 'boolean' },
  { id: 'c4', key: 'odd', type: 'mixed' },
];
const money = fc.oneof(
  fc.integer(),
  fc.integer({ min: -1e7, max: 1e7 }).map((cents) => cents / 100),
  fc.double(),
);
const row = fc.record({
  rep: fc.option(fc.string({ unit: 'grapheme', maxLength: 5 })),
  amount: money,
  state: fc.integer({ min: 0, max: 8 }),
  won: fc.boolean(),
  odd: fc.oneof(money, fc.string(), fc.constant(null), fc.constantFrom(...Object.values(errors)), fc.boolean()),
});

test.prop([fc.array(row, { maxLength: 60 })], { numRuns: 60 })(
  'a frame comes back from its chunks cell by cell',
  (rows) => {
    const frame: Frame = {
      rowCount: rows.length,
      columns: new Map<string, Column>([
        ['rep', textColumn(rows.map((one) => one.rep))],
        [
          'amount',
          {
            type: 'number',
            values: Float64Array.from(rows, (one) => one.amount),
            state: Uint8Array.from(rows, (one) => one.state),
          },
        ],
        ['won', { type: 'boolean', values: Float64Array.from(rows, (one) => (one.won ? 1 : 0)) }],
        ['odd', { type: 'mixed', cells: rows.map((one) => one.odd) }],
      ]),
    };
    const back = rows.length === 0 ? emptyFrame(names) : decodeFrame([...encodeFrame(frame, names)], names);
    expect(back?.rowCount).toBe(rows.length);
    expect(back && rowsOf(back)).toStrictEqual(rowsOf(frame));
  },
);

test.each([NaN, -0, Infinity, 0.1 + 0.2, 1.005, 2 ** 40, -3, 19.99])('the number %d comes back exactly', (value) => {
  const frame: Frame = {
    rowCount: 2,
    columns: new Map([['amount', { type: 'number', values: Float64Array.of(1, value) }]]),
  };
  const column = decodeFrame([...encodeFrame(frame, names)], names)?.columns.get('amount');
  expect(column && cellAt(column, 1)).toBe(value);
});

test('a large table is cut into chunks of 65,536 rows and put together again', () => {
  const count = rowsPerChunk + 10;
  const reps = Array.from({ length: count }, (_, i) => `rep ${i % 700}`);
  const frame: Frame = {
    rowCount: count,
    columns: new Map<string, Column>([
      [
        'rep',
        {
          type: 'text',
          codes: Int32Array.from(reps, (_, i) => i % 700),
          dictionary: reps.slice(0, 700),
        },
      ],
      ['amount', { type: 'number', values: Float64Array.from(reps, (_, i) => (i * 7919) / 100) }],
    ]),
  };
  const chunks = [...encodeFrame(frame, names)];
  expect(chunks).toHaveLength(2);
  // Two bytes of code and four of hundredths a row, where doubles and strings would take far more.
  expect(chunks[0]?.byteLength).toBeLessThan(rowsPerChunk * 6 + 20_000);
  const back = decodeFrame(chunks, names.slice(0, 2));
  const differs = ['rep', 'amount'].flatMap((key) => {
    const [was, is] = [frame.columns.get(key), back?.columns.get(key)];
    return reps.flatMap((_, row) => (was && is && cellAt(was, row) === cellAt(is, row) ? [] : [`${key} ${row}`]));
  });
  expect(differs).toEqual([]);
});

test('rows follow a renamed column, a new column is blank, and foreign bytes are refused', () => {
  const frame: Frame = {
    rowCount: 2,
    columns: new Map([['amount', { type: 'number', values: Float64Array.of(1, 2.5) }]]),
  };
  const chunks = [...encodeFrame(frame, names)];
  const back = decodeFrame(chunks, [
    { id: 'c2', key: 'value', type: 'number' },
    { id: 'c9', key: 'note', type: 'text' },
  ]);
  expect(back && rowsOf(back)).toEqual([
    { value: 1, note: null },
    { value: 2.5, note: null },
  ]);
  expect(decodeFrame([new ArrayBuffer(40)], names)).toBeUndefined();
});

test('a chunk is named by its content, with or without the platform’s own hash', async () => {
  const bytes = Uint8Array.of(1, 2, 3).buffer;
  expect(await contentId(bytes)).toBe(sha256(new Uint8Array(bytes)));
});

test('coding gives way between the columns of every chunk', () => {
  const rowCount = 3 * rowsPerChunk;
  const numbers = () => ({ type: 'number', values: new Float64Array(rowCount) }) as const;
  const wide: readonly ColumnName[] = ['a', 'b', 'c', 'd'].map((key) => ({ id: `c_${key}`, key, type: 'number' }));
  const frame: Frame = { rowCount, columns: new Map(wide.map(({ key }) => [key, numbers()])) };
  const made = [...encoding(frame, wide)];
  const chunks = made.flatMap((chunk) => chunk ?? []);
  expect([made.length - chunks.length, chunks.length]).toEqual([12, 3]);
  expect([...decoding(chunks, wide)].length).toBe(3 + 12);
});
