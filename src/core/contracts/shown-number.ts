/** How a number of a form is shown: the props, their place in the inspector, and the format they come to. Shared by kinds that hold numbers. */
import { z } from 'zod';
import type { Format } from '../data/column.ts';
import type { InspectorField } from './node-kind.ts';

export const shownNumberProps = {
  shown: z.enum(['number', 'currency', 'percent']),
  /** ISO 4217, three letters. */
  currency: z.string().max(3),
  decimals: z.int().min(0).max(10).exactOptional(),
};

export interface ShownNumber {
  readonly shown: 'number' | 'currency' | 'percent';
  readonly currency: string;
  readonly decimals?: number;
}

export function shownFormat({ shown, currency, decimals }: ShownNumber): Format | undefined {
  const places = decimals === undefined ? {} : { decimals };
  if (shown === 'currency' && currency.length === 3) return { kind: 'currency', currency, ...places };
  if (shown === 'percent') return { kind: 'percent', ...places };
  return decimals === undefined ? undefined : { kind: 'number', ...places };
}

export const shownNumberFields = [
  {
    prop: 'shown',
    control: 'choice',
    words: { en: 'Shown as', 'zh-CN': '显示为' },
    options: [
      { value: 'number', words: { en: 'Number', 'zh-CN': '数字' } },
      { value: 'currency', words: { en: 'Money', 'zh-CN': '金额' } },
      { value: 'percent', words: { en: 'Percent', 'zh-CN': '百分比' } },
    ],
  },
  {
    prop: 'currency',
    control: 'text',
    when: { prop: 'shown', is: ['currency'] },
    words: { en: 'Currency', 'zh-CN': '币种' },
    help: { en: 'Three letters, such as CNY or USD.', 'zh-CN': '三个字母，如 CNY、USD。' },
  },
  {
    prop: 'decimals',
    control: 'number',
    min: 0,
    max: 10,
    step: 1,
    optional: true,
    words: { en: 'Decimals', 'zh-CN': '小数位' },
  },
] as const satisfies readonly InspectorField[];
