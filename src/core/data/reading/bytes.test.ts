import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellAt } from '../column.ts';
import { createByteTable } from './byte-table.ts';
import { columnBuilder } from './column-builder.ts';
import type { ColumnReading } from './column-reading.ts';
import { readBoolean, readDate, readNumber } from './read-cell.ts';
import { readDigits } from './read-digits.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Texts of the signs that numbers are written with, mostly almost right. */
const almostNumber = fc.oneof(
  fc
    .array(fc.constantFrom(...'0123456789012345678901234567890123456789.,.,-+$% ()eE￥￥'), { maxLength: 12 })
    .map((signs) => signs.join('')),
  fc.double({ noNaN: true }).map(String),
  fc
    .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(4))
    .map(([n, digits]) => (n / 100).toLocaleString('en-US', { minimumFractionDigits: digits })),
  fc
    .tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.nat(4))
    .map(([n, digits]) => `${(n / 100).toLocaleString('de-DE', { minimumFractionDigits: digits })}%`),
);

test('numbers read from bytes are those read from text, or left to the text', () => {
  fc.assert(
    fc.property(almostNumber, fc.constantFrom('.' as const, ',' as const), fc.boolean(), (text, decimal, percent) => {
      const bytes = utf8(text);
      const fast = readDigits(bytes, 0, bytes.length, decimal, percent);
      if (!Number.isNaN(fast)) expect(fast).toBe(readNumber(text, { decimal, percent }));
    }),
    { numRuns: 3000 },
  );
  for (const plain of ['0', '12', '-3.25', '1,234,567.89', '$1,000', '12.5%', '9007199254740991'])
    expect(readDigits(utf8(plain), 0, plain.length, '.', false)).toBe(readNumber(plain, { decimal: '.' }));
});

test('distinct cells keep their numbers and come back as text, whatever their bytes', () => {
  const cell = fc.oneof(fc.string({ unit: 'binary', maxLength: 5 }).map(utf8), fc.uint8Array({ maxLength: 3 }));
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 60 }), (cells) => {
      const table = createByteTable();
      const numbers = cells.map((bytes) => table.numberOf(bytes, 0, bytes.length));
      const texts = table.texts();
      const names = cells.map((bytes) => bytes.join());
      expect(table.size).toBe(new Set(names).size);
      numbers.forEach((number, index) => {
        expect(texts[number]).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(cells[index]));
        expect(numbers[names.indexOf(names[index] ?? '')]).toBe(number);
      });
    }),
    { numRuns: 200 },
  );
});

test('many distinct cells are told apart', () => {
  const table = createByteTable();
  for (let round = 0; round < 2; round++)
    for (let n = 0; n < 20_000; n++) {
      const bytes = utf8(`订单 ${n}`);
      expect(table.numberOf(bytes, 0, bytes.length)).toBe(n);
    }
  const texts = table.texts();
  expect([texts.length, texts[0], texts[4095], texts[4096], texts[19_999]]).toEqual([
    20_000,
    '订单 0',
    '订单 4095',
    '订单 4096',
    '订单 19999',
  ]);
});

test('a column read from bytes holds what each cell reads as', () => {
  const cell = fc.oneof(
    almostNumber,
    fc.constantFrom(
      '',
      ' ',
      'yes',
      '否',
      '2026-03-01',
      '2026-03-01 18:00',
      '2026-03-01T10:15:30',
      '31/12/2026',
      '2026-02-30 10:00',
      '2026-03-01 25:00',
      '1e999',
    ),
  );
  const readings: readonly [ColumnReading, (text: string) => number][] = [
    [{ type: 'number' }, (text) => readNumber(text, { decimal: '.' })],
    [{ type: 'number', decimal: ',', percent: true }, (text) => readNumber(text, { decimal: ',', percent: true })],
    [{ type: 'date', order: 'dmy' }, (text) => Math.floor(readDate(text, 'dmy'))],
    [{ type: 'datetime', order: 'ymd' }, (text) => readDate(text, 'ymd')],
    [{ type: 'boolean' }, readBoolean],
  ];
  fc.assert(
    fc.property(
      fc.array(cell, { minLength: 1, maxLength: 30 }),
      fc.constantFrom(...readings),
      (cells, [reading, read]) => {
        const builder = columnBuilder(reading);
        for (const text of cells) builder.add(text);
        const column = builder.finish();
        cells.forEach((text, row) => {
          const value = text.trim() === '' ? null : read(text);
          const expected = value === null || Number.isFinite(value) ? value : { error: '#VALUE!' };
          const found = cellAt(column, row);
          expect(found).toEqual(
            reading.type === 'boolean' && typeof expected === 'number'
              ? expected !== 0
              : typeof expected === 'number'
                ? expected + 0
                : expected,
          );
        });
      },
    ),
    { numRuns: 500 },
  );
});
