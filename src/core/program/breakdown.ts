/** A table program with one more step: totals of a step's columns by some keys. Screens ask for totals this way, so that they never add. */
import type { ColumnInfo } from '../data/schema.ts';
import type { StepId, TableProgram, TableStep } from './table-program.ts';

export interface Breakdown {
  readonly program: TableProgram;
  readonly step: StepId;
  readonly columns: readonly ColumnInfo[];
}

/** The column that counts the rows of each group. */
export const countColumn = 'rows';

/** Sums `columns` of `step` by `by`, and counts rows; null where the step is not there. Totals come from the grain, never from other totals. */
export function breakdown(
  program: TableProgram,
  step: StepId,
  by: readonly string[],
  columns: readonly string[],
): Breakdown | null {
  const source = program.steps.find((one) => one.id === step);
  if (!source) return null;
  const info = (key: string) => source.columns.find((one) => one.key === key);
  const keys = by.flatMap((key) => info(key) ?? []);
  const sums = columns.flatMap((key) => info(key) ?? []).filter((one) => !by.includes(one.key));
  const counted = keys[0] ?? sums[0];
  const made: ColumnInfo[] = [
    ...keys,
    ...sums,
    { key: countColumn, type: 'number', format: { kind: 'number', decimals: 0 } },
  ];
  const id = `${step}~by-${by.join('-')}~${columns.join('-')}`;
  const group: TableStep = {
    op: 'group',
    id,
    origin: source.origin,
    columns: made,
    grain: keys.map((one) => one.key),
    input: step,
    by: keys.map((one) => one.key),
    made: [
      ...sums.map((one) => ({
        key: one.key,
        expression: {
          node: 'call',
          name: 'SUM',
          type: 'number',
          args: [{ node: 'column', key: one.key, type: 'number' }],
        } as const,
      })),
      {
        key: countColumn,
        expression: {
          node: 'binary',
          operator: '+',
          type: 'number',
          left: countOf('COUNTA', counted),
          right: countOf('COUNTBLANK', counted),
        },
      },
    ],
  };
  return { program: { ...program, steps: [...program.steps, group] }, step: id, columns: made };
}

function countOf(name: 'COUNTA' | 'COUNTBLANK', column: ColumnInfo | undefined) {
  const args = column
    ? [{ node: 'column', key: column.key, type: column.type === 'mixed' ? 'any' : column.type } as const]
    : [];
  return { node: 'call', name, type: 'number', args } as const;
}
