import { describe, expect, test } from 'vitest';
import { errorTexts } from '#core/data/value.ts';
import { functions } from '#core/formula/functions/registry.ts';
import { caseFiles, type CaseValue, type FormulaCase } from '#core/formula/testing/cases.ts';
import { evalCases } from './eval.ts';

/** `negative` and `positive` are the signs before an operand; LET is syntax. */
const operators = ['+', '-', '*', '/', '^', '&', '=', '<>', '<', '<=', '>', '>=', 'negative', 'positive', '%'];
const signs: Readonly<Record<string, string>> = { negative: '-', positive: '+' };
const names = [...functions.map((spec) => spec.name), 'LET', ...operators];

const casesOf = new Map(caseFiles.flatMap((file) => Object.entries(file.functions)));

const isEdge = (one: FormulaCase) =>
  one.boundary !== undefined || errorTexts.some((error) => error === (one.expect as string));

/** Numbers within a relative 1e-12: zero is zero exactly. */
function agrees(actual: unknown, wanted: CaseValue): boolean {
  if (typeof wanted !== 'number' || typeof actual !== 'number') return Object.is(actual, wanted);
  return Math.abs(actual - wanted) <= Math.abs(wanted) * 1e-12;
}

describe('every function and operator', () => {
  test('has at least three cases of its own, one of them at an edge', () => {
    expect([...casesOf.keys()].sort()).toEqual([...names].sort());
    for (const [name, cases] of casesOf) {
      expect(cases.length, name).toBeGreaterThanOrEqual(3);
      expect(cases.filter(isEdge).length, name).toBeGreaterThanOrEqual(1);
      const call = signs[name] ?? name;
      for (const { formula } of cases) expect(formula.toUpperCase(), name).toContain(call);
      expect(new Set(cases.map((one) => JSON.stringify(one))).size, name).toBe(cases.length);
    }
  });

  test.each(caseFiles)('the cases of $name have their values', (file) => {
    const cases = Object.values(file.functions).flat();
    const values = evalCases(cases.map((one) => ({ ...one, tables: file.tables })));
    const wrong = cases.flatMap((one, i) =>
      agrees(values[i], one.expect)
        ? []
        : [`${one.formula}: ${JSON.stringify(values[i])}, not ${JSON.stringify(one.expect)}`],
    );
    expect(wrong).toEqual([]);
  });
});
