import { describe, expect, test } from 'vitest';
import { sayProblem } from '../../problem/codes.ts';
import { hasErrors } from '../../problem/problem.ts';
import type { FormulaPlace } from '../scope.ts';
import { marked, testScope } from '../testing/marked.ts';
import { checkFormula } from './check-formula.ts';

/** The codes found in a marked formula, each of which must point at one mark. */
function codes(source: string, place: FormulaPlace = 'row'): string[] {
  const { text, spans } = marked(source);
  const { problems } = checkFormula(text, testScope(place));
  expect(problems.map((one) => one.at.span)).toEqual(spans);
  return problems.map((one) => one.code);
}

/** The formula after its first quick fix. */
function fixed(text: string, place: FormulaPlace = 'row'): string | undefined {
  const replace = checkFormula(text, testScope(place)).problems.find((one) => one.fix)?.fix?.replace;
  return replace && text.slice(0, replace.span.start) + replace.text + text.slice(replace.span.end);
}

const about = (text: string, place: FormulaPlace = 'row') => {
  const { expression } = checkFormula(text, testScope(place));
  return expression && { type: expression.type, ...(expression.format ? { format: expression.format.kind } : {}) };
};

describe('syntax', () => {
  test('every fault points at its place', () => {
    expect(codes('=1 «+»')).toEqual(['formula.missing-value']);
    expect(codes('«(»1 + 2')).toEqual(['formula.unclosed-parenthesis']);
    expect(codes('1 + 2«)»')).toEqual(['formula.extra-parenthesis']);
    expect(codes('SUM«(»1, 2')).toEqual(['formula.unclosed-parenthesis']);
    expect(codes('«"abc»')).toEqual(['formula.unclosed-text']);
    expect(codes('«amount quota»')).toEqual(['formula.missing-operator']);
    expect(codes('«*»3')).toEqual(['formula.missing-value']);
    expect(codes('«[amount»')).toEqual(['formula.unclosed-bracket']);
    expect(codes('1 + 2 «/* open»')).toEqual(['formula.unclosed-comment']);
    expect(codes('5 «$»')).toEqual(['formula.unexpected-sign']);
    expect(codes('SUM(1«;»2)')).toEqual(['formula.semicolon']);
    expect(codes('SUM(«{1,2;3}»)')).toEqual(['formula.uneven-array']);
    expect(codes('SUM({«amount»})')).toEqual(['formula.array-of-constants']);
    expect(codes('«  »')).toEqual(['formula.empty']);
    expect(codes('«1e999»')).toEqual(['formula.number-too-large']);
  });

  test('several problems are found at once', () => {
    expect(codes('ROUND(«amuont», 2) + «NOPE»(«qyt») «*» ')).toEqual([
      'formula.unknown-name',
      'formula.unknown-function',
      'formula.unknown-name',
      'formula.missing-value',
    ]);
  });

  test('a formula too long or too deep is a problem, not a crash', () => {
    const scope = testScope();
    expect(checkFormula('1+'.repeat(5000), scope).problems[0]?.code).toBe('formula.too-long');
    expect(checkFormula('('.repeat(100) + '1' + ')'.repeat(100), scope).problems[0]?.code).toBe('formula.too-deep');
    expect(checkFormula('-'.repeat(100) + '1', scope).problems[0]?.code).toBe('formula.too-deep');
    expect(checkFormula('1%'.padEnd(100, '%'), scope).problems[0]?.code).toBe('formula.too-deep');
    expect(checkFormula(`1${'+1'.repeat(1500)}`, scope).problems[0]?.code).toBe('formula.too-deep');
    expect(checkFormula(`1${'+1'.repeat(900)}`, scope).problems).toEqual([]);
    expect(checkFormula('('.repeat(60) + '1' + ')'.repeat(60), scope).problems).toEqual([]);
  });
});

describe('names', () => {
  test('names match without case and carry the scope’s spelling', () => {
    expect(checkFormula('AMOUNT', testScope()).expression).toMatchObject({ node: 'column', key: 'amount' });
    expect(checkFormula('Rate', testScope()).expression).toMatchObject({ node: 'parameter', key: 'rate' });
    expect(checkFormula('sum(DEALS[close date])', testScope()).expression).toMatchObject({
      args: [{ node: 'whole', table: 'deals', key: 'Close Date' }],
    });
  });

  test('an unknown name offers the nearest one', () => {
    expect(codes('«amuont» * 2')).toEqual(['formula.unknown-name']);
    expect(fixed('amuont * 2')).toBe('amount * 2');
    expect(fixed('closedate')).toBe('[Close Date]');
    expect(fixed('金额')).toBe('amount');
    expect(fixed('SUM(deasl[amount])')).toBe('SUM(deals[amount])');
    expect(fixed('SUM(deals[amout])')).toBe('SUM(deals[amount])');
    expect(fixed('SUMM(1, 2)')).toBe('SUM(1, 2)');
    expect(fixed('PI')).toBe('PI()');
    expect(fixed('zzzzzz')).toBeUndefined();
    expect(codes('SUM(«delas»[amount]) + SUM(deals«[nope_nope]»)')).toEqual([
      'formula.unknown-table',
      'formula.unknown-column',
    ]);
  });

  test('LET names hide columns, from their value on', () => {
    expect(codes('LET(amount, amount + 1, amount * 2)')).toEqual([]);
    expect(codes('LET(x, «x», x)')).toEqual(['formula.unknown-name']);
    expect(codes('LET(«1», 2, 3)')).toEqual(['formula.local-name']);
    expect(codes('«LET»(x, 1)')).toEqual(['formula.argument-count']);
    expect(codes('«LET»(x, 1, y, 2)')).toEqual(['formula.unpaired-arguments']);
    expect(codes('MAXIMIZE(p, 0, 10, p * qty)')).toEqual([]);
    expect(codes('MAXIMIZE(p, «p», 10, 1)')).toEqual(['formula.unknown-name']);
  });

  test('argument counts and pairs are held', () => {
    expect(codes('«ROUND»()')).toEqual(['formula.argument-count']);
    expect(codes('«ROUND»(1, 2, 3)')).toEqual(['formula.argument-count']);
    expect(codes('«IFS»(won, 1, won)')).toEqual(['formula.unpaired-arguments']);
    expect(codes('«SUMIFS»(deals[amount], deals[rep])')).toEqual(['formula.argument-count']);
  });
});

