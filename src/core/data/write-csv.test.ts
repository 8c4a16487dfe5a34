import { expect, test } from 'vitest';
import { errors } from './value.ts';
import { frame } from '../execute/testing/programs.ts';
import { csvChunks, writeCsv } from './write-csv.ts';

test('CSV has keys as header, full precision, ISO dates, errors as text and quoted text', () => {
  const made = frame({
    'rep:text': ['Ann', 'O"Hara, Bo', null],
    'amount:number': [0.1 + 0.2, 1e21, errors['#DIV/0!']],
    'closed:date': [46053, null, 1],
    'won:boolean': [true, false, null],
  });
  const columns = (['rep:text', 'amount:number', 'closed:date', 'won:boolean'] as const).map((name) => {
    const [key = '', type = ''] = name.split(':');
    return { key, type: type as 'text' | 'number' | 'date' | 'boolean' };
  });
  expect(writeCsv(made, columns)).toBe(
    'rep,amount,closed,won\n' +
      'Ann,0.30000000000000004,2026-01-31,TRUE\n' +
      '"O""Hara, Bo",1e+21,,FALSE\n' +
      ',#DIV/0!,1899-12-31,\n',
  );
});

test('CSV neutralises text that a spreadsheet would run, and never a number', () => {
  const made = frame({
    'note:text': ['=1+1', '+1', '-x', '@a', '\tx', 'a=b', '-0'],
    'n:number': [-1, -0, 2, 3, 4, 5, 6],
  });
  const lines = writeCsv(made, [
    { key: 'note', type: 'text' },
    { key: 'n', type: 'number' },
  ]).split('\n');
  expect(lines).toEqual(['note,n', "'=1+1,-1", "'+1,0", "'-x,2", "'@a,3", "'\tx,4", 'a=b,5', "'-0,6", '']);
});

test('CSV in chunks is the same text', () => {
  const values = Array.from({ length: 10_000 }, (_, i) => i / 7);
  const made = frame({ 'x:number': values });
  const columns = [{ key: 'x', type: 'number' }] as const;
  const chunks = [...csvChunks(made, columns)];
  expect(chunks.length).toBe(4);
  expect(chunks.join('')).toBe(writeCsv(made, columns));
  expect(chunks.join('').split('\n').slice(1, -1).map(Number)).toEqual(values);
});
