import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalog } from '#kinds/catalog.ts';
import { hasIcon } from './icon.tsx';

const source = join(import.meta.dirname, '..');

function* sourceFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sourceFiles(path);
    else if (/\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name)) yield path;
  }
}

test('every icon that a kind or a screen names can be drawn', () => {
  const named = new Map([...catalog.nodes.values()].map((kind) => [kind.icon, kind.kind]));
  for (const room of ['ui', 'app']) {
    for (const path of sourceFiles(join(source, room))) {
      for (const match of readFileSync(path, 'utf8').matchAll(
        /\bicon(?:=|: )["']([a-z0-9-]+)["']|<Icon name="([a-z0-9-]+)"/g,
      )) {
        named.set(match[1] ?? match[2] ?? '', path);
      }
    }
  }
  expect(named.size).toBeGreaterThan(30);
  expect([...named].filter(([icon]) => !hasIcon(icon))).toEqual([]);
});
