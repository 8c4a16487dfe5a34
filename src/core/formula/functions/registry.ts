/** Every function of the language. LET is syntax rather than a function: the checker turns it into `let` nodes. */
import { foldText } from '../fold-text.ts';
import { aggregateFunctions } from './aggregate.ts';
import { conditionalFunctions } from './conditional.ts';
import { dateFunctions } from './date.ts';
import type { FunctionSpec } from './declare.ts';
import { distributionFunctions } from './distribution.ts';
import { financeFunctions } from './finance.ts';
import { informationFunctions } from './information.ts';
import { logicFunctions } from './logic.ts';
import { lookupFunctions } from './lookup.ts';
import { mathFunctions } from './math.ts';
import { roundingFunctions } from './rounding.ts';
import { salesFunctions } from './sales.ts';
import { textFunctions } from './text.ts';
import { textNumberFunctions } from './text-numbers.ts';
import { workDayFunctions } from './work-days.ts';

export const functions: readonly FunctionSpec[] = [
  ...logicFunctions,
  ...mathFunctions,
  ...roundingFunctions,
  ...aggregateFunctions,
  ...distributionFunctions,
  ...conditionalFunctions,
  ...lookupFunctions,
  ...textFunctions,
  ...textNumberFunctions,
  ...dateFunctions,
  ...workDayFunctions,
  ...informationFunctions,
  ...financeFunctions,
  ...salesFunctions,
];

const byName: ReadonlyMap<string, FunctionSpec> = new Map(functions.map((spec) => [foldText(spec.name), spec]));

/** The function of a name, whatever its case. */
export function functionNamed(name: string): FunctionSpec | undefined {
  return byName.get(foldText(name));
}
