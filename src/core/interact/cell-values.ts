/** What cells of a form hold, and how formulas' values become theirs. */
import { errors, isError, type Value } from '../data/value.ts';
import type { Literal } from '../formula/expression.ts';
import type { Problem } from '../problem/problem.ts';
import type { ValueNode } from '../program/form-program.ts';

export type Cell = Value | boolean | readonly Problem[] | readonly string[] | undefined;

export function valueOfLiteral(literal: Literal): Value {
  return typeof literal === 'object' && literal !== null ? errors[literal.error] : literal;
}

/** Blank, 0 and text are not true; an error says nothing. */
export function isTrue(value: Value, otherwise: boolean): boolean {
  if (isError(value)) return otherwise;
  return typeof value === 'boolean' ? value : typeof value === 'number' && value !== 0;
}

/** A computed value of another type than the field's is an error in it: its column could not hold it. */
export function fitting(value: Value, node: ValueNode): Value {
  if (value === null || isError(value)) return value;
  switch (node.type) {
    case 'text':
      return typeof value === 'string' ? value : errors['#VALUE!'];
    case 'boolean':
      return typeof value === 'boolean' ? value : errors['#VALUE!'];
    case 'number':
    case 'date':
    case 'time':
    case 'datetime':
      return typeof value === 'number' ? value : errors['#VALUE!'];
    case 'list':
    case 'attachment':
    case 'geo':
      return errors['#VALUE!'];
  }
}

export function sameCell(a: Cell, b: Cell): boolean {
  if (Object.is(a, b)) return true;
  return Array.isArray(a) && Array.isArray(b) && JSON.stringify(a) === JSON.stringify(b);
}
