import { z } from 'zod';
import { defineField } from '#core/contracts/field-kind.ts';

/** A switch. Untouched it is blank, not no: a required one must be answered. */
export const yesNo = defineField({
  kind: 'yes-no',
  version: 1,
  group: 'choice',
  icon: 'toggle-left',
  words: {
    en: { label: 'Yes or no', summary: 'A question with two answers', search: 'boolean toggle switch checkbox' },
    'zh-CN': { label: '是否', summary: '只有两个答案的问题', search: '开关 布尔 勾选' },
  },
  holds: 'value',
  props: z.strictObject({}),
  defaults: {},
  shape: () => ({ type: 'boolean' }),
  inspector: [],
  lower: () => ({ node: 'value', input: 'toggle', constraints: [] }),
});
