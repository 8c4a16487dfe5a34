import { z } from 'zod';
import { defineField } from '#core/contracts/field-kind.ts';

const length = z.int().min(0).max(30_000).exactOptional();

/** Several lines of text. */
export const longText = defineField({
  kind: 'long-text',
  version: 1,
  group: 'text',
  icon: 'align-left',
  words: {
    en: { label: 'Long text', summary: 'Several lines of text', search: 'multiline paragraph comment reason' },
    'zh-CN': { label: '多行文本', summary: '多行文字', search: '备注 说明 理由 段落' },
  },
  holds: 'value',
  props: z.strictObject({ shortest: length, longest: length }),
  defaults: {},
  shape: () => ({ type: 'text' }),
  inspector: [
    {
      prop: 'shortest',
      control: 'number',
      min: 0,
      max: 30_000,
      step: 1,
      optional: true,
      words: { en: 'At least (characters)', 'zh-CN': '最少字数' },
    },
    {
      prop: 'longest',
      control: 'number',
      min: 0,
      max: 30_000,
      step: 1,
      optional: true,
      words: { en: 'At most (characters)', 'zh-CN': '最多字数' },
    },
  ],
  lower: ({ shortest, longest }) => ({
    node: 'value',
    input: 'lines',
    constraints:
      shortest === undefined && longest === undefined
        ? []
        : [
            {
              rule: 'length',
              ...(shortest === undefined ? {} : { min: shortest }),
              ...(longest === undefined ? {} : { max: longest }),
            },
          ],
  }),
});
