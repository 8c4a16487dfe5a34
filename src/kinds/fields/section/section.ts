import { z } from 'zod';
import { defineField } from '#core/contracts/field-kind.ts';

/** Fields under one heading. */
export const section = defineField({
  kind: 'section',
  version: 1,
  group: 'layout',
  icon: 'section',
  words: {
    en: { label: 'Section', summary: 'Fields under one heading', search: 'group heading columns' },
    'zh-CN': { label: '分组', summary: '一个标题下的若干字段', search: '章节 标题 并列' },
  },
  holds: 'fields',
  props: z.strictObject({ arrangement: z.enum(['rows', 'columns']) }),
  defaults: { arrangement: 'rows' },
  inspector: [
    {
      prop: 'arrangement',
      control: 'choice',
      words: { en: 'Fields stand', 'zh-CN': '字段排列' },
      options: [
        { value: 'rows', words: { en: 'One below the other', 'zh-CN': '上下排列' } },
        { value: 'columns', words: { en: 'Side by side', 'zh-CN': '左右并列' } },
      ],
    },
  ],
  lower: ({ arrangement }) => ({ node: 'group', arrangement: arrangement === 'columns' ? 'columns' : 'rows' }),
});
