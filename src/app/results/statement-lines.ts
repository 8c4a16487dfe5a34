/** The lines of a statement for one component, from its trace: parts are shown to the cent and add up to the component. */
import { isError, type Value } from '#core/data/value.ts';
import { allocate } from '#core/formula/allocate.ts';
import { round } from '#core/formula/round.ts';
import type { Trace } from '#core/execute/trace.ts';
import type { Language } from '#core/problem/problem.ts';
import { formatNumber } from '#ui/format-value.ts';
import { readableFormula } from './readable-formula.ts';

export interface StatementLine {
  readonly on: string;
  readonly amount: number;
}

/** One line a band that paid; anything else is one line with its formula in values. */
export function statementLines(trace: Trace, language: Language, andAbove: string): readonly StatementLine[] {
  const value = typeof trace.value === 'number' ? trace.value : 0;
  if (trace.how.by !== 'bands')
    return [{ on: readableFormula(trace.substituted || trace.formula, language), amount: value }];
  const { lines, measured } = trace.how;
  const paid = lines.filter((line) => line.amount !== 0);
  if (paid.length === 0) return [{ on: '', amount: value }];
  const edge = (at: number) =>
    formatNumber(at, measured === 'ratio' ? { kind: 'percent', decimals: 0 } : { kind: 'number' }, language);
  const money = { kind: 'number', decimals: 2 } as const;
  const shown = allocate({ amount: value, weights: paid.map((line) => line.amount), of: 'weights', decimals: 2 });
  return paid.map((line, index) => {
    const range =
      line.label || (line.to === null ? `${edge(line.from)} ${andAbove}` : `${edge(line.from)} – ${edge(line.to)}`);
    const rate = line.rate === null ? '' : ` × ${formatNumber(line.rate, { kind: 'percent', decimals: 1 }, language)}`;
    return {
      on: `${range} · ${formatNumber(line.on, money, language)}${rate}`,
      amount: (isError(shown) ? undefined : shown[index]) ?? line.amount,
    };
  });
}

/** What the components leave of the payout, in cents' precision: 0 where the lines sum to the payment. */
export function unexplained(payout: number, components: readonly (Value | undefined)[]): number {
  const sum = components.reduce((total: number, one) => total + (typeof one === 'number' ? one : 0), 0);
  return round(payout - sum, 2);
}
