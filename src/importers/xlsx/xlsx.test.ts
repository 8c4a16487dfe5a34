import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { cellAt } from '#core/data/column.ts';
import { detectXlsx, type XlsxGiven } from './detect-xlsx.ts';
import { readXlsx } from './read-xlsx.ts';
import { parseRange, printRange } from './xlsx-options.ts';

type Sheets = Parameters<typeof writeXlsx>[0]['sheets'];
const day = (text: string) => new Date(`${text}Z`);
const workbook = (...sheets: Sheets) => writeXlsx({ sheets });

async function detected(bytes: Uint8Array, given?: XlsxGiven) {
  const found = await detectXlsx(bytes, 'a.xlsx', given);
  if ('problem' in found) throw new Error(found.problem.code);
  return found.detection;
}
async function imported(bytes: Uint8Array, given?: XlsxGiven) {
  const { options } = await detected(bytes, given);
  const work = readXlsx(bytes, 'a.xlsx', options);
  for (;;) {
    const next = await work.next();
    if (next.done) return { options, ...next.value };
  }
}
const rowsOf = ({ frame, options }: Awaited<ReturnType<typeof imported>>) =>
  Array.from({ length: frame.rowCount }, (_, row) =>
    options.columns.map(({ key }) => {
      const column = frame.columns.get(key);
      return column ? cellAt(column, row) : undefined;
    }),
  );
const codeOf = async (bytes: Uint8Array, given?: XlsxGiven) => {
  const found = await detectXlsx(bytes, 'a.xlsx', given);
  return 'problem' in found ? found.problem.code : 'fine';
};

test('types of a sheet: numbers, percents, money, days, times, truths, identifiers, errors and the values of formulas', async () => {
  const bytes = await workbook({
    name: 'Deals',
    columns: [{}, { numFmt: '"$"#,##0.00' }, { numFmt: '0.0%' }, { numFmt: 'yyyy-mm-dd' }, {}, {}, {}],
    rows: [
      ['Deal', 'Amount', 'Rate', 'Closed', 'Won', 'Zip', 'Twice'],
      ['D-1', 1234.5, 0.07, day('2026-03-01T00:00:00'), true, '00123', null],
      ['D-2', -3, 1 / 3, day('2026-03-02T00:00:00'), false, '04567', null],
      ['=1+1', null, null, null, null, '00001', null],
    ],
    cells: new Map([
      ['1,6', { formula: 'B2*2', formulaResult: 2469 }],
      ['2,6', { value: '#N/A', type: 'error' as const }],
    ]),
  });
  const found = await imported(bytes);
  expect(found.options.columns.map((column) => [column.label, column.reading.type])).toEqual([
    ['Deal', 'text'],
    ['Amount', 'number'],
    ['Rate', 'number'],
    ['Closed', 'date'],
    ['Won', 'boolean'],
    ['Zip', 'text'],
    ['Twice', 'number'],
  ]);
  expect(found.options.columns[1]?.reading.currency).toBe('USD');
  expect(found.options.columns[2]?.reading.percent).toBe(true);
  expect(rowsOf(found)).toEqual([
    ['D-1', 1234.5, 0.07, 46_082, true, '00123', 2469],
    ['D-2', -3, 1 / 3, 46_083, false, '04567', { error: '#N/A' }],
    ['=1+1', null, null, null, null, '00001', null],
  ]);
  expect(found.problems).toEqual([]);
});

test('a title above the table, merged header cells over two rows, and blank rows between', async () => {
  const bytes = await workbook({
    name: 'Report',
    rows: [
      ['Pipeline 2026', null, null, null],
      [],
      ['Rep', 'Q1', null, 'Q2'],
      [null, 'Won', 'Lost', 'Won'],
      ['Ann', 1, 2, 3],
      [],
      ['Bo', 4, 5, 6],
    ],
    merges: [
      { startRow: 0, startCol: 0, endRow: 0, endCol: 3 },
      { startRow: 2, startCol: 1, endRow: 2, endCol: 2 },
      { startRow: 2, startCol: 0, endRow: 3, endCol: 0 },
    ],
  });
  const found = await imported(bytes);
  expect([found.options.range, found.options.headerRows]).toEqual(['A3:D1048576', 2]);
  expect(found.options.columns.map((column) => column.label)).toEqual(['Rep', 'Q1 · Won', 'Q1 · Lost', 'Q2 · Won']);
  expect(rowsOf(found)).toEqual([
    ['Ann', 1, 2, 3],
    ['Bo', 4, 5, 6],
  ]);
});

test('a sheet and a range are chosen; cells that do not fit are kept as errors and listed', async () => {
  const bytes = await workbook(
    { name: 'Hidden', hidden: true, rows: [['x']] },
    { name: 'One', rows: [['a'], [1]] },
    {
      name: '二',
      rows: [
        ['', 'Name', 'Sum', 'rest'],
        ...Array.from({ length: 60 }, (_, i) => ['', `n${i}`, i === 50 ? 'oops' : i, 'z']),
      ],
    },
  );
  expect((await detected(bytes)).options.sheet).toBe('One');
  expect((await detected(bytes)).sheets.map((one) => [one.name, one.hidden])).toEqual([
    ['Hidden', true],
    ['One', false],
    ['二', false],
  ]);
  const found = await imported(bytes, { sheet: '二', range: 'b1:c56' });
  expect(found.options.columns.map((column) => column.label)).toEqual(['Name', 'Sum']);
  expect(found.frame.rowCount).toBe(55);
  expect(found.wrong).toEqual([{ column: 'sum', count: 1, cells: [{ row: 50, text: 'oops' }] }]);
  expect(rowsOf(found)[50]).toEqual(['n50', { error: '#VALUE!' }]);
  expect(await codeOf(bytes, { sheet: 'Three' })).toBe('import.no-sheet');
  expect(await codeOf(bytes, { sheet: 'One', range: 'all' })).toBe('import.bad-range');
});

test('files that are no workbook, or a bad one, are refused with a reason', async () => {
  const good = await workbook({ name: 'A', rows: [['a'], [1]] });
  const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3);
  expect(await codeOf(old)).toBe('import.is-excel');
  expect(await codeOf(good.subarray(0, good.length - 40))).toBe('import.broken-workbook');
  expect(await codeOf(zipSync({ 'word/document.xml': strToU8('<a/>') }))).toBe('import.not-a-workbook');
  expect(await codeOf(zipSync({ 'xl/workbook.xml': strToU8('<workbook') }))).toBe('import.broken-workbook');
  expect(await codeOf(await workbook({ name: 'Empty', rows: [] }))).toBe('import.empty-sheet');
});

test('a zip bomb is refused by what its directory says, and by what it unpacks to where that lies', async () => {
  const bomb = zipSync({
    'xl/workbook.xml': new Uint8Array(1 << 20),
    'xl/worksheets/sheet1.xml': new Uint8Array(1 << 20),
  });
  const claims = (size: number) => {
    const bytes = bomb.slice();
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
    return bytes;
  };
  expect(await codeOf(claims(3_000_000_000))).toBe('import.unpacks-too-large');
  expect(await codeOf(claims(100))).toBe('import.broken-workbook');
});

test('ranges are read as people write them', () => {
  expect(printRange(parseRange('$b$3：aa1') ?? { top: 0, left: 0, bottom: 0, right: 0 })).toBe('B1:AA3');
  for (const bad of ['', 'A', '3', 'A0', 'XFE1', 'A1:B2:C3', 'A1048577']) expect(parseRange(bad)).toBeUndefined();
});
