import type { InspectorField, NodeKind } from '#core/contracts/node-kind.ts';

export const words: NodeKind['words'] = {
  en: {
    label: 'KPI score',
    summary: 'Scores a value of each person on a curve',
    search: 'curve points weighted kpi goal red flag bands',
    unit: 'average score',
  },
  'zh-CN': {
    label: 'KPI 得分',
    summary: '按曲线为每个人的数值打分',
    search: '曲线 计分 绩效 目标 红线 分档',
    unit: '平均分',
  },
};

const aimed = { prop: 'shape', is: ['goal'] };

export const fields: readonly InspectorField[] = [
  { prop: 'person', control: 'column', from: 'in', section: 'reads', words: { en: 'Person', 'zh-CN': '人员' } },
  {
    prop: 'value',
    control: 'formula',
    from: 'in',
    place: 'row',
    section: 'reads',
    words: { en: 'What is scored', 'zh-CN': '评分对象' },
    help: { en: 'A column or a formula, such as revenue / quota.', 'zh-CN': '列名或公式，例如 revenue / quota。' },
  },
  {
    prop: 'shape',
    control: 'choice',
    section: 'does',
    words: { en: 'Curve', 'zh-CN': '得分曲线' },
    options: [
      { value: 'line', words: { en: 'Straight lines', 'zh-CN': '折线' } },
      { value: 'bands', words: { en: 'Bands', 'zh-CN': '分档' } },
      { value: 'goal', words: { en: 'Goal and red flag', 'zh-CN': '目标/红线' } },
    ],
  },
  {
    prop: 'points',
    control: 'curve',
    section: 'does',
    words: { en: 'Points', 'zh-CN': '转折点' },
    help: {
      en: 'Between two points the score runs straight; in bands it stays until the next one.',
      'zh-CN': '折线：两点之间按直线变化；分档：到下一档之前得分不变。',
    },
  },
  { prop: 'red', control: 'number', section: 'does', when: aimed, words: { en: 'Red flag', 'zh-CN': '红线' } },
  { prop: 'goal', control: 'number', section: 'does', when: aimed, words: { en: 'Goal', 'zh-CN': '目标' } },
  { prop: 'top', control: 'number', section: 'does', when: aimed, words: { en: 'Highest score', 'zh-CN': '最高分' } },
  { prop: 'key', control: 'text', section: 'does', words: { en: 'Name in formulas', 'zh-CN': '公式中的名称' } },
];
