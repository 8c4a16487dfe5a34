/** The order in which columns that are defined by formulas can be computed, and the circles among them. */
import { foldText } from './fold-text.ts';
import { namesIn } from './text/names-in.ts';

export interface Definition {
  readonly key: string;
  readonly formula: string;
}

export interface DefinitionOrder {
  /** Indices of the definitions, each after those it uses; the given order where it is free. Members of circles stand last. */
  readonly order: readonly number[];
  /** Keys of each circle, in the order of use. */
  readonly circles: readonly (readonly string[])[];
}

/**
 * `given`: keys of columns that exist already. A name of one of those means the existing column unless the definition that replaces it stands before,
 * so a column may be defined from its own old value.
 */
export function definitionOrder(definitions: readonly Definition[], given: Iterable<string>): DefinitionOrder {
  const existing = new Set([...given].map(foldText));
  const indexOf = new Map(definitions.map((one, index) => [foldText(one.key), index]));
  const uses = definitions.map((one, index) => {
    const named = namesIn(one.formula).flatMap((use) => (use.kind === 'bare' ? [foldText(use.name)] : []));
    return [...new Set(named)].flatMap((name) => {
      const at = indexOf.get(name);
      return at === undefined || (existing.has(name) && at >= index) ? [] : [at];
    });
  });
  const state = new Map<number, 'open' | 'done' | 'circle'>();
  const order: number[] = [];
  const circles: (readonly string[])[] = [];
  const path: number[] = [];
  const visit = (index: number): void => {
    const seen = state.get(index);
    if (seen === 'open') {
      const circle = path.slice(path.indexOf(index));
      for (const one of circle) state.set(one, 'circle');
      circles.push(circle.map((one) => definitions[one]?.key ?? ''));
    }
    if (seen !== undefined) return;
    state.set(index, 'open');
    path.push(index);
    for (const other of uses[index] ?? []) visit(other);
    path.pop();
    if (state.get(index) === 'open') {
      state.set(index, 'done');
      order.push(index);
    }
  };
  definitions.forEach((_, index) => visit(index));
  const left = definitions.flatMap((_, index) => (state.get(index) === 'circle' ? [index] : []));
  return { order: [...order, ...left], circles };
}
