import { z } from 'zod';
import { formulaText } from '#core/contracts/prop-schemas.ts';
import { customersPort, defineStep } from '#core/contracts/step-kind.ts';

/** A task for a person: call this customer. */
export const call = defineStep({
  kind: 'call',
  version: 1,
  family: 'people',
  section: 'talk',
  icon: 'phone',
  words: {
    en: { label: 'Call task', summary: 'Ask a colleague to call', search: 'phone task telephone', unit: 'came in' },
    'zh-CN': { label: '电话任务', summary: '请同事致电客户', search: '电话 任务 拜访', unit: '已进入' },
  },
  props: z.strictObject({ owner: formulaText, note: formulaText }),
  defaults: { owner: '', note: '' },
  inputs: [{ key: 'in', type: 'flow', required: true, many: true, words: { en: 'People', 'zh-CN': '客户' } }],
  outputs: [{ key: 'out', type: 'flow', words: { en: 'Asked', 'zh-CN': '已派发' } }],
  inspector: [
    {
      prop: 'owner',
      control: 'formula',
      from: 'in',
      place: 'row',
      optional: true,
      section: 'does',
      words: { en: 'Who calls', 'zh-CN': '由谁致电' },
      help: { en: 'The customer’s owner, say. Empty: anybody.', 'zh-CN': '例如客户的负责人。留空：任何人。' },
    },
    {
      prop: 'note',
      control: 'formula',
      from: 'in',
      place: 'row',
      optional: true,
      section: 'does',
      words: { en: 'About', 'zh-CN': '内容' },
      help: { en: 'What to speak of, as a text or a formula.', 'zh-CN': '谈什么：文字或公式。' },
    },
  ],
  suggest: (props, inputs) => {
    const customers = inputs[customersPort]?.[0]?.columns ?? [];
    if (props.owner !== '') return props;
    const owner =
      customers.find((column) => column.role === 'person') ??
      customers.find((column) => ['owner', '负责人'].includes(column.key.toLowerCase()));
    return owner ? { ...props, owner: owner.key } : props;
  },
  lower: (props, context) => {
    const fields = (['owner', 'note'] as const).flatMap((key) => {
      if (props[key].trim() === '') return [];
      const value = context.formula(props[key], key);
      return [value ? { key, value } : undefined];
    });
    const known = fields.filter((field) => field !== undefined);
    return known.length < fields.length ? undefined : { node: 'act', effect: 'call', fields: known };
  },
});
