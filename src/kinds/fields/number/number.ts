import { z } from 'zod';
import { defineField } from '#core/contracts/field-kind.ts';
import { amountSchema } from '#core/contracts/prop-schemas.ts';
import { shownFormat, shownNumberFields, shownNumberProps } from '#core/contracts/shown-number.ts';

/** A number, an amount of money or a percentage. */
export const number = defineField({
  kind: 'number',
  version: 1,
  group: 'number',
  icon: 'hash',
  words: {
    en: {
      label: 'Number',
      summary: 'A number, money or a percentage',
      search: 'amount money percent integer quantity',
    },
    'zh-CN': { label: '数字', summary: '数字、金额或百分比', search: '金额 数量 百分比 整数' },
  },
  holds: 'value',
  props: z.strictObject({
    ...shownNumberProps,
    least: amountSchema.exactOptional(),
    most: amountSchema.exactOptional(),
  }),
  defaults: { shown: 'number', currency: 'CNY' },
  shape: (props) => {
    const format = shownFormat(props);
    return { type: 'number', ...(format ? { format } : {}) };
  },
  inspector: [
    ...shownNumberFields,
    { prop: 'least', control: 'amount', optional: true, words: { en: 'At least', 'zh-CN': '最小' } },
    {
      prop: 'most',
      control: 'amount',
      optional: true,
      words: { en: 'At most', 'zh-CN': '最大' },
      help: { en: 'A number, or a formula over other fields.', 'zh-CN': '数字，或引用其他字段的公式。' },
    },
  ],
  lower: ({ least, most }, context) => {
    const min = least === undefined ? undefined : context.amount(least, 'least');
    const max = most === undefined ? undefined : context.amount(most, 'most');
    return {
      node: 'value',
      input: 'number',
      constraints: min || max ? [{ rule: 'range', ...(min ? { min } : {}), ...(max ? { max } : {}) }] : [],
    };
  },
});
