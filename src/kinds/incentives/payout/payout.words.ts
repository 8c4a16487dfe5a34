import type { InspectorField, NodeKind } from '#core/contracts/node-kind.ts';

export const words: NodeKind['words'] = {
  en: {
    label: 'Payout',
    summary: 'What each person is paid: all components added up',
    search: 'total result payment output',
    unit: 'paid',
  },
  'zh-CN': { label: '发放', summary: '每个人应得：各组成之和', search: '合计 结果 支付', unit: '应发' },
};

export const fields: readonly InspectorField[] = [
  { prop: 'person', control: 'column', from: 'in', section: 'reads', words: { en: 'Person', 'zh-CN': '人员' } },
  {
    prop: 'period',
    control: 'column',
    from: 'in',
    optional: true,
    section: 'reads',
    words: { en: 'Period', 'zh-CN': '期间' },
  },
  {
    prop: 'components',
    control: 'columns',
    from: 'in',
    optional: true,
    section: 'does',
    words: { en: 'Components', 'zh-CN': '组成部分' },
    help: { en: 'Empty: every component.', 'zh-CN': '留空：全部组成部分。' },
  },
  {
    prop: 'rounding',
    control: 'choice',
    section: 'does',
    words: { en: 'Rounding', 'zh-CN': '取整' },
    options: [
      { value: 'payment', words: { en: 'the payment, to the cent', 'zh-CN': '发放总额到分' } },
      { value: 'component', words: { en: 'each component, to the cent', 'zh-CN': '每个组成部分到分' } },
      { value: 'none', words: { en: 'not at all', 'zh-CN': '不取整' } },
    ],
  },
];
