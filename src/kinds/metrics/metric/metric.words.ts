import type { InspectorField, NodeKind } from '#core/contracts/node-kind.ts';

export const words: NodeKind['words'] = {
  en: {
    label: 'Metric',
    summary: 'One number per person: a sum, count, average or ratio',
    search: 'kpi measure total count average',
    unit: 'in all',
  },
  'zh-CN': {
    label: '指标值',
    summary: '每人一个数：求和、计数、平均或比率',
    search: '指标 求和 计数 平均',
    unit: '合计',
  },
};

export const fields: readonly InspectorField[] = [
  {
    prop: 'person',
    control: 'column',
    from: 'in',
    section: 'reads',
    words: { en: 'For each', 'zh-CN': '按人员' },
  },
  {
    prop: 'where',
    control: 'formula',
    from: 'in',
    place: 'row',
    optional: true,
    section: 'reads',
    words: { en: 'Only rows where', 'zh-CN': '仅统计' },
    help: { en: 'For example stage = "Won". Empty: all rows.', 'zh-CN': '例如 stage = "Won"。留空：全部行。' },
  },
  {
    prop: 'measure',
    control: 'choice',
    section: 'does',
    words: { en: 'Counts as', 'zh-CN': '计算方式' },
    options: [
      { value: 'sum', words: { en: 'Sum', 'zh-CN': '求和' } },
      { value: 'count', words: { en: 'Number of rows', 'zh-CN': '行数' } },
      { value: 'distinct', words: { en: 'Number of different values', 'zh-CN': '不重复个数' } },
      { value: 'average', words: { en: 'Average', 'zh-CN': '平均值' } },
      { value: 'min', words: { en: 'Smallest', 'zh-CN': '最小值' } },
      { value: 'max', words: { en: 'Largest', 'zh-CN': '最大值' } },
      { value: 'ratio', words: { en: 'Ratio of two sums', 'zh-CN': '两个合计之比' } },
    ],
  },
  {
    prop: 'value',
    control: 'column',
    from: 'in',
    section: 'does',
    when: { prop: 'measure', is: ['sum', 'distinct', 'average', 'min', 'max', 'ratio'] },
    words: { en: 'Of', 'zh-CN': '数值列' },
  },
  {
    prop: 'per',
    control: 'column',
    from: 'in',
    section: 'does',
    when: { prop: 'measure', is: ['ratio'] },
    words: { en: 'Divided by', 'zh-CN': '除以' },
  },
  { prop: 'key', control: 'text', section: 'does', words: { en: 'Name in formulas', 'zh-CN': '公式中的名称' } },
];
