import type { InspectorField, NodeKind } from '#core/contracts/node-kind.ts';

export const words: NodeKind['words'] = {
  en: {
    label: 'Total score',
    summary: 'Weighs scores, adds them up and ranks people',
    search: 'scorecard weights ranking composite kpi',
    unit: 'average score',
  },
  'zh-CN': { label: '综合得分', summary: '加权汇总各项得分并排名', search: '绩效 权重 排名 综合', unit: '平均分' },
};

export const fields: readonly InspectorField[] = [
  {
    prop: 'weights',
    control: 'weights',
    from: 'kpis',
    section: 'does',
    words: { en: 'Weights', 'zh-CN': '权重' },
    help: {
      en: 'Together 100 %. Moving one changes the others in proportion.',
      'zh-CN': '合计 100 %。调整一项，其余按比例变化。',
    },
  },
  {
    prop: 'missing',
    control: 'choice',
    section: 'does',
    words: { en: 'Where a score is missing', 'zh-CN': '缺少得分时' },
    options: [
      { value: 'share', words: { en: 'The other weights share it out', 'zh-CN': '按其余权重重分' } },
      { value: 'zero', words: { en: 'It counts as 0', 'zh-CN': '按 0 分计' } },
      { value: 'block', words: { en: 'No total', 'zh-CN': '不计综合得分' } },
    ],
  },
  {
    prop: 'decimals',
    control: 'number',
    min: 0,
    max: 4,
    step: 1,
    section: 'does',
    words: { en: 'Decimals', 'zh-CN': '小数位数' },
  },
  {
    prop: 'within',
    control: 'column',
    from: 'people',
    optional: true,
    section: 'does',
    words: { en: 'Ranked within', 'zh-CN': '排名范围' },
    help: { en: 'Such as the region. Empty: all together.', 'zh-CN': '例如按区域。留空：全体一起排名。' },
  },
];
