/** Which of a scan's columns one of them needs, and which parts of its formulas know nothing of the state and are computed for all rows at once. */
import type { Expression } from '../../formula/expression.ts';
import type { Made, ScanStep } from '../../program/table-program.ts';
import { childrenOf, columnKeysOf, partsOf, replaceParts } from '../vector/expression-parts.ts';
import { hasFreeLocals } from '../window/free-locals.ts';

/** The column that a bare name means in `made[at]`: the last one made before it, or -1 for the input's. */
export function madeBefore(made: readonly Made[], at: number, key: string): number {
  for (let before = at - 1; before >= 0; before--) if (made[before]?.key === key) return before;
  return -1;
}

/** The column whose value `prior[key]` remembers: the last one of that name; -1 where the scan makes none. */
export function remembered(made: readonly Made[], key: string): number {
  return made.findLastIndex((one) => one.key === key);
}

/** The columns that `made[at]` needs, itself included, ascending. */
export function needed(made: readonly Made[], at: number): readonly number[] {
  const found = new Set<number>();
  const visit = (one: number): void => {
    const expression = made[one]?.expression;
    if (!expression || found.has(one)) return;
    found.add(one);
    for (const part of partsOf(expression)) {
      if (part.node === 'column') visit(madeBefore(made, one, part.key));
      if (part.node === 'prior') visit(remembered(made, part.key));
    }
  };
  visit(at);
  return [...found].sort((a, b) => a - b);
}

/** The part of a scan that one of its columns depends on. */
export function foldDefinition(step: ScanStep, at: number): readonly unknown[] {
  const columns = needed(step.made, at);
  const keys = new Set(columns.map((one) => step.made[one]?.key));
  return [
    columns.map((one) => [one, step.made[one]]),
    step.made.map((one) => one.key),
    step.initial.filter((one) => keys.has(one.key)),
  ];
}

/** The keys of input columns that `made[at]` reads by bare names. */
export function inputKeys(made: readonly Made[], at: number): readonly string[] {
  const expression = made[at]?.expression;
  return expression ? columnKeysOf(expression).filter((key) => madeBefore(made, at, key) < 0) : [];
}

/** A formula whose stateless parts are columns of their own. */
export interface Hoisted {
  readonly rest: Expression;
  readonly parts: ReadonlyMap<string, Expression>;
}

/** `stateful`: whether a bare name is a column that the scan makes. */
export function hoist(expression: Expression, stateful: (key: string) => boolean): Hoisted {
  const parts = new Map<string, Expression>();
  const isStateless = (part: Expression): boolean =>
    part.node !== 'prior' && !(part.node === 'column' && stateful(part.key)) && childrenOf(part).every(isStateless);
  const rest = replaceParts(expression, (part) => {
    const computed = part.node === 'call' || part.node === 'binary' || part.node === 'unary' || part.node === 'let';
    if (!computed || !isStateless(part) || hasFreeLocals(part)) return undefined;
    const key = `\u0000hoisted ${parts.size}`;
    parts.set(key, part);
    // An operator keeps it a computed value: aggregates around it take it for one.
    return { node: 'unary', operator: '+', type: part.type, operand: { node: 'column', key, type: part.type } };
  });
  return { rest, parts };
}
