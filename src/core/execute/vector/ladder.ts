/**
 * Nested IFs (or an IFS) that compare one operand with constants and answer constants: a table of bands in a formula's clothes. Counting the edges that are
 * reached is several times quicker than asking one condition after another.
 */
import type { Expression, Literal } from '../../formula/expression.ts';
import { edgeAbove, edgeAtLeast } from './edges.ts';
import { signature } from './expression-parts.ts';

export interface Ladder {
  readonly operand: Expression;
  /** Ascending; `answers[n]` where n edges are reached. */
  readonly edges: readonly number[];
  readonly answers: readonly Literal[];
}

interface Rung {
  readonly when: Expression;
  readonly then: Expression;
}

/** Two rungs at least: one comparison is quick as it is. */
export function ladderOf(expression: Expression): Ladder | null {
  const rungs: Rung[] = [];
  let last: Expression = expression;
  while (last.node === 'call' && last.name === 'IF' && last.args.length === 3) {
    const [when, then, otherwise] = last.args as [Expression, Expression, Expression];
    rungs.push({ when, then });
    last = otherwise;
  }
  if (last.node === 'call' && last.name === 'IFS' && last.args.length % 2 === 0) {
    const { args } = last;
    for (let at = 0; at < args.length; at += 2)
      rungs.push({ when: args[at] as Expression, then: args[at + 1] as Expression });
    const end = rungs.at(-1);
    if (end?.when.node !== 'literal' || end.when.value !== true) return null;
    rungs.pop();
    last = end.then;
  }
  return rungs.length < 2 ? null : climb(rungs, last);
}

function climb(rungs: readonly Rung[], last: Expression): Ladder | null {
  const answers: Literal[] = [];
  const edges: number[] = [];
  let operand: Expression | undefined;
  let name = '';
  let falling: boolean | undefined;
  for (const { when, then } of rungs) {
    const condition = comparison(when);
    if (!condition || then.node !== 'literal') return null;
    name ||= signature(condition.operand);
    operand ??= condition.operand;
    if (signature(condition.operand) !== name || (falling ?? condition.falling) !== condition.falling) return null;
    falling = condition.falling;
    edges.push(condition.edge);
    answers.push(then.value);
  }
  if (!operand || last.node !== 'literal') return null;
  answers.push(last.value);
  // `x >= 30, x >= 20, …` asks from the top, `x < 20, x < 30, …` from the bottom.
  if (falling) {
    edges.reverse();
    answers.reverse();
  }
  if (edges.some((edge, at) => at > 0 && edge <= (edges[at - 1] as number))) return null;
  return { operand, edges, answers };
}

/** `operand >= c` and its kin; `falling`: true above the edge. */
function comparison(when: Expression): { operand: Expression; edge: number; falling: boolean } | null {
  if (when.node !== 'binary') return null;
  const [left, right] = [constant(when.left), constant(when.right)];
  if ((left === null) === (right === null)) return null;
  const c = (left ?? right) as number;
  const operand = left === null ? when.left : when.right;
  const sign = left === null ? when.operator : mirrored[when.operator];
  switch (sign) {
    case '>=':
      return { operand, edge: edgeAtLeast(c), falling: true };
    case '>':
      return { operand, edge: edgeAbove(c), falling: true };
    case '<':
      return { operand, edge: edgeAtLeast(c), falling: false };
    case '<=':
      return { operand, edge: edgeAbove(c), falling: false };
    default:
      return null;
  }
}

const mirrored: Readonly<Record<string, string>> = { '>=': '<=', '>': '<', '<': '>', '<=': '>=' };

function constant(part: Expression): number | null {
  if (part.node === 'literal') return typeof part.value === 'number' ? part.value : null;
  if (part.node !== 'unary') return null;
  const inner = constant(part.operand);
  if (inner === null) return null;
  return part.operator === '-' ? -inner : part.operator === '%' ? inner / 100 : inner;
}
