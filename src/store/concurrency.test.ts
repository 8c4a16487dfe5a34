import { fc, test } from '@fast-check/vitest';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect } from 'vitest';
import type { Edit } from '#core/edit/edit.ts';
import type { OpenProject } from './open-project.ts';
import type { Answer } from './store-problem.ts';
import { sampleProject } from './testing/sample-project.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}
const label = { en: 'Add', 'zh-CN': '添加' };
const parameter = (name: string): Edit => ({
  op: 'parameter.add',
  parameter: { id: name, key: name, label: name, type: 'number', value: 1 },
});

/** Two tabs on one database; each can be closed and opened again. */
async function twoTabs() {
  const platform = { indexedDB: new IDBFactory(), IDBKeyRange, limits: { snapshotEvery: 4, snapshotsKept: 1000 } };
  const workspaces: Workspace[] = [value(await openWorkspace(platform)), value(await openWorkspace(platform))];
  value(await workspaces[0]!.create(sampleProject()));
  const open: OpenProject[] = [];
  for (const workspace of workspaces) open.push(value(await workspace.open('p1')));
  return {
    tab: (index: number): OpenProject => open[index]!,
    async reload(index: number): Promise<void> {
      await workspaces[index]!.close();
      workspaces[index] = value(await openWorkspace(platform));
      open[index] = value(await workspaces[index]!.open('p1'));
    },
    async settle(): Promise<void> {
      for (const one of open) value(await one.flush());
      for (const one of open) await one.refresh();
    },
    async close(): Promise<void> {
      for (const workspace of workspaces) await workspace.close();
    },
  };
}

const step = fc.record({
  tab: fc.nat({ max: 1 }),
  does: fc.constantFrom('edit', 'edit', 'edit', 'type', 'undo', 'redo', 'flush', 'pause', 'reload'),
});

/** Typing that another tab's entry divides in the log, undone in one step. */
const divided = (
  [
    [1, 'edit'],
    [1, 'type'],
    [0, 'reload'],
    [0, 'edit'],
    [1, 'type'],
    [1, 'undo'],
    [0, 'edit'],
    [0, 'edit'],
  ] as const
).map(([tab, does]) => ({ tab, does }));

test.prop([fc.array(step, { minLength: 5, maxLength: 30 })], { numRuns: 15, examples: [[divided]] })(
  'edits, undo, redo and reloads in two tabs at once lose nothing',
  async (steps) => {
    const tabs = await twoTabs();
    const turns = steps.some((one) => one.does === 'undo');
    const made: string[] = [];
    for (const { tab, does } of steps) {
      const open = tabs.tab(tab);
      if (does === 'edit' || does === 'type') {
        const name = `p${made.length}`;
        const group = does === 'type' ? { group: `typing ${tab}` } : {};
        expect(open.append([parameter(name)], { label, ...group })).toEqual([]);
        made.push(name);
      } else if (does === 'undo') open.undo();
      else if (does === 'redo') open.redo();
      else if (does === 'flush') value(await open.flush());
      else if (does === 'pause') await new Promise((resolve) => setTimeout(resolve, 0));
      else await tabs.reload(tab);
    }
    await tabs.settle();
    const [one, two] = [tabs.tab(0), tabs.tab(1)];
    expect(JSON.stringify(one.project)).toBe(JSON.stringify(two.project));
    expect([...one.state().lost, ...two.state().lost]).toEqual([]);
    if (!turns) expect(one.project.parameters.map((each) => each.key).sort()).toEqual(['rate', ...made].sort());

    const before = JSON.stringify(one.project);
    await tabs.reload(0);
    const again = tabs.tab(0);
    expect(JSON.stringify(again.project)).toBe(before);
    expect(again.state().undo).toEqual(two.state().undo);
    let undone = 0;
    for (; again.state().undo; undone++) again.undo();
    expect(again.project).toEqual(sampleProject());
    for (; undone > 0; undone--) again.redo();
    expect(again.project.parameters.map((each) => each.key).sort()).toEqual(
      two.project.parameters.map((each) => each.key).sort(),
    );
    await tabs.close();
  },
);
