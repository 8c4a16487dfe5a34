import { describe, expect, test } from 'vitest';
import { sayProblem } from '../../problem/codes.ts';
import { hasErrors } from '../../problem/problem.ts';
import type { Format } from '../../data/column.ts';
import type { FormulaPlace, Scope } from '../scope.ts';
import { marked, testScope } from '../testing/marked.ts';
import { checkFormula } from './check-formula.ts';

const cny: Format = { kind: 'currency', currency: 'CNY' };
const usd: Format = { kind: 'currency', currency: 'USD' };
const percent: Format = { kind: 'percent' };
const days: Format = { kind: 'unit', unit: 'days' };

/** Columns with every unit, and some that are called like functions. */
const measured: Scope = {
  place: 'row',
  columns: [
    { key: 'money', type: 'number', format: cny },
    { key: 'dollars', type: 'number', format: usd },
    { key: 'share', type: 'number', format: percent },
    { key: 'span', type: 'number', format: days },
    { key: 'notice', type: 'number', format: days },
    { key: 'n', type: 'number' },
    { key: 'start', type: 'date' },
    { key: 'end', type: 'date' },
    { key: 'name', type: 'text' },
    { key: 'flag', type: 'boolean' },
    { key: 'rate', type: 'number' },
    { key: 'Sum', type: 'number', format: cny },
    { key: 'today', type: 'date' },
    { key: 'let', type: 'number' },
  ],
  parameters: [{ key: 'max', type: 'number', format: percent }],
  tables: new Map([['sum', [{ key: 'count', type: 'number' }]]]),
};

function found(source: string, scope: Scope = measured): string[] {
  const { text, spans } = marked(source);
  const { problems } = checkFormula(text, scope);
  expect(problems.map((one) => one.at.span)).toEqual(spans);
  for (const one of problems) {
    expect(sayProblem(one, 'en')).toMatch(/^\S.*[.?]$/);
    expect(sayProblem(one, 'zh-CN')).toMatch(/[。？]$/);
  }
  return problems.map((one) => one.code.replace('formula.', ''));
}
const inGroup = (source: string) => found(source, testScope('group'));

const unit = (text: string, scope: Scope = measured) => {
  const { expression, problems } = checkFormula(text, scope);
  if (!expression) throw new Error(`${text}: ${problems.map((one) => one.code).join(', ')}`);
  const { format, type } = expression;
  return format?.kind === 'currency' ? format.currency : format?.kind === 'unit' ? format.unit : (format?.kind ?? type);
};

describe('units', () => {
  test.each([
    ['money * share', 'CNY'],
    ['share * money', 'CNY'],
    ['money * n', 'CNY'],
    ['money / n', 'CNY'],
    ['money / share', 'CNY'],
    ['money / money', 'percent'],
    ['money / dollars', 'number'],
    ['money - money * share', 'CNY'],
    ['money + n', 'CNY'],
    ['share * share', 'percent'],
    ['share + share', 'percent'],
    ['1 - share', 'number'],
    ['n / money', 'number'],
    ['span - notice', 'days'],
    ['span / notice', 'percent'],
    ['end - start', 'number'],
    ['start + span', 'date'],
    ['start + 30', 'date'],
    ['-money', 'CNY'],
    ['money ^ 2', 'number'],
    ['money & ""', 'text'],
    ['money > 5', 'boolean'],
    ['SUM(money, 5)', 'CNY'],
    ['IF(flag, money, 0)', 'CNY'],
    ['LET(x, money * share, ROUND(x, 2))', 'CNY'],
    ['IFERROR(money / n, 0)', 'CNY'],
  ])('%s is %s', (text, wanted) => {
    expect(unit(text)).toBe(wanted);
    expect(found(text)).toEqual([]);
  });

  test('what makes no sense is a warning at its place', () => {
    expect(found('«money + dollars * 2»')).toEqual(['different-units']);
    expect(found('2 * «(money - share)»')).toEqual(['different-units']);
    expect(found('«start + money»')).toEqual(['different-units']);
    expect(found('«start > span»')).toEqual(['different-units']);
    expect(found('«money < dollars»')).toEqual(['different-units']);
    expect(found('«span = share»')).toEqual(['different-units']);
    expect(found('«start > money»')).toEqual(['different-units']);
    expect(found('«money * money»')).toEqual(['money-times-money']);
    expect(found('«money * dollars»')).toEqual(['money-times-money']);
    expect(found('«start + end»')).toEqual(['sum-of-dates']);
    expect(found('MAX(money, «dollars»)')).toEqual(['different-units']);
    expect(found('IF(flag, money, «share»)')).toEqual(['different-units']);
    expect(found('MIN(n, start, «money»)')).toEqual(['different-units']);
    expect(found('IFERROR(«money + dollars», 0)')).toEqual(['different-units']);
    expect(found('LET(x, money, y, dollars, «x + y»)')).toEqual(['different-units']);
  });

  test('percent points beside a fraction are found, and what may be meant is left alone', () => {
    expect(found('share >= «80»')).toEqual(['percent-points']);
    expect(found('IF(«100» > share, 1, 2)')).toEqual(['percent-points']);
    expect(found('money / money > «-50»')).toEqual(['percent-points']);
    expect(found('max + «15»')).toEqual(['percent-points']);
    for (const text of [
      'share >= 0.8',
      'share >= 80%',
      'share > 1.2',
      'money / money > 3',
      'share * 100 > 80',
      'n > 80',
    ])
      expect(found(text)).toEqual([]);
  });
});

