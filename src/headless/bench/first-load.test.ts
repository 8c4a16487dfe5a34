import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { firstLoad } from './first-load.ts';

test('the first load counts what the page imports at once, each script once, and tells the rest of the library apart', () => {
  const folder = mkdtempSync(join(tmpdir(), 'first-load-'));
  try {
    mkdirSync(join(folder, 'assets'));
    const files: Record<string, string> = {
      'index-a.js': 'import{x}from"./react-b.js";import"./shared-c.js";const later=()=>import("./library-feed-d.js")',
      'react-b.js': 'import "./shared-c.js";export const x=1',
      'shared-c.js': 'export const y=2',
      'library-feed-d.js': 'import{y}from"./shared-c.js";import{s}from"./store-e.js"',
      'store-e.js': 'export const s=3',
      'canvas-f.js': 'export const c=4',
      'index-g.css': 'p{}',
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'assets', name), text);
    writeFileSync(
      join(folder, 'index.html'),
      '<script type="module" src="/assets/index-a.js"></script><link rel="stylesheet" href="/assets/index-g.css">',
    );
    const size = (...names: string[]) =>
      names.reduce((sum, name) => sum + gzipSync(files[name] ?? '').length, 0) / 1000;
    const load = firstLoad(pathToFileURL(`${folder}/`));
    expect(load.scripts).toBeCloseTo(size('index-a.js', 'react-b.js', 'shared-c.js'), 9);
    expect(load.styles).toBeCloseTo(size('index-g.css'), 9);
    expect(load.after).toBeCloseTo(size('library-feed-d.js', 'store-e.js'), 9);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
