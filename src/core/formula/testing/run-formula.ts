/** The value of a formula of constants, for tests: errors as their text. */
import { isError, type Value } from '../../data/value.ts';
import { checkFormula } from '../check/check-formula.ts';
import { evaluate } from '../evaluate/compile-scalar.ts';
import { emptyEnvironment } from '../evaluate/environment.ts';

export function runFormula(formula: string): Exclude<Value, object> | string {
  const { expression, problems } = checkFormula(formula, {
    place: 'scalar',
    columns: [],
    parameters: [],
    tables: new Map(),
  });
  if (!expression) throw new Error(`${formula}: ${problems.map((one) => one.code).join(', ')}`);
  const value = evaluate(expression, emptyEnvironment(0));
  return isError(value) ? value.error : value;
}

/** A list of numbers as a constant. */
export const listOf = (numbers: readonly number[]): string => `{${numbers.join(', ')}}`;
