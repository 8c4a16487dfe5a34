import { z } from 'zod';
import { defineField } from '#core/contracts/field-kind.ts';
import { formulaText } from '#core/contracts/prop-schemas.ts';

/** A calendar day, without time and zone. */
export const date = defineField({
  kind: 'date',
  version: 1,
  group: 'date',
  icon: 'calendar',
  words: {
    en: { label: 'Date', summary: 'A calendar day', search: 'day when' },
    'zh-CN': { label: '日期', summary: '某一天', search: '时间 日子' },
  },
  holds: 'value',
  props: z.strictObject({ earliest: formulaText, latest: formulaText }),
  defaults: { earliest: '', latest: '' },
  shape: () => ({ type: 'date' }),
  inspector: [
    {
      prop: 'earliest',
      control: 'formula',
      from: 'in',
      place: 'row',
      optional: true,
      words: { en: 'Not before', 'zh-CN': '不早于' },
      help: {
        en: 'A formula, such as DATE(2026,1,1) or TODAY()-30.',
        'zh-CN': '公式，如 DATE(2026,1,1) 或 TODAY()-30。',
      },
    },
    {
      prop: 'latest',
      control: 'formula',
      from: 'in',
      place: 'row',
      optional: true,
      words: { en: 'Not after', 'zh-CN': '不晚于' },
    },
  ],
  lower: ({ earliest, latest }, context) => {
    const min = earliest.trim() === '' ? undefined : context.formula(earliest, 'earliest');
    const max = latest.trim() === '' ? undefined : context.formula(latest, 'latest');
    return {
      node: 'value',
      input: 'date',
      constraints: min || max ? [{ rule: 'range', ...(min ? { min } : {}), ...(max ? { max } : {}) }] : [],
    };
  },
});
