import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import type { Column, Frame } from '#core/data/column.ts';
import type { Edit } from '#core/edit/edit.ts';
import type { Project } from '#core/project/project.ts';
import type { OpenProject } from './open-project.ts';
import type { Answer } from './store-problem.ts';
import { sayStoreProblem } from './store-problem.ts';
import { sampleProject } from './testing/sample-project.ts';
import { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace.ts';

const day = 86_400_000;
const label = { en: 'Change the rate', 'zh-CN': '修改费率' };
const rename = (name: string): Edit => ({ op: 'project.set', patch: { name } });
const setRate = (value: number): Edit => ({
  op: 'node.prop',
  design: 'd1',
  node: 'bands',
  path: ['bands', 0, 'rate'],
  value,
});

function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}
function platform(): Pick<WorkspaceOptions, 'indexedDB' | 'IDBKeyRange'> {
  return { indexedDB: new IDBFactory(), IDBKeyRange };
}
const start = async (options: WorkspaceOptions = platform()): Promise<Workspace> => value(await openWorkspace(options));

async function startWithProject(options: WorkspaceOptions = platform()): Promise<[Workspace, OpenProject]> {
  const workspace = await start(options);
  value(await workspace.create(sampleProject()));
  return [workspace, value(await workspace.open('p1'))];
}

const deals = (amounts: readonly number[]): Frame => ({
  rowCount: amounts.length,
  columns: new Map<string, Column>([
    ['rep', { type: 'text', codes: Int32Array.from(amounts, () => 0), dictionary: ['Ann'] }],
    ['amount', { type: 'number', values: Float64Array.from(amounts) }],
  ]),
});

test('a change is there after the tab was closed, with undo and redo', async () => {
  const shared = platform();
  const [first, open] = await startWithProject(shared);
  expect(open.append([setRate(0.04)], { label })).toEqual([]);
  open.append([rename('Q2')], { label: { en: 'Rename', 'zh-CN': '改名' } });
  const changed = JSON.stringify(open.project);
  value(await open.flush());
  expect(open.state().saving).toBe('saved');
  await first.close();

  const second = await start(shared);
  const again = value(await second.open('p1'));
  expect(JSON.stringify(again.project)).toBe(changed);
  expect(again.state().undo?.en).toBe('Rename');
  again.undo();
  again.undo();
  expect(again.project).toEqual(sampleProject());
  expect(again.state().undo).toBeUndefined();
  expect(again.state().redo?.en).toBe('Change the rate');
  await second.close();

  const third = await start(shared);
  const last = value(await third.open('p1'));
  expect(last.project).toEqual(sampleProject());
  last.redo();
  last.redo();
  expect(JSON.stringify(last.project)).toBe(changed);
  await third.close();
});

test('a change that was only begun is not lost when the tab goes without closing', async () => {
  const shared = platform();
  const [, open] = await startWithProject(shared);
  open.append([rename('kept')], { label });
  value(await open.flush());
  const other = value(await (await start(shared)).open('p1'));
  expect(other.project.name).toBe('kept');
});

test('typing in one field is one undo step', async () => {
  const [, open] = await startWithProject();
  open.append([setRate(0.03)], { label });
  for (const name of ['Q', 'Q2', 'Q2 ', 'Q2 2026']) open.append([rename(name)], { label, group: 'name' });
  value(await open.flush());
  for (const name of ['Q2 2026 b', 'Q2 2026 by']) open.append([rename(name)], { label, group: 'name' });
  value(await open.flush());
  open.undo();
  expect(open.project.name).toBe('Commission 2026');
  open.redo();
  expect(open.project.name).toBe('Q2 2026 by');
  open.undo();
  open.undo();
  expect(open.project).toEqual(sampleProject());
});

test('two tabs change the same project at once and both keep everything', async () => {
  const shared = platform();
  const [, one] = await startWithProject(shared);
  const two = value(await (await start(shared)).open('p1'));
  one.append([setRate(0.07)], { label });
  two.append([rename('from two')], { label });
  two.append([{ op: 'parameter.set', parameter: 'r1', patch: { value: 0.5 } }], { label });
  await Promise.all([one.flush(), two.flush()]);
  await Promise.all([one.refresh(), two.refresh()]);
  expect(JSON.stringify(one.project)).toBe(JSON.stringify(two.project));
  expect(one.project.name).toBe('from two');
  expect(one.project.parameters[0]?.value).toBe(0.5);
  expect(JSON.stringify(one.project.designs[0])).toContain('0.07');
});

test('another tab hears of a change without asking', async () => {
  const shared = platform();
  const [, one] = await startWithProject(shared);
  const two = value(await (await start(shared)).open('p1'));
  const heard = new Promise<void>((resolve) => {
    two.subscribe(() => {
      if (two.project.name === 'told') resolve();
    });
  });
  one.append([rename('told')], { label });
  await heard;
  expect(two.state().saving).toBe('saved');
});

test('a change that another tab made impossible is reported and the rest stands', async () => {
  const shared = platform();
  const [, one] = await startWithProject(shared);
  const two = value(await (await start(shared)).open('p1'));
  one.append([{ op: 'node.remove', design: 'd1', node: 'bands' }], { label });
  value(await one.flush());
  two.append([setRate(0.09)], { label });
  two.append([rename('still')], { label });
  value(await two.flush());
  expect(two.state().lost.map((problem) => problem.code)).toEqual(['edit.not-found']);
  expect(two.project.name).toBe('still');
  await one.refresh();
  expect(JSON.stringify(one.project)).toBe(JSON.stringify(two.project));
});

