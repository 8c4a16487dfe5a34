import { z } from 'zod';
import { notUnderstood } from '#core/contracts/build-expression.ts';
import { columnTypeOf } from '#core/contracts/column-type.ts';
import { groupRows, type MadeColumn } from '#core/contracts/draft-steps.ts';
import { byRole, defineNode } from '#core/contracts/node-kind.ts';
import { columnKey, madeColumn } from '#core/contracts/prop-schemas.ts';

const props = z.strictObject({ by: z.array(columnKey).max(20), made: z.array(madeColumn).max(200) });
type Props = z.infer<typeof props>;

/** One row per person, region, month …: totals, counts and ratios, always from the rows themselves. */
export const group = defineNode<Props>({
  kind: 'group',
  version: 1,
  family: 'shape',
  icon: 'sum',
  words: {
    en: {
      label: 'Group',
      summary: 'Totals, counts and ratios for each person, region or month',
      search: 'summarise aggregate pivot sum count',
      unit: 'groups',
    },
    'zh-CN': { label: '分组', summary: '按人员、区域或月份求和、计数、求比率', search: '汇总 透视', unit: '组' },
  },
  props,
  defaults: { by: [], made: [] },
  suggest: (given, inputs) => {
    const rows = inputs.in?.[0];
    if (!rows || given.by.length > 0 || given.made.length > 0) return given;
    const person = byRole(rows.columns, 'person');
    const amount = byRole(rows.columns, 'amount');
    return {
      by: person ? [person.key] : [],
      made: amount
        ? [{ key: `total_${amount.key}`, label: amount.label ?? amount.key, formula: `SUM([${amount.key}])` }]
        : [],
    };
  },
  inputs: [{ key: 'in', type: 'rows', required: true, words: { en: 'Rows', 'zh-CN': '数据行' } }],
  outputs: [{ key: 'out', type: 'rows', words: { en: 'One row per group', 'zh-CN': '每组一行' } }],
  inspector: [
    {
      prop: 'by',
      control: 'columns',
      from: 'in',
      optional: true,
      section: 'reads',
      words: { en: 'One row for each', 'zh-CN': '分组依据' },
      help: { en: 'Empty: one row in all.', 'zh-CN': '留空：合计为一行。' },
    },
    {
      prop: 'made',
      control: 'formulas',
      from: 'in',
      place: 'group',
      section: 'does',
      words: { en: 'Totals', 'zh-CN': '汇总' },
      help: {
        en: 'For example SUM(amount) or SUM(profit)/SUM(sales).',
        'zh-CN': '例如 SUM(amount) 或 SUM(profit)/SUM(sales)。',
      },
    },
  ],
  lower: (given, context) => {
    const [rows] = context.input('in');
    if (!rows) return undefined;
    const by = given.by.filter((key, index) => context.column(rows.columns, key, `by.${index}`) !== undefined);
    if (by.length < given.by.length) return undefined;
    const made = given.made.map(({ key, label, formula, format }, index): MadeColumn => {
      const checked = context.formula(formula, {
        path: `made.${index}.formula`,
        place: 'group',
        columns: rows.columns,
        groupKeys: by,
      });
      const expression = checked ?? notUnderstood;
      const shown = format ?? expression.format;
      return {
        key,
        type: columnTypeOf(expression),
        label: label ?? key,
        ...(shown ? { format: shown } : {}),
        expression,
      };
    });
    const out = context.emit(groupRows(rows, by, made));
    return { ports: { out }, headline: { step: out.step, measure: 'rows' } };
  },
});
