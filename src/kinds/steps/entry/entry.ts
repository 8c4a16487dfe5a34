import { z } from 'zod';
import { formulaText } from '#core/contracts/prop-schemas.ts';
import { customersPort, defineStep } from '#core/contracts/step-kind.ts';

/** Where customers come in: who, when, and how often they are looked at again. */
export const entry = defineStep({
  kind: 'entry',
  version: 1,
  family: 'data',
  section: 'start',
  icon: 'users',
  words: {
    en: {
      label: 'Entry',
      summary: 'Customers who come in, and when',
      search: 'start trigger segment',
      unit: 'came in',
    },
    'zh-CN': { label: '进入', summary: '哪些客户进入旅程，何时进入', search: '开始 触发 人群', unit: '已进入' },
  },
  props: z.strictObject({
    where: formulaText,
    at: formulaText,
    every: z.int().min(1).max(3650).exactOptional(),
  }),
  defaults: { where: '', at: '' },
  inputs: [],
  outputs: [{ key: 'out', type: 'flow', words: { en: 'Came in', 'zh-CN': '已进入' } }],
  inspector: [
    {
      prop: 'where',
      control: 'formula',
      from: 'in',
      place: 'row',
      optional: true,
      section: 'reads',
      words: { en: 'Who', 'zh-CN': '谁' },
      help: { en: 'A condition on the customer. Empty: everybody.', 'zh-CN': '对客户的条件。留空：所有人。' },
    },
    {
      prop: 'at',
      control: 'formula',
      from: 'in',
      place: 'row',
      optional: true,
      section: 'reads',
      words: { en: 'When', 'zh-CN': '何时' },
      help: {
        en: 'A date of the customer, such as the day of signing up. Empty: when the journey begins.',
        'zh-CN': '客户的某个日期，例如注册日。留空：旅程开始时。',
      },
    },
    {
      prop: 'every',
      control: 'number',
      min: 1,
      max: 3650,
      step: 1,
      optional: true,
      section: 'does',
      words: { en: 'Again after days', 'zh-CN': '每隔几天再看' },
      help: {
        en: 'Looks at everybody again after so many days; re-entry decides who may come in again. Empty: once.',
        'zh-CN': '隔若干天重新查看所有客户，能否再次进入由重入规则决定。留空：只一次。',
      },
    },
  ],
  suggest: (props, inputs) => {
    const customers = inputs[customersPort]?.[0]?.columns ?? [];
    if (props.at !== '') return props;
    const date = customers.find((column) => column.role === 'date') ?? customers.find(isInstant);
    return date ? { ...props, at: date.key } : props;
  },
  lower: (props, context) => {
    const where = props.where.trim() === '' ? undefined : context.formula(props.where, 'where');
    const at = props.at.trim() === '' ? undefined : context.formula(props.at, 'at');
    if ((props.where.trim() !== '' && !where) || (props.at.trim() !== '' && !at)) return undefined;
    return {
      node: 'entry',
      on: {
        trigger: 'segment',
        ...(where ? { where } : {}),
        ...(at ? { at } : {}),
        ...(props.every === undefined ? {} : { every: { calendar: { days: props.every } } }),
      },
    };
  },
});

function isInstant({ type }: { readonly type: string }): boolean {
  return type === 'date' || type === 'datetime';
}
