import { z } from 'zod';
import { defineStep } from '#core/contracts/step-kind.ts';

/** The end of the way. */
export const exit = defineStep({
  kind: 'exit',
  version: 1,
  family: 'out',
  section: 'end',
  icon: 'door-exit',
  ends: true,
  words: {
    en: { label: 'Exit', summary: 'The journey ends here', search: 'end stop leave', unit: 'left here' },
    'zh-CN': { label: '离开', summary: '旅程在此结束', search: '结束 停止 退出', unit: '已离开' },
  },
  props: z.strictObject({ reason: z.string().max(200) }),
  defaults: { reason: '' },
  inputs: [{ key: 'in', type: 'flow', required: true, many: true, words: { en: 'People', 'zh-CN': '客户' } }],
  outputs: [],
  inspector: [
    {
      prop: 'reason',
      control: 'text',
      section: 'does',
      words: { en: 'Counts as', 'zh-CN': '计为' },
      help: { en: 'Why they leave. Empty: the step’s name.', 'zh-CN': '离开原因。留空：用步骤名。' },
    },
  ],
  lower: (props, context) => ({
    node: 'exit',
    reason: props.reason.trim() === '' ? context.label : props.reason.trim(),
  }),
});
