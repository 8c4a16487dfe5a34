/** Rows through the kernel of pay by bands, alone or along the running total of their partition. */
import { BLANK, FIRST_ERROR, type Column } from '../data/column.ts';
import { errorTexts } from '../data/value.ts';
import { payRow, type BandOutcome, type BandRow, type PayLine } from '../formula/band-pay.ts';
import { decimal } from '../formula/band-table.ts';
import { checkBands } from '../formula/check-bands.ts';
import { addToSlot } from '../formula/sum.ts';
import type { BandsStep } from '../program/table-program.ts';
import { bandInputs, settleBands, type BandInputs } from './band-inputs.ts';
import { rowCodes } from './key-codes.ts';
import type { NumberCells } from './number-cells.ts';
import type { OperationContext, Work } from './operation.ts';
import { rowOrder, type OrderColumn } from './row-order.ts';

const DIVISION = FIRST_ERROR + errorTexts.indexOf('#DIV/0!');
const NOT_A_NUMBER = FIRST_ERROR + errorTexts.indexOf('#NUM!');

/** What the rows earn. `band`: index of the band reached, -1 below the first. */
export interface Earned {
  readonly amount: Float64Array;
  readonly rate: Float64Array;
  readonly band: Int32Array;
  readonly state: Uint8Array | undefined;
}

/** What a row's pay is made of, before rounding. */
export interface RowPay {
  readonly before: number;
  readonly value: number;
  readonly scale: number;
  readonly basis: number;
  readonly outcome: BandOutcome;
  readonly lines: readonly PayLine[];
  /** Where the bands start for this row, in the measure's unit. */
  readonly starts: Float64Array;
  /** The state byte of the row's error; 0: none. */
  readonly state: number;
}

export function* linesOf(step: BandsStep, row: number, context: OperationContext): Work<RowPay> {
  const inputs = yield* bandInputs(step, context);
  const lines: PayLine[] = [];
  const rows = step.scope.over === 'running' ? yield* partitionOf(step, row, inputs.count, context) : [row];
  const walk = newWalk(step, inputs, 1);
  let state = 0;
  for (const one of rows) state = payOne(walk, one, 0, one === row ? lines : undefined);
  const { before, delta, scale, basis } = walk.row;
  return {
    before,
    value: delta,
    scale,
    basis,
    outcome: { ...walk.out },
    lines,
    starts: inputs.table.from.slice(),
    state,
  };
}

/** The rows of a row's partition up to it, in the order of the running scope. */
function* partitionOf(step: BandsStep, row: number, count: number, context: OperationContext): Work<readonly number[]> {
  const { codes, order } = yield* scopeOf(step, count, context, row);
  const code = codes[row];
  const own = Array.from(order).filter((one) => codes[one] === code);
  return own.slice(0, own.indexOf(row) + 1);
}

/** Partition codes and the order of rows; only of the partition of `only` where it is given. */
export function* scopeOf(
  step: BandsStep,
  count: number,
  context: OperationContext,
  only?: number,
): Work<{ codes: Int32Array; partitions: number; order: Int32Array }> {
  if (step.scope.over === 'row') throw new Error('rows that stand alone have no order');
  const by: Column[] = [];
  for (const key of step.scope.by) by.push(yield* context.column(step.input, key));
  const keys: OrderColumn[] = [];
  for (const one of step.scope.order) {
    keys.push({ column: yield* context.column(step.input, one.key), descending: one.descending });
  }
  const { codes, count: partitions } = rowCodes(by, count);
  const own =
    only === undefined ? undefined : Int32Array.from(codes.keys()).filter((row) => codes[row] === codes[only]);
  return { codes, partitions, order: yield* rowOrder(step.id, keys, count, own) };
}

/** Where a walk over rows stands: the row as the kernel takes it, and the totals of each partition. */
export interface Walk {
  readonly step: BandsStep;
  readonly inputs: BandInputs;
  readonly row: BandRow;
  readonly out: BandOutcome;
  readonly running: boolean;
  readonly totals: Float64Array;
  readonly lost: Float64Array;
  /** By partition: 0 nothing yet, 1 begun, else the state of the error that everything after it depends on. */
  readonly begun: Uint8Array;
  readonly earlier: readonly Float64Array[] | null;
  readonly ascending: boolean;
}

