import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsInSight, gridColumns, scrollForColumn } from './grid-columns.ts';
import { rectangleOf, tabSeparated } from './selected-cells.ts';
import { scrollFor, virtualRange } from './virtual-range.ts';
import type { Column } from '#core/data/column.ts';
import { errors } from '#core/data/value.ts';

test('any row can be scrolled into sight, in tables taller than a browser allows too', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (total, share) => {
      const [rowHeight, view] = [27, 240];
      const row = Math.min(total - 1, Math.floor(share * total));
      const top = Math.round(scrollFor(row, total, rowHeight, 0, view) ?? 0);
      const range = virtualRange(total, rowHeight, top, view, 0);
      expect(range.height).toBeLessThan(33_000_000);
      expect(top).toBeLessThanOrEqual(Math.max(0, range.height - view));
      expect(row).toBeGreaterThanOrEqual(range.first);
      expect(row).toBeLessThan(range.last);
      expect(scrollFor(row, total, rowHeight, top, view) ?? top).toBeCloseTo(top, -1);
    }),
  );
});

test('the last row stands at the lower edge when scrolled to the end', () => {
  for (const total of [20, 5000, 1_000_000, 5_000_000]) {
    const height = virtualRange(total, 27, 0, 270).height;
    const range = virtualRange(total, 27, height - 270, 270, 0);
    expect(range.last).toBe(total);
    expect(Math.round(range.offset + (range.last - range.first) * 27)).toBe(Math.round(height));
  }
});

const infos = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    key: `c${index}`,
    type: 'number' as const,
    label: `Column ${index}`,
  }));

test('of a thousand columns only those in sight are drawn, and each can be scrolled to', () => {
  const columns = gridColumns(infos(1000), 900);
  for (const column of [1, 7, 500, 999]) {
    const left = scrollForColumn(columns, column, 0, 900) ?? 0;
    const { first, last } = columnsInSight(columns, left, 900);
    expect(column).toBeGreaterThanOrEqual(first);
    expect(column).toBeLessThan(last);
    expect(last - first).toBeLessThan(16);
  }
});

test('few columns share out the room', () => {
  const { lefts } = gridColumns(infos(3), 900);
  expect(lefts.at(-1)).toBe(900);
  expect(columnsInSight(gridColumns(infos(1), 900), 0, 900)).toEqual({ first: 1, last: 1 });
});

test('cells are copied as spreadsheets paste them: numbers in full, ISO dates, quoted line breaks', () => {
  const frame = {
    rowCount: 2,
    columns: new Map<string, Column>([
      ['rep', { type: 'text', codes: Int32Array.of(0, 1), dictionary: ['Ann', 'a\n"b"'] }],
      ['pay', { type: 'number', values: Float64Array.of(20_180.734, 0), state: Uint8Array.of(0, 1) }],
      ['day', { type: 'date', values: Float64Array.of(46_031, 46_032) }],
      ['any', { type: 'mixed', cells: [true, errors['#DIV/0!']] }],
    ]),
  };
  const columns = [
    { key: 'rep', type: 'text' as const },
    { key: 'pay', type: 'number' as const },
    { key: 'day', type: 'date' as const },
    { key: 'any', type: 'mixed' as const },
  ];
  expect(tabSeparated(frame, columns)).toBe('Ann\t20180.734\t2026-01-09\tTRUE\r\n"a\n""b"""\t\t2026-01-10\t#DIV/0!');
  expect(rectangleOf({ anchor: { row: 5, column: 2 }, focus: { row: 3, column: 0 } })).toEqual({
    top: 3,
    bottom: 6,
    left: 0,
    right: 3,
  });
});
