import { z } from 'zod';
import { formulaText } from '#core/contracts/prop-schemas.ts';
import { defineStep } from '#core/contracts/step-kind.ts';

/** One question about the customer: yes and no. A blank is no. */
export const branch = defineStep({
  kind: 'branch',
  version: 1,
  family: 'shape',
  section: 'route',
  icon: 'git-branch',
  words: {
    en: {
      label: 'Branch',
      summary: 'One way for yes, another for no',
      search: 'if condition decision',
      unit: 'came in',
    },
    'zh-CN': { label: '分支', summary: '是走一条路，否走另一条', search: '条件 判断 如果', unit: '已进入' },
  },
  props: z.strictObject({ when: formulaText }),
  defaults: { when: '' },
  inputs: [{ key: 'in', type: 'flow', required: true, many: true, words: { en: 'People', 'zh-CN': '客户' } }],
  outputs: [
    { key: 'yes', type: 'flow', words: { en: 'Yes', 'zh-CN': '是' } },
    { key: 'else', type: 'flow', words: { en: 'No', 'zh-CN': '否' } },
  ],
  inspector: [
    {
      prop: 'when',
      control: 'formula',
      from: 'in',
      place: 'row',
      section: 'does',
      words: { en: 'Yes, if', 'zh-CN': '满足则“是”' },
      help: {
        en: 'A condition on the customer’s columns. TODAY() is the day on the journey’s clock.',
        'zh-CN': '对客户各列的条件。TODAY() 是旅程时钟上的当天。',
      },
    },
  ],
  lower: (props, context) => {
    if (props.when.trim() === '') {
      context.say('no-condition', { en: 'Say what is asked here.', 'zh-CN': '请填写要判断的条件。' }, { path: 'when' });
      return undefined;
    }
    const when = context.formula(props.when, 'when');
    return when && { node: 'branch', cases: [{ port: 'yes', when }] };
  },
});
