import { z } from 'zod';
import { filterRows } from '#core/contracts/draft-steps.ts';
import { defineNode } from '#core/contracts/node-kind.ts';
import { formulaText } from '#core/contracts/prop-schemas.ts';

/** Keeps the rows that meet a condition. */
export const filter = defineNode({
  kind: 'filter',
  version: 1,
  family: 'shape',
  icon: 'filter',
  words: {
    en: { label: 'Filter', summary: 'Keep the rows that meet a condition', search: 'where only', unit: 'rows kept' },
    'zh-CN': { label: '筛选', summary: '只保留符合条件的行', search: '过滤 条件', unit: '行保留' },
  },
  props: z.strictObject({ where: formulaText }),
  defaults: { where: '' },
  inputs: [{ key: 'in', type: 'rows', required: true, words: { en: 'Rows', 'zh-CN': '数据行' } }],
  outputs: [{ key: 'out', type: 'rows', words: { en: 'Rows kept', 'zh-CN': '保留的行' } }],
  inspector: [
    {
      prop: 'where',
      control: 'formula',
      from: 'in',
      place: 'row',
      optional: true,
      section: 'does',
      words: { en: 'Keep rows where', 'zh-CN': '保留满足条件的行' },
      help: { en: 'Empty: every row is kept.', 'zh-CN': '留空：保留所有行。' },
    },
  ],
  lower: (props, context) => {
    const [rows] = context.input('in');
    if (!rows) return undefined;
    if (props.where.trim() === '') return { ports: { out: rows }, headline: { step: rows.step, measure: 'rows' } };
    const where = context.formula(props.where, { path: 'where', place: 'row', columns: rows.columns });
    if (!where) return undefined;
    const out = context.emit(filterRows(rows, where));
    return { ports: { out }, headline: { step: out.step, measure: 'rows' } };
  },
});
