/** Weights that add up to 100 %: what is wrong with them, and how they are put right in whole percents. */
import type { LowerContext } from '#core/contracts/node-kind.ts';

export interface Weight {
  readonly key: string;
  readonly weight: number;
}

/** In the same proportions, in whole percents that add up to 100 %: largest remainders, ties to the first. Nothing to go by: evenly. */
export function rescaled(weights: readonly Weight[], to = 100): readonly Weight[] {
  const sum = weights.reduce((all, one) => all + one.weight, 0);
  const shares = weights.map((one) => (sum > 0 ? (one.weight / sum) * to : to / weights.length));
  const whole = shares.map((share) => Math.floor(share + 1e-9));
  const left = to - whole.reduce((all, one) => all + one, 0);
  const byRemainder = shares
    .map((share, index) => ({ index, rest: share - (whole[index] ?? 0) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
    .slice(0, left)
    .map(({ index }) => index);
  return weights.map(({ key }, index) => ({
    key,
    weight: ((whole[index] ?? 0) + (byRemainder.includes(index) ? 1 : 0)) / 100,
  }));
}

/** One weight moved to a share in whole percents; the others make room in their proportions. */
export function withWeight(weights: readonly Weight[], key: string, share: number): readonly Weight[] {
  const percent = Math.min(100, Math.max(0, Math.round(share * 100)));
  const others = weights.filter((one) => one.key !== key);
  if (others.length === 0) return weights.map((one) => ({ ...one, weight: 1 }));
  const rest = new Map(rescaled(others, 100 - percent).map((one) => [one.key, one.weight]));
  return weights.map((one) => ({ key: one.key, weight: one.key === key ? percent / 100 : (rest.get(one.key) ?? 0) }));
}

/** A handle between two neighbours moved: what one gives the other takes. */
export function withBorder(weights: readonly Weight[], index: number, to: number): readonly Weight[] {
  const before = weights.slice(0, index).reduce((all, one) => all + one.weight, 0);
  const left = weights[index];
  const right = weights[index + 1];
  if (!left || !right) return weights;
  const both = Math.round((left.weight + right.weight) * 100);
  const given = Math.min(both, Math.max(0, Math.round((to - before) * 100)));
  return weights.map((one, at) =>
    at === index ? { ...one, weight: given / 100 } : at === index + 1 ? { ...one, weight: (both - given) / 100 } : one,
  );
}

/** The weight of each score that arrives. What is missing, too many or does not add up is told with an edit that puts it right. */
export function checkedWeights(
  weights: readonly Weight[],
  keys: readonly string[],
  context: LowerContext,
): ReadonlyMap<string, number> {
  const known = weights.filter((one) => keys.includes(one.key));
  const absent = keys.filter((key) => !known.some((one) => one.key === key));
  const sum = Math.round(known.reduce((all, one) => all + one.weight, 0) * 1e6) / 1e6;
  const tell = (id: string, en: string, zh: string, fixEn: string, fixZh: string, value: readonly Weight[]) => {
    context.report({
      code: 'kind.says',
      severity: 'error',
      params: { kind: 'scorecard', id, words: { en, 'zh-CN': zh } },
      at: { path: 'weights' },
      fix: {
        label: { en: fixEn, 'zh-CN': fixZh },
        edits: [context.propEdit(['weights'], value)],
      },
    });
  };
  const percent = (share: number) => `${Number((share * 100).toFixed(2))} %`;
  if (absent.length > 0) {
    // Newcomers take an even share each; the others keep their proportions.
    const all = [...known, ...absent.map((key) => ({ key, weight: 0 }))];
    const fresh = absent.reduce<readonly Weight[]>((so, key) => withWeight(so, key, 1 / all.length), all);
    tell(
      'no-weight',
      `${absent.join(', ')}: no weight yet, so nothing is counted.`,
      `${absent.join('、')}：尚无权重，暂不计入。`,
      'Give it a share',
      '分配权重',
      rescaled(fresh),
    );
  } else if (sum !== 1 || known.length < weights.length) {
    const gone = known.length < weights.length && sum === 1;
    tell(
      'weights',
      gone
        ? 'There is a weight for a score that is not connected.'
        : `The weights add up to ${percent(sum)} instead of 100 %; they are counted in their proportions.`,
      gone ? '有一项权重对应的得分未连接。' : `权重合计为 ${percent(sum)}，不是 100 %；暂按比例计算。`,
      gone ? 'Remove it' : 'Make it 100 %',
      gone ? '删除该项' : '调整为 100 %',
      gone ? known : rescaled(known),
    );
  }
  return new Map(known.map(({ key, weight }) => [key, weight]));
}
