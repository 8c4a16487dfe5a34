/**
 * Rows that stand alone under constant whole bands, without branches: the shape of a base rate by tier, over a million deals. Answers digit for digit
 * what the kernel of `formula/band-pay.ts` does.
 */
import { BLANK, FIRST_ERROR } from '../../data/column.ts';
import { errorTexts } from '../../data/value.ts';
import { TOLERANCE } from '../../formula/compare.ts';
import { checkBands } from '../../formula/check-bands.ts';
import { round } from '../../formula/round.ts';
import type { BandsStep } from '../../program/table-program.ts';
import type { BandInputs } from '../band-inputs.ts';
import type { Earned } from '../band-walk.ts';
import type { NumberCells } from '../number-cells.ts';
import type { Work } from '../operation.ts';

const DIVISION = FIRST_ERROR + errorTexts.indexOf('#DIV/0!');
const NOT_A_NUMBER = FIRST_ERROR + errorTexts.indexOf('#NUM!');
const SLICE = 1 << 16;

/** null where the step is of another shape. */
export function* payWhole(step: BandsStep, inputs: BandInputs): Work<Earned | null> {
  const { table, count, value, scale, basis } = inputs;
  const constant = inputs.varying.length === 0 && inputs.broken === 0 && inputs.opening === null;
  if (step.mode !== 'whole' || step.tie !== 'lower-in' || !constant || checkBands(table.from)) return null;
  const bands = table.count;
  const mirrored = bands > 0 && (table.from[0] as number) >= 0;
  const edges = table.from.map((edge) => edge - Math.abs(edge) * TOLERANCE);
  const rates = Float64Array.of(0, ...table.rate);
  const amount = new Float64Array(count);
  const rate = new Float64Array(count);
  const band = new Int32Array(count);
  const { on } = step.pays;
  const states = statesOf(count, [value, scale, basis]);
  let wrong = states;
  for (let row = 0; row < count; row++) {
    if (row % SLICE === SLICE - 1) yield { step: step.id, rows: row };
    if (states && (states[row] as number) > BLANK) continue;
    const v = cell(value, row);
    const s = scale ? cell(scale, row) : 1;
    if (scale && !(s > 0)) {
      (wrong ??= new Uint8Array(count))[row] = s === 0 ? DIVISION : NOT_A_NUMBER;
      continue;
    }
    const measured = mirrored ? Math.abs(v) : v;
    let reached = 0;
    for (let i = 0; i < bands; i++) reached += +(measured >= (edges[i] as number) * s);
    const b = basis ? cell(basis, row) : 0;
    if (on === 'amount' && mirrored && v < 0 && b * v < 0) reached = 0;
    const pay = (on === 'value' ? v : on === 'amount' ? b : (b * v) / s) * (rates[reached] as number);
    if (!Number.isFinite(pay)) {
      (wrong ??= new Uint8Array(count))[row] = NOT_A_NUMBER;
      continue;
    }
    amount[row] = step.decimals === null ? pay || 0 : round(pay, step.decimals);
    rate[row] = rates[reached] as number;
    band[row] = reached - 1;
  }
  return { amount, rate, band, state: wrong };
}

function cell(cells: NumberCells, row: number): number {
  return cells.state && cells.state[row] !== 0 ? 0 : (cells.values[row] as number);
}

/** The first error of each row; undefined where there is none at all. */
function statesOf(count: number, all: readonly (NumberCells | null)[]): Uint8Array | undefined {
  let made: Uint8Array | undefined;
  for (const cells of all) {
    const state = cells?.state;
    if (!state) continue;
    for (let row = 0; row < count; row++) {
      if ((state[row] as number) <= BLANK || (made?.[row] ?? 0) !== 0) continue;
      (made ??= new Uint8Array(count))[row] = state[row] as number;
    }
  }
  return made;
}
