import { z } from 'zod';
import { call, columnOf, rounded, sumOf } from '#core/contracts/build-expression.ts';
import { freeColumnKey } from '#core/contracts/component-column.ts';
import { extendWith, groupRows } from '#core/contracts/draft-steps.ts';
import { byRole, defineNode, type LowerContext, type TableShape } from '#core/contracts/node-kind.ts';
import { columnKey } from '#core/contracts/prop-schemas.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import { fields, words } from './payout.words.ts';

const props = z.strictObject({
  person: columnKey,
  period: columnKey,
  /** Component columns that are paid; empty: all. */
  components: z.array(columnKey).max(100),
  rounding: z.enum(['component', 'payment', 'none']),
});
type Props = z.infer<typeof props>;

/** What each person is paid: the components, added up. The design's result. */
export const payout = defineNode<Props>({
  kind: 'payout',
  version: 1,
  family: 'out',
  icon: 'cash-banknote',
  words,
  props,
  defaults: { person: '', period: '', components: [], rounding: 'payment' },
  suggest: (given, inputs) => {
    const of = (role: 'person' | 'period') => byRole(inputs.in?.[0]?.columns ?? [], role)?.key ?? '';
    return { ...given, person: given.person || of('person'), period: given.period || of('period') };
  },
  inputs: [{ key: 'in', type: 'people', required: true, words: { en: 'People with pay', 'zh-CN': '人员与提成' } }],
  outputs: [{ key: 'out', type: 'people', words: { en: 'Payouts', 'zh-CN': '发放' } }],
  inspector: fields,
  lower: (given, context) => {
    const [rows] = context.input('in');
    if (!rows) return undefined;
    const person = context.column(rows.columns, given.person, 'person');
    const period = given.period === '' ? undefined : context.column(rows.columns, given.period, 'period');
    const parts = componentsOf(given, context, rows);
    if (!person || !parts || (given.period !== '' && !period)) return undefined;
    const by = [person.key, ...(period ? [period.key] : [])];
    const perPerson = rows.grain?.length === by.length && by.every((key) => rows.grain?.includes(key));
    const paid = perPerson ? rows : context.emit(perPersonTotals(rows, by, parts));
    const format = parts[0]?.format;
    const total: ColumnInfo = {
      key: freeColumnKey('payout', paid.columns),
      type: 'number',
      role: 'payout',
      label: context.word({ en: 'Payout', 'zh-CN': '发放金额' }),
      ...(format ? { format } : {}),
    };
    const terms = parts.map((part) =>
      given.rounding === 'component' ? rounded(columnOf(part), 2, format) : columnOf(part),
    );
    const sum = sumOf(terms, format);
    const expression = given.rounding === 'none' ? sum : rounded(sum, 2, format);
    const out = context.emit(extendWith(paid, [{ ...total, expression }]));
    return {
      ports: { out },
      headline: { step: out.step, measure: 'sum', column: total.key },
      ...(format ? { headlineFormat: format } : {}),
    };
  },
});

function componentsOf(given: Props, context: LowerContext, rows: TableShape): readonly ColumnInfo[] | undefined {
  const parts =
    given.components.length === 0
      ? rows.columns.filter((column) => column.role === 'component')
      : given.components.flatMap((key, index) => context.column(rows.columns, key, `components.${index}`) ?? []);
  if (parts.length < given.components.length) return undefined;
  if (parts.length > 0) return parts;
  context.say('nothing-paid', {
    en: 'Nothing earns pay before this node. Connect rate bands or a bonus to it.',
    'zh-CN': '此节点之前没有任何提成。请先连接阶梯费率或奖金。',
  });
  return undefined;
}

/** Rows finer than a person, such as credits: components and the credited amount are added up. */
function perPersonTotals(rows: TableShape, by: readonly string[], parts: readonly ColumnInfo[]) {
  const credited = rows.columns.find((column) => column.role === 'amount' && !parts.includes(column));
  return groupRows(
    rows,
    by,
    [...(credited ? [credited] : []), ...parts].map((column) => ({
      ...column,
      expression: call('SUM', [columnOf(column)], 'number', column.format),
    })),
  );
}
