import { z } from 'zod';
import { defineStep } from '#core/contracts/step-kind.ts';

/** Two ways by chance: the same customer and seed always take the same one. */
export const split = defineStep({
  kind: 'split',
  version: 1,
  family: 'shape',
  section: 'route',
  icon: 'arrows-split',
  words: {
    en: {
      label: 'A/B split',
      summary: 'Two ways by chance, in given shares',
      search: 'random test experiment',
      unit: 'came in',
    },
    'zh-CN': { label: 'A/B 分流', summary: '按比例随机分成两路', search: '随机 实验 测试', unit: '已进入' },
  },
  props: z.strictObject({ share: z.number().min(0).max(1), sticky: z.boolean() }),
  defaults: { share: 0.5, sticky: true },
  inputs: [{ key: 'in', type: 'flow', required: true, many: true, words: { en: 'People', 'zh-CN': '客户' } }],
  outputs: [
    { key: 'a', type: 'flow', words: { en: 'A', 'zh-CN': 'A 路' } },
    { key: 'b', type: 'flow', words: { en: 'B', 'zh-CN': 'B 路' } },
  ],
  inspector: [
    {
      prop: 'share',
      control: 'amount',
      format: 'percent',
      section: 'does',
      words: { en: 'Share of A', 'zh-CN': 'A 路占比' },
      help: { en: 'The rest takes B.', 'zh-CN': '其余走 B 路。' },
    },
    {
      prop: 'sticky',
      control: 'toggle',
      section: 'does',
      words: { en: 'Same way again', 'zh-CN': '再次进入走同一路' },
      help: { en: 'Who comes in again takes the way of the first time.', 'zh-CN': '再次进入的客户走第一次的路。' },
    },
  ],
  lower: ({ share, sticky }, context) => ({
    node: 'split',
    arms: [
      { port: 'a', weight: share },
      { port: 'b', weight: 1 - share },
    ],
    sticky,
    salt: context.key,
  }),
});
