import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { cellAt } from '#core/data/column.ts';
import { errors } from '#core/data/value.ts';
import { detectCsv } from './detect-csv.ts';
import { detectEncoding, detectForm } from './detect-encoding.ts';
import { csvReader, readCsv } from './read-csv.ts';
import { readTableCsv } from './read-table.ts';
import { tableOfCsv } from './table-of-csv.ts';
import { csvTokenizer } from './tokenize.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const rowsOf = (pieces: readonly string[], delimiter = ',') => {
  const rows: string[][] = [];
  const tokenizer = csvTokenizer(
    delimiter,
    (cells, count) => void rows.push(cells.slice(0, count)),
    (fault) => rows.push([`!${fault.code}`]),
  );
  for (const piece of pieces) tokenizer.push(piece);
  tokenizer.finish();
  return rows;
};
const read = (text: string) => {
  const { options } = detectCsv(utf8(text));
  return { options, ...readCsv(utf8(text), options) };
};

describe('splitting text into cells', () => {
  test('quotes, doubled quotes, line breaks inside cells, any line ends, blank lines', () => {
    expect(rowsOf(['a,b\r\n"1,5","say ""hi"""\n\n"two\nlines",\r'])).toEqual([
      ['a', 'b'],
      ['1,5', 'say "hi"'],
      ['two\nlines', ''],
    ]);
  });

  test('a quote that never closes is found, and says where', () => {
    expect(rowsOf(['a,b\n1,"open\n2,3\n'])).toEqual([['a', 'b'], ['!unclosed-quote']]);
  });

  test('agrees with papaparse on any cells, separators and line ends, however the text is cut', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom('', '"', ',', ';', '\n', '\r\n', 'a"b', '张三', ' x '),
    );
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.array(fc.nat(200), { maxLength: 4 }),
        (rows, delimiter, newline, cuts) => {
          const text = Papa.unparse(rows, { delimiter, newline });
          const expected = Papa.parse<string[]>(text, { delimiter, newline, skipEmptyLines: true }).data;
          const at = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length];
          const pieces = at.slice(1).map((end, index) => text.slice(at[index], end));
          expect(rowsOf(pieces, delimiter)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('reading a file without being told how', () => {
  test('separator, header, types, formats and roles are found', () => {
    const { options } = detectCsv(
      utf8('Deal ID;Rep;Close Date;Amount;Win rate\nD-1;Ann;31/01/2026;"1.234,50";12%\nD-2;Bo;01/02/2026;20,00;5%\n'),
    );
    expect(options).toMatchObject({ encoding: 'utf-8', delimiter: ';', header: true });
    expect(options.columns.map(({ key, reading, role }) => [key, reading.type, role])).toEqual([
      ['deal_id', 'text', 'id'],
      ['rep', 'text', 'person'],
      ['close_date', 'date', 'date'],
      ['amount', 'number', 'amount'],
      ['win_rate', 'number', undefined],
    ]);
    expect(options.columns[3]?.reading).toEqual({ type: 'number', decimal: ',' });
  });

  test('a byte order mark is no part of the first name', () => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('rep,amount\nAnn,5\n')]);
    const { options } = detectCsv(bytes);
    expect(options.columns[0]?.label).toBe('rep');
    expect(readCsv(bytes, options).frame.rowCount).toBe(1);
  });

  test('GB18030 is read as the Chinese it is', () => {
    // “销售,金额\n张三,5\n” in GB18030.
    const bytes = Uint8Array.from([
      0xcf, 0xfa, 0xca, 0xdb, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0x35, 0x0a,
    ]);
    expect(detectEncoding(bytes)).toBe('gb18030');
    const { options } = detectCsv(bytes);
    expect(options.columns.map((column) => [column.label, column.role])).toEqual([
      ['销售', 'person'],
      ['金额', 'amount'],
    ]);
    const { frame } = readCsv(bytes, options);
    const rep = frame.columns.get('销售');
    expect(rep && cellAt(rep, 0)).toBe('张三');
  });

  test('a file without a header gets names, and keeps its first row', () => {
    const { options, rows } = detectCsv(utf8('1,2026-01-05\n2,2026-01-06\n'));
    expect([options.header, rows.length, options.columns.map((column) => column.label)]).toEqual([
      false,
      2,
      ['Column 1', 'Column 2'],
    ]);
  });

  test('names that are missing or doubled are repaired and told', () => {
    const { options, renamed } = detectCsv(utf8('a,,a\n1,2,3\n'));
    expect([options.columns.map((column) => column.label), renamed]).toEqual([
      ['a', 'Column 2', 'a (2)'],
      ['Column 2', 'a (2)'],
    ]);
    expect(new Set(options.columns.map((column) => column.key)).size).toBe(3);
  });

  test('workbooks and pictures are not taken for text', () => {
    expect(detectForm(Uint8Array.from([0x50, 0x4b, 3, 4, 9]))).toBe('excel');
    expect(detectForm(Uint8Array.from([0x89, 0x50, 0, 0, 1]))).toBe('binary');
    expect(detectForm(utf8('a,b\n'))).toBe('text');
  });
});

