/** How many arguments a function takes, and which parameter an argument belongs to. */
import type { FunctionSpec, Parameter } from './declare.ts';

export interface Arity {
  readonly least: number;
  /** Infinity where parameters repeat. */
  readonly most: number;
  /** Arguments after the fixed ones come in groups of this many; 0: none repeat. */
  readonly group: number;
  readonly fixed: number;
}

export function arityOf(spec: FunctionSpec): Arity {
  const fixed = spec.parameters.filter((parameter) => !parameter.repeats);
  const repeating = spec.parameters.filter((parameter) => parameter.repeats);
  const needed = spec.parameters.filter((parameter) => !parameter.optional).length;
  return {
    least: needed,
    most: repeating.length > 0 ? Infinity : fixed.length,
    group: repeating.length,
    fixed: fixed.length,
  };
}

/** The index of the parameter that takes argument `i`. Repeating parameters stand last. */
export function parameterIndex(spec: FunctionSpec, i: number): number {
  const { fixed, group } = arityOf(spec);
  return i < fixed || group === 0 ? i : fixed + ((i - fixed) % group);
}

export function parameterAt(spec: FunctionSpec, i: number): Parameter | undefined {
  return spec.parameters[parameterIndex(spec, i)];
}
