import { z } from 'zod';
import { formulaText } from '#core/contracts/prop-schemas.ts';
import { defineStep } from '#core/contracts/step-kind.ts';

const timeText = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const HOUR = 3_600_000;

/** Time passes: so long, or until an instant of the customer. “In one day at 9:00” is not “after 24 hours”; both can be said. */
export const wait = defineStep({
  kind: 'wait',
  version: 1,
  family: 'pay',
  section: 'time',
  icon: 'hourglass',
  waits: true,
  words: {
    en: {
      label: 'Wait',
      summary: 'For some time, or until a date',
      search: 'delay timer pause until',
      unit: 'came in',
    },
    'zh-CN': { label: '等待', summary: '等待一段时间，或直到某个日期', search: '延迟 计时 直到', unit: '已进入' },
  },
  props: z.strictObject({
    unit: z.enum(['hours', 'days', 'weeks', 'months', 'until']),
    amount: z.number().min(0).max(10_000),
    at: timeText.or(z.literal('')).exactOptional(),
    until: formulaText.exactOptional(),
  }),
  defaults: { unit: 'days', amount: 1 },
  inputs: [{ key: 'in', type: 'flow', required: true, many: true, words: { en: 'People', 'zh-CN': '客户' } }],
  outputs: [{ key: 'out', type: 'flow', words: { en: 'Then', 'zh-CN': '之后' } }],
  inspector: [
    {
      prop: 'unit',
      control: 'choice',
      section: 'does',
      words: { en: 'Wait', 'zh-CN': '等待' },
      options: [
        { value: 'hours', words: { en: 'hours, to the minute', 'zh-CN': '小时（精确）' } },
        { value: 'days', words: { en: 'days', 'zh-CN': '天' } },
        { value: 'weeks', words: { en: 'weeks', 'zh-CN': '周' } },
        { value: 'months', words: { en: 'months', 'zh-CN': '月' } },
        { value: 'until', words: { en: 'until a date', 'zh-CN': '直到某日期' } },
      ],
    },
    {
      prop: 'amount',
      control: 'number',
      min: 0,
      max: 10_000,
      step: 1,
      section: 'does',
      words: { en: 'How many', 'zh-CN': '多少' },
      when: { prop: 'unit', is: ['hours', 'days', 'weeks', 'months'] },
    },
    {
      prop: 'at',
      control: 'text',
      section: 'does',
      words: { en: 'At (HH:MM)', 'zh-CN': '时刻（HH:MM）' },
      help: {
        en: 'The time of day at which it goes on. Empty: at the same time of day.',
        'zh-CN': '继续的时刻。留空：与进入时相同的时刻。',
      },
      when: { prop: 'unit', is: ['days', 'weeks', 'months'] },
    },
    {
      prop: 'until',
      control: 'formula',
      from: 'in',
      place: 'row',
      optional: true,
      section: 'does',
      words: { en: 'Until', 'zh-CN': '直到' },
      help: {
        en: 'A date of the customer. One that is past does not wait.',
        'zh-CN': '客户的某个日期；已过去则不等待。',
      },
      when: { prop: 'unit', is: ['until'] },
    },
  ],
  lower: (props, context) => {
    if (props.unit === 'until') {
      if ((props.until ?? '').trim() === '') {
        const words = { en: 'Say until which date to wait.', 'zh-CN': '请填写等到哪个日期。' };
        context.say('no-instant', words, { path: 'until' });
        return undefined;
      }
      const instant = context.formula(props.until ?? '', 'until');
      return instant && { node: 'wait', for: { wait: 'until', instant, late: 'now' } };
    }
    if (props.unit !== 'hours' && !Number.isInteger(props.amount)) {
      const words = {
        en: 'Days, weeks and months are whole numbers; use hours for parts of a day.',
        'zh-CN': '天、周、月须为整数；不足一天请用小时。',
      };
      context.say('no-whole-number', words, { path: 'amount' });
      return undefined;
    }
    const at = props.at ? { at: props.at } : {};
    switch (props.unit) {
      case 'hours':
        return {
          node: 'wait',
          for: {
            wait: 'duration',
            duration: { exact: { node: 'literal', value: Math.round(props.amount * HOUR), type: 'number' } },
          },
        };
      case 'days':
        return { node: 'wait', for: { wait: 'duration', duration: { calendar: { days: props.amount, ...at } } } };
      case 'weeks':
        return { node: 'wait', for: { wait: 'duration', duration: { calendar: { days: props.amount * 7, ...at } } } };
      case 'months':
        return { node: 'wait', for: { wait: 'duration', duration: { calendar: { months: props.amount, ...at } } } };
    }
  },
});
