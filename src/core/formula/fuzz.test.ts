import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorTexts, isError } from '../data/value.ts';
import { checkFormula } from './check/check-formula.ts';
import { completionsAt, helpAt, signatureAt } from './complete/complete.ts';
import { evaluate } from './evaluate/compile-scalar.ts';
import type { Environment } from './evaluate/environment.ts';
import { matchesWhole, readPattern, searchPattern } from './evaluate/wildcard.ts';
import { brokenFormulaOf, formulaOf } from './testing/random-formula.ts';
import { testScope } from './testing/marked.ts';
import { formatFormula } from './text/format-formula.ts';
import { namesIn } from './text/names-in.ts';
import { printFormula } from './text/print-formula.ts';

const scope = testScope('fold');
const cells = [1, 2.5, -3, null, 'Ann', '', '7', true, 45351];
const environment: Environment = {
  column: (key) => ({ amount: 1200, quota: 0, qty: 3, 'Close Date': 45351, rep: 'Ann', won: true })[key] ?? null,
  parameter: () => 0.05,
  prior: () => 10,
  whole: () => cells,
  table: () => ({ rowCount: 3, columns: new Map([['amount', { type: 'mixed', cells: cells.slice(0, 3) }]]) }),
  asOf: 46053,
};

function holdsTogether(text: string): void {
  const { expression, problems, tokens } = checkFormula(text, scope);
  const inside = problems.every(
    ({ at: { span } }) => span && span.start >= 0 && span.end >= span.start && span.end <= text.length,
  );
  expect(inside).toBe(true);
  const inOrder = tokens.every(({ span }, i) => span.end > span.start && span.start >= (tokens[i - 1]?.span.end ?? 0));
  expect(inOrder).toBe(true);
  expect(expression === undefined).toBe(problems.some((one) => one.severity === 'error'));
  formatFormula(text);
  namesIn(text);
  if (!expression) return;
  const value = evaluate(expression, environment);
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
  else if (isError(value)) expect(errorTexts).toContain(value.error);
  else expect(['string', 'boolean', 'object']).toContain(typeof value);
  printFormula(expression);
}

describe('any input', { timeout: 60_000 }, () => {
  test('formulas of the grammar check, compute and print without a crash', () => {
    fc.assert(fc.property(formulaOf(scope), holdsTogether), { numRuns: 1000 });
  });

  test('broken formulas give problems that lie in the text', () => {
    fc.assert(fc.property(brokenFormulaOf(scope), holdsTogether), { numRuns: 1000 });
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), holdsTogether), { numRuns: 300 });
  });

  test('completion and help answer at every offset', () => {
    fc.assert(
      fc.property(brokenFormulaOf(scope), fc.nat(), (text, n) => {
        const offset = text.length === 0 ? 0 : n % (text.length + 1);
        const offered = completionsAt(text, offset, scope);
        expect(offered.every(({ span }) => span.start <= offset && span.end >= offset && span.end <= text.length)).toBe(
          true,
        );
        helpAt(text, offset, scope);
        const signature = signatureAt(text, offset, scope);
        if (signature)
          expect(signature.parameters.length === 0 || signature.active < signature.parameters.length).toBe(true);
      }),
      { numRuns: 100 },
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
