import type { InspectorField, NodeKind } from '#core/contracts/node-kind.ts';

export const words: NodeKind['words'] = {
  en: {
    label: 'Roll-up',
    summary: 'Credit managers with a part of what their people were credited with',
    search: 'override hierarchy manager level',
    unit: 'credits',
  },
  'zh-CN': { label: '上级汇总', summary: '把下属业绩按比例计入各级主管', search: '管理提成 层级 主管', unit: '条业绩' },
};

const level = (prop: string, en: string, zh: string): InspectorField => ({
  prop,
  control: 'amount',
  format: 'percent',
  section: 'does',
  words: { en, 'zh-CN': zh },
});

export const fields: readonly InspectorField[] = [
  { prop: 'person', control: 'column', from: 'credits', section: 'reads', words: { en: 'Person', 'zh-CN': '人员' } },
  {
    prop: 'amount',
    control: 'column',
    from: 'credits',
    types: ['number', 'mixed'],
    section: 'reads',
    words: { en: 'Credit', 'zh-CN': '业绩' },
  },
  {
    prop: 'date',
    control: 'column',
    from: 'credits',
    optional: true,
    types: ['date', 'datetime'],
    section: 'reads',
    words: { en: 'Date of the deal', 'zh-CN': '订单日期' },
  },
  { prop: 'below', control: 'column', from: 'hierarchy', section: 'reads', words: { en: 'Reports', 'zh-CN': '下属' } },
  { prop: 'above', control: 'column', from: 'hierarchy', section: 'reads', words: { en: 'to', 'zh-CN': '上级' } },
  {
    prop: 'from',
    control: 'column',
    from: 'hierarchy',
    optional: true,
    types: ['date', 'datetime'],
    section: 'reads',
    words: { en: 'since', 'zh-CN': '开始日' },
    help: {
      en: 'With both dates, each deal follows the hierarchy of its day. Empty: the same hierarchy always.',
      'zh-CN': '填写两个日期后，每笔订单按当日的上下级计算。留空：始终相同。',
    },
  },
  {
    prop: 'to',
    control: 'column',
    from: 'hierarchy',
    optional: true,
    types: ['date', 'datetime'],
    section: 'reads',
    words: { en: 'until', 'zh-CN': '结束日' },
    help: {
      en: 'The first day on which it no longer holds; blank: no end.',
      'zh-CN': '不再有效的第一天；留空：无结束。',
    },
  },
  level('level1', 'The manager', '直属上级'),
  level('level2', 'One above', '上两级'),
  level('level3', 'Two above', '上三级'),
  {
    prop: 'own',
    control: 'toggle',
    section: 'does',
    words: { en: 'Keep the people’s own credits', 'zh-CN': '保留本人业绩' },
  },
];