test('rows of a table come back, and follow a renamed column', async () => {
  const shared = platform();
  const first = await start(shared);
  value(await first.create(sampleProject(), new Map([['deals', deals([10, 20.5, 30])]])));
  const open = value(await first.open('p1'));
  expect((await first.listProjects())[0]?.counts.rows).toBe(3);
  open.append([{ op: 'key.set', what: 'column', table: 't1', id: 'c2', to: 'value' }], { label });
  const frame = value(await open.readTable('deals'));
  expect(frame.rowCount).toBe(3);
  expect(frame.columns.get('value')).toEqual({ type: 'number', values: Float64Array.of(10, 20.5, 30) });
  expect((await open.readTable('none')).ok).toBe(false);
});

test('rows are collected when no document, undo or log names them, and not before', async () => {
  let now = 1_000 * day;
  const shared = { ...platform(), now: () => now, limits: { snapshotEvery: 2, snapshotsKept: 2 } };
  const workspace = await start(shared);
  value(await workspace.create(sampleProject(), new Map([['deals', deals([1])]])));
  const open = value(await workspace.open('p1'));
  const data = value(await open.writeTable(open.project.tables[0]?.columns ?? [], deals([2, 3])));
  expect(value(await workspace.tidy())).toBe(0);
  open.append([{ op: 'table.set', table: 't1', patch: { data } }], { label });
  value(await open.flush());
  now += 2 * day;
  expect(value(await workspace.tidy())).toBe(0);
  open.undo();
  expect(value(await open.readTable('deals')).rowCount).toBe(1);
  open.redo();
  for (let i = 0; i < 8; i++) {
    open.append([rename(`name ${i}`)], { label });
    value(await open.flush());
  }
  expect(value(await workspace.tidy())).toBe(1);
  expect(value(await open.readTable('deals')).rowCount).toBe(2);
});

test('old entries are forgotten after snapshots and the project stays the same', async () => {
  const shared = { ...platform(), limits: { snapshotEvery: 5, snapshotsKept: 2 } };
  const [first, open] = await startWithProject(shared);
  for (let i = 0; i < 33; i++) {
    open.append([setRate(i)], { label });
    value(await open.flush());
  }
  const before = JSON.stringify(open.project);
  await first.close();
  const again = value(await (await start(shared)).open('p1'));
  expect(JSON.stringify(again.project)).toBe(before);
  let undone = 0;
  while (again.state().undo) {
    again.undo();
    undone++;
  }
  expect(undone).toBeGreaterThanOrEqual(5);
  expect(undone).toBeLessThan(33);
  expect(JSON.stringify(again.project)).toContain(`"rate":${32 - undone}`);
});

test('projects are listed, copied, put into the bin, brought back and erased', async () => {
  let now = 1_000 * day;
  const shared = { ...platform(), now: () => now };
  const workspace = await start(shared);
  value(await workspace.create(sampleProject(), new Map([['deals', deals([1, 2])]])));
  expect((await workspace.create(sampleProject())).ok).toBe(false);
  now += 1000;
  value(await workspace.duplicate('p1', { id: 'p2', name: 'Copy' }));
  expect((await workspace.listProjects()).map((one) => one.name)).toEqual(['Copy', 'Commission 2026']);
  expect((await workspace.listProjects())[1]?.thumbnail.edges).toEqual([[0, 1]]);
  const copy = value(await workspace.open('p2'));
  expect(value(await copy.readTable('deals')).rowCount).toBe(2);

  value(await workspace.delete('p1'));
  expect((await workspace.listProjects()).map((one) => one.id)).toEqual(['p2']);
  expect((await workspace.listBin()).map((one) => one.id)).toEqual(['p1']);
  value(await workspace.restore('p1'));
  expect(await workspace.listBin()).toEqual([]);
  value(await workspace.delete('p1'));
  now += 31 * day;
  value(await workspace.tidy());
  const gone = await workspace.open('p1');
  expect(gone.ok ? '' : gone.problem.code).toBe('store.not-found');
  expect(value(await copy.readTable('deals')).rowCount).toBe(2);
});

test('a change to a project that another tab erased is answered with words and stays in memory', async () => {
  const [workspace, open] = await startWithProject();
  value(await workspace.erase('p1'));
  open.append([rename('too late')], { label });
  const saved = await open.flush();
  expect(saved.ok ? '' : sayStoreProblem(saved.problem, 'en')).toMatch(/no longer in this browser/);
  expect(open.state().saving).toBe('failed');
  expect(open.project.name).toBe('too late');
});

test('a browser that keeps nothing is answered with words', async () => {
  class Closed extends IDBFactory {
    override open(): never {
      throw new DOMException('The user agent does not allow it.', 'InvalidStateError');
    }
  }
  const opened = await openWorkspace({ indexedDB: new Closed(), IDBKeyRange });
  expect(opened.ok ? '' : opened.problem.code).toBe('store.unavailable');
});

test.each([
  [{ version: 3 }, 'store.newer'],
  [{ locale: 'fr' }, 'store.unreadable'],
])('a stored project that cannot be read stays as it is and can be downloaded: %j', async (fault, code) => {
  const workspace = await start();
  const stored = { ...sampleProject(), ...fault } as Project;
  value(await workspace.create(stored));
  const opened = await workspace.open('p1');
  expect(opened.ok ? '' : opened.problem.code).toBe(code);
  expect(JSON.parse((await workspace.storedText('p1')) ?? '')).toEqual(stored);
});

test('preferences are remembered', async () => {
  const shared = platform();
  const first = await start(shared);
  await first.setPreference('panes', { left: 240 });
  await first.close();
  expect(await (await start(shared)).preference('panes')).toEqual({ left: 240 });
});
