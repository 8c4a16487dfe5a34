import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listItems } from '../../data/list-items.ts';
import { errors, type Value } from '../../data/value.ts';
import { sayProblem } from '../../problem/codes.ts';
import { explodeRows } from '../reference/explode.ts';
import { ask } from '../testing/ask.ts';
import { runs } from '../testing/runs.ts';
import { frame, step } from '../testing/programs.ts';

function exploded(cells: readonly Value[], type = 'text', out = 'topic:text') {
  const rows = cells.map((tags, at) => ({ id: at, tags }));
  const columns = ['id', `tags:${type}`];
  const own = step({ op: 'explode', id: 'out', input: 'in', list: 'tags', out: 'topic', position: 'at' }, [
    ...columns,
    out,
    'at',
  ]);
  const read = step({ op: 'read', id: 'in', source: { from: 'table', table: 'in' } }, columns);
  return ask([read, own], { in: frame({ id: rows.map((row) => row.id), [`tags:${type}`]: cells }) });
}

test('items stand between ; or | or line breaks, else commas, or in a JSON array', () => {
  expect(listItems('a; b ;;c')).toEqual(['a', 'b', 'c']);
  expect(listItems('Acme, Inc.; Bolt')).toEqual(['Acme, Inc.', 'Bolt']);
  expect(listItems('甲、乙，丙')).toEqual(['甲', '乙', '丙']);
  expect(listItems('one\ntwo')).toEqual(['one', 'two']);
  expect(listItems('["a;b", 2, true, null]')).toEqual(['a;b', 2, true, null]);
  expect(listItems('alone')).toEqual(['alone']);
  expect([listItems(null), listItems(' '), listItems('[]')]).toEqual([[], [], []]);
  expect([listItems('[1,'), listItems('[[1]]'), listItems(7), listItems(false)]).toEqual(Array(4).fill(undefined));
});

test('a list becomes rows as in the row-at-a-time reference', () => {
  const item = fc.constantFrom('a', 'b', 'c c', '');
  const cell: fc.Arbitrary<Value> = fc.oneof(
    fc.array(item, { maxLength: 4 }).map((items) => items.join(';')),
    fc.array(item, { maxLength: 3 }).map((items) => JSON.stringify(items)),
    fc.constantFrom(null, errors['#N/A'], '[broken', 'x, y'),
  );
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 8 }), fc.constantFrom('text', 'list'), (cells, type) => {
      const rows = cells.map((tags, id) => ({ id, tags }));
      const wanted = explodeRows(rows, { list: 'tags', out: 'topic', position: 'at' });
      const run = exploded(cells, type);
      expect(run.count('out')).toBe(wanted.length);
      for (const key of ['id', 'tags', 'topic', 'at']) {
        expect(run.cells('out', key), key).toEqual(wanted.map((row) => row[key]));
      }
    }),
    { numRuns: runs(100) },
  );
});

test('items of a number column are numbers', () => {
  expect(exploded(['1; 2.5', 'x'], 'text', 'topic:number').cells('out', 'topic')).toEqual([1, 2.5, errors['#VALUE!']]);
});

test('what is no list is one row with an error, and is reported', () => {
  const run = exploded([5, 'a;b'], 'mixed');
  expect(run.cells('out', 'topic')).toEqual([errors['#VALUE!'], 'a', 'b']);
  const [found] = run.problems();
  expect([found?.code, found?.severity, found?.params]).toEqual([
    'execute.not-a-list',
    'warning',
    { column: 'tags', count: 1, example: '5' },
  ]);
  expect(found && sayProblem(found, 'en')).toContain('no list in 1 row, such as 5');
});

test('a trace says which item of which list', () => {
  const run = exploded([null, 'a;b;c']);
  const trace = run.trace('out', 1, 'topic');
  expect(trace.value).toBe('b');
  expect(trace.sentence).toEqual({ en: 'item 2 of 3 in tags', 'zh-CN': 'tags 的第 2 项，共 3 项' });
  expect(trace.inputs[0]?.cell).toEqual({ step: 'in', row: 1, column: 'tags' });
  expect(run.trace('out', 1, 'id').cell).toEqual({ step: 'in', row: 1, column: 'id' });
  expect(run.lineage('out', 2)).toEqual([{ step: 'in', rows: [1] }]);
});
