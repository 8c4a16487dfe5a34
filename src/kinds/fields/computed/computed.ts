import { z } from 'zod';
import { defineField } from '#core/contracts/field-kind.ts';
import { formulaText } from '#core/contracts/prop-schemas.ts';
import { shownFormat, shownNumberFields, shownNumberProps } from '#core/contracts/shown-number.ts';

/** A value made from other fields. It may name other computed fields, and the rows of a repeat inside aggregates. */
export const computed = defineField({
  kind: 'computed',
  version: 1,
  group: 'computed',
  icon: 'math-function',
  words: {
    en: { label: 'Computed value', summary: 'A formula over other fields', search: 'formula total sum calculate' },
    'zh-CN': { label: '计算值', summary: '由其他字段计算得出', search: '公式 合计 汇总' },
  },
  holds: 'value',
  computed: true,
  props: z.strictObject({
    formula: formulaText,
    gives: z.enum(['number', 'text', 'date', 'boolean']),
    ...shownNumberProps,
  }),
  defaults: { formula: '', gives: 'number', shown: 'number', currency: 'CNY' },
  shape: (props) => {
    const format = props.gives === 'number' ? shownFormat(props) : undefined;
    return { type: props.gives, ...(format ? { format } : {}) };
  },
  inspector: [
    {
      prop: 'formula',
      control: 'formula',
      from: 'in',
      place: 'row',
      words: { en: 'Formula', 'zh-CN': '公式' },
      help: {
        en: 'Outside a repeat, its fields stand inside SUM, COUNT, MAX …',
        'zh-CN': '在重复行之外引用其字段时，请放在 SUM、COUNT、MAX 等函数中。',
      },
    },
    {
      prop: 'gives',
      control: 'choice',
      words: { en: 'Gives', 'zh-CN': '结果类型' },
      options: [
        { value: 'number', words: { en: 'A number', 'zh-CN': '数字' } },
        { value: 'text', words: { en: 'Text', 'zh-CN': '文本' } },
        { value: 'date', words: { en: 'A date', 'zh-CN': '日期' } },
        { value: 'boolean', words: { en: 'Yes or no', 'zh-CN': '是否' } },
      ],
    },
    ...shownNumberFields.map((field) =>
      field.prop === 'currency' ? field : { ...field, when: { prop: 'gives', is: ['number'] } },
    ),
  ],
  lower: (props, context) => {
    const expression = context.formula(props.formula, 'formula');
    if (!expression) return undefined;
    const known = expression.type !== 'any' && expression.type !== 'blank';
    if (known && expression.type !== props.gives)
      context.say(
        'other-type',
        {
          en: `The formula of “${context.label}” does not give what is chosen under “Gives”.`,
          'zh-CN': `“${context.label}”的公式结果与所选的结果类型不符。`,
        },
        { path: 'gives', severity: 'warning' },
      );
    return { node: 'value', input: 'shown', constraints: [], value: { expression, override: 'never' } };
  },
});
