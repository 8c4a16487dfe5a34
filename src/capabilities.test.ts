// Every capability that CAPABILITIES.md claims names the test that proves it: it exists and it runs.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const project = resolve(import.meta.dirname, '..');

interface Claim {
  readonly capability: string;
  readonly file: string;
  readonly title: string;
}

/** The rows `| capability | file | title |` of every table in the page; a row of another shape is an error. */
function claimsIn(page: string): Claim[] {
  const rows = page.split('\n').filter((line) => line.startsWith('|'));
  return rows
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|')))
    .filter((cells) => !/^:?-+:?$/.test(cells[1] ?? '') && cells[1] !== 'capability')
    .map((cells) => {
      const [, capability, file, title, end, ...rest] = cells;
      if (!capability || !file || !title || end !== '' || rest.length > 0)
        throw new Error(`Not a row of three cells: ${cells.join(' | ')}`);
      return { capability, file: unquoted(file), title: unquoted(title) };
    });
}
const unquoted = (cell: string) => cell.replace(/^`(.*)`$/, '$1');

const runners = ['test', 'it'];
const idle = ['skip', 'todo', 'only', 'fails', 'fixme', 'skipIf', 'runIf'];

/** The titles of the tests in a file; those that are skipped (or stand in a skipped group) map to false. */
function titlesIn(text: string): Map<string, boolean> {
  const source = ts.createSourceFile('tests.tsx', text, ts.ScriptTarget.ES2023, true, ts.ScriptKind.TSX);
  const titles = new Map<string, boolean>();
  const visit = (node: ts.Node, runs: boolean): void => {
    let inside = runs;
    if (ts.isCallExpression(node)) {
      const words = namesOf(node.expression);
      const isGroup = words.includes('describe');
      if (isGroup || runners.includes(words[0] ?? '')) {
        inside = runs && !words.some((word) => idle.includes(word));
        const title = node.arguments[0];
        if (!isGroup && title && ts.isStringLiteralLike(title)) titles.set(title.text, inside);
      }
    }
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(source, true);
  return titles;
}

/** `test.each(rows)` → ['test', 'each']; for a call the names of what is called. */
function namesOf(expression: ts.Expression): string[] {
  if (ts.isIdentifier(expression)) return [expression.text];
  if (ts.isPropertyAccessExpression(expression)) return [...namesOf(expression.expression), expression.name.text];
  if (ts.isCallExpression(expression)) return namesOf(expression.expression);
  if (ts.isTaggedTemplateExpression(expression)) return namesOf(expression.tag);
  return [];
}

function faultOf({ capability, file, title }: Claim): string | undefined {
  const path = resolve(project, file);
  if (!existsSync(path)) return `${capability}: there is no file ${file}`;
  const runs = titlesIn(readFileSync(path, 'utf8')).get(title);
  if (runs === undefined) return `${capability}: ${file} has no test "${title}"`;
  return runs ? undefined : `${capability}: "${title}" in ${file} does not run as a plain test`;
}

test('every capability names a test that exists and runs', () => {
  const claims = claimsIn(readFileSync(resolve(project, 'src/CAPABILITIES.md'), 'utf8'));
  expect(claims.length).toBeGreaterThan(0);
  expect(claims.map(faultOf).filter(Boolean)).toEqual([]);
});

test('a missing file, a missing title and a skipped test are each reported', () => {
  const tests = [
    "test('plain', () => {});",
    "test.each([1])('for each %s', () => {});",
    "test.prop([a])('holds for all', () => {});",
    "test.skip('skipped', () => {});",
    "it.todo('to do');",
    "describe.skip('group', () => { it('in a skipped group', () => {}); });",
    "test.describe('story', () => { test('in a group', async () => {}); });",
    "// test('in a comment', () => {});",
  ].join('\n');
  expect(Object.fromEntries(titlesIn(tests))).toEqual({
    plain: true,
    'for each %s': true,
    'holds for all': true,
    skipped: false,
    'to do': false,
    'in a skipped group': false,
    'in a group': true,
  });
  expect(faultOf({ capability: 'x', file: 'src/nowhere.test.ts', title: 't' })).toContain('no file');
  expect(faultOf({ capability: 'x', file: 'src/capabilities.test.ts', title: 't' })).toContain('no test');
  expect(() => claimsIn('| two | cells |')).toThrow('Not a row');
});
