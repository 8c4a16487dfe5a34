import { z } from 'zod';
import { joinTables, lookupColumns } from '#core/contracts/draft-steps.ts';
import { defineNode, type LowerContext, type TableShape } from '#core/contracts/node-kind.ts';
import { keyPair, takenColumn } from '#core/contracts/prop-schemas.ts';
import { fields, words } from './lookup.words.ts';

const props = z.strictObject({
  how: z.enum(['lookup', 'inner', 'left', 'full', 'semi', 'anti']),
  pairs: z.array(keyPair).max(20),
  take: z.array(takenColumn).max(500),
  cardinality: z.enum(['one-to-one', 'many-to-one', 'one-to-many', 'many-to-many']),
  missing: z.enum(['blank', 'error']),
});
type Props = z.infer<typeof props>;

/** Brings columns of another table to these rows. Join also changes which rows there are; its cardinality is declared and verified. */
export const lookup = defineNode<Props>({
  kind: 'lookup',
  version: 1,
  family: 'shape',
  icon: 'arrows-join',
  words,
  props,
  defaults: { how: 'lookup', pairs: [], take: [], cardinality: 'many-to-one', missing: 'blank' },
  suggest: (given, inputs) => {
    const left = inputs.in?.[0];
    const right = inputs.table?.[0];
    if (!left || !right) return given;
    const pairs = given.pairs.length > 0 ? given.pairs : pairsOf(left, right);
    const taken = new Set([...left.columns.map((one) => one.key), ...pairs.map((pair) => pair.right)]);
    const take =
      given.take.length > 0
        ? given.take
        : right.columns.filter((one) => !taken.has(one.key)).map(({ key }) => ({ key, from: key }));
    return { ...given, pairs, take };
  },
  inputs: [
    { key: 'in', type: 'rows', required: true, words: { en: 'Rows', 'zh-CN': '数据行' } },
    { key: 'table', type: 'rows', required: true, words: { en: 'Other table', 'zh-CN': '另一张表' } },
  ],
  outputs: [{ key: 'out', type: 'rows', words: { en: 'Rows', 'zh-CN': '数据行' } }],
  inspector: fields,
  lower: (given, context) => {
    const [left] = context.input('in');
    const [right] = context.input('table');
    if (!left || !right) return undefined;
    const pairs = given.pairs.filter(
      (pair, index) =>
        context.column(left.columns, pair.left, `pairs.${index}.left`) !== undefined &&
        context.column(right.columns, pair.right, `pairs.${index}.right`) !== undefined,
    );
    if (pairs.length < given.pairs.length) return undefined;
    if (pairs.length === 0) {
      context.say(
        'no-pairs',
        {
          en: 'Choose which columns of the two tables must be equal.',
          'zh-CN': '请选择两张表中需要相等的列。',
        },
        { path: 'pairs' },
      );
      return undefined;
    }
    const out = context.emit(pairing(given, context, left, right));
    return { ports: { out }, headline: { step: out.step, measure: 'rows' } };
  },
});

function pairing(given: Props, context: LowerContext, left: TableShape, right: TableShape) {
  const { how, pairs, cardinality, missing } = given;
  const takes = how === 'semi' || how === 'anti' ? [] : takesOf(given, context, left, right);
  if (how === 'lookup') return lookupColumns(left, right, pairs, takes, missing);
  const keepsRows = how === 'semi' || how === 'anti' || cardinality === 'many-to-one' || cardinality === 'one-to-one';
  return joinTables(left, right, {
    how,
    on: pairs,
    cardinality,
    take: takes,
    ...(keepsRows && how !== 'full' && left.grain ? { grain: left.grain } : {}),
  });
}

function takesOf(given: Props, context: LowerContext, left: TableShape, right: TableShape) {
  const seen = new Set(left.columns.map((column) => column.key));
  return given.take.filter((take, index) => {
    const path = `take.${index}`;
    if (!context.column(right.columns, take.from, `${path}.from`)) return false;
    if (!seen.has(take.key)) return seen.add(take.key);
    context.say(
      'taken-twice',
      {
        en: `There already is a column “${take.key}”. Give the one you take another name.`,
        'zh-CN': `已经有列“${take.key}”。请给取来的列换一个名称。`,
      },
      { path: `${path}.key` },
    );
    return false;
  });
}

/** Columns that carry the same key, or the same role. */
function pairsOf(left: TableShape, right: TableShape): Props['pairs'] {
  const identifying = right.grain ?? right.columns.filter((one) => one.role === 'id').map((one) => one.key);
  const wanted = right.columns.filter((one) => identifying.includes(one.key));
  const pairs = wanted.flatMap((one) => {
    const twin =
      left.columns.find((other) => other.key === one.key) ??
      (one.role ? left.columns.find((other) => other.role === one.role) : undefined);
    return twin ? [{ left: twin.key, right: one.key }] : [];
  });
  if (pairs.length > 0) return pairs;
  const same = right.columns.find((one) => left.columns.some((other) => other.key === one.key));
  return same ? [{ left: same.key, right: same.key }] : [];
}
