/** What a `bands` step reads, as numbers: constants once, everything else for each row. */
import { BLANK, stateOf } from '../data/column.ts';
import { isError } from '../data/value.ts';
import { bandTable, type BandTable } from '../formula/band-table.ts';
import { toNumber } from '../formula/evaluate/coerce.ts';
import type { Expression } from '../formula/expression.ts';
import type { BandsStep } from '../program/table-program.ts';
import { numberCells, type NumberCells } from './number-cells.ts';
import type { OperationContext, Work } from './operation.ts';
import { columnKeysOf } from './vector/expression-parts.ts';

export interface BandInputs {
  readonly count: number;
  readonly value: NumberCells;
  readonly scale: NumberCells | null;
  readonly basis: NumberCells | null;
  readonly opening: NumberCells | null;
  /** `from`, `rate` and `amount` of constant bands stand in it; `settleBands` writes those that differ by row. */
  readonly table: BandTable;
  readonly varying: readonly { readonly cells: NumberCells; readonly into: Float64Array; readonly at: number }[];
  /** The state of an error in a constant part of a band; 0: none. */
  readonly broken: number;
}

export function* bandInputs(step: BandsStep, context: OperationContext): Work<BandInputs> {
  const { count } = yield* context.rows(step.input);
  const cells = function* (expression: Expression): Work<NumberCells> {
    return numberCells(yield* context.evaluate(step, step.input, expression), count);
  };
  const value = yield* cells(step.value);
  const scale = step.scale ? yield* cells(step.scale) : null;
  const { pays } = step;
  const basis = pays.on === 'value' ? null : yield* cells(pays.on === 'amount' ? pays.amount : pays.target);
  const opening = step.opening ? yield* cells(step.opening) : null;

  const table = bandTable(
    step.bands.map((band) => ({
      from: 0,
      ...(band.rate ? { rate: 0 } : {}),
      ...(band.amount ? { amount: 0 } : {}),
      retroactive: band.retroactive === true,
    })),
    step.mode,
    step.tie,
  );
  const varying: { cells: NumberCells; into: Float64Array; at: number }[] = [];
  let broken = 0;
  for (const [at, band] of step.bands.entries()) {
    const parts = [
      { expression: band.from, into: table.from },
      { expression: band.rate, into: table.rate },
      { expression: band.amount, into: table.amount },
    ];
    for (const { expression, into } of parts) {
      if (!expression) continue;
      if (columnKeysOf(expression).length > 0) {
        varying.push({ cells: yield* cells(expression), into, at });
        continue;
      }
      const constant = toNumber(yield* context.scalar(step, expression));
      if (!isError(constant)) into[at] = constant;
      else if (broken === 0) broken = stateOf(constant);
    }
  }
  return { count, value, scale, basis, opening, table, varying, broken };
}

/** Writes the row's own band edges, rates and amounts into the table. The state of the first error among them; 0: none. */
export function settleBands(inputs: BandInputs, row: number): number {
  for (const { cells, into, at } of inputs.varying) {
    const state = cells.state ? (cells.state[row] as number) : 0;
    if (state > BLANK) return state;
    into[at] = state === BLANK ? 0 : (cells.values[row] as number);
  }
  return inputs.broken;
}
