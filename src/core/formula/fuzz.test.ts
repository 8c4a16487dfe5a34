import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorTexts, isError, type Value } from '../data/value.ts';
import type { Span } from '../problem/problem.ts';
import { checkFormula, type CheckedFormula } from './check/check-formula.ts';
import { completionsAt, helpAt, signatureAt } from './complete/complete.ts';
import { evaluate } from './evaluate/compile-scalar.ts';
import type { Environment } from './evaluate/environment.ts';
import { matchesWhole, readPattern, searchPattern } from './evaluate/wildcard.ts';
import { MAX_TEXT } from './limits.ts';
import { FUZZ_RUNS, FUZZ_TIME, readCounter } from './testing/fuzz-runs.ts';
import { testScope } from './testing/marked.ts';
import { cellOf } from './testing/random-cells.ts';
import { brokenFormulaOf, formulaOf, shuffledFormulaOf } from './testing/random-formula.ts';
import { formatFormula } from './text/format-formula.ts';
import { namesIn } from './text/names-in.ts';
import { printFormula } from './text/print-formula.ts';

const scope = testScope('fold');
const reads = readCounter();
const deals: readonly Value[] = [1, 2.5, -3, null, 'Ann', '', '7', true, 45351];

/** A place to compute in, which counts what is read. */
function environmentOf(row: Readonly<Record<string, Value>>, whole: readonly Value[]): Environment {
  function read<T>(value: T): T {
    reads.count();
    return value;
  }
  const few = whole.slice(0, 3);
  const frame = { rowCount: few.length, columns: new Map([['amount', { type: 'mixed' as const, cells: few }]]) };
  return {
    column: (key) => read(row[key] ?? null),
    parameter: () => read(0.05),
    prior: () => read(10),
    whole: () => read(whole),
    table: () => read(frame),
    asOf: 46053,
  };
}
const ordinary = { amount: 1200, quota: 0, qty: 3, 'Close Date': 45351, rep: 'Ann', won: true };

/** A tree without its places in the text. */
function bare(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree, (name, value: unknown) => (/span$/i.test(name) ? undefined : value)));
}

function isCell(value: Value): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (isError(value)) return errorTexts.includes(value.error);
  return value === null || typeof value === 'boolean' || (typeof value === 'string' && value.length <= MAX_TEXT);
}

function spansLieIn(text: string, { problems, tokens, partial }: CheckedFormula): void {
  const spans: (Span | undefined)[] = problems.flatMap(({ at, fix }) => [at.span, fix?.replace?.span ?? at.span]);
  spans.push(partial.span);
  for (const span of spans) {
    expect(span).toBeDefined();
    expect(span && 0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
  }
  const inOrder = tokens.every(({ span }, i) => span.end > span.start && span.start >= (tokens[i - 1]?.span.end ?? 0));
  expect(inOrder && (tokens.at(-1)?.span.end ?? 0) <= text.length).toBe(true);
}

/** Everything that may be done with a text, whatever it holds. */
function holdsTogether(text: string): void {
  const checked = checkFormula(text, scope);
  const { expression, partial, problems } = checked;
  spansLieIn(text, checked);
  expect(expression === undefined).toBe(problems.some((one) => one.severity === 'error'));
  const tidy = formatFormula(text);
  expect(formatFormula(tidy)).toBe(tidy);
  for (const { span } of namesIn(text)) expect(span.end).toBeLessThanOrEqual(text.length);
  printFormula(partial);
  if (!expression) return;
  const printed = printFormula(expression);
  expect(bare(checkFormula(printed, scope).expression)).toEqual(bare(expression));
  expect(bare(checkFormula(tidy, scope).expression)).toEqual(bare(expression));
}

function computes(text: string, environment: Environment): void {
  const { expression } = checkFormula(text, scope);
  if (!expression) return;
  reads.reset();
  const value = evaluate(expression, environment);
  if (!isCell(value)) throw new Error(`${text} is ${String(value)}, which no cell holds`);
}

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 30 }),
);
const broken = fc.oneof(
  { weight: 4, arbitrary: brokenFormulaOf(scope) },
  { weight: 4, arbitrary: shuffledFormulaOf(scope) },
  { weight: 1, arbitrary: anyText },
);
const often = { numRuns: FUZZ_RUNS };

