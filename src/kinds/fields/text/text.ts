import { z } from 'zod';
import { defineField } from '#core/contracts/field-kind.ts';

const length = z.int().min(0).max(10_000).exactOptional();

/** One line of text. */
export const text = defineField({
  kind: 'text',
  version: 1,
  group: 'text',
  icon: 'abc',
  words: {
    en: { label: 'Text', summary: 'One line of text', search: 'string name line' },
    'zh-CN': { label: '单行文本', summary: '一行文字', search: '文本 名称 姓名' },
  },
  holds: 'value',
  props: z.strictObject({ shortest: length, longest: length, pattern: z.string().max(200) }),
  defaults: { pattern: '' },
  shape: () => ({ type: 'text' }),
  inspector: [
    {
      prop: 'shortest',
      control: 'number',
      min: 0,
      max: 10_000,
      step: 1,
      optional: true,
      words: { en: 'At least (characters)', 'zh-CN': '最少字数' },
    },
    {
      prop: 'longest',
      control: 'number',
      min: 0,
      max: 10_000,
      step: 1,
      optional: true,
      words: { en: 'At most (characters)', 'zh-CN': '最多字数' },
    },
    {
      prop: 'pattern',
      control: 'text',
      words: { en: 'Looks like', 'zh-CN': '格式' },
      help: {
        en: '* stands for any characters, ? for one: “CN-*”. Empty: anything.',
        'zh-CN': '* 代表任意字符，? 代表一个字符，如“CN-*”。留空则不限。',
      },
    },
  ],
  lower: ({ shortest, longest, pattern }) => ({
    node: 'value',
    input: 'line',
    constraints: [
      ...(shortest === undefined && longest === undefined
        ? []
        : [
            {
              rule: 'length',
              ...(shortest === undefined ? {} : { min: shortest }),
              ...(longest === undefined ? {} : { max: longest }),
            } as const,
          ]),
      ...(pattern === '' ? [] : [{ rule: 'pattern', like: pattern } as const]),
    ],
  }),
});
