import { fc, test as prop } from '@fast-check/vitest';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { changeRows, type RowsChange } from '#core/data/change-rows.ts';
import { cellAt, type Column, type Frame } from '#core/data/column.ts';
import type { Edit } from '#core/edit/edit.ts';
import type { TableDefinition } from '#core/project/project.ts';
import type { OpenProject } from './open-project.ts';
import type { TableChange } from './change-table.ts';
import type { Answer } from './store-problem.ts';
import { sampleProject } from './testing/sample-project.ts';
import { openWorkspace } from './workspace.ts';

const label = { en: 'Edit', 'zh-CN': '编辑' };
function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}
const frameOf = (amounts: readonly number[]): Frame => ({
  rowCount: amounts.length,
  columns: new Map<string, Column>([
    [
      'rep',
      {
        type: 'text',
        codes: Int32Array.from(amounts, (amount) => Math.abs(amount) % 3),
        dictionary: ['Ann', 'Bo', 'Cy'],
      },
    ],
    ['amount', { type: 'number', values: Float64Array.from(amounts) }],
  ]),
});
const cells = (frame: Frame) =>
  [...frame.columns.values()].map((column) => Array.from({ length: frame.rowCount }, (_, row) => cellAt(column, row)));

async function opened(frame: Frame) {
  const platform = { indexedDB: new IDBFactory(), IDBKeyRange };
  const workspace = value(await openWorkspace(platform));
  value(await workspace.create(sampleProject(), new Map([['deals', frame]])));
  return { workspace, open: value(await workspace.open('p1')), platform };
}
const tableOf = (open: OpenProject) => open.project.tables[0] as TableDefinition;
async function change(open: OpenProject, asked: TableChange): Promise<readonly string[]> {
  const { swaps, rows } = value(await open.changeTable(tableOf(open), asked));
  const edit: Edit = { op: 'table.rows', table: 't1', swaps, rows };
  return open.append([edit], { label }).map((one) => one.code);
}

test('one cell of many rows rewrites one column of one chunk; undo brings back the very same chunks', async () => {
  const { open, workspace } = await opened(frameOf(Array.from({ length: 200_000 }, (_, i) => i)));
  const before = JSON.stringify(open.project);
  const chunks = tableOf(open).data?.chunks ?? [];
  expect(await change(open, { set: [{ column: 'amount', rows: [70_000], values: [-5] }] })).toEqual([]);
  const after = tableOf(open).data?.chunks ?? [];
  expect([after.length, after.filter((id) => chunks.includes(id)).length]).toEqual([chunks.length + 1, chunks.length]);
  expect(after.slice(0, 2)).toEqual(chunks.slice(0, 2));

  expect(await change(open, { set: [{ column: 'amount', rows: [70_001], values: [-6] }] })).toEqual([]);
  // The layer before is covered: it goes instead of piling up.
  expect(tableOf(open).data?.chunks.length).toBe(chunks.length + 1);
  const frame = value(await open.readTable('deals'));
  const amount = frame.columns.get('amount') as Column;
  expect([69_999, 70_000, 70_001, 70_002].map((row) => cellAt(amount, row))).toEqual([69_999, -5, -6, 70_002]);

  open.undo();
  open.undo();
  expect(JSON.stringify(open.project)).toBe(before);
  await workspace.close();
});

test('an edit made on rows that another tab changed meanwhile is refused, on other rows it stands beside it', async () => {
  const { open, workspace, platform } = await opened(frameOf(Array.from({ length: 140_000 }, (_, i) => i)));
  const other = value(await openWorkspace(platform));
  const there = value(await other.open('p1'));
  const stale = value(await open.changeTable(tableOf(open), { set: [{ column: 'amount', rows: [1], values: [7] }] }));
  expect(await change(there, { set: [{ column: 'amount', rows: [100_000], values: [8] }] })).toEqual([]);
  value(await there.flush());
  await open.refresh();
  expect(open.append([{ op: 'table.rows', table: 't1', ...stale }], { label })).toEqual([]);
  const refused = open.append([{ op: 'table.rows', table: 't1', ...stale }], { label });
  expect(refused.map((one) => one.code)).toEqual(['edit.rows-changed']);
  const amount = value(await open.readTable('deals')).columns.get('amount') as Column;
  expect([cellAt(amount, 1), cellAt(amount, 100_000)]).toEqual([7, 8]);
  await workspace.close();
  await other.close();
});

test('rows come into a table that had none, and undo leaves it without', async () => {
  const { open, workspace } = await opened(frameOf([]));
  expect(await change(open, { insert: { at: 0, rows: frameOf([3, 4]) } })).toEqual([]);
  expect([tableOf(open).data?.rows, cells(value(await open.readTable('deals')))[1]]).toEqual([2, [3, 4]]);
  open.undo();
  expect(value(await open.readTable('deals')).rowCount).toBe(0);
  await workspace.close();
});

const step = fc.record({
  set: fc.array(fc.tuple(fc.nat(), fc.integer({ min: -9, max: 9 })), { maxLength: 4 }),
  remove: fc.array(fc.nat(), { maxLength: 3 }),
  insert: fc.option(fc.tuple(fc.nat(), fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 4 })), { nil: undefined }),
});

prop.prop([fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 8 }), fc.array(step, { maxLength: 4 })], {
  numRuns: 30,
})(
  'stored rows changed again and again are the rows that changing the whole table gives; undoing all gives the first',
  async (amounts, steps) => {
    const { open, workspace } = await opened(frameOf(amounts));
    let frame = frameOf(amounts);
    let done = 0;
    for (const { set, remove, insert } of steps) {
      const count = frame.rowCount;
      const wrapped = (row: number) => row % Math.max(1, count);
      const asked: RowsChange = {
        ...(count > 0
          ? { set: [{ column: 'amount', rows: set.map(([row]) => wrapped(row)), values: set.map(([, one]) => one) }] }
          : {}),
        ...(count > 0 ? { remove: [...new Set(remove.map(wrapped))].sort((a, b) => a - b) } : {}),
        ...(insert ? { insert: { at: insert[0] % (count + 1), rows: frameOf(insert[1]) } } : {}),
      };
      expect(await change(open, asked)).toEqual([]);
      done++;
      frame = changeRows(frame, asked);
      expect(cells(value(await open.readTable('deals')))).toEqual(cells(frame));
      expect(tableOf(open).data?.rows).toBe(frame.rowCount);
    }
    for (let n = 0; n < done; n++) open.undo();
    expect(cells(value(await open.readTable('deals')))).toEqual(cells(frameOf(amounts)));
    await workspace.close();
  },
);
