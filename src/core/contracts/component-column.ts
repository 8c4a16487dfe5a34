/** Columns of pay: every node that pays adds one, and the payout adds them up. */
import type { Format } from '../data/column.ts';
import type { ColumnInfo } from '../data/schema.ts';
import type { InspectorField, LowerContext } from './node-kind.ts';

/** The component column of a node, named by its `key` prop and shown under the node's label. A name that is taken is reported. */
export function componentColumn(
  context: LowerContext,
  columns: readonly ColumnInfo[],
  key: string,
  format: Format | undefined,
): ColumnInfo | undefined {
  if (columns.some((column) => column.key === key)) {
    const free = freeColumnKey(key, columns);
    context.say(
      'component-taken',
      {
        en: `There already is a column “${key}”. Name this component differently, for example “${free}”.`,
        'zh-CN': `已经有列“${key}”。请给这个组成部分换一个名称，例如“${free}”。`,
      },
      { path: 'key' },
    );
    return undefined;
  }
  const { label, node } = context;
  return { key, type: 'number', label, role: 'component', madeBy: node, ...(format ? { format } : {}) };
}

/** `base`, `base_2`, `base_3` …: the first that no column has. */
export function freeColumnKey(key: string, columns: readonly ColumnInfo[]): string {
  const taken = (candidate: string) => columns.some((column) => column.key === candidate);
  if (!taken(key)) return key;
  let n = 2;
  while (taken(`${key}_${n}`)) n++;
  return `${key}_${n}`;
}

/** How the inspector shows the `key` prop. */
export const componentKeyField: InspectorField = {
  prop: 'key',
  control: 'text',
  section: 'does',
  words: { en: 'Name in formulas', 'zh-CN': '公式中的名称' },
};
