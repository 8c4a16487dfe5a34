import { z } from 'zod';
import { binary, call, columnOf, rounded, sumOf } from '#core/contracts/build-expression.ts';
import { componentColumn, componentKeyField, freeColumnKey } from '#core/contracts/component-column.ts';
import { extendWith } from '#core/contracts/draft-steps.ts';
import { defineNode, type InspectorField } from '#core/contracts/node-kind.ts';
import { columnKey, formulaText, madeKey } from '#core/contracts/prop-schemas.ts';

const props = z.strictObject({
  key: madeKey,
  of: z.enum(['total', 'column']),
  column: columnKey,
  /** Formulas over a row: a number, a parameter, or `3 * target_pay`. Empty: no limit on that side. */
  most: formulaText,
  least: formulaText,
});

const limit = (prop: 'most' | 'least', en: string, zh: string): InspectorField => ({
  prop,
  control: 'formula',
  from: 'in',
  place: 'row',
  optional: true,
  section: 'does',
  words: { en, 'zh-CN': zh },
});

/** Keeps pay between a floor and a cap. The adjustment is a component of its own, so that statements show what was cut or added. */
export const cap = defineNode<z.infer<typeof props>>({
  kind: 'cap',
  version: 1,
  family: 'limit',
  icon: 'arrow-bar-to-up',
  words: {
    en: {
      label: 'Cap',
      summary: 'The most, and the least, that is paid',
      search: 'cap floor limit maximum minimum guarantee',
      unit: 'cut or added',
    },
    'zh-CN': { label: '封顶', summary: '最多与最少发放多少', search: '上限 下限 保底', unit: '扣减或补足' },
  },
  props,
  defaults: { key: 'cap', of: 'total', column: '', most: '25000', least: '' },
  suggest: (given, inputs) => {
    const rows = inputs.in?.[0];
    return rows ? { ...given, key: freeColumnKey(given.key, rows.columns) } : given;
  },
  inputs: [{ key: 'in', type: 'people', required: true, words: { en: 'People', 'zh-CN': '人员' } }],
  outputs: [{ key: 'out', type: 'people', words: { en: 'People with pay', 'zh-CN': '人员与提成' } }],
  inspector: [
    {
      prop: 'of',
      control: 'choice',
      section: 'reads',
      words: { en: 'Limits', 'zh-CN': '限制' },
      options: [
        { value: 'total', words: { en: 'all components together', 'zh-CN': '全部组成之和' } },
        { value: 'column', words: { en: 'one column', 'zh-CN': '某一列' } },
      ],
    },
    {
      prop: 'column',
      control: 'column',
      from: 'in',
      types: ['number', 'mixed'],
      section: 'reads',
      words: { en: 'Column', 'zh-CN': '列' },
      when: { prop: 'of', is: ['column'] },
    },
    limit('most', 'At most', '最多'),
    limit('least', 'At least', '最少'),
    componentKeyField,
  ],
  lower: (given, context) => {
    const [rows] = context.input('in');
    if (!rows) return undefined;
    const parts = rows.columns.filter((column) => column.role === 'component');
    const chosen = given.of === 'column' ? context.column(rows.columns, given.column, 'column') : undefined;
    const format = (chosen ?? parts[0])?.format;
    const bound = (text: string, path: 'most' | 'least') =>
      text.trim() === '' ? null : context.formula(text, { path, place: 'row', columns: rows.columns });
    const most = bound(given.most, 'most');
    const least = bound(given.least, 'least');
    const component = componentColumn(context, rows.columns, given.key, format);
    if (most === undefined || least === undefined || !component || (given.of === 'column' && !chosen)) return undefined;
    if (given.of === 'total' && parts.length === 0) {
      context.say('nothing-to-limit', {
        en: 'Nothing earns pay before this node. Connect rate bands or a bonus to it.',
        'zh-CN': '此节点之前没有任何提成。请先连接阶梯费率或奖金。',
      });
      return undefined;
    }
    const total = chosen ? columnOf(chosen) : sumOf(parts.map(columnOf), format);
    const capped = most ? call('MIN', [total, most], 'number', format) : total;
    const kept = least ? call('MAX', [capped, least], 'number', format) : capped;
    const expression = rounded(binary(kept, '-', total, format), 2, format);
    const out = context.emit(extendWith(rows, [{ ...component, expression }]));
    return {
      ports: { out },
      headline: { step: out.step, measure: 'sum', column: component.key },
      ...(format ? { headlineFormat: format } : {}),
    };
  },
});