describe('rows that are not as they should be', () => {
  test('wrong cells become error values, are counted and listed, and no row is lost', () => {
    const text = `rep,amount\n${Array.from({ length: 120 }, (_, i) => `r${i},${i === 60 ? 'n/a' : i}`).join('\n')}\n`;
    const { frame, problems, wrong } = read(text);
    const amount = frame.columns.get('amount');
    expect([frame.rowCount, amount && cellAt(amount, 60)]).toEqual([120, errors['#VALUE!']]);
    expect(wrong).toEqual([{ column: 'amount', count: 1, cells: [{ row: 60, text: 'n/a' }] }]);
    expect(problems.map((one) => [one.code, one.severity])).toEqual([['import.wrong-cells', 'warning']]);
  });

  test('rows with too few or too many cells are told, short ones filled with blanks', () => {
    const { frame, problems } = read('a,b\n1,2\n3\n4,5,6\n');
    const b = frame.columns.get('b');
    expect([frame.rowCount, b && cellAt(b, 1)]).toEqual([3, null]);
    expect(problems).toMatchObject([{ code: 'import.ragged-rows', params: { count: 2, first: 2 } }]);
  });

  test('an open quote ends the reading with its row', () => {
    const { problems } = read('a,b\n1,2\n3,"4\n5,6\n');
    expect(problems).toMatchObject([{ code: 'import.unclosed-quote', params: { row: 2 } }]);
  });

  test('hostile names are plain text', () => {
    const { options, frame } = read('__proto__,<img onerror=x>\n1,2\n');
    expect(options.columns.map((column) => column.label)).toEqual(['__proto__', '<img onerror=x>']);
    expect(frame.columns.size).toBe(2);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('bytes may be cut anywhere, in the middle of a character too', () => {
    const bytes = utf8('销售,金额\n张三,5\n李四,6\n');
    const { options } = detectCsv(bytes);
    const reader = csvReader(options);
    for (const byte of bytes) reader.push(Uint8Array.of(byte));
    const { frame } = reader.finish();
    const rep = frame.columns.get('销售');
    expect([frame.rowCount, rep && cellAt(rep, 1)]).toEqual([2, '李四']);
  });
});

test('an imported file becomes a table that remembers how it was read', () => {
  const { options } = detectCsv(utf8('Rep,Amount\nAnn,$5\n'));
  let id = 0;
  const table = tableOfCsv('Q3_deals.csv', options, () => `id${++id}`);
  expect(table).toMatchObject({
    label: 'Q3 deals',
    key: 'q3_deals',
    source: { format: 'csv', file: 'Q3_deals.csv', delimiter: ',' },
  });
  expect(table.columns[1]).toMatchObject({
    key: 'amount',
    type: 'number',
    format: { kind: 'currency', currency: 'USD' },
    role: 'amount',
  });
});

test('rows for a defined table are found by their keys; what is missing is blank and told', () => {
  const table = {
    id: 't',
    key: 'deals',
    label: 'Deals',
    columns: [
      { id: '1', key: 'amount', label: 'Amount', type: 'number' as const },
      { id: '2', key: 'rep', label: 'Rep', type: 'text' as const },
      { id: '3', key: 'closed', label: 'Closed', type: 'date' as const },
    ],
  };
  const { frame, problems } = readTableCsv(table, utf8('rep,extra,amount\n007,x,5\n'));
  const value = (key: string) => {
    const column = frame.columns.get(key);
    return column && cellAt(column, 0);
  };
  expect([[...frame.columns.keys()], value('amount'), value('rep'), value('closed')]).toEqual([
    ['amount', 'rep', 'closed'],
    5,
    '007',
    null,
  ]);
  expect(problems.map((one) => one.code)).toEqual(['import.missing-column']);
});