describe('types', () => {
  test('text where a number or a condition is wanted is a warning', () => {
    expect(found('«name» * 2')).toEqual(['text-as-number']);
    expect(found('-«name»')).toEqual(['text-as-number']);
    expect(found('ROUND(«name», «"2"»)')).toEqual(['text-as-number', 'text-as-number']);
    expect(found('IF(«name», 1, 2)')).toEqual(['text-as-condition']);
    expect(found('NOT(«name & "x"»)')).toEqual(['text-as-condition']);
    expect(found('SUM(name, 1)')).toEqual([]);
    expect(found('VALUE(name) + 1')).toEqual([]);
  });

  test('comparisons of different types are warnings; with "" they ask for a blank', () => {
    expect(found('«n = "5"»')).toEqual(['different-types']);
    expect(found('«name = 5»')).toEqual(['different-types']);
    expect(found('«flag = 1»')).toEqual(['different-types']);
    expect(found('«start = "2026-01-01"»')).toEqual(['different-types']);
    for (const text of ['n = ""', 'name = "5"', 'flag = TRUE', 'start > 45000', 'start = end', 'start <= TODAY()'])
      expect(found(text)).toEqual([]);
  });

  test('constant conditions and divisions by a literal zero are warnings', () => {
    expect(found('IF(«TRUE», n, 0)')).toEqual(['constant-condition']);
    expect(found('IF(«1 + 1 = 2», n, 0)')).toEqual(['constant-condition']);
    expect(found('IF(«n >= n», n, 0)')).toEqual(['constant-condition']);
    expect(found('IFS(«FALSE», n, flag, 2)')).toEqual(['constant-condition']);
    expect(found('IFS(flag, n, TRUE, 2)')).toEqual([]);
    expect(found('IFS(«TRUE», n, flag, 2)')).toEqual(['constant-condition']);
    expect(found('IF(TODAY() > 45000, 1, 2)')).toEqual([]);
    expect(found('n / «0»')).toEqual(['zero-divisor']);
    expect(found('n / «(1 - 1)»')).toEqual(['zero-divisor']);
    expect(found('n / «0%» + 1')).toEqual(['zero-divisor']);
    expect(found('MOD(n, «0»)')).toEqual(['zero-divisor']);
    expect(found('n / (n - n)')).toEqual([]);
  });

  test('warnings stop nothing', () => {
    for (const text of ['money * money', 'name + 1', 'n / 0', 'share > 80', 'n = "5"', 'start + end'])
      expect(hasErrors(checkFormula(text, measured).problems)).toBe(false);
  });
});

