/** Sixty formulas as sales teams write them, each with a hand-written loop over typed arrays that answers the same: the yardstick of the engine's speed. */
import { arithmeticShapes } from './arithmetic-shapes.ts';
import { blankShapes } from './blank-shapes.ts';
import { dateShapes } from './date-shapes.ts';
import { ladderShapes } from './ladder-shapes.ts';
import { logicShapes } from './logic-shapes.ts';
import { lookupShapes } from './lookup-shapes.ts';
import type { Shape } from './manners.ts';
import { roundingShapes } from './rounding-shapes.ts';
import { textShapes } from './text-shapes.ts';

export const formulaCorpus: readonly Shape[] = [
  ...arithmeticShapes,
  ...logicShapes,
  ...ladderShapes,
  ...roundingShapes,
  ...textShapes,
  ...dateShapes,
  ...lookupShapes,
  ...blankShapes,
];
