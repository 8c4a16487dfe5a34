import { z } from 'zod';
import { defineStep } from '#core/contracts/step-kind.ts';

/** What the journey is for. Whoever comes here has reached it. */
export const goal = defineStep({
  kind: 'goal',
  version: 1,
  family: 'measure',
  section: 'end',
  icon: 'flag',
  ends: true,
  words: {
    en: {
      label: 'Goal',
      summary: 'Counts who reached what the journey is for',
      search: 'conversion success',
      unit: 'reached it',
    },
    'zh-CN': { label: '目标', summary: '统计达成旅程目标的客户', search: '转化 成功', unit: '已达成' },
  },
  props: z.strictObject({ goal: z.string().max(200) }),
  defaults: { goal: '' },
  inputs: [{ key: 'in', type: 'flow', required: true, many: true, words: { en: 'People', 'zh-CN': '客户' } }],
  outputs: [{ key: 'out', type: 'flow', words: { en: 'Then', 'zh-CN': '之后' } }],
  open: ['out'],
  inspector: [
    {
      prop: 'goal',
      control: 'text',
      section: 'does',
      words: { en: 'Counts as', 'zh-CN': '计为' },
      help: {
        en: 'Steps that name the same goal count together. Empty: the step’s name.',
        'zh-CN': '同名目标合并统计。留空：用步骤名。',
      },
    },
  ],
  lower: (props, context) => ({ node: 'mark', goal: props.goal.trim() === '' ? context.label : props.goal.trim() }),
});
