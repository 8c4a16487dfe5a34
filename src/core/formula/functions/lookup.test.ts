import { expect, test } from 'vitest';
import { checkFormula } from '../check/check-formula.ts';
import { evaluate } from '../evaluate/compile-scalar.ts';
import { emptyEnvironment } from '../evaluate/environment.ts';
import type { Scope } from '../scope.ts';

const people = [
  { key: 'rep', type: 'text' },
  { key: 'quota', type: 'number' },
] as const;
const scope: Scope = { place: 'scalar', columns: [], parameters: [], tables: new Map([['people', people]]) };

function run(formula: string) {
  const { expression } = checkFormula(formula, scope);
  if (!expression) throw new Error(formula);
  const cells = { rep: ['ann', 'bo'], quota: [5, null] };
  return evaluate(expression, {
    ...emptyEnvironment(0),
    whole: (_table, key) => cells[key as keyof typeof cells],
  });
}

test('XLOOKUP answers a blank cell that it finds as blank, not as nothing found', () => {
  expect(run('XLOOKUP("bo", people[rep], people[quota])')).toBe(null);
  expect(run('XLOOKUP("bo", people[rep], people[quota], 7)')).toBe(null);
  expect(run('ISNA(XLOOKUP("cy", people[rep], people[quota]))')).toBe(true);
  expect(run('XLOOKUP("cy", people[rep], people[quota], 7)')).toBe(7);
});
