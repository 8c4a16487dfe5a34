import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { cellAt } from '#core/data/column.ts';
import { errors } from '#core/data/value.ts';
import { writeCsv } from '#core/data/write-csv.ts';
import { frame as frameOf } from '#core/execute/testing/programs.ts';
import { detectCsv } from './detect-csv.ts';
import { detectEncoding, detectForm } from './detect-encoding.ts';
import { csvReader, readCsv } from './read-csv.ts';
import { readTableCsv } from './read-table.ts';
import { tableOfCsv } from './table-of-csv.ts';
import { rowScanner } from './scan-rows.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const rowsOf = (pieces: readonly (string | Uint8Array)[], delimiter = ',') => {
  const rows: string[][] = [];
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const scanner = rowScanner({
    delimiter,
    width: 5,
    onRows({ bytes, starts, ends, rows: count, counts }) {
      for (let row = 0; row < count; row++)
        rows.push(
          Array.from({ length: counts[row] ?? 0 }, (_, column) =>
            decoder.decode(bytes.subarray(starts[row * 5 + column], ends[row * 5 + column])),
          ),
        );
    },
    onFault: (fault) => rows.push([`!${fault.code}`]),
    batchRows: 3,
  });
  for (const piece of pieces) scanner.push(typeof piece === 'string' ? utf8(piece) : piece);
  scanner.finish();
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
      fc.constantFrom('', '"', '""', ',', ';', '\n', '\r\n', '\r', 'a"b', '张三', '🙂', ' x '),
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
          const bytes = utf8(text);
          const at = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
          const pieces = at.slice(1).map((end, index) => bytes.subarray(at[index], end));
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

  test('a header may hold words that could be values', () => {
    expect(detectCsv(utf8('no,y,2026\n1,5,7\n2,6,8\n')).options.header).toBe(true);
    expect(detectCsv(utf8('rep,no\nAnn,Bo\n')).options.header).toBe(true);
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

  test('rows of another width are listed, up to a thousand', () => {
    const text = `a,b\n${'1,2\n3\n'.repeat(1500)}`;
    const { ragged, problems } = read(text);
    expect([ragged.length, ragged[0], ragged[1]]).toEqual([1000, { row: 1, cells: 1 }, { row: 3, cells: 1 }]);
    expect(problems).toMatchObject([{ code: 'import.ragged-rows', params: { count: 1500, first: 2 } }]);
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

describe('what only the rest of a file tells', () => {
  const late = (...lines: string[]) => [utf8(`x\n${lines.join('\n')}\n`)];

  test('the order of day and month may be told by dates from later in the file', () => {
    const head = utf8('day,n\n1/2/2026,1\n3/4/2026,2\n');
    expect(detectCsv(head).options.columns[0]?.reading).toEqual({ type: 'date', order: 'mdy', ambiguous: true });
    const { options } = detectCsv(head, {}, 'Column', late('5/6/2026,3', '31/12/2026,4'));
    expect(options.columns[0]?.reading).toEqual({ type: 'date', order: 'dmy' });
  });

  test('names that are not UTF-8 may come late', () => {
    const gb = Uint8Array.from([0x80, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0x35, 0x0a]);
    expect(detectEncoding(utf8('rep,n\nAnn,1\n'))).toBe('utf-8');
    expect(detectEncoding(utf8('rep,n\nAnn,1\n'), [gb])).toBe('gb18030');
    expect(detectEncoding(utf8('rep,n\nAnn,1\n'), [utf8('张三,5\n').subarray(1)])).toBe('utf-8');
  });

  test('identifiers that begin with zeros and were taken for numbers are told', () => {
    const { options } = detectCsv(utf8('no\n12\n13\n'));
    const { problems } = readCsv(utf8('no\n12\n0013\n'), options);
    expect(problems).toMatchObject([{ code: 'import.lost-digits', params: { column: 'no', example: '0013' } }]);
  });
});

test('texts that stand for a blank are blank, in numbers and in texts', () => {
  const bytes = utf8('rep,amount\nAnn,5\n-,N/A\nBo,-\n');
  const { options } = detectCsv(bytes, { blanks: ['-', 'N/A'] });
  expect(options).toMatchObject({ blanks: ['-', 'N/A'], columns: [{}, { reading: { type: 'number' } }] });
  const { frame, problems } = readCsv(bytes, options);
  const cells = (key: string) => {
    const column = frame.columns.get(key);
    return column && [0, 1, 2].map((row) => cellAt(column, row));
  };
  expect([cells('rep'), cells('amount'), problems]).toEqual([['Ann', null, 'Bo'], [5, null, null], []]);
});

test('UTF-16, and a byte order mark that comes byte by byte', () => {
  const text = 'rep,amount\r\n张三,5\r\n';
  const wide = new Uint8Array([0xff, 0xfe, ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])]);
  for (const bytes of [wide, Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(text)])]) {
    const { options } = detectCsv(bytes);
    const reader = csvReader(options);
    for (const byte of bytes) reader.push(Uint8Array.of(byte));
    const { frame, problems } = reader.finish();
    const rep = frame.columns.get('rep');
    expect([options.columns[0]?.label, frame.rowCount, rep && cellAt(rep, 0), problems]).toEqual([
      'rep',
      1,
      '张三',
      [],
    ]);
  }
});

test('bytes that are not valid text are told', () => {
  const bytes = Uint8Array.from([...utf8('rep,n\nAnn,1\n'), 0xff, ...utf8('x,2\n')]);
  const { options } = detectCsv(bytes, { encoding: 'utf-8' });
  expect(readCsv(bytes, options).problems.map((one) => one.code)).toEqual(['import.bad-characters']);
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

test('a table written as CSV comes back as it was: times, errors, texts that look like formulas', () => {
  const columns = [
    { id: '1', key: 'note', label: 'Note', type: 'text' as const },
    { id: '2', key: 'at', label: 'note', type: 'time' as const },
    { id: '3', key: 'n', label: 'N', type: 'number' as const },
    { id: '4', key: 'day', label: 'Day', type: 'date' as const },
  ];
  const notes = ['=1+1', "'=1+1", "''-x", "'plain", '-', 'a\n"b"', '🙂'];
  const frame = frameOf({
    'note:text': notes,
    'at:time': [0.5, 0.25, 0, null, 0.125, 0.75, 0],
    'n:number': [0.1 + 0.2, errors['#DIV/0!'], errors['#N/A'], null, -1e21, 5e-324, 1],
    'day:date': [1, 46053, null, 2, 3, -200_000, 5],
  });
  const back = readTableCsv({ id: 't', key: 't', label: 'T', columns }, utf8(writeCsv(frame, columns))).frame;
  for (const { key } of columns) {
    const [before, after] = [frame.columns.get(key), back.columns.get(key)];
    if (!before || !after) throw new Error(key);
    expect(notes.map((_, row) => cellAt(after, row))).toEqual(notes.map((_, row) => cellAt(before, row)));
  }
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
