import type { InspectorField, NodeKind } from '#core/contracts/node-kind.ts';

export const words: NodeKind['words'] = {
  en: {
    label: 'Credit split',
    summary: 'Who is credited with what part of each deal, to the cent',
    search: 'split share crediting overlay owner',
    unit: 'credits',
  },
  'zh-CN': {
    label: '业绩拆分',
    summary: '每笔订单的业绩归谁、各占多少，分毫不差',
    search: '分成 归属 叠加 提成',
    unit: '条业绩',
  },
};

export const fields: readonly InspectorField[] = [
  { prop: 'deal', control: 'column', from: 'deals', section: 'reads', words: { en: 'Deal', 'zh-CN': '订单' } },
  { prop: 'owner', control: 'column', from: 'deals', section: 'reads', words: { en: 'Owner', 'zh-CN': '负责人' } },
  {
    prop: 'amount',
    control: 'column',
    from: 'deals',
    types: ['number', 'mixed'],
    section: 'reads',
    words: { en: 'Amount', 'zh-CN': '金额' },
  },
  {
    prop: 'splitDeal',
    control: 'column',
    from: 'splits',
    optional: true,
    section: 'reads',
    words: { en: 'Deal in split rows', 'zh-CN': '拆分行中的订单' },
  },
  {
    prop: 'splitPerson',
    control: 'column',
    from: 'splits',
    optional: true,
    section: 'reads',
    words: { en: 'Person in split rows', 'zh-CN': '拆分行中的人员' },
  },
  {
    prop: 'splitShare',
    control: 'column',
    from: 'splits',
    optional: true,
    types: ['number', 'mixed'],
    section: 'reads',
    words: { en: 'Share', 'zh-CN': '份额' },
    help: { en: 'A fraction: 0.3 is 30%.', 'zh-CN': '小数：0.3 即 30%。' },
  },
  {
    prop: 'overlay',
    control: 'column',
    from: 'splits',
    optional: true,
    types: ['boolean'],
    section: 'reads',
    words: { en: 'Overlay', 'zh-CN': '叠加' },
    help: {
      en: 'Rows where this is TRUE are credited on top of the deal’s 100%.',
      'zh-CN': '此列为 TRUE 的行在 100% 之外额外计入。',
    },
  },
  {
    prop: 'rest',
    control: 'choice',
    section: 'does',
    words: { en: 'What is left over', 'zh-CN': '剩余部分' },
    options: [
      { value: 'owner', words: { en: 'goes to the owner', 'zh-CN': '归负责人' } },
      { value: 'nobody', words: { en: 'is credited to nobody', 'zh-CN': '不计入任何人' } },
    ],
  },
  {
    prop: 'decimals',
    control: 'number',
    min: 0,
    max: 6,
    step: 1,
    section: 'does',
    words: { en: 'Decimals', 'zh-CN': '小数位' },
  },
];
