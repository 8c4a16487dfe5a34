import { z } from 'zod';
import { binary, blank, call, columnOf, ifElse, numberOf, rounded, sumOf } from '#core/contracts/build-expression.ts';
import { extendWith, groupRows, lookupColumns, selectColumns, unionOf } from '#core/contracts/draft-steps.ts';
import { byRole, defineNode, type LowerContext, type TableShape } from '#core/contracts/node-kind.ts';
import { columnKey } from '#core/contracts/prop-schemas.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import type { Expression } from '#core/formula/expression.ts';
import { checkedWeights, rescaled } from './weights.ts';
import { fields, words } from './scorecard.words.ts';

const props = z.strictObject({
  /** Shares by the key of the score column; together 1. */
  weights: z.array(z.strictObject({ key: columnKey, weight: z.number().min(0).max(1) })).max(50),
  missing: z.enum(['share', 'zero', 'block']),
  decimals: z.int().min(0).max(4),
  /** People are ranked within this column of the people; empty: all together. */
  within: columnKey,
});
type Props = z.infer<typeof props>;

const score: Pick<ColumnInfo, 'type' | 'format'> = { type: 'number', format: { kind: 'number', decimals: 1 } };

interface Scored {
  readonly column: ColumnInfo;
  readonly value: ColumnInfo | undefined;
  readonly shape: TableShape;
  readonly person: ColumnInfo;
  readonly weight: number;
}

/**
 * Weighted scores, added up and ranked, the best first; equal totals share a rank. Each score's points are its share of the total, so the total is their
 * sum. A person without a score: the other weights share it out (`share`), it counts as 0 (`zero`), or there is no total (`block`).
 */
export const scorecard = defineNode<Props>({
  kind: 'scorecard',
  version: 1,
  family: 'out',
  icon: 'scale-outline',
  words,
  props,
  defaults: { weights: [], missing: 'share', decimals: 1, within: '' },
  suggest: (given, inputs) => {
    const scores = (inputs.kpis ?? []).flatMap((shape) => shape.columns.filter((column) => column.role === 'score'));
    if (given.weights.length > 0 || scores.length === 0) return given;
    const even = scores.map(({ key }) => ({ key, weight: 1 }));
    return { ...given, weights: [...rescaled(even)] };
  },
  inputs: [
    { key: 'kpis', type: 'people', required: true, many: true, words: { en: 'Scores', 'zh-CN': '得分' } },
    { key: 'people', type: 'rows', words: { en: 'People who are ranked', 'zh-CN': '参评人员' } },
  ],
  outputs: [{ key: 'out', type: 'people', words: { en: 'Ranking', 'zh-CN': '排名' } }],
  inspector: fields,
  lower: (given, context) => {
    const scored = scoresOf(given, context);
    if (!scored) return undefined;
    const people = peopleOf(context, scored);
    if (!people) return undefined;
    const within = given.within === '' ? undefined : context.column(people.shape.columns, given.within, 'within');
    if (given.within !== '' && !within) return undefined;
    let wide = people.shape;
    for (const one of scored) {
      const take = [one.column, ...(one.value ? [one.value] : [])];
      const from = selectColumns(
        one.shape,
        [one.person, ...take].map(({ key }) => ({ key, from: key })),
      );
      wide = context.emit(
        lookupColumns(
          wide,
          context.emit(from),
          [{ left: people.person.key, right: one.person.key }],
          take.map(({ key }) => ({ key, from: key })),
        ),
      );
    }
    return ranked(given, context, wide, scored, within);
  },
});

/** The scores that arrive with their weights; undefined where there is nothing to add up. */
function scoresOf(given: Props, context: LowerContext): readonly Scored[] | undefined {
  // One connection may bring several scores, made one after another.
  const arriving = context.input('kpis').flatMap((shape) => {
    const scores = shape.columns.filter((column) => column.role === 'score');
    return (scores.length > 0 ? scores : [undefined]).map((column) => ({
      shape,
      column,
      person: byRole(shape.columns, 'person'),
    }));
  });
  const keys = arriving.flatMap(({ column }) => column?.key ?? []);
  if (keys.length < arriving.length || keys.length === 0) {
    context.say('no-score', {
      en: 'What is connected gives no score. Put “KPI score” before it.',
      'zh-CN': '所连接的节点没有给出得分，请在前面加入“KPI 得分”。',
    });
    return undefined;
  }
  const twice = keys.find((key, index) => keys.indexOf(key) < index);
  if (twice !== undefined) {
    context.say('same-name', {
      en: `Two scores are called “${twice}”. Give one of them another name in formulas.`,
      'zh-CN': `有两个得分都叫“${twice}”，请修改其中一个在公式中的名称。`,
    });
    return undefined;
  }
  const weights = checkedWeights(given.weights, keys, context);
  const place = (key: string) => given.weights.findIndex((one) => one.key === key);
  const scored = arriving.flatMap(({ shape, column, person }) =>
    column && person
      ? [
          {
            shape,
            column,
            person,
            value: shape.columns.find((one) => one.key === `${column.key}_value`),
            weight: weights.get(column.key) ?? 0,
          },
        ]
      : [],
  );
  // In the order people gave them, whatever order the connections have.
  return scored.sort((a, b) => place(a.column.key) - place(b.column.key));
}

