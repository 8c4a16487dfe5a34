// Plants imports in a tree of its own and sees each breach named, so that a silent rule cannot pass for a kept one.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkLayers } from './check-layers.ts';

const project = resolve(import.meta.dirname, '..');
const trees: string[] = [];
afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true, force: true });
});

async function breachesOf(files: Record<string, string>): Promise<readonly string[]> {
  const tree = mkdtempSync(join(tmpdir(), 'layers-'));
  trees.push(tree);
  cpSync(join(project, 'package.json'), join(tree, 'package.json'));
  symlinkSync(join(project, 'node_modules'), join(tree, 'node_modules'), 'dir');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  return (await checkLayers(tree)).breaches;
}

const leaf = 'export const leaf = 1;\n';
const uses = (specifier: string) => `import { leaf } from '${specifier}';\nexport const use = () => leaf;\n`;

/** What is planted: the rule it breaks, the file at fault, what it imports, and that file's path if it must exist. */
const plants: [rule: string, from: string, specifier: string, to?: string][] = [
  ['core-is-pure', 'src/core/data/column.ts', 'react'],
  ['core-is-pure', 'src/core/data/column.ts', 'node:fs'],
  ['core-is-pure', 'src/core/compile/compile.ts', '#kinds/catalog.ts', 'src/kinds/catalog.ts'],
  ['core-data-only-downwards', 'src/core/data/column.ts', '../formula/tree.ts', 'src/core/formula/tree.ts'],
  ['core-formula-only-downwards', 'src/core/formula/tree.ts', '#core/program/ops.ts', 'src/core/program/ops.ts'],
  ['core-program-only-downwards', 'src/core/program/ops.ts', '../execute/run.ts', 'src/core/execute/run.ts'],
  ['core-execute-only-downwards', 'src/core/execute/run.ts', '../compile/compile.ts', 'src/core/compile/compile.ts'],
  ['core-simulate-only-downwards', 'src/core/simulate/s.ts', '../project/project.ts', 'src/core/project/project.ts'],
  ['core-project-only-downwards', 'src/core/project/project.ts', '../edit/apply.ts', 'src/core/edit/apply.ts'],
  ['core-contracts-only-types-of-the-document', 'src/core/contracts/n.ts', '../project/p.ts', 'src/core/project/p.ts'],
  ['kinds-are-islands', 'src/kinds/nodes/a/a.ts', '../b/b.ts', 'src/kinds/nodes/b/b.ts'],
  ['kinds-are-islands', 'src/kinds/nodes/a/a.ts', '#ui/button.ts', 'src/ui/button.ts'],
  ['kind-views-are-islands', 'src/kinds/nodes/a/a.view.tsx', '../b/b.ts', 'src/kinds/nodes/b/b.ts'],
  ['kind-views-are-islands', 'src/kinds/nodes/a/a.view.tsx', '#app/x.ts', 'src/app/x.ts'],
  ['kinds-ts-is-pure', 'src/kinds/nodes/a/a.ts', './a.view.tsx', 'src/kinds/nodes/a/a.view.tsx'],
  ['kind-registry', 'src/kinds/nodes/registry.ts', '../fields/f/f.ts', 'src/kinds/fields/f/f.ts'],
  ['kind-catalog', 'src/kinds/catalog.ts', './nodes/a/a.ts', 'src/kinds/nodes/a/a.ts'],
  ['exporters-own-folder', 'src/exporters/dmn/dmn.ts', '../xlsx/xlsx.ts', 'src/exporters/xlsx/xlsx.ts'],
  ['exporters-own-folder', 'src/exporters/dmn/dmn.ts', '#core/execute/run.ts', 'src/core/execute/run.ts'],
  ['exporters-no-screen', 'src/exporters/dmn/dmn.ts', 'react'],
  ['importers-own-folder', 'src/importers/csv/csv.ts', '#store/db.ts', 'src/store/db.ts'],
  ['engine-worker', 'src/engine/worker.ts', '#core/compile/compile.ts', 'src/core/compile/compile.ts'],
  ['engine', 'src/engine/client.ts', '#ui/button.ts', 'src/ui/button.ts'],
  ['store', 'src/store/db.ts', 'react'],
  ['headless-no-screen', 'src/headless/main.ts', '#store/db.ts', 'src/store/db.ts'],
  ['ui', 'src/ui/button.ts', '#core/data/column.ts', 'src/core/data/column.ts'],
  ['ui-controls', 'src/ui/controls/line.tsx', '@mantine/core'],
  ['app-is-the-roof', 'src/store/db.ts', '#app/x.ts', 'src/app/x.ts'],
  ['no-test-code-in-the-product', 'src/store/db.ts', './db.test.ts', 'src/store/db.test.ts'],
  ['not-resolvable', 'src/core/data/column.ts', '#core/data/nowhere.ts'],
];