export function newWalk(step: BandsStep, inputs: BandInputs, partitions: number): Walk {
  const running = step.scope.over === 'running';
  const amounts = running && step.pays.on === 'amount';
  return {
    step,
    inputs,
    row: { before: 0, fresh: true, delta: 0, scale: 1, on: step.pays.on, basis: 0 },
    out: { amount: 0, band: -1, rate: 0 },
    running,
    totals: new Float64Array(partitions),
    lost: new Float64Array(partitions),
    begun: new Uint8Array(partitions),
    earlier: amounts ? Array.from({ length: partitions }, () => new Float64Array(step.bands.length + 1)) : null,
    ascending: inputs.varying.length === 0 && checkBands(inputs.table.from) === null,
  };
}

export function stateAt(cells: NumberCells | null, row: number): number {
  const state = cells?.state ? (cells.state[row] as number) : 0;
  return state > BLANK ? state : 0;
}
export function numberAt(cells: NumberCells, row: number): number {
  return cells.state && cells.state[row] !== 0 ? 0 : (cells.values[row] as number);
}

/** Fills `walk.out` for the row and takes it into the running total. The state of the row's error; 0: none. */
export function payOne(walk: Walk, row: number, partition: number, lines?: PayLine[]): number {
  const { inputs, row: given } = walk;
  const begun = walk.begun[partition] as number;
  if (begun > BLANK) return begun;
  let state =
    stateAt(inputs.value, row) ||
    stateAt(inputs.scale, row) ||
    stateAt(inputs.basis, row) ||
    (begun === 0 ? stateAt(inputs.opening, row) : 0) ||
    settleBands(inputs, row);
  if (state === 0 && !walk.ascending && checkBands(inputs.table.from)) state = NOT_A_NUMBER;
  if (state === 0 && inputs.scale) {
    given.scale = numberAt(inputs.scale, row);
    if (!(given.scale > 0)) state = given.scale === 0 ? DIVISION : NOT_A_NUMBER;
  }
  const fails = state !== 0;
  if (fails) {
    // Without a quota only this row is undefined; an unknown value leaves the total unknown from here on.
    const unknown = stateAt(inputs.value, row) || stateAt(inputs.opening, row);
    if (walk.running && unknown !== 0) walk.begun[partition] = unknown;
    else if (walk.running) keepTotal(walk, row, partition, begun);
    return state;
  }
  given.delta = numberAt(inputs.value, row);
  given.basis = inputs.basis ? numberAt(inputs.basis, row) : 0;
  if (walk.running) {
    given.before = totalOf(walk, row, partition, begun);
    given.fresh = begun === 0 && inputs.opening === null;
    const earlier = walk.earlier?.[partition];
    if (earlier) given.earlier = earlier;
  } else {
    given.before = inputs.opening ? numberAt(inputs.opening, row) : 0;
    given.fresh = inputs.opening === null;
  }
  payRow(inputs.table, given, walk.out, lines);
  if (walk.running) keepTotal(walk, row, partition, begun);
  return Number.isFinite(walk.out.amount) ? 0 : NOT_A_NUMBER;
}

function totalOf(walk: Walk, row: number, partition: number, begun: number): number {
  if (begun === 0) return walk.inputs.opening ? numberAt(walk.inputs.opening, row) : 0;
  return decimal((walk.totals[partition] as number) + (walk.lost[partition] as number));
}

function keepTotal(walk: Walk, row: number, partition: number, begun: number): void {
  if (begun === 0) {
    walk.begun[partition] = 1;
    walk.totals[partition] = walk.inputs.opening ? numberAt(walk.inputs.opening, row) : 0;
  }
  addToSlot(walk.totals, walk.lost, partition, numberAt(walk.inputs.value, row));
}