/** Who is ranked: the people connected, with what is known of them, else everybody who has any score. */
function peopleOf(context: LowerContext, scored: readonly Scored[]) {
  const [given] = context.input('people');
  const [first] = scored;
  if (!first) return undefined;
  if (given) {
    const person = byRole(given.columns, 'person') ?? given.columns.find((one) => one.key === first.person.key);
    if (!person) {
      context.say('no-person', {
        en: 'The table of people does not say which column is the person. Mark it in the table.',
        'zh-CN': '人员表没有标明哪一列是人员，请在表中标记。',
      });
      return undefined;
    }
    const taken = scored.flatMap(({ column, value }) => [column.key, value?.key]);
    const columns = given.columns.filter((one) => !taken.includes(one.key));
    const kept = context.emit(
      selectColumns(
        given,
        columns.map(({ key }) => ({ key, from: key, ...(key === person.key ? { role: 'person' as const } : {}) })),
      ),
    );
    return { shape: { ...kept, grain: [person.key] }, person };
  }
  const names = scored.map(({ shape, person }) =>
    context.emit(selectColumns(shape, [{ key: first.person.key, from: person.key, role: 'person' }])),
  );
  const [only] = names;
  const all = names.length > 1 || !only ? context.emit(unionOf(names)) : only;
  return { shape: context.emit(groupRows(all, [first.person.key], [])), person: first.person };
}

function ranked(
  given: Props,
  context: LowerContext,
  wide: TableShape,
  scored: readonly Scored[],
  within: ColumnInfo | undefined,
) {
  const whole = sumOfWeights(scored);
  const has = ({ column }: Scored) => call('NOT', [call('ISBLANK', [columnOf(column)], 'boolean')], 'boolean');
  const points = scored.map((one): ColumnInfo => ({
    ...score,
    key: `${one.column.key}_points`,
    label: `${one.column.label ?? one.column.key} · ${context.word({ en: 'points', 'zh-CN': '计分' })}`,
  }));
  // What the weights of the scores that are there come to: the whole, where none is missing.
  const present: ColumnInfo = {
    key: 'weight_present',
    type: 'number',
    label: context.word({ en: 'Weight present', 'zh-CN': '有效权重' }),
    format: { kind: 'percent', decimals: 0 },
  };
  const there = sumOf(scored.map((one) => ifElse(has(one), numberOf(one.weight), numberOf(0))));
  const shared = context.emit(extendWith(wide, [{ ...present, expression: there }]));
  const pointsFor = (one: Scored): Expression => {
    const weighted = binary(columnOf(one.column), '*', numberOf(one.weight), score.format);
    const share =
      given.missing === 'share'
        ? binary(weighted, '/', columnOf(present), score.format)
        : whole === 1
          ? weighted
          : binary(weighted, '/', numberOf(whole), score.format);
    const otherwise = given.missing === 'zero' ? numberOf(0) : blank;
    return call('IF', [has(one), share, otherwise], 'number', score.format);
  };
  const parts = context.emit(
    extendWith(
      shared,
      scored.map((one, index) => ({ ...(points[index] as ColumnInfo), expression: pointsFor(one) })),
    ),
  );
  const total: ColumnInfo = {
    key: 'total',
    type: 'number',
    label: context.word({ en: 'Total score', 'zh-CN': '综合得分' }),
    format: { kind: 'number', decimals: given.decimals },
  };
  const sum = rounded(sumOf(points.map(columnOf), score.format), given.decimals, total.format);
  const counted =
    given.missing === 'zero'
      ? sum
      : call(
          'IF',
          [
            given.missing === 'block'
              ? call('AND', scored.map(has), 'boolean')
              : binary(columnOf(present), '>', numberOf(0)),
            sum,
            blank,
          ],
          'number',
          total.format,
        );
  const added = context.emit(extendWith(parts, [{ ...total, expression: counted }]));
  const sorted = context.emit({
    op: 'sort',
    input: added.step,
    order: [{ key: total.key, descending: true }],
    columns: added.columns,
    ...(added.grain ? { grain: added.grain } : {}),
  });
  const rank: ColumnInfo = { key: 'rank', type: 'number', label: context.word({ en: 'Rank', 'zh-CN': '名次' }) };
  const partition = within ? [within.key] : [];
  const grain = sorted.grain ? { grain: sorted.grain } : {};
  const order = [{ key: total.key, descending: true }];
  const counting = context.emit({
    op: 'window',
    input: sorted.step,
    partition,
    order,
    frame: { from: null, to: 0 },
    made: [{ key: rank.key, expression: call('COUNT', [columnOf(total)]) }],
    columns: [...sorted.columns, rank],
    ...grain,
  });
  // Equal totals share the best place among them; without a total there is no place.
  const place = ifElse(call('ISBLANK', [columnOf(total)], 'boolean'), blank, call('MIN', [columnOf(rank)]));
  const placed = context.emit({
    op: 'window',
    input: counting.step,
    partition: [...partition, total.key],
    order: [],
    frame: { from: null, to: null },
    made: [{ key: rank.key, expression: { ...place, type: 'number' } }],
    columns: counting.columns,
    ...grain,
  });
  const first = placed.columns.find((one) => one.role === 'person');
  const ends = [rank.key, ...(first ? [first.key] : [])];
  const shown = [...ends, ...placed.columns.map((one) => one.key).filter((key) => !ends.includes(key))];
  const out = context.emit(
    selectColumns(
      placed,
      shown.map((key) => ({ key, from: key })),
    ),
  );
  return {
    ports: { out },
    headline: { step: out.step, measure: 'average' as const, column: total.key },
    headlineFormat: { kind: 'number' as const, decimals: given.decimals },
  };
}

function sumOfWeights(scored: readonly Scored[]): number {
  return Math.round(scored.reduce((sum, one) => sum + one.weight, 0) * 1e9) / 1e9;
}
