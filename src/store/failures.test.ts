import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { sampleProject } from './testing/sample-project.ts';
import { sayStoreProblem, storeProblem, type Answer, type StoreProblem } from './store-problem.ts';
import { openWorkspace } from './workspace.ts';

const label = { en: 'Rename', 'zh-CN': '改名' };
const rename = (name: string) => [{ op: 'project.set' as const, patch: { name } }];

function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}

/** The platform as it is when the disk is full: nothing can be added any more. */
async function withFullDisk(work: () => Promise<void>): Promise<void> {
  const { add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = () => {
    throw new DOMException('The disk is full.', 'QuotaExceededError');
  };
  try {
    await work();
  } finally {
    IDBObjectStore.prototype.add = add;
  }
}

test('a full disk is told, nothing in memory is lost, and saving goes on when there is room again', async () => {
  const platform = { indexedDB: new IDBFactory(), IDBKeyRange };
  const workspace = value(await openWorkspace(platform));
  value(await workspace.create(sampleProject()));
  const open = value(await workspace.open('p1'));
  await withFullDisk(async () => {
    open.append(rename('unsaved'), { label });
    const saved = await open.flush();
    expect(saved.ok ? '' : saved.problem.code).toBe('store.full');
    expect(open.state()).toMatchObject({ saving: 'failed', problem: { code: 'store.full' }, undo: label });
    expect(open.project.name).toBe('unsaved');
  });
  value(await open.flush());
  expect(open.state()).toMatchObject({ saving: 'saved' });
  expect(open.state().problem).toBeUndefined();
  await workspace.close();
  const again = value(await openWorkspace(platform));
  expect(value(await again.open('p1')).project.name).toBe('unsaved');
});

test('a tab with an older database in the way is told, and opening goes on when it is closed', async () => {
  const indexedDB = new IDBFactory();
  const stubborn = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('saleswright', 1);
    request.onsuccess = () => resolve(request.result);
  });
  const told: StoreProblem[] = [];
  const opened = await openWorkspace({
    indexedDB,
    IDBKeyRange,
    onProblem: (problem) => {
      told.push(problem);
      stubborn.close();
    },
  });
  value(opened);
  expect(told.map((one) => one.code)).toEqual(['store.blocked']);
});

test('a newer version in another tab closes this one, which says so and keeps what it has in memory', async () => {
  const indexedDB = new IDBFactory();
  const told: StoreProblem[] = [];
  const workspace = value(await openWorkspace({ indexedDB, IDBKeyRange, onProblem: (one) => told.push(one) }));
  value(await workspace.create(sampleProject()));
  const open = value(await workspace.open('p1'));
  await new Promise((resolve) => {
    indexedDB.open('saleswright', 999).onsuccess = resolve;
  });
  expect(told.map((one) => one.code)).toEqual(['store.replaced']);
  open.append(rename('in memory'), { label });
  const saved = await open.flush();
  expect(saved.ok ? '' : saved.problem.code).toBe('store.replaced');
  expect(open.project.name).toBe('in memory');
  const second = await openWorkspace({ indexedDB, IDBKeyRange });
  expect(second.ok ? '' : second.problem.code).toBe('store.newer');
});

test('every failure has words in both languages', () => {
  const failures = ['QuotaExceededError', 'VersionError', 'InvalidStateError', 'DatabaseClosedError', 'Other'];
  const problems = failures.map((name) => storeProblem(new DOMException('…', name)));
  expect(problems.map((one) => one.code)).toEqual([
    'store.full',
    'store.newer',
    'store.unavailable',
    'store.replaced',
    'store.failed',
  ]);
  for (const one of problems) {
    expect(sayStoreProblem(one, 'en')).toMatch(/^[A-Z].+\.$/);
    expect(sayStoreProblem(one, 'zh-CN')).toMatch(/。$/);
  }
});
