import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evalCases } from './eval.ts';

interface Case {
  readonly id: string;
  readonly formula: string;
  readonly expect: unknown;
  readonly tolerance?: number;
}

const file = new URL('../../core/formula/cases/formulas.json', import.meta.url);
const cases = JSON.parse(readFileSync(file, 'utf8')) as readonly Case[];

function agrees(actual: unknown, { expect: wanted, tolerance = 1e-9 }: Case): boolean {
  if (typeof wanted === 'object' && wanted !== null)
    return typeof actual === 'object' && actual !== null && 'problem' in actual;
  if (typeof wanted !== 'number' || typeof actual !== 'number') return Object.is(actual, wanted);
  if (wanted === 0) return Math.abs(actual) <= (tolerance === 0 ? 0 : 1e-12);
  return Math.abs(actual - wanted) <= Math.abs(wanted) * tolerance;
}

describe('eval', () => {
  test('all known-good formula cases give their value', () => {
    const values = evalCases(cases);
    const wrong = cases.flatMap((one, i) =>
      agrees(values[i], one)
        ? []
        : [`${one.id} ${one.formula}: ${JSON.stringify(values[i])}, not ${JSON.stringify(one.expect)}`],
    );
    expect(cases.length).toBe(426);
    expect(wrong).toEqual([]);
  });

  test('answers in order, problems among values', () => {
    expect(
      evalCases([
        { formula: '=a', row: { a: null } },
        { formula: '=NOPE(' },
        { formula: '=1/0' },
        { formula: '=TODAY()', asOf: '2026-01-31' },
        { formula: '=e', row: { e: '#N/A' } },
        {},
      ]),
    ).toEqual([null, { problem: 'formula.unknown-function' }, '#DIV/0!', 46053, '#N/A', { problem: 'formula.empty' }]);
  });

  test('takes whatever JSON it is given', () => {
    for (const json of [
      null,
      7,
      'x',
      [[], {}],
      [{ formula: 5, row: [], tables: { t: [1, null] }, params: 'p', asOf: 'soon' }],
    ]) {
      expect(Array.isArray(evalCases(json))).toBe(true);
    }
  });
});
