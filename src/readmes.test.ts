// The READMEs are maps: each path they name exists, and a room's page stays short enough to be read.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';

const project = resolve(import.meta.dirname, '..');
const longestRoomPage = 40;

const roots = /^(?:\.{1,2}\/|src\/|e2e\/|templates\/|public\/|\.ci\/|#\w+\/)/;
const file = /^[\w.-]+(?:\/[\w.-]+)*\.(?:ts|tsx|mts|mjs|cjs|js|json|md|css|html)$/;

/** What stands in backticks and looks like a path of this repository; patterns (`*`, `<slug>`, `…`) are none. */
function pathsIn(page: string): string[] {
  const code = page.replace(/^```[\s\S]*?^```/gm, '');
  const quoted = [...code.matchAll(/`([^`\n]+)`/g)].map((match) => (match[1] ?? '').replace(/:\d+$/, ''));
  return quoted.filter(
    (text) => /^[\w.#/-]+$/.test(text) && (roots.test(text) || (text.includes('/') && file.test(text))),
  );
}

/** A path counts from the root, or from the page's own folder; `#core/x.ts` means `src/core/x.ts`. */
function isThere(page: string, path: string): boolean {
  if (path.startsWith('#')) return existsSync(resolve(project, 'src', path.slice(1)));
  return existsSync(resolve(project, path)) || existsSync(resolve(project, dirname(page), path));
}

function pagesBelow(folder: string): string[] {
  if (!existsSync(resolve(project, folder))) return [];
  const files = readdirSync(resolve(project, folder), { recursive: true, encoding: 'utf8' });
  const pages = files.map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
  return pages.filter((page) => page.endsWith('/README.md') && !page.includes('/node_modules/'));
}
const pages = [
  ...(existsSync(resolve(project, 'README.md')) ? ['README.md'] : []),
  ...['src', 'e2e', 'templates'].flatMap(pagesBelow),
];

test('every path that a README names exists', () => {
  const missing = pages.flatMap((page) => {
    const named = pathsIn(readFileSync(resolve(project, page), 'utf8'));
    return named.filter((path) => !isThere(page, path)).map((path) => `${page} names ${path}`);
  });
  expect(missing).toEqual([]);
});

test("a room's README has at most 40 lines", () => {
  const rooms = pages.filter((page) => /^src\/.+\/README\.md$/.test(page));
  const long = rooms.filter(
    (page) => readFileSync(resolve(project, page), 'utf8').trimEnd().split('\n').length > longestRoomPage,
  );
  expect(long).toEqual([]);
});

test('paths are told from other code in backticks', () => {
  const page = [
    'See `src/layers.cjs`, `../data/column.ts:12`, `#core/data/schema.ts` and `fields/registry.ts`.',
    'Not `a / b`, `npm run check`, `react/jsx`, `src/*/x.ts`, `templates/<slug>/`.',
    '```sh',
    'cat `src/in-a-block.ts`',
    '```',
  ].join('\n');
  expect(pathsIn(page)).toEqual(['src/layers.cjs', '../data/column.ts', '#core/data/schema.ts', 'fields/registry.ts']);
  expect(isThere('src/README.md', 'src/nowhere.ts')).toBe(false);
  expect(isThere('src/README.md', './layers.cjs')).toBe(true);
});
