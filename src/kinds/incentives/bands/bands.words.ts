import type { InspectorField, NodeKind } from '#core/contracts/node-kind.ts';

export const words: NodeKind['words'] = {
  en: {
    label: 'Rate bands',
    summary: 'Rates that rise or fall with how much is reached',
    search: 'tier commission rate table slab marginal retroactive',
    unit: 'commission',
  },
  'zh-CN': { label: '阶梯费率', summary: '按达成多少使用不同费率', search: '阶梯 提成 累进 系数', unit: '提成' },
};

export const fields: readonly InspectorField[] = [
  {
    prop: 'measure',
    control: 'choice',
    section: 'reads',
    words: { en: 'Bands measured on', 'zh-CN': '档位衡量' },
    options: [
      { value: 'attainment', words: { en: 'attainment', 'zh-CN': '达成率' } },
      { value: 'amount', words: { en: 'the amount', 'zh-CN': '金额' } },
    ],
  },
  {
    prop: 'value',
    control: 'column',
    from: 'in',
    types: ['number', 'mixed'],
    section: 'reads',
    words: { en: 'Amount', 'zh-CN': '金额' },
  },
  {
    prop: 'quota',
    control: 'column',
    from: 'in',
    types: ['number', 'mixed'],
    section: 'reads',
    words: { en: 'Quota', 'zh-CN': '指标' },
    when: { prop: 'measure', is: ['attainment'] },
  },
  {
    prop: 'pays',
    control: 'choice',
    section: 'reads',
    words: { en: 'Rate pays on', 'zh-CN': '费率乘以' },
    options: [
      { value: 'value', words: { en: 'the amount', 'zh-CN': '该金额' } },
      { value: 'amount', words: { en: 'another amount', 'zh-CN': '另一金额' } },
      { value: 'target', words: { en: 'target pay (at 100%)', 'zh-CN': '目标奖金（100% 时）' } },
    ],
  },
  {
    prop: 'base',
    control: 'formula',
    from: 'in',
    place: 'row',
    section: 'reads',
    words: { en: 'That amount', 'zh-CN': '该金额' },
    when: { prop: 'pays', is: ['amount', 'target'] },
  },
  { prop: 'bands', control: 'bands', section: 'does', words: { en: 'Bands', 'zh-CN': '档位' } },
  {
    prop: 'mode',
    control: 'choice',
    section: 'does',
    words: { en: 'How a band applies', 'zh-CN': '档位如何适用' },
    options: [
      {
        value: 'whole',
        words: { en: 'Whole', 'zh-CN': '全额' },
        help: { en: 'The reached band’s rate pays on everything.', 'zh-CN': '达到的档位费率适用于全部。' },
      },
      {
        value: 'marginal',
        words: { en: 'Marginal', 'zh-CN': '超额累进' },
        help: { en: 'Each band’s rate pays on its own part.', 'zh-CN': '每档费率只适用于该档部分。' },
      },
      {
        value: 'retroactive',
        words: { en: 'Retroactive', 'zh-CN': '追溯' },
        help: {
          en: 'Marginal; once a marked band is reached, its rate also pays on everything below.',
          'zh-CN': '超额累进；达到标记的档位后，其费率也适用于以下全部。',
        },
      },
      {
        value: 'interpolated',
        words: { en: 'Interpolated', 'zh-CN': '插值' },
        help: {
          en: 'Between two bands, pay or rate moves in proportion.',
          'zh-CN': '在两档之间按比例变化。',
        },
      },
    ],
  },
  {
    prop: 'scope',
    control: 'choice',
    section: 'does',
    words: { en: 'Counted', 'zh-CN': '计算范围' },
    options: [
      { value: 'row', words: { en: 'for each row alone', 'zh-CN': '每行单独' } },
      { value: 'running', words: { en: 'running total', 'zh-CN': '逐行累计' } },
    ],
  },
  {
    prop: 'by',
    control: 'columns',
    from: 'in',
    optional: true,
    section: 'does',
    words: { en: 'Running total of each', 'zh-CN': '按此累计' },
    when: { prop: 'scope', is: ['running'] },
  },
  {
    prop: 'order',
    control: 'columns',
    from: 'in',
    optional: true,
    section: 'does',
    words: { en: 'in the order of', 'zh-CN': '累计顺序' },
    when: { prop: 'scope', is: ['running'] },
  },
  {
    prop: 'opening',
    control: 'formula',
    from: 'in',
    place: 'row',
    optional: true,
    section: 'does',
    words: { en: 'Already reached before', 'zh-CN': '此前已达成' },
  },
  {
    prop: 'tie',
    control: 'choice',
    section: 'does',
    words: { en: 'Exactly at an edge', 'zh-CN': '恰在边界' },
    options: [
      { value: 'lower-in', words: { en: 'belongs to the upper band', 'zh-CN': '属于上一档' } },
      { value: 'upper-in', words: { en: 'belongs to the lower band', 'zh-CN': '属于下一档' } },
    ],
  },
  {
    prop: 'rounding',
    control: 'choice',
    section: 'does',
    words: { en: 'Rounding', 'zh-CN': '取整' },
    options: [
      { value: 'line', words: { en: 'each row, to the cent', 'zh-CN': '每行到分' } },
      { value: 'later', words: { en: 'later, in the payout', 'zh-CN': '稍后在发放时' } },
    ],
  },
  {
    prop: 'key',
    control: 'text',
    section: 'does',
    words: { en: 'Name in formulas', 'zh-CN': '公式中的名称' },
  },
];
