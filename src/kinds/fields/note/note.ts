import { z } from 'zod';
import { textOf } from '#core/contracts/build-expression.ts';
import { defineField } from '#core/contracts/field-kind.ts';

/** Something to read between the fields. */
export const note = defineField({
  kind: 'note',
  version: 1,
  group: 'layout',
  icon: 'info-square',
  words: {
    en: { label: 'Note', summary: 'A text to read', search: 'hint instructions paragraph' },
    'zh-CN': { label: '说明文字', summary: '供填写人阅读的文字', search: '提示 备注' },
  },
  holds: 'nothing',
  props: z.strictObject({ text: z.string().max(4000) }),
  defaults: { text: '' },
  inspector: [{ prop: 'text', control: 'text', words: { en: 'Text', 'zh-CN': '文字' } }],
  lower: ({ text }) => ({ node: 'content', content: { as: 'text', text: textOf(text) } }),
});
