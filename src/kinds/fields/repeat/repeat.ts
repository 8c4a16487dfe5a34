import { z } from 'zod';
import { defineField } from '#core/contracts/field-kind.ts';
import { amountSchema } from '#core/contracts/prop-schemas.ts';

/** A list of rows, each with the fields that stand inside. */
export const repeat = defineField({
  kind: 'repeat',
  version: 1,
  group: 'layout',
  icon: 'repeat',
  words: {
    en: { label: 'Repeat', summary: 'Rows of the same fields', search: 'sub-table lines list detail group' },
    'zh-CN': { label: '重复行', summary: '多行相同的字段', search: '明细 子表 列表' },
  },
  holds: 'rows',
  props: z.strictObject({
    item: z.string().max(60),
    least: amountSchema.exactOptional(),
    most: amountSchema.exactOptional(),
  }),
  defaults: { item: '' },
  inspector: [
    {
      prop: 'item',
      control: 'text',
      words: { en: 'One row is called', 'zh-CN': '一行称为' },
      help: { en: 'For the button: “Add a line”.', 'zh-CN': '用于按钮，如“添加明细”。' },
    },
    { prop: 'least', control: 'amount', optional: true, words: { en: 'Rows at least', 'zh-CN': '最少行数' } },
    { prop: 'most', control: 'amount', optional: true, words: { en: 'Rows at most', 'zh-CN': '最多行数' } },
  ],
  lower: ({ item, least, most }, context) => {
    const min = least === undefined ? undefined : context.amount(least, 'least');
    const max = most === undefined ? undefined : context.amount(most, 'most');
    return { node: 'repeat', ...(item === '' ? {} : { item }), ...(min ? { min } : {}), ...(max ? { max } : {}) };
  },
});
