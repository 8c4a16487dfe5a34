import { z } from 'zod';
import { ifElse, numberOf, rounded } from '#core/contracts/build-expression.ts';
import { componentColumn, componentKeyField, freeColumnKey } from '#core/contracts/component-column.ts';
import { extendWith } from '#core/contracts/draft-steps.ts';
import { byRole, defineNode } from '#core/contracts/node-kind.ts';
import { formulaText, madeKey } from '#core/contracts/prop-schemas.ts';

const props = z.strictObject({ key: madeKey, when: formulaText, amount: formulaText });

/** An amount for every row that meets a condition. */
export const bonus = defineNode<z.infer<typeof props>>({
  kind: 'bonus',
  version: 1,
  family: 'pay',
  icon: 'gift',
  words: {
    en: {
      label: 'Bonus',
      summary: 'An amount for everyone who meets a condition',
      search: 'spiff award reward fixed',
      unit: 'bonus',
    },
    'zh-CN': { label: '奖金', summary: '满足条件者得到一笔金额', search: '奖励 激励 固定', unit: '奖金' },
  },
  props,
  defaults: { key: 'bonus', when: '', amount: '500' },
  suggest: (given, inputs) => {
    const rows = inputs.in?.[0];
    if (!rows || given.when !== '') return given;
    const attained = byRole(rows.columns, 'attainment');
    return {
      ...given,
      key: freeColumnKey(given.key, rows.columns),
      when: attained ? `[${attained.key}] >= 1` : '',
    };
  },
  inputs: [{ key: 'in', type: 'people', required: true, words: { en: 'People', 'zh-CN': '人员' } }],
  outputs: [{ key: 'out', type: 'people', words: { en: 'People with pay', 'zh-CN': '人员与提成' } }],
  inspector: [
    {
      prop: 'when',
      control: 'formula',
      from: 'in',
      place: 'row',
      optional: true,
      section: 'does',
      words: { en: 'Paid when', 'zh-CN': '发放条件' },
      help: { en: 'Empty: everyone.', 'zh-CN': '留空：所有人。' },
    },
    {
      prop: 'amount',
      control: 'formula',
      from: 'in',
      place: 'row',
      section: 'does',
      words: { en: 'Amount', 'zh-CN': '金额' },
    },
    componentKeyField,
  ],
  lower: (given, context) => {
    const [rows] = context.input('in');
    if (!rows) return undefined;
    const when =
      given.when.trim() === ''
        ? null
        : context.formula(given.when, { path: 'when', place: 'row', columns: rows.columns });
    const amount = context.formula(given.amount, { path: 'amount', place: 'row', columns: rows.columns });
    const format =
      byRole(rows.columns, 'component')?.format ?? byRole(rows.columns, 'amount')?.format ?? amount?.format;
    const component = componentColumn(context, rows.columns, given.key, format);
    if (when === undefined || !amount || !component) return undefined;
    const paid = rounded(amount, 2, format);
    const expression = when ? ifElse(when, paid, numberOf(0)) : paid;
    const out = context.emit(extendWith(rows, [{ ...component, expression }]));
    return {
      ports: { out },
      headline: { step: out.step, measure: 'sum', column: component.key },
      ...(format ? { headlineFormat: format } : {}),
    };
  },
});