describe('names', () => {
  test('a column called like a function is the column bare and the function with brackets', () => {
    expect(unit('Sum + 1')).toBe('CNY');
    expect(unit('SUM(Sum, 1)')).toBe('CNY');
    expect(unit('RATE(12, -10, 100) + rate')).toBe('number');
    expect(unit('TODAY() - today')).toBe('number');
    expect(checkFormula('today', measured).expression).toMatchObject({ node: 'column', key: 'today' });
    expect(checkFormula('MAX(max, 1)', measured).expression).toMatchObject({ args: [{ node: 'parameter' }, {}] });
    expect(checkFormula('LET(let, let + 1, let)', measured).expression).toMatchObject({
      node: 'let',
      value: { left: { node: 'column' } },
      body: { node: 'local', name: 'let' },
    });
    expect(unit('SUM(sum[count])')).toBe('number');
    expect(found('«money»(2)')).toEqual(['name-as-function']);
  });

  test('LET hides columns and parameters, with the type and the unit of its value', () => {
    expect(unit('LET(name, money, name * 2)')).toBe('CNY');
    expect(unit('LET(max, "a", max & "b")')).toBe('text');
    expect(unit('LET(x, 1, X, money, x)')).toBe('CNY');
    expect(found('LET(money, name, «money» + 1)')).toEqual(['text-as-number']);
    expect(found('LET(x, LET(y, 1, y), «y»)')).toEqual(['unknown-name']);
  });

  test('MAXIMIZE sees names around it, hides them with its own, and does not nest in what it tries', () => {
    expect(found('LET(base, money, MAXIMIZE(p, 0, 10, (p - n) * base))')).toEqual([]);
    expect(found('MAXIMIZE(n, 0, 10, n * 2)')).toEqual([]);
    expect(found('MAXIMIZE(p, 0, 1, p * «name»)')).toEqual(['text-as-number']);
    expect(found('MAXIMIZE(p, 0, 1, «MAXIMIZE»(q, 0, 1, p * q))')).toEqual(['nested-search']);
    expect(found('MAXIMIZE(p, 0, 1, LET(x, «MAXIMIZE»(q, 0, 1, q), x * p))')).toEqual(['nested-search']);
    expect(found('MAXIMIZE(p, 0, MAXIMIZE(q, 0, 1, q), p)')).toEqual([]);
    expect(found('LET(best, MAXIMIZE(q, 0, 1, q), MAXIMIZE(p, 0, best, p))')).toEqual([]);
  });
});

describe('groups', () => {
  test('IFS and LET inside an aggregate stand on the rows of the group', () => {
    expect(inGroup('SUM(IFS(amount > 100, amount, TRUE, 0))')).toEqual([]);
    expect(inGroup('SUM(LET(x, amount, y, quota, x - y))')).toEqual([]);
    expect(inGroup('SUM(LET(x, amount, x)) + «quota»')).toEqual(['column-outside-aggregate']);
    expect(inGroup('IFS(SUM(amount) > 1, 1, «won», 2)')).toEqual(['column-outside-aggregate']);
    expect(inGroup('IF(rep = "Ann", SUM(amount), 0)')).toEqual([]);
    expect(inGroup('LET(total, SUM(amount), total * rate)')).toEqual([]);
    expect(inGroup('MAXIMIZE(p, 0, 1, SUM(amount * p))')).toEqual([]);
    expect(inGroup('MAXIMIZE(p, 0, 1, «amount» * p)')).toEqual(['column-outside-aggregate']);
    expect(inGroup('SUMIFS(deals[amount], deals[rep], rep) - SUM(amount)')).toEqual([]);
    expect(inGroup('SUMIFS(deals[amount], deals[rep], «won»)')).toEqual(['column-outside-aggregate']);
  });
});

describe('limits', () => {
  const codesOf = (text: string, place: FormulaPlace = 'row') =>
    checkFormula(text, testScope(place)).problems.map((one) => one.code);

  test('too long, too deep, too many parts and too large a list are problems with words', () => {
    expect(codesOf('x'.repeat(8193))).toEqual(['formula.too-long']);
    expect(codesOf(`${'SUM('.repeat(65)}1${')'.repeat(65)}`)).toEqual(['formula.too-deep']);
    expect(codesOf(`${'SUM('.repeat(60)}1${')'.repeat(60)}`)).toEqual([]);
    expect(codesOf(`SUM(${'1,'.repeat(2000)}1)`)).toEqual(['formula.too-many-parts']);
    expect(codesOf(`SUM(${'1,'.repeat(1900)}1)`)).toEqual([]);
    expect(codesOf(`SUM({${'1,'.repeat(1000)}1})`)).toEqual(['formula.array-too-large']);
    expect(codesOf(`SUM({${'1,'.repeat(999)}1})`)).toEqual([]);
    expect(codesOf(`1${'+1'.repeat(1000)}`)).toEqual(['formula.too-deep']);
    for (const text of [`SUM(${'1,'.repeat(2000)}1)`, `SUM({${'1,'.repeat(1000)}1})`])
      for (const one of checkFormula(text, testScope()).problems)
        expect([sayProblem(one, 'en'), sayProblem(one, 'zh-CN')].join(' ')).toMatch(/4000|1000/);
  });
});
