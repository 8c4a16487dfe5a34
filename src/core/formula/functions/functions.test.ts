import { describe, expect, test } from 'vitest';
import { helpOfFunction, signatureOf } from '../complete/function-help.ts';
import { parameterWords } from '../complete/parameter-words.ts';
import { checkFormula } from '../check/check-formula.ts';
import { evaluate } from '../evaluate/compile-scalar.ts';
import { emptyEnvironment } from '../evaluate/environment.ts';
import type { Scope } from '../scope.ts';
import { arityOf } from './arity.ts';
import { functions } from './registry.ts';

const nothing: Scope = { place: 'scalar', columns: [], parameters: [], tables: new Map() };

function run(formula: string) {
  const { expression, problems } = checkFormula(formula, nothing);
  if (!expression) throw new Error(`${formula}: ${problems.map((one) => one.code).join(', ')}`);
  const value = evaluate(expression, emptyEnvironment(0));
  return typeof value === 'object' && value !== null ? value.error : value;
}

describe('every function', () => {
  test('the example of every function has its value', () => {
    for (const { name, example } of functions) {
      const [formula, value] = example;
      const actual = run(formula);
      if (typeof value === 'number') expect(actual, name).toBeCloseTo(value, 9);
      else expect(actual, name).toBe(value);
    }
  });

  test('functions are declared fully, in both languages', () => {
    expect(functions.length).toBeGreaterThan(170);
    expect(new Set(functions.map((spec) => spec.name)).size).toBe(functions.length);
    for (const spec of functions) {
      expect(spec.help.en).toMatch(/\.$|\d$/);
      expect(spec.help['zh-CN']).toMatch(/。$/);
      expect(spec.example[0]).toContain(spec.name);
      for (const { name } of spec.parameters) expect(parameterWords, `${spec.name}: ${name}`).toHaveProperty(name);
      const help = helpOfFunction(spec.name);
      expect(help && signatureOf(help).en).toContain(`${spec.name}(`);
      const repeating = spec.parameters.findIndex((parameter) => parameter.repeats);
      if (repeating >= 0) expect(spec.parameters.slice(repeating).every((parameter) => parameter.repeats)).toBe(true);
      const optional = spec.parameters.findIndex((parameter) => parameter.optional);
      if (optional >= 0) expect(spec.parameters.slice(optional).every((parameter) => parameter.optional)).toBe(true);
    }
  });

  test('any scalar argument may be an error: it comes through, or the function asks about errors', () => {
    const takesErrors = ['raw', 'range', 'lazy', 'binding', 'body'];
    for (const spec of functions) {
      const { least } = arityOf(spec);
      const first = spec.parameters[0];
      if (!first || takesErrors.includes(first.kind)) continue;
      const args = ['#NULL!', ...Array.from({ length: least - 1 }, () => '1')].slice(0, Math.max(least, 1));
      expect(run(`${spec.name}(${args.join(',')})`), spec.name).toBe('#NULL!');
    }
  });
});

describe('manners beyond the known-good cases', () => {
  test.each([
    ['TEXT(5551234567, "(000) 000-0000")', '(555) 123-4567'],
    ['TEXT(45351, "aaaa yyyy年m月d日")', '星期四 2024年2月29日'],
    ['TEXT(1.5, "[h]:mm")', '36:00'],
    ['TEXT(0.999999, "hh:mm:ss")', '00:00:00'],
    ['TEXT(1234567, "0.0,,")', '1.2'],
    ['TEXT("abc", "@!")', 'abc!'],
    ['TEXT(-5, "0;0")', '5'],
    ['TEXT(0, "0.00;-0.00;zero")', 'zero'],
    ['TEXT(75, "[>=60]""pass"";""fail""")', 'pass'],
    ['TEXT(0.5, "h:mm AM/PM")', '12:00 PM'],
    ['TEXT(-0.001, "0.00")', '0.00'],
    ['123456789012345678 & ""', '1.23456789012346E+17'],
    ['0.00001 & ""', '0.00001'],
    ['(-8) ^ (1 / 3)', -2],
    ['0 ^ 0', '#NUM!'],
    ['SUM({"5", TRUE, 2})', 2],
    ['SUM("5", TRUE, 2)', 8],
    ['SUMPRODUCT(ROUND({1.4, 1.6}, 0))', 3],
    ['SUM(IF({1, 0, 1}, {10, 20, 30}, 0))', 40],
    ['COUNTIF({5, "5", "x"}, 5)', 2],
    ['COUNTIF({"a*c", "abc"}, "a~*c")', 1],
    ['MATCH("x", {"a", "b"}, 0)', '#N/A'],
    ['SWITCH(3, 1, "a", "other")', 'other'],
    ['"2024-01-31" + 1', 45323],
    ['"(5)" * 1', -5],
    ['"$1,234.50" * 1', 1234.5],
    ['VALUE("12:00")', 0.5],
    ['ALLOCATE(1000.01, {50, 30, 20}, 1)', 500.01],
    ['ALLOCATE(8, {1, 1, 1}, 3)', 2.66],
    ['BANDS(15000, {0, 0.01; 10000, 0.02; 50000, 0.03}, "whole")', 300],
    ['BANDS(0.12, {0, 0, 1000; 0.25, 0, 2000; 0.5, 0, 5000}, "interpolated")', 480],
    ['BANDS(1, {0, 1}, "sideways")', '#VALUE!'],
    ['SCORE(9000, {0, 0; 4000, 1; 6000, 2; 12000, 3})', 2.5],
    ['PRORATE(DATE(2026, 6, 1), , "2026") * 365', 214],
    ['PRORATE(DATE(2026, 3, 1), DATE(2026, 12, 31), "2026", "months") * 12', 10],
    ['FISCALPERIOD(DATE(2026, 5, 9))', '2026-05'],
    ['NPS({10, 9, 8, 6})', 25],
    ['PERCENTILE.DISC({15, 20, 35, 40, 50}, 0.9)', 50],
    ['ROUND(MAXIMIZE(x, -10, 10, LET(d, x - 2, 5 - d * d)), 9)', 2],
    ['MAXIMIZE(x, 0, 10, x)', 10],
    ['LET(a, 1, LET(A, a + 1, a * 10))', 20],
    ['REPT("ab", 20000)', '#VALUE!'],
    ['LET(a, REPT("x", 30000), a & a)', '#VALUE!'],
  ])('%s is %j', (formula, value) => {
    expect(run(formula)).toBe(value);
  });
});
