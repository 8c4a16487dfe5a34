import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import type { Column, Frame } from '#core/data/column.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import { writeXlsxTable } from './write-xlsx-table.ts';

const columns: readonly ColumnInfo[] = [
  { key: 'rep', type: 'text', label: 'Rep' },
  { key: 'pay', type: 'number', label: '=Pay', format: { kind: 'currency', currency: 'CNY' } },
  { key: 'share', type: 'number', label: 'Share', format: { kind: 'percent', decimals: 1 } },
  { key: 'day', type: 'date', label: 'Day' },
  { key: 'won', type: 'boolean', label: 'Won' },
];
const frame: Frame = {
  rowCount: 3,
  columns: new Map<string, Column>([
    ['rep', { type: 'text', codes: Int32Array.of(0, 1, 2), dictionary: ['林 & <b>', '=1+1', 'a\u0007_x0041_'] }],
    ['pay', { type: 'number', values: Float64Array.of(0.1 + 0.2, -1e21, 0), state: Uint8Array.of(0, 0, 3) }],
    ['share', { type: 'number', values: Float64Array.of(0.07, 0, 1), state: Uint8Array.of(0, 1, 0) }],
    ['day', { type: 'date', values: Float64Array.of(46_000, 61, 1) }],
    ['won', { type: 'boolean', values: Float64Array.of(1, 0, 1) }],
  ]),
};

test('a table as a workbook is read back by another reader: types, dates, errors, texts that look like formulas', async () => {
  const bytes = writeXlsxTable('Deals: 2026/Q1', frame, columns);
  expect(writeXlsxTable('Deals: 2026/Q1', frame, columns)).toEqual(bytes);
  const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets;
  expect(sheet?.name).toBe('Deals  2026 Q1');
  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  expect(sheet?.rows).toEqual([
    ['Rep', "'=Pay", 'Share', 'Day', 'Won'],
    ['林 & <b>', 0.30000000000000004, 0.07, day('2025-12-09'), true],
    ["'=1+1", -1e21, null, day('1900-03-01'), false],
    ['a\u0007_x0041_', '#DIV/0!', 1, day('1900-01-01'), true],
  ]);
  expect(sheet?.cells?.get('1,1')?.style?.numFmt).toBe('"¥"#,##0.00');
  expect(sheet?.cells?.get('1,2')?.style?.numFmt).toBe('0.0%');
  expect(sheet?.freezePane?.rows).toBe(1);
});

test('the parts of the workbook say what Excel needs: a frozen header, numbers in full, errors as errors', () => {
  const files = unzipSync(writeXlsxTable('Deals', frame, columns));
  const xml = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(xml).toContain('<v>0.30000000000000004</v>');
  expect(xml).toContain('<c r="B4" t="e"><v>#DIV/0!</v></c>');
  expect(xml).not.toContain('<f>');
  expect(Object.keys(files).sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/sharedStrings.xml',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ]);
});

test('an empty table is a workbook with a header', async () => {
  const bytes = writeXlsxTable('', { rowCount: 0, columns: new Map(frame.columns) }, columns);
  const [sheet] = (await readXlsx(bytes)).sheets;
  expect([sheet?.name, sheet?.rows.length]).toEqual(['Table', 1]);
});
