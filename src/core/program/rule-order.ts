/** In which order a decision table asks its rules. */
import type { Expression, Literal } from '../formula/expression.ts';
import { key as keyOf, type Key } from '../formula/key.ts';
import type { Deciding } from './judging-steps.ts';

/** The rules by number: as listed, or by priority the most important outputs first. */
export function rulesInOrder(step: Pick<Deciding, 'hit' | 'rules' | 'out'>): readonly number[] {
  const order = step.rules.map((_, rule) => rule);
  if (step.hit !== 'priority') return order;
  const ranks = step.out.map((one, at) => {
    const listed = step.rules.flatMap((rule) => constantOutput(rule.then[at]) ?? []);
    const places = new Map<Key, number>();
    for (const literal of one.priority ?? listed) {
      const name = keyOf(literal);
      if (!places.has(name)) places.set(name, places.size);
    }
    return step.rules.map((rule) => {
      const own = constantOutput(rule.then[at]);
      return own ? (places.get(keyOf(own[0])) ?? places.size) : places.size;
    });
  });
  return order.sort((a, b) => {
    for (const rank of ranks) {
      const difference = (rank[a] as number) - (rank[b] as number);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
}

/** The value of an output that is a constant; a missing output is blank. */
export function constantOutput(output: Expression | undefined): readonly [Literal] | undefined {
  if (output === undefined) return [null];
  return output.node === 'literal' ? [output.value] : undefined;
}
