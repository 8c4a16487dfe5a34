/** A decision table of the project as expressions over its own inputs, for whoever applies it: a plan's rows, a journey's customer. */
import type { ColumnInfo } from '../data/schema.ts';
import type { Expression } from '../formula/expression.ts';
import type { Deciding } from '../program/judging-steps.ts';
import { mapColumns } from '../program/map-columns.ts';
import { blank } from './build-expression.ts';

export interface LoweredDecision extends Pick<Deciding, 'hit' | 'rules' | 'out'> {
  readonly id: string;
  readonly name: string;
  /** What its conditions name, by key. */
  readonly inputs: readonly ColumnInfo[];
  /** What it gives, by key. */
  readonly outputs: readonly ColumnInfo[];
}

/** The same decision with each input replaced by an expression of where it is used. */
export function bindInputs(decision: LoweredDecision, bind: (key: string) => Expression | undefined): LoweredDecision {
  const bound = (expression: Expression) => mapColumns(expression, bind);
  return {
    ...decision,
    rules: decision.rules.map((rule) => ({
      ...rule,
      when: rule.when.map((one) => one && bound(one)),
      then: rule.then.map(bound),
    })),
    out: decision.out.map((one) => (one.otherwise ? { ...one, otherwise: bound(one.otherwise) } : one)),
  };
}

/**
 * One output as a single expression: the first rule that matches, else `otherwise`. For places that hold an expression and no table, such as a
 * journey's branch; undefined for decisions that collect.
 */
export function outputExpression(decision: LoweredDecision, output: string): Expression | undefined {
  const at = decision.out.findIndex((one) => one.key === output);
  if (at < 0 || decision.hit === 'collect') return undefined;
  return decision.rules.reduceRight<Expression>((rest, { when, then }) => {
    const value = then[at] ?? blank;
    const conditions = when.filter((one) => one !== null);
    const { type, format } = value;
    if (conditions.length === 0) return value;
    const [only] = conditions;
    const all: Expression =
      conditions.length === 1 && only ? only : { node: 'call', name: 'AND', args: conditions, type: 'boolean' };
    return { node: 'call', name: 'IF', args: [all, value, rest], type, ...(format ? { format } : {}) };
  }, decision.out[at]?.otherwise ?? blank);
}
