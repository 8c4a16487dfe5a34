import { z } from 'zod';
import { binary, call, columnOf, ifElse, numberOf, rounded } from '#core/contracts/build-expression.ts';
import { componentColumn, componentKeyField, freeColumnKey } from '#core/contracts/component-column.ts';
import { extendWith } from '#core/contracts/draft-steps.ts';
import { byRole, defineNode } from '#core/contracts/node-kind.ts';
import { amountSchema, columnKey, madeKey } from '#core/contracts/prop-schemas.ts';
import type { ColumnInfo } from '#core/data/schema.ts';

const props = z.strictObject({
  key: madeKey,
  value: columnKey,
  quota: columnKey,
  /** A share of the quota; above it the multiple pays. */
  threshold: amountSchema,
  multiple: amountSchema,
  /** The column that holds each person's rate; without one, `rate` for all. */
  rateColumn: columnKey,
  rate: amountSchema,
});

/** Pays the part above a share of the quota at a multiple of the rate: the component is what the multiple adds. */
export const accelerator = defineNode<z.infer<typeof props>>({
  kind: 'accelerator',
  version: 1,
  family: 'pay',
  icon: 'rocket',
  words: {
    en: {
      label: 'Accelerator',
      summary: 'A multiple of the rate on everything above quota',
      search: 'multiplier above threshold kicker',
      unit: 'added above quota',
    },
    'zh-CN': { label: '加速器', summary: '超过指标的部分按倍数计算', search: '倍数 超额 加速', unit: '超额增加' },
  },
  props,
  defaults: { key: 'accelerator', value: '', quota: '', threshold: 1, multiple: 1.5, rateColumn: '', rate: 0.05 },
  suggest: (given, inputs) => {
    const rows = inputs.in?.[0];
    if (!rows || given.value !== '') return given;
    const of = (role: NonNullable<ColumnInfo['role']>) => byRole(rows.columns, role)?.key ?? '';
    const pay = byRole(rows.columns, 'component');
    const rate = rows.columns.find((column) => pay && column.key === `${pay.key}_rate`);
    return {
      ...given,
      key: freeColumnKey(given.key, rows.columns),
      value: of('amount'),
      quota: of('quota'),
      rateColumn: rate?.key ?? '',
    };
  },
  inputs: [{ key: 'in', type: 'people', required: true, words: { en: 'People', 'zh-CN': '人员' } }],
  outputs: [{ key: 'out', type: 'people', words: { en: 'People with pay', 'zh-CN': '人员与提成' } }],
  inspector: [
    {
      prop: 'value',
      control: 'column',
      from: 'in',
      types: ['number', 'mixed'],
      section: 'reads',
      words: { en: 'Amount', 'zh-CN': '金额' },
    },
    {
      prop: 'quota',
      control: 'column',
      from: 'in',
      types: ['number', 'mixed'],
      section: 'reads',
      words: { en: 'Quota', 'zh-CN': '指标' },
    },
    {
      prop: 'threshold',
      control: 'amount',
      format: 'percent',
      section: 'does',
      words: { en: 'Above', 'zh-CN': '超过' },
      help: { en: 'A share of the quota.', 'zh-CN': '指标的百分比。' },
    },
    {
      prop: 'multiple',
      control: 'amount',
      format: 'number',
      section: 'does',
      words: { en: 'Multiple', 'zh-CN': '倍数' },
    },
    {
      prop: 'rateColumn',
      control: 'column',
      from: 'in',
      optional: true,
      types: ['number', 'mixed'],
      section: 'does',
      words: { en: 'Rate from', 'zh-CN': '费率取自' },
    },
    {
      prop: 'rate',
      control: 'amount',
      format: 'percent',
      section: 'does',
      words: { en: 'Rate', 'zh-CN': '费率' },
      when: { prop: 'rateColumn', is: [''] },
    },
    componentKeyField,
  ],
  lower: (given, context) => {
    const [rows] = context.input('in');
    if (!rows) return undefined;
    const value = context.column(rows.columns, given.value, 'value');
    const quota = context.column(rows.columns, given.quota, 'quota');
    const threshold = context.amount(given.threshold, 'threshold');
    const multiple = context.amount(given.multiple, 'multiple');
    const rateColumn =
      given.rateColumn === '' ? undefined : context.column(rows.columns, given.rateColumn, 'rateColumn');
    const rate = given.rateColumn === '' ? context.amount(given.rate, 'rate') : rateColumn && columnOf(rateColumn);
    const component = componentColumn(context, rows.columns, given.key, value?.format);
    if (!value || !quota || !threshold || !multiple || !rate || !component) return undefined;

    const { format } = value;
    const at = given.threshold === 1 ? columnOf(quota) : binary(columnOf(quota), '*', threshold, format);
    const above = call('MAX', [numberOf(0), binary(columnOf(value), '-', at, format)], 'number', format);
    const added = binary(multiple, '-', numberOf(1));
    const pay = rounded(binary(binary(above, '*', rate, format), '*', added, format), 2, format);
    const flag = byRole(rows.columns, 'unmeasured');
    const expression = flag ? ifElse(columnOf(flag), numberOf(0), pay) : pay;
    const out = context.emit(extendWith(rows, [{ ...component, expression }]));
    return {
      ports: { out },
      headline: { step: out.step, measure: 'sum', column: component.key },
      ...(format ? { headlineFormat: format } : {}),
    };
  },
});
