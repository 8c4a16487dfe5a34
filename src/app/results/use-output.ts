/** The output table of a plan, as the results screens need it: its step, its columns by role, its rows as values. */
import { useMemo } from 'react';
import { cellAt } from '#core/data/column.ts';
import type { ColumnInfo, ColumnRole } from '#core/data/schema.ts';
import type { Value } from '#core/data/value.ts';
import type { StepId } from '#core/program/table-program.ts';
import type { Comparison, RunInput, WindowResult } from '#engine/protocol.ts';
import { useSession, useSessionVerbs } from '../session/session-context.tsx';
import { useAsk } from './use-ask.ts';

/** Rows shown at most on one screen of people; the CSV has all. */
export const mostRows = 5000;

export interface OutputTable {
  readonly run: RunInput;
  readonly before: RunInput | null;
  readonly step: StepId;
  readonly columns: readonly ColumnInfo[];
  readonly grain: readonly string[];
}

/** The payout column: by its role, else the last column of money, else the last number. */
export function payoutColumn(columns: readonly ColumnInfo[]): ColumnInfo | undefined {
  const numbers = columns.filter((column) => column.type === 'number');
  return (
    byRole(columns, 'payout') ?? numbers.findLast((column) => column.format?.kind === 'currency') ?? numbers.at(-1)
  );
}

export function byRole(columns: readonly ColumnInfo[], role: ColumnRole): ColumnInfo | undefined {
  return columns.find((column) => column.role === role);
}

export function useOutput(design: string): OutputTable | null {
  const input = useSession((state) => state.runs[design]?.current?.input);
  const before = useSession((state) => state.runs[design]?.before?.input);
  return useMemo(() => {
    const output = input?.program.output;
    const step = output ? Object.values(input.program.answers[output]?.ports ?? {})[0] : undefined;
    const found = input?.program.steps.find((one) => one.id === step);
    if (!input || !found) return null;
    return {
      run: input,
      before: before ?? null,
      step: found.id,
      columns: found.columns,
      grain: found.grain ?? [],
    };
  }, [input, before]);
}

export interface PersonRow {
  /** Row number in the output table, for traces. */
  readonly row: number;
  readonly who: string;
  readonly cells: ReadonlyMap<string, Value>;
  readonly payout: number;
  /** The payout before the last change; null where the person was not paid then or there is nothing to compare. */
  readonly before: number | null;
}

export function personRows(
  output: OutputTable,
  window: WindowResult,
  comparison: Comparison | null,
): readonly PersonRow[] {
  const pay = payoutColumn(output.columns);
  const person = byRole(output.columns, 'person') ?? output.columns.find((column) => column.type === 'text');
  const before = new Map((comparison?.rows ?? []).map((one) => [one.row, one.before]));
  return Array.from({ length: window.frame.rowCount }, (_, index) => {
    const cells = new Map([...window.frame.columns].map(([key, column]) => [key, cellAt(column, index)]));
    const row = window.rows[index] ?? index;
    const amount = pay ? cells.get(pay.key) : undefined;
    const who = person ? cells.get(person.key) : undefined;
    return {
      row,
      who: typeof who === 'string' ? who : String(who ?? row + 1),
      cells,
      payout: typeof amount === 'number' ? amount : 0,
      before: before.get(row) ?? null,
    };
  });
}

/** Everyone's payout, largest first, with the difference to before. */
export function usePeople(
  output: OutputTable | null,
): { readonly rows: readonly PersonRow[]; readonly total: number; readonly comparison: Comparison | null } | null {
  const { engine } = useSessionVerbs();
  const pay = output ? payoutColumn(output.columns) : undefined;
  const window = useAsk(
    engine,
    'window',
    output && {
      about: output.run,
      key: `people.${output.step}`,
      ask: {
        of: { run: output.run, step: output.step },
        from: 0,
        to: mostRows,
        ...(pay ? { sort: [{ key: pay.key, descending: true }] } : {}),
      },
    },
  ).answer;
  const comparison = useAsk(
    engine,
    'compare',
    output?.before && pay && output.grain.length > 0
      ? {
          about: output.run,
          key: `compare.${JSON.stringify(output.before.parameters)}.${output.step}`,
          ask: { before: output.before, after: output.run, step: output.step, key: output.grain, column: pay.key },
        }
      : null,
  ).answer;
  return useMemo(
    () =>
      output && window
        ? {
            rows: personRows(output, window, output.before ? comparison : null),
            total: window.total,
            comparison: output.before ? comparison : null,
          }
        : null,
    [output, window, comparison],
  );
}
