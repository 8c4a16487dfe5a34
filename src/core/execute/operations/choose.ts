/** The best n rows of each group under constraints, with diversity. */
import type { Column } from '../../data/column.ts';
import { BLANK } from '../../data/column.ts';
import type { ChooseStep } from '../../program/table-program.ts';
import { choices, type Choices } from '../choices.ts';
import { explainChoice } from '../explain-choice.ts';
import { keptValue } from '../kept-value.ts';
import { gather } from '../make-column.ts';
import type { Operation } from '../operation.ts';

export const choose: Operation<ChooseStep, Choices> = {
  *rows(step, context) {
    const found = yield* choices(step, context);
    return { count: step.keep === 'all' ? found.count : found.chosen.length, state: found };
  },
  *column(step, key, rows, context) {
    const { chosen } = rows.state;
    if (key === step.rank) return rankColumn(step, rows.state);
    const column = yield* context.column(step.input, key);
    return step.keep === 'all' ? column : gather(column, chosen);
  },
  // eslint-disable-next-line require-yield -- the row numbers are at hand
  *lineage(step, row, rows) {
    return [{ step: step.input, rows: [inputRow(step, row, rows.state)] }];
  },
  *explain(step, key, row, rows, context) {
    const own = inputRow(step, row, rows.state);
    if (key === step.rank) return yield* explainChoice(step, own, rows.state, context);
    return yield* keptValue(context, step.input, key, own);
  },
};

function inputRow(step: ChooseStep, row: number, { chosen }: Choices): number {
  return step.keep === 'all' ? row : (chosen[row] ?? row);
}

function rankColumn(step: ChooseStep, { ranks, chosen }: Choices): Column {
  if (step.keep !== 'all') {
    return { type: 'number', values: Float64Array.from(chosen, (row) => ranks[row] as number) };
  }
  const values = Float64Array.from(ranks);
  if (!ranks.includes(0)) return { type: 'number', values };
  return { type: 'number', values, state: Uint8Array.from(ranks, (rank) => (rank === 0 ? BLANK : 0)) };
}
