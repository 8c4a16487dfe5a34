/** Bands of the most common shape, computed on the way: whole, lower edge in, each row alone, constant edges and rates. */
import { isError } from '../data/value.ts';
import { checkBands } from '../formula/check-bands.ts';
import { toNumber } from '../formula/evaluate/coerce.ts';
import type { Expression } from '../formula/expression.ts';
import type { BandsStep } from '../program/table-program.ts';
import type { OperationContext, Work } from './operation.ts';
import { columnKeysOf } from './vector/expression-parts.ts';
import { newWatch, type BandsInlined } from './vector/inlined.ts';

export function* inlineBands(step: BandsStep, key: string, context: OperationContext): Work<BandsInlined | null> {
  const { out, pays } = step;
  const part = key === out.amount ? 'amount' : key === out.rate ? 'rate' : key === out.reached ? 'reached' : null;
  const plain = step.mode === 'whole' && step.tie === 'lower-in' && step.scope.over === 'row';
  if (!part || !plain || step.scale || step.opening || pays.on === 'target') return null;
  const from = new Float64Array(step.bands.length);
  const rate = new Float64Array(step.bands.length);
  for (const [at, band] of step.bands.entries()) {
    const edge = yield* constantOf(step, band.from, context);
    const paid = band.rate ? yield* constantOf(step, band.rate, context) : 0;
    if (edge === null || paid === null) return null;
    from[at] = edge;
    rate[at] = paid;
  }
  if (checkBands(from)) return null;
  const bound = (expression: Expression) => context.bound(step, step.input, expression);
  return {
    by: 'bands',
    part,
    value: yield* bound(step.value),
    pays: pays.on === 'value' ? { on: 'value' } : { on: 'amount', ...(yield* bound(pays.amount)) },
    from,
    rate,
    decimals: step.decimals,
    watch: newWatch(step.id, out.amount),
  };
}

function* constantOf(step: BandsStep, expression: Expression, context: OperationContext): Work<number | null> {
  if (columnKeysOf(expression).length > 0) return null;
  const value = toNumber(yield* context.scalar(step, expression));
  return isError(value) ? null : value;
}
