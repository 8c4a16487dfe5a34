/** A split as a sentence: the share, what it would be exactly, and the unit that rounding left over. */
import type { Format } from '../data/column.ts';
import type { ColumnInfo } from '../data/schema.ts';
import { isError, type Value } from '../data/value.ts';
import { round } from '../formula/round.ts';
import { sum } from '../formula/sum.ts';
import type { Bilingual } from '../problem/problem.ts';
import type { AllocateStep } from '../program/table-program.ts';
import { sayNumber } from './say-value.ts';

export function sayAllocation(
  step: AllocateStep,
  columns: readonly ColumnInfo[],
  whole: Value,
  weights: readonly number[],
  at: number,
  part: number | null,
): Bilingual {
  if (part === null || isError(whole)) {
    return { en: 'The amount cannot be split.', 'zh-CN': '金额无法分摊。' };
  }
  const money = formatOf(step, columns);
  const amount = typeof whole === 'number' ? whole : 0;
  const weight = weights[at] ?? 0;
  const share = step.of === 'weights' ? weight / sum(weights) : weight;
  const exact = amount * share;
  const unit = round(part - round(exact, step.decimals), step.decimals);
  const percent = sayNumber(share, { kind: 'percent' });
  const said = `${sayNumber(amount, money)} × ${percent} = ${sayNumber(part, money)}`;
  if (unit === 0) {
    return {
      en: `${said}, one of ${weights.length} parts.`,
      'zh-CN': `${said}，共分为 ${weights.length} 份。`,
    };
  }
  const left = sayNumber(Math.abs(unit), money);
  return {
    en: `${said}, one of ${weights.length} parts; ${left} ${unit > 0 ? 'more' : 'less'} than rounding alone, so that the parts add to the whole.`,
    'zh-CN': `${said}，共分为 ${weights.length} 份；比单独四舍五入${unit > 0 ? '多' : '少'} ${left}，使各份之和等于总额。`,
  };
}

/** What a pool of a step-down had to give, before its split: `shared` is the sentence of the split itself. */
export function sayPool(
  step: AllocateStep,
  columns: readonly ColumnInfo[],
  shared: Bilingual,
  pool: {
    readonly own: number;
    readonly received: number;
    readonly closed: number;
    readonly isClosed: boolean;
    readonly isSplit: boolean;
  },
): Bilingual {
  if (!pool.isSplit) return shared;
  if (pool.isClosed) {
    return {
      en: 'Nothing, because this receiver was emptied before: nothing comes back.',
      'zh-CN': '不分摊，因为该接收方此前已结清，不再回流。',
    };
  }
  const money = formatOf(step, columns);
  const [own, received, total] = [pool.own, pool.received, pool.own + pool.received].map((one) =>
    sayNumber(one, money),
  );
  const came = pool.received !== 0;
  const none = pool.closed > 0;
  return {
    en: `${came ? `Own ${own} and received ${received} make ${total}. ` : ''}${shared.en}${none ? ` ${pool.closed} closed ${pool.closed === 1 ? 'receiver gets' : 'receivers get'} nothing.` : ''}`,
    'zh-CN': `${came ? `自有 ${own} 加转入 ${received}，共 ${total}。` : ''}${shared['zh-CN']}${none ? `${pool.closed} 个已结清的接收方不再分摊。` : ''}`,
  };
}

function formatOf(step: AllocateStep, columns: readonly ColumnInfo[]): Format {
  const { amount } = step;
  const read = amount.node === 'column' ? columns.find((one) => one.key === amount.key)?.format : undefined;
  const own = step.columns.find((one) => one.key === step.out)?.format;
  return own ?? read ?? { kind: 'number', decimals: step.decimals };
}