describe('places', () => {
  test('in a group, columns stand inside aggregates and keys bare', () => {
    expect(codes('SUM(amount) / SUM(quota)', 'group')).toEqual([]);
    expect(codes('rep & "!"', 'group')).toEqual([]);
    expect(codes('SUM(amount * qty) + «amount»', 'group')).toEqual(['formula.column-outside-aggregate']);
    expect(codes('ROUND(«amount», 2)', 'group')).toEqual(['formula.column-outside-aggregate']);
    expect(fixed('amount', 'group')).toBe('SUM(amount)');
    expect(codes('SUMPRODUCT(amount, IF(won, 1, 0))', 'group')).toEqual([]);
  });

  test('in a row, an aggregate takes this row’s value', () => {
    expect(codes('SUM(amount, qty)')).toEqual([]);
  });

  test('prior[…] belongs to folds', () => {
    expect(codes('prior[balance] + amount', 'fold')).toEqual([]);
    expect(codes('«prior[balnce]»', 'fold')).toEqual(['formula.unknown-state']);
    expect(fixed('prior[balnce]', 'fold')).toBe('prior[balance]');
    expect(codes('«prior[balance]»')).toEqual(['formula.state-outside-fold']);
  });

  test('many values where one is needed are a problem', () => {
    expect(codes('«deals[amount]»')).toEqual(['formula.many-for-one']);
    expect(codes('«deals[amount]» * 2')).toEqual(['formula.many-for-one']);
    expect(codes('SUMPRODUCT((deals[rep] = rep) * deals[amount])')).toEqual([]);
    expect(codes('LARGE(«5», 1)')).toEqual(['formula.one-for-many']);
  });
});

describe('types and units', () => {
  test('types and formats are inferred', () => {
    expect(about('amount * rate')).toEqual({ type: 'number', format: 'currency' });
    expect(about('amount / quota')).toEqual({ type: 'number', format: 'percent' });
    expect(about('amount / qty')).toEqual({ type: 'number', format: 'currency' });
    expect(about('SUM(amount) - 5', 'group')).toEqual({ type: 'number', format: 'currency' });
    expect(about('12%')).toEqual({ type: 'number', format: 'percent' });
    expect(about('[Close Date] + 30')).toEqual({ type: 'date' });
    expect(about('[Close Date] - TODAY()')).toEqual({ type: 'number' });
    expect(about('IF(won, amount, 0)')).toEqual({ type: 'number', format: 'currency' });
    expect(about('IF(won, amount)')).toEqual({ type: 'any', format: 'currency' });
    expect(about('IF(won, "a", 1)')).toEqual({ type: 'any' });
    expect(about('IFERROR(amount / 0, #N/A)')).toMatchObject({ type: 'number' });
    expect(about('MAX(deals[Close Date])')).toEqual({ type: 'date' });
    expect(about('XLOOKUP(rep, deals[rep], deals[amount])')).toEqual({ type: 'number', format: 'currency' });
    expect(about('ROUND(MIN(amount * rate, 20000), 2)')).toEqual({ type: 'number', format: 'currency' });
    expect(about('rep & 1')).toEqual({ type: 'text' });
    expect(about('amount > 1')).toEqual({ type: 'boolean' });
  });

  test('doubts are warnings and do not stop a formula', () => {
    for (const [source, code] of [
      ['«rep» + 1', 'formula.text-as-number'],
      ['ROUND(«rep», 1)', 'formula.text-as-number'],
      ['«amount + cost»', 'formula.different-units'],
      ['«amount > rate»', 'formula.different-units'],
      ['«[Close Date] > amount»', 'formula.different-units'],
      ['IF(«1 > 2», amount, 0)', 'formula.constant-condition'],
      ['amount / «0»', 'formula.zero-divisor'],
    ] as const) {
      expect(codes(source)).toEqual([code]);
      const { problems, expression } = checkFormula(marked(source).text, testScope());
      expect(hasErrors(problems)).toBe(false);
      expect(expression).toBeDefined();
    }
    expect(codes('amount > 0')).toEqual([]);
    expect(codes('IF(TODAY() > 1, 1, 2)')).toEqual([]);
  });

  test('a formula with an error has no expression', () => {
    expect(checkFormula('amuont + 1', testScope())).not.toHaveProperty('expression');
  });

  test('every problem says what to do in both languages', () => {
    for (const text of [
      'amuont',
      'SUMM(1)',
      'amount + cost',
      'ROUND()',
      '(1',
      'deals[x]',
      '1 2',
      'IF(won',
      '{1;2,3}',
    ]) {
      for (const problem of checkFormula(text, testScope()).problems) {
        expect(sayProblem(problem, 'en')).toMatch(/\w.*[.?]$/);
        expect(sayProblem(problem, 'zh-CN')).toMatch(/[。？]$/);
      }
    }
  });
});
