import { z } from 'zod';
import { binary, blank, call, columnOf, ifElse, numberOf } from '#core/contracts/build-expression.ts';
import { columnTypeOf } from '#core/contracts/column-type.ts';
import { extendWith } from '#core/contracts/draft-steps.ts';
import { byRole, defineNode, type LowerContext, type TableShape } from '#core/contracts/node-kind.ts';
import { columnKey, formulaText, madeKey } from '#core/contracts/prop-schemas.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import type { Expression } from '#core/formula/expression.ts';
import { fields, words } from './kpi.words.ts';

const props = z.strictObject({
  person: columnKey,
  /** What is scored: a formula over the person's row, such as `revenue / quota`. */
  value: formulaText,
  shape: z.enum(['line', 'bands', 'goal']),
  /** Of `line` and `bands`. */
  points: z.array(z.strictObject({ at: z.number(), score: z.number() })).max(50),
  /** Of `goal`: a value at the red flag earns a third of `top`, at the goal two thirds. */
  goal: z.number(),
  red: z.number(),
  top: z.number(),
  key: madeKey,
});
type Props = z.infer<typeof props>;

export interface CurvePoint {
  readonly at: number;
  readonly score: number;
}

/**
 * A value's score on a curve: straight lines between points, level at both ends; bands, the score of the band that the value has reached; or goal and
 * red flag, where the score runs from 0 to `top`, with a third at the red flag and two thirds at the goal.
 */
export const kpi = defineNode<Props>({
  kind: 'kpi',
  version: 1,
  family: 'measure',
  icon: 'chart-line',
  words,
  props,
  defaults: {
    person: '',
    value: '',
    shape: 'line',
    points: [
      { at: 0, score: 0 },
      { at: 1, score: 100 },
    ],
    goal: 1,
    red: 0.5,
    top: 100,
    key: 'score',
  },
  suggest: (given, inputs) => {
    const rows = inputs.in?.[0];
    if (!rows) return given;
    const numbers = rows.columns.filter((column) => column.type === 'number');
    return {
      ...given,
      person: given.person || (byRole(rows.columns, 'person')?.key ?? ''),
      value: given.value || (numbers.at(-1)?.key ?? ''),
    };
  },
  inputs: [{ key: 'in', type: 'people', required: true, words: { en: 'People', 'zh-CN': '人员' } }],
  outputs: [{ key: 'out', type: 'people', words: { en: 'Scores', 'zh-CN': '得分' } }],
  inspector: fields,
  lower: (given, context) => {
    const [rows] = context.input('in');
    if (!rows) return undefined;
    const person = context.column(rows.columns, given.person, 'person');
    const value = context.formula(given.value, { path: 'value', place: 'row', columns: rows.columns });
    const curve = curveOf(given, context);
    if (!person || !value || !curve) return undefined;
    const actual: ColumnInfo = {
      key: `${given.key}_value`,
      type: columnTypeOf(value),
      label: `${context.label} · ${context.word({ en: 'value', 'zh-CN': '数值' })}`,
      ...(value.format ? { format: value.format } : {}),
    };
    const score: ColumnInfo = {
      key: given.key,
      type: 'number',
      label: context.label,
      role: 'score',
      madeBy: context.node,
      format: { kind: 'number', decimals: 1 },
    };
    const named: TableShape = {
      ...rows,
      columns: rows.columns.map((column) => (column.key === person.key ? { ...column, role: 'person' } : column)),
    };
    const scored = context.emit(extendWith(named, [{ ...actual, expression: value }]));
    // Nothing measured is no score: what that means is the scorecard's to say.
    const asked = columnOf(actual);
    const expression = call('IF', [call('ISBLANK', [asked], 'boolean'), blank, curve(asked)]);
    const out = context.emit(extendWith(scored, [{ ...score, expression }]));
    return {
      ports: { out },
      headline: { step: out.step, measure: 'average', column: score.key },
      headlineFormat: { kind: 'number', decimals: 1 },
    };
  },
});

/** The points the score runs through, ascending; what goal and red flag mean is those of a line. */
export function pointsOf({ shape, points, goal, red, top }: Pick<Props, 'shape' | 'points' | 'goal' | 'red' | 'top'>) {
  const given: readonly CurvePoint[] =
    shape === 'goal'
      ? [
          { at: 2 * red - goal, score: 0 },
          { at: red, score: top / 3 },
          { at: goal, score: (2 * top) / 3 },
          { at: 2 * goal - red, score: top },
        ]
      : points;
  return [...given].sort((a, b) => a.at - b.at);
}

function curveOf(given: Props, context: LowerContext): ((value: Expression) => Expression) | undefined {
  const points = pointsOf(given);
  const say = (en: string, zh: string, path: string) => {
    context.say('curve', { en, 'zh-CN': zh }, { path });
    return undefined;
  };
  if (given.shape === 'goal' && given.goal === given.red)
    return say('Goal and red flag are the same. Make them differ.', '目标与红线相同，请改为不同的值。', 'red');
  if (points.length === 0) return say('The curve has no points. Add one.', '曲线没有点，请添加。', 'points');
  const twice = points.find((point, index) => points[index + 1]?.at === point.at);
  if (twice)
    return say(
      `The curve has two scores at ${twice.at}. Remove one.`,
      `曲线在 ${twice.at} 处有两个得分，请删除一个。`,
      'points',
    );
  if (given.shape !== 'bands') {
    const rows = points.map(({ at, score }) => [at, score]);
    return (value) => call('SCORE', [value, { node: 'array', rows, type: 'array' }]);
  }
  // Below the first band there is nothing: 0.
  return (value) =>
    points.reduce<Expression>(
      (below, { at, score }) => ifElse(binary(value, '>=', numberOf(at)), numberOf(score), below),
      numberOf(0),
    );
}
