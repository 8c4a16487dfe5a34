/** Adds or replaces columns by formulas; each may name those before it. */
import { cellAt, FIRST_ERROR, type Column } from '../../data/column.ts';
import { errorTexts, isError } from '../../data/value.ts';
import { problem } from '../../problem/problem.ts';
import type { ExtendStep } from '../../program/table-program.ts';
import { explainFormula } from '../explain-formula.ts';
import { keptValue } from '../kept-value.ts';
import { madeIndex, resultKey } from '../made-key.ts';
import { typedAs } from '../make-column.ts';
import type { NameTargets, Operation, OperationContext, Work } from '../operation.ts';
import { columnKeysOf } from '../vector/expression-parts.ts';

export const extend: Operation<ExtendStep, null> = {
  *rows(step, context) {
    return { count: (yield* context.rows(step.input)).count, state: null };
  },
  *column(step, key, _rows, context) {
    const at = madeIndex(step.made, key);
    const made = step.made[at];
    if (!made) return yield* context.column(step.input, key);
    const names = namesAt(step, at);
    const column = yield* context.evaluate(step, step.input, made.expression, names);
    const wrong = errorRows(column);
    if (wrong.length > 0) {
      const read: Column[] = [];
      for (const name of columnKeysOf(made.expression)) read.push(yield* columnOf(context, step, names, name));
      reportErrors(step, made.key, column, read, wrong, context);
    }
    return typedAs(column, step.columns.find((one) => one.key === made.key)?.type);
  },
  *inline(step, key, context) {
    const at = madeIndex(step.made, key);
    const made = step.made[at];
    if (!made) return { by: 'same', step: step.input, key };
    const bound = yield* context.bound(step, step.input, made.expression, namesAt(step, at));
    return { by: 'formula', ...bound, watch: { step: step.id, key, broken: false } };
  },
  // eslint-disable-next-line require-yield -- row by row
  *lineage(step, row) {
    return [{ step: step.input, rows: [row] }];
  },
  *explain(step, key, row, _rows, context) {
    const at = madeIndex(step.made, key);
    const made = step.made[at];
    if (!made) return yield* keptValue(context, step.input, key, row);
    return yield* explainFormula(context, step, made, step.input, row, namesAt(step, at));
  },
};

/** Names made before the column at `at` mean this step's columns, not the input's. */
function namesAt(step: ExtendStep, at: number): NameTargets {
  const names = new Map<string, { step: string; key: string }>();
  for (let before = 0; before < at; before++) {
    names.set(step.made[before]?.key ?? '', { step: step.id, key: resultKey(step.made, before) });
  }
  return names;
}

function columnOf(context: OperationContext, step: ExtendStep, names: NameTargets, key: string): Work<Column> {
  const target = names.get(key) ?? { step: step.input, key };
  return context.column(target.step, target.key);
}

/** Rows of a column that hold an error. */
function errorRows(column: Column): readonly number[] {
  const rows: number[] = [];
  if ('cells' in column) column.cells.forEach((cell, row) => void (isError(cell) && rows.push(row)));
  else if (column.state) {
    const { state } = column;
    for (let row = 0; row < state.length; row++) if ((state[row] as number) >= FIRST_ERROR) rows.push(row);
  }
  return rows;
}

/** Reports errors that begin here: rows whose inputs hold an error already have been reported where it began. */
function reportErrors(
  step: ExtendStep,
  key: string,
  column: Column,
  read: readonly Column[],
  wrong: readonly number[],
  context: OperationContext,
): void {
  let begun = 0;
  let error = '';
  for (const row of wrong) {
    if (read.some((one) => errorAt(one, row) !== '')) continue;
    if (begun++ === 0) error = errorAt(column, row);
  }
  if (begun === 0) return;
  const label = step.columns.find((one) => one.key === key)?.label ?? key;
  const at = { design: step.origin.design, node: step.origin.node };
  context.report(
    problem('execute.formula-errors', { column: label, count: begun, error }, at, { severity: 'warning' }),
  );
}

function errorAt(column: Column, row: number): string {
  if ('cells' in column) {
    const value = cellAt(column, row);
    return isError(value) ? value.error : '';
  }
  const state = column.state?.[row] ?? 0;
  return state >= FIRST_ERROR ? (errorTexts[state - FIRST_ERROR] ?? '') : '';
}