describe('any input', { timeout: Math.max(60_000, FUZZ_TIME) }, () => {
  test('formulas of the grammar check, print, format and read back the same', () => {
    fc.assert(fc.property(formulaOf(scope), holdsTogether), often);
  });

  test('broken formulas give problems that lie in the text', () => {
    fc.assert(fc.property(broken, holdsTogether), often);
  });

  test('formulas compute a value that a cell can hold, whatever the cells are', () => {
    const row = fc.record(Object.fromEntries(scope.columns.map(({ key, type }) => [key, cellOf(type)])));
    const whole = fc.array(cellOf('mixed'), { maxLength: 6 });
    fc.assert(
      fc.property(formulaOf(scope), row, whole, (text, cells, list) => computes(text, environmentOf(cells, list))),
      often,
    );
  });

  test('completion and help answer at every offset', () => {
    fc.assert(
      fc.property(broken, fc.nat(), (text, n) => {
        const offset = text.length === 0 ? 0 : n % (text.length + 1);
        for (const { span } of completionsAt(text, offset, scope))
          if (span.start > offset || span.end < offset || span.end > text.length) throw new Error('not at the offset');
        const help = helpAt(text, offset, scope);
        if (help) expect(help.span.start <= offset && help.span.end <= text.length).toBe(true);
        const signature = signatureAt(text, offset, scope);
        if (signature)
          expect(signature.parameters.length === 0 || signature.active < signature.parameters.length).toBe(true);
      }),
      often,
    );
  });

  test('formulas as long as they may be are read in full', () => {
    for (const text of [
      `1${'+1'.repeat(990)}`,
      `${'('.repeat(4000)}`,
      `${'-'.repeat(8000)}1`,
      `${'SUM('.repeat(2000)}`,
      `${'{'.repeat(8000)}`,
      `${'a['.repeat(4000)}`,
      `${'1 '.repeat(4000)}`,
      `${'1^1*1+1&1=1,'.repeat(600)}`,
      `1${'^1'.repeat(990)}${'*1'.repeat(990)}${'+1'.repeat(990)}${'&1'.repeat(800)}`,
      `LET(a,"xxxxxxxx",${Array.from({ length: 200 }, (_, i) => `a${i},${i === 0 ? 'a&a' : `a${i - 1}&a${i - 1}`},`).join('')}1)`,
    ]) {
      holdsTogether(text);
      computes(text, environmentOf(ordinary, deals));
    }
  });
});

describe('patterns', () => {
  /** The plain definition of a match, exponential and obviously right. */
  function plain(pattern: string, text: string): boolean {
    if (pattern === '') return text === '';
    const [sign, next] = [pattern[0], pattern[1]];
    if (sign === '~' && next !== undefined && '*?~'.includes(next))
      return text[0] === next && plain(pattern.slice(2), text.slice(1));
    if (sign === '*') return plain(pattern.slice(1), text) || (text !== '' && plain(pattern, text.slice(1)));
    return text !== '' && (sign === '?' || sign === text[0]) && plain(pattern.slice(1), text.slice(1));
  }

  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '~'), maxLength: 6 });

  test('a pattern matches by its plain definition', () => {
    fc.assert(
      fc.property(letters, fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 6 }), (pattern, text) => {
        expect(matchesWhole(readPattern(pattern), text)).toBe(plain(pattern, text));
        const at = searchPattern(readPattern(pattern), text, 0);
        const starts = (i: number) => [...text.slice(i), ''].some((_, j) => plain(pattern, text.slice(i, i + j)));
        const first = Array.from({ length: text.length + 1 }, (_, i) => i).find(starts);
        expect(at).toBe(first ?? -1);
      }),
      { numRuns: 1000 },
    );
  });

  test('patterns with many stars do not blow up', () => {
    const text = 'a'.repeat(30_000);
    expect(matchesWhole(readPattern('*a*a*a*a*a*a*a*a*a*a*b'), text)).toBe(false);
    expect(searchPattern(readPattern('a*a*a*a*a*a*a*a*a*b'), text, 0)).toBe(-1);
    expect(matchesWhole(readPattern('*?'.repeat(500)), text)).toBe(true);
  });
});
