// The core computes the same result everywhere: no clock, no dice, no locale of the machine, no code from text.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const project = resolve(import.meta.dirname, '../..');

const impurities: [name: string, pattern: RegExp][] = [
  ['dice', /\bMath\s*\.\s*random\b/],
  ['clock', /\bDate\s*\.\s*now\b|\bnew\s+Date\b|\bTemporal\s*\.\s*Now\b|\bperformance\s*\./],
  ['crypto', /\bcrypto\b/],
  [
    'locale of the machine',
    /\blocaleCompare\b|\.toLocale(?:Lower|Upper)Case\(|\.toLocale(?:Date|Time)?String\(\s*(?:undefined\b|\))/,
  ],
  ['locale and zone of the machine', /\bIntl\s*\.\s*\w+\(\s*(?:undefined\b|\))/],
  ['code from text', /\beval\s*\(|\bnew\s+Function\b/],
];

/** The code without its comments and texts, on the same lines: those may speak of the clock. */
function codeOnly(text: string): string {
  const source = ts.createSourceFile('scanned.ts', text, ts.ScriptTarget.ES2023, true, ts.ScriptKind.TS);
  let code = '';
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    if (node.getChildCount(source) > 0) return node.getChildren(source).forEach(visit);
    code +=
      spacing(text.slice(node.getFullStart(), node.getStart(source))) + (isText(node) ? "''" : node.getText(source));
  };
  visit(source);
  return code;
}
const isText = (node: ts.Node) =>
  ts.isStringLiteralLike(node) ||
  ts.isRegularExpressionLiteral(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddleOrTemplateTail(node);
const spacing = (trivia: string) =>
  trivia.includes('\n') ? '\n'.repeat(trivia.split('\n').length - 1) : trivia && ' ';

function impuritiesIn(text: string): string[] {
  const lines = codeOnly(text).split('\n');
  return lines.flatMap((line, at) =>
    impurities.filter(([, pattern]) => pattern.test(line)).map(([name]) => `${at + 1}: ${name}: ${line.trim()}`),
  );
}

function sourcesBelow(folder: string): string[] {
  if (!existsSync(resolve(project, folder))) return [];
  const files = readdirSync(resolve(project, folder), { recursive: true, encoding: 'utf8' });
  const sources = files.map((file) => `${folder}/${file.replaceAll('\\', '/')}`).filter((file) => file.endsWith('.ts'));
  return sources.filter((file) => !/\.(test|bench)\.ts$|\/testing\//.test(file));
}

test('the core and the kinds hold no clock, dice, machine locale or code from text', () => {
  const scanned = ['src/core', 'src/kinds'].flatMap(sourcesBelow);
  expect(scanned.length).toBeGreaterThan(0);
  const found = scanned.flatMap((file) =>
    impuritiesIn(readFileSync(resolve(project, file), 'utf8')).map((line) => `${file}:${line}`),
  );
  expect(found).toEqual([]);
});

test.each([
  'const n = Math.random();',
  'const t = Date.now();',
  'const d = new Date(0);',
  'const d = new   Date();',
  'const i = Temporal.Now.instant();',
  'const p = performance.now();',
  'const id = crypto.randomUUID();',
  'const id = globalThis.crypto.randomUUID();',
  'names.sort((a, b) => a.localeCompare(b));',
  'const text = amount.toLocaleString();',
  'const text = amount.toLocaleString(undefined, {});',
  'const format = new Intl.NumberFormat();',
  'const text = name.toLocaleUpperCase();',
  'const text = `${Date.now()}`;',
  'const v = eval(text);',
  "const f = new Function('return 1');",
])('the scan catches a planted %s', (snippet) => {
  expect(impuritiesIn(`// first line\n${snippet}\n`)).toEqual([expect.stringMatching(/^2: /)]);
});

test('the scan lets comments, texts and stated locales pass', () => {
  const text = [
    '/** Never Date.now(): the time is an argument. */',
    "const message = 'new Date() and Math.random() and eval(x)';",
    'const other = `crypto ${message} Date.now()`;',
    "const shown = (5).toLocaleString('en');",
    '// performance.now()',
    'export const updateDate = (evaluate: number) => evaluate;',
  ].join('\n');
  expect(impuritiesIn(text)).toEqual([]);
});
