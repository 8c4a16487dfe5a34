import { z } from 'zod';
import { defineNode } from '#core/contracts/node-kind.ts';
import { columnKey } from '#core/contracts/prop-schemas.ts';

/** A table of the project: where every plan begins. */
export const table = defineNode({
  kind: 'table',
  version: 1,
  family: 'data',
  icon: 'table',
  words: {
    en: {
      label: 'Table',
      summary: 'Rows of a table of this project',
      search: 'source data import csv deals',
      unit: 'rows',
    },
    'zh-CN': { label: '表', summary: '本项目中一张表的数据行', search: '数据源 导入 订单', unit: '行' },
  },
  props: z.strictObject({ table: columnKey }),
  defaults: { table: '' },
  inputs: [],
  outputs: [{ key: 'out', type: 'rows', words: { en: 'Rows', 'zh-CN': '数据行' } }],
  inspector: [{ prop: 'table', control: 'table', section: 'reads', words: { en: 'Table', 'zh-CN': '表' } }],
  lower: (props, context) => {
    const columns = context.table(props.table, 'table');
    if (!columns) return undefined;
    const out = context.emit({ op: 'read', source: { from: 'table', table: props.table }, columns });
    const quota = columns.find((column) => column.role === 'quota');
    return {
      ports: { out },
      headline: quota ? { step: out.step, measure: 'sum', column: quota.key } : { step: out.step, measure: 'rows' },
      ...(quota?.format ? { headlineFormat: quota.format } : {}),
    };
  },
});