test.each(plants)('%s is named when %s imports %s', async (rule, from, specifier, to) => {
  const found = await breachesOf({ ...(to ? { [to]: leaf } : {}), [from]: uses(specifier) });
  expect(found).toContainEqual(expect.stringContaining(`${rule}: ${from} → `));
});

test('what the worker reaches through others is named', async () => {
  const files = {
    'src/engine/worker.ts': uses('#core/execute/run.ts'),
    'src/core/execute/run.ts': "export { leaf } from '#core/program/ops.ts';\n",
    'src/core/program/ops.ts': "import { z } from 'zod';\nexport const leaf = z.string();\n",
  };
  const named = await breachesOf(files);
  expect(named).toContainEqual(expect.stringContaining('worker-reaches-no-zod-no-kinds: src/engine/worker.ts → '));
  const typesOnly = {
    ...files,
    'src/core/program/ops.ts': "import type { z } from 'zod';\nexport const leaf = 1 as z.core.$brand | 1;\n",
  };
  expect(await breachesOf(typesOnly)).toEqual([]);
});

test('the published form reaches no component library', async () => {
  const found = await breachesOf({
    'src/form-runtime.tsx': uses('#ui/button.ts'),
    'src/ui/button.ts': "import { Button } from '@mantine/core';\nexport const leaf = Button;\n",
  });
  expect(found).toContainEqual(expect.stringContaining('form-runtime-is-small: src/form-runtime.tsx → '));
});

test('a cycle is named, also among tests; a cycle of types alone is none', async () => {
  const cycle = await breachesOf({
    'src/core/data/a.test.ts': uses('./b.test.ts'),
    'src/core/data/b.test.ts': uses('./a.test.ts'),
  });
  expect(cycle).toContainEqual(expect.stringContaining('no-circular: src/core/data/a.test.ts → '));
  const ofTypes = await breachesOf({
    'src/core/data/a.ts': "import type { B } from './b.ts';\nexport type A = { b?: B };\n",
    'src/core/data/b.ts': "import type { A } from './a.ts';\nexport type B = { a?: A };\n",
  });
  expect(ofTypes).toEqual([]);
});

test('what the table allows is not named, and tests may import any room', async () => {
  expect(
    await breachesOf({
      'src/core/data/leaf.ts': leaf,
      'src/core/formula/tree.ts': uses('../data/leaf.ts'),
      'src/core/contracts/node.ts':
        "import type { leaf } from '#core/project/project.ts';\nexport type N = typeof leaf;\n",
      'src/core/project/project.ts': "import { z } from 'zod';\nexport const leaf = z.string();\n",
      'src/kinds/nodes/a/a.ts': uses('#core/data/leaf.ts'),
      'src/kinds/nodes/a/a.view.tsx': "import { useState } from 'react';\nexport const use = useState;\n",
      'src/kinds/nodes/registry.ts': "export { use } from './a/a.ts';\n",
      'src/kinds/nodes/views.tsx': "export { use } from './a/a.view.tsx';\n",
      'src/kinds/catalog.ts': "export { use } from './nodes/registry.ts';\n",
      'src/store/db.ts': "import Dexie from 'dexie';\nexport const leaf = Dexie;\n",
      'src/app/x.tsx': uses('#store/db.ts'),
      'src/headless/main.ts': "export { use } from '#kinds/catalog.ts';\n",
      'src/core/data/leaf.test.ts':
        "import { use } from '#kinds/catalog.ts';\nimport { leaf } from '#store/db.ts';\nexport const both = [use, leaf];\n",
    }),
  ).toEqual([]);
});

test('a tree without modules is an error, not a pass', async () => {
  await expect(breachesOf({ 'src/notes.md': '' })).rejects.toThrow('No modules were read');
});
