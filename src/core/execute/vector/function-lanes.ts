/** Number functions on lanes. Same results as the scalar functions of the same names. */
import { floor15, round } from '../../formula/round.ts';
import { mapLane } from './arithmetic-lanes.ts';
import { BLANK } from '../../data/column.ts';
import { BATCH, markError, markOverflow, numberLane, passErrors, type NumberLane } from './lane.ts';

export const absolute = (operand: NumberLane): NumberLane =>
  mapLane(operand, (from, to, count) => {
    for (let i = 0; i < count; i++) to[i] = Math.abs(from[i] as number);
  });

export const sign = (operand: NumberLane): NumberLane =>
  mapLane(operand, (from, to, count) => {
    for (let i = 0; i < count; i++) to[i] = Math.sign(from[i] as number);
  });

export const negative = (operand: NumberLane): NumberLane =>
  mapLane(operand, (from, to, count) => {
    for (let i = 0; i < count; i++) to[i] = -(from[i] as number);
  });

export const percent = (operand: NumberLane): NumberLane =>
  mapLane(operand, (from, to, count) => {
    for (let i = 0; i < count; i++) to[i] = (from[i] as number) / 100;
  });

/** Away from a tie the plain floor is right; near one the 15 digits decide. */
export const integer = (operand: NumberLane): NumberLane =>
  mapLane(
    operand,
    (from, to, count) => {
      for (let i = 0; i < count; i++) {
        const x = from[i] as number;
        const down = Math.floor(x);
        const fraction = x - down;
        const clear = fraction > 1e-3 && fraction < 0.999 && Math.abs(x) < 1e9;
        to[i] = clear ? down : floor15(x);
      }
    },
    true,
  );

/** ROUND to a number of decimals that is the same for every row. */
export function rounded(operand: NumberLane, digits: number): NumberLane {
  const places = Math.max(-330, Math.min(330, Math.trunc(digits)));
  if (places < 0 || places > 6) {
    const each = (from: Float64Array, to: Float64Array, count: number) => {
      for (let i = 0; i < count; i++) to[i] = round(from[i] as number, places);
    };
    return mapLane(operand, each, true);
  }
  const scale = 10 ** places;
  return mapLane(
    operand,
    (from, to, count) => {
      for (let i = 0; i < count; i++) {
        const x = from[i] as number;
        const scaled = Math.abs(x) * scale;
        const down = Math.floor(scaled);
        const fromTie = Math.abs(scaled - down - 0.5);
        // The bound of `round`: closer to a tie than this, or where doubles are too coarse, only the digits tell.
        to[i] =
          fromTie > 1e-6 + scaled * 1e-14 ? ((x < 0 ? -1 : 1) * Math.floor(scaled + 0.5)) / scale : round(x, places);
      }
    },
    true,
  );
}

/** MIN and MAX of some numbers of a row: blanks are skipped, of nothing at all the answer is 0. */
export function extremeOf(largest: boolean, operands: readonly NumberLane[]): NumberLane {
  return numberLane('number', (out) => (_from, count) => {
    const o = out.values;
    if (operands.some((lane) => lane.marked)) {
      extremeWithBlanks(largest, operands, o, count);
    } else {
      o.set((operands[0] as NumberLane).values.subarray(0, count));
      for (let at = 1; at < operands.length; at++) {
        const { values } = operands[at] as NumberLane;
        if (largest) for (let i = 0; i < count; i++) o[i] = Math.max(o[i] as number, values[i] as number);
        else for (let i = 0; i < count; i++) o[i] = Math.min(o[i] as number, values[i] as number);
      }
    }
    passErrors(out, operands, count);
  });
}

function extremeWithBlanks(largest: boolean, operands: readonly NumberLane[], o: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) {
    let best = NaN;
    for (const { marked, state, values } of operands) {
      if (marked && state[i] !== 0) continue;
      const x = values[i] as number;
      if (Number.isNaN(best) || (largest ? x > best : x < best)) best = x;
    }
    o[i] = Number.isNaN(best) ? 0 : best;
  }
}

/** SUM of some numbers of a row, compensated as over a column. */
export function sumOfLanes(operands: readonly NumberLane[]): NumberLane {
  const lost = new Float64Array(BATCH);
  return numberLane('number', (out) => (_from, count) => {
    const totals = out.values;
    totals.fill(0, 0, count);
    lost.fill(0, 0, count);
    for (const { values } of operands) {
      for (let i = 0; i < count; i++) {
        const x = values[i] as number;
        const total = totals[i] as number;
        const next = total + x;
        lost[i] = (lost[i] as number) + (Math.abs(total) >= Math.abs(x) ? total - next + x : x - next + total);
        totals[i] = next;
      }
    }
    for (let i = 0; i < count; i++) {
      const exact = (totals[i] as number) + (lost[i] as number);
      if (!Number.isNaN(exact)) totals[i] = exact;
    }
    passErrors(out, operands, count);
    markOverflow(out, count);
  });
}

/** AVERAGE of some numbers of a row: blanks do not count, of nothing at all there is none. */
export function averageOfLanes(operands: readonly NumberLane[]): NumberLane {
  const total = sumOfLanes(operands);
  return numberLane('number', (out) => (from, count) => {
    total.run(from, count);
    const o = out.values;
    const marked = operands.filter((lane) => lane.marked);
    const many = operands.length;
    for (let i = 0; i < count; i++) o[i] = (total.values[i] as number) / many;
    out.marked = out.faulty = total.marked;
    if (total.marked) out.state.set(total.state.subarray(0, count));
    if (marked.length === 0) return;
    for (let i = 0; i < count; i++) {
      if (out.marked && out.state[i] !== 0) {
        o[i] = 0;
        continue;
      }
      let blanks = 0;
      for (const lane of marked) blanks += +(lane.state[i] === BLANK);
      if (blanks === many) markError(out, i, '#DIV/0!', count);
      else if (blanks > 0) o[i] = (total.values[i] as number) / (many - blanks);
    }
  });
}
