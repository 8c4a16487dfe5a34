import type { InspectorField, NodeKind } from '#core/contracts/node-kind.ts';
import type { Bilingual } from '#core/problem/problem.ts';

export const words: NodeKind['words'] = {
  en: {
    label: 'Attainment',
    summary: 'What each person was credited with, against the quota',
    search: 'quota target achievement percent',
    unit: 'of quota',
  },
  'zh-CN': { label: '达成率', summary: '每个人的业绩与指标之比', search: '指标 完成率 目标', unit: '达成' },
};

export const noQuotaWords: Readonly<Record<'exclude' | 'zero' | 'none', Bilingual>> = {
  exclude: {
    en: '{count} people have credits but no quota: {names}. They are paid nothing. Add their quotas, or treat them as 0%.',
    'zh-CN': '{count} 人有业绩但没有指标：{names}。他们不会得到提成。请补充指标，或按 0% 处理。',
  },
  zero: {
    en: '{count} people have no quota and count as 0%: {names}.',
    'zh-CN': '{count} 人没有指标，按 0% 计算：{names}。',
  },
  none: {
    en: '{count} people have no quota and no attainment: {names}.',
    'zh-CN': '{count} 人没有指标，不计算达成率：{names}。',
  },
};

export const fields: readonly InspectorField[] = [
  { prop: 'person', control: 'column', from: 'credits', section: 'reads', words: { en: 'Person', 'zh-CN': '人员' } },
  {
    prop: 'credit',
    control: 'column',
    from: 'credits',
    types: ['number', 'mixed'],
    section: 'reads',
    words: { en: 'Credit', 'zh-CN': '业绩' },
  },
  {
    prop: 'period',
    control: 'column',
    from: 'credits',
    optional: true,
    section: 'reads',
    words: { en: 'Period', 'zh-CN': '期间' },
    help: { en: 'Empty: one row per person in all.', 'zh-CN': '留空：每人合计一行。' },
  },
  {
    prop: 'quotaPerson',
    control: 'column',
    from: 'quotas',
    section: 'reads',
    words: { en: 'Person in quotas', 'zh-CN': '指标表中的人员' },
  },
  {
    prop: 'quotaPeriod',
    control: 'column',
    from: 'quotas',
    optional: true,
    section: 'reads',
    words: { en: 'Period in quotas', 'zh-CN': '指标表中的期间' },
  },
  {
    prop: 'quota',
    control: 'column',
    from: 'quotas',
    types: ['number', 'mixed'],
    section: 'reads',
    words: { en: 'Quota', 'zh-CN': '指标' },
  },
  {
    prop: 'keep',
    control: 'columns',
    from: 'quotas',
    optional: true,
    section: 'does',
    words: { en: 'Columns kept', 'zh-CN': '保留的列' },
    help: { en: 'Columns of the quotas table, such as the region.', 'zh-CN': '指标表中的列，例如区域。' },
  },
  {
    prop: 'missing',
    control: 'choice',
    section: 'does',
    words: { en: 'People without a quota', 'zh-CN': '没有指标的人' },
    options: [
      { value: 'exclude', words: { en: 'Leave out, and say who', 'zh-CN': '排除，并提示是谁' } },
      { value: 'zero', words: { en: 'Treat as 0%', 'zh-CN': '按 0% 处理' } },
      { value: 'none', words: { en: 'Keep without attainment', 'zh-CN': '保留，不计达成率' } },
    ],
  },
];
