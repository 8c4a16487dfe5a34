/** What a column is for, from its name in either language; a person can change it, and nothing depends on it being right. */
import type { ColumnReading } from '#core/data/reading/column-reading.ts';
import type { ColumnDefinition } from '#core/project/project.ts';

type ColumnRole = NonNullable<ColumnDefinition['role']>;

const names: readonly (readonly [ColumnRole, RegExp, ColumnReading['type'][]])[] = [
  ['manager', /^(?:manager|mgr|boss|reports? to|经理|主管|上级)$/i, ['text', 'number']],
  [
    'person',
    /^(?:person|rep|sales ?rep|seller|owner|sales ?person|employee|payee|agent|name|人员|销售|销售员|销售代表|业务员|负责人|员工|姓名)$/i,
    ['text', 'number'],
  ],
  ['region', /^(?:region|area|territory|zone|区域|大区|地区)$/i, ['text']],
  ['period', /^(?:period|quarter|month|期间|季度|月份)$/i, ['text', 'number']],
  ['quota', /^(?:quota|target|goal|目标|指标|任务)$/i, ['number']],
  ['date', /(?:^|[ _])(?:date|closed|day)$|日期$|时间$|^closed?[ _]/i, ['date', 'datetime']],
  ['amount', /(?:^|[ _])(?:amount|revenue|sales|value|total)$|^(?:金额|业绩|销售额|成交额|收入|回款)$/i, ['number']],
  [
    'id',
    /^(?:(?:deal|order|opportunity|transaction|credit)?[ _-]?(?:id|no|number|code)|deal|order|编号|单号|订单号|合同号)$/i,
    ['text', 'number'],
  ],
];

/** Each role once, for the first column that fits. */
export function guessRoles(
  columns: readonly { readonly label: string; readonly reading: ColumnReading }[],
): readonly (ColumnRole | undefined)[] {
  const given = new Set<ColumnRole>();
  return columns.map(({ label, reading }) => {
    const plain = label.trim().replace(/[_-]+/g, ' ');
    const found = names.find(
      ([role, pattern, types]) => !given.has(role) && types.includes(reading.type) && pattern.test(plain),
    )?.[0];
    if (found) given.add(found);
    return found;
  });
}
