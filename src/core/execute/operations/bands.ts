/** Pay by bands, for every row or along a running total. The arithmetic is `core/formula/bands.ts`. */
import { BLANK, FIRST_ERROR, type Column, type NumericColumn } from '../../data/column.ts';
import { errorTexts } from '../../data/value.ts';
import { checkBands } from '../../formula/check-bands.ts';
import { round } from '../../formula/round.ts';
import { problem } from '../../problem/problem.ts';
import type { BandsStep } from '../../program/table-program.ts';
import { bandInputs, settleBands, type BandInputs } from '../band-inputs.ts';
import { linesOf, newWalk, numberAt, payOne, scopeOf, stateAt, type Earned } from '../band-walk.ts';
import { explainBands } from '../explain-bands.ts';
import { inlineBands } from '../inline-bands.ts';
import { keptValue } from '../kept-value.ts';
import type { Operation, OperationContext, Work } from '../operation.ts';
import { payWhole } from '../vector/pay-whole.ts';

const SLICE = 1 << 16;

export const bands: Operation<BandsStep, null> = {
  *rows(step, context) {
    return { count: (yield* context.rows(step.input)).count, state: null };
  },
  *column(step, key, _rows, context) {
    const { out } = step;
    if (!isMade(out, key)) return yield* context.column(step.input, key);
    const inputs = yield* bandInputs(step, context);
    const fault = faultOf(step, inputs);
    if (fault && key === out.amount) context.report(fault);
    const earned = yield* earnAll(step, inputs, context);
    if (!fault && key === out.amount) report(step, inputs, earned, context);
    return key === out.reached ? reachedRates(inputs, earned) : columnOf(step, key, earned);
  },
  *inline(step, key, context) {
    if (!isMade(step.out, key)) return { by: 'same', step: step.input, key };
    return yield* inlineBands(step, key, context);
  },
  // eslint-disable-next-line require-yield -- row by row
  *lineage(step, row) {
    return [{ step: step.input, rows: [row] }];
  },
  *explain(step, key, row, _rows, context) {
    const { out } = step;
    if (!isMade(out, key)) return yield* keptValue(context, step.input, key, row);
    return yield* explainBands(step, row, context, yield* linesOf(step, row, context));
  },
};

function* earnAll(step: BandsStep, inputs: BandInputs, context: OperationContext): Work<Earned> {
  const { count } = inputs;
  const quick = step.scope.over === 'row' ? yield* payWhole(step, inputs) : null;
  if (quick) return quick;
  const scope = step.scope.over === 'running' ? yield* scopeOf(step, count, context) : null;
  const walk = newWalk(step, inputs, scope?.partitions ?? 1);
  const amount = new Float64Array(count);
  const rate = new Float64Array(count);
  const band = new Int32Array(count).fill(-1);
  let states: Uint8Array | undefined;
  for (let at = 0; at < count; at++) {
    if (at % SLICE === SLICE - 1) yield { step: step.id, rows: at };
    const row = scope ? (scope.order[at] as number) : at;
    const state = payOne(walk, row, scope ? (scope.codes[row] as number) : 0);
    if (state !== 0) {
      (states ??= new Uint8Array(count))[row] = state;
      continue;
    }
    amount[row] = step.decimals === null ? walk.out.amount || 0 : round(walk.out.amount, step.decimals);
    rate[row] = walk.out.rate;
    band[row] = walk.out.band;
  }
  return { amount, rate, band, state: states };
}

function columnOf(step: BandsStep, key: string, earned: Earned): Column {
  const { amount, rate, band, state } = earned;
  if (key === step.out.amount) return numbers(amount, state);
  if (key === step.out.rate)
    return numbers(
      rate,
      withBlanks(state, rate.length, (row) => Number.isNaN(rate[row])),
    );
  const blanks = withBlanks(state, band.length, (row) => (band[row] as number) < 0);
  const type = step.columns.find((one) => one.key === key)?.type;
  if (type === 'number')
    return numbers(
      Float64Array.from(band, (one) => one + 1),
      blanks,
    );
  const codes = band.map((one) => Math.max(one, 0));
  const dictionary = step.bands.map((one, i) => one.label ?? String(i + 1));
  return { type: 'text', codes, dictionary, ...(blanks ? { state: blanks } : {}) };
}

function isMade(out: BandsStep['out'], key: string): boolean {
  return key === out.amount || key === out.band || key === out.rate || key === out.reached;
}

/** The own rate of the band that each row reached; blank below the first. */
function reachedRates(inputs: BandInputs, { band, state }: Earned): Column {
  const rates = Float64Array.from(band, (reached, row) => {
    if (reached < 0) return 0;
    if (inputs.varying.length > 0) settleBands(inputs, row);
    return inputs.table.rate[reached] as number;
  });
  return numbers(
    rates,
    withBlanks(state, band.length, (row) => (band[row] as number) < 0),
  );
}

function numbers(values: Float64Array, state: Uint8Array | undefined): NumericColumn {
  return { type: 'number', values, ...(state ? { state } : {}) };
}

function withBlanks(
  state: Uint8Array | undefined,
  count: number,
  blank: (row: number) => boolean,
): Uint8Array | undefined {
  let made = state;
  for (let row = 0; row < count; row++) {
    if ((state?.[row] ?? 0) !== 0 || !blank(row)) continue;
    if (made === state) made = state?.slice() ?? new Uint8Array(count);
    (made as Uint8Array)[row] = BLANK;
  }
  return made;
}

function faultOf(step: BandsStep, inputs: BandInputs) {
  if (inputs.varying.some((one) => one.into === inputs.table.from)) return null;
  const fault = checkBands(inputs.table.from);
  return fault && problem('execute.bad-bands', fault, { design: step.origin.design, node: step.origin.node });
}

/** Errors that begin here: those that came in with a value have been reported where they began. */
function report(step: BandsStep, inputs: BandInputs, earned: Earned, context: OperationContext): void {
  if (!earned.state) return;
  const at = { design: step.origin.design, node: step.origin.node };
  const column = step.columns.find((one) => one.key === step.out.amount)?.label ?? step.out.amount;
  let unscaled = 0;
  let wrong = 0;
  let error = '';
  for (let row = 0; row < inputs.count; row++) {
    const state = earned.state[row] as number;
    if (state === 0 || stateAt(inputs.value, row) || stateAt(inputs.scale, row) || stateAt(inputs.basis, row)) continue;
    if (inputs.scale && !(numberAt(inputs.scale, row) > 0)) unscaled++;
    else if (wrong++ === 0) error = errorTexts[state - FIRST_ERROR] ?? '';
  }
  if (unscaled > 0) {
    context.report(problem('execute.bad-scale', { column, count: unscaled }, at, { severity: 'warning' }));
  }
  if (wrong > 0) {
    context.report(problem('execute.band-errors', { column, count: wrong, error }, at, { severity: 'warning' }));
  }
}
