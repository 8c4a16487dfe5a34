/**
 * Shapes that plans are made of, several operators in one loop. Each answers digit for digit what its lanes one after another would: where a batch needs
 * a second look (an error, a value beyond the doubles, a difference that may be dust), those lanes do it.
 */
import { TOLERANCE } from '../../formula/compare.ts';
import { round } from '../../formula/round.ts';
import { numberLane, type Lane, type NumberLane } from './lane.ts';

/** The lanes that define a fused one, in order; the last is its result. They run only for batches that need them. */
export interface Unfused {
  readonly lanes: readonly Lane[];
  readonly result: NumberLane;
}

type Loop = (o: Float64Array, count: number) => boolean;

/** `loop` answers whether all is well; `operands` that hold an error never come to it. */
function fused(operands: readonly NumberLane[], unfused: Unfused, loop: Loop): NumberLane {
  return numberLane('number', (out) => {
    const own = out.values;
    return (from, count) => {
      let plain = true;
      for (const operand of operands) if (operand.faulty) plain = false;
      out.marked = out.faulty = false;
      if (plain && loop(own, count)) {
        out.values = own;
        return;
      }
      for (const lane of unfused.lanes) lane.run(from, count);
      const { result } = unfused;
      out.values = result.values;
      out.state = result.state;
      out.marked = result.marked;
      out.faulty = result.faulty;
    };
  });
}

/** `(a - b) / c` */
export function differenceOver(a: NumberLane, b: NumberLane, c: NumberLane, unfused: Unfused): NumberLane {
  return fused([a, b, c], unfused, (o, count) => {
    const [left, right, below] = [a.values, b.values, c.values];
    let check = 0;
    let near = 0;
    for (let i = 0; i < count; i++) {
      const x = left[i] as number;
      const d = x - (right[i] as number);
      near |= +(Math.abs(d) < Math.abs(x) * (2 * TOLERANCE)) & +(d !== 0);
      const r = d / (below[i] as number);
      o[i] = r;
      check += r * 0;
    }
    return near === 0 && check === 0;
  });
}

/** `a * b * c`, from the left. */
export function productOfThree(a: NumberLane, b: NumberLane, c: NumberLane, unfused: Unfused): NumberLane {
  return fused([a, b, c], unfused, (o, count) => {
    const [first, second, third] = [a.values, b.values, c.values];
    let check = 0;
    for (let i = 0; i < count; i++) {
      const r = (first[i] as number) * (second[i] as number) * (third[i] as number);
      o[i] = r;
      check += r * 0;
    }
    return check === 0;
  });
}

/** `a * b + d` */
export function productPlus(a: NumberLane, b: NumberLane, d: NumberLane, unfused: Unfused): NumberLane {
  return fused([a, b, d], unfused, (o, count) => {
    const [first, second, more] = [a.values, b.values, d.values];
    let check = 0;
    let near = 0;
    for (let i = 0; i < count; i++) {
      const x = (first[i] as number) * (second[i] as number);
      const r = x + (more[i] as number);
      near |= +(Math.abs(r) < Math.abs(x) * (2 * TOLERANCE)) & +(r !== 0);
      o[i] = r;
      check += r * 0;
    }
    return near === 0 && check === 0;
  });
}

/** `a * b * c + d` */
export function productOfThreePlus(
  a: NumberLane,
  b: NumberLane,
  c: NumberLane,
  d: NumberLane,
  unfused: Unfused,
): NumberLane {
  return fused([a, b, c, d], unfused, (o, count) => {
    const [first, second, third, more] = [a.values, b.values, c.values, d.values];
    let check = 0;
    let near = 0;
    for (let i = 0; i < count; i++) {
      const x = (first[i] as number) * (second[i] as number) * (third[i] as number);
      const r = x + (more[i] as number);
      near |= +(Math.abs(r) < Math.abs(x) * (2 * TOLERANCE)) & +(r !== 0);
      o[i] = r;
      check += r * 0;
    }
    return near === 0 && check === 0;
  });
}

/** `ROUND(MIN(a, most), digits)` or, without `most`, `ROUND(a, digits)`; 0 to 6 digits. Near a tie the 15 digits decide. */
export function roundedBelow(a: NumberLane, most: number | undefined, digits: number, unfused: Unfused): NumberLane {
  const scale = 10 ** digits;
  const limit = most ?? Infinity;
  return fused([a], unfused, (o, count) => {
    // A blank is skipped by MIN: what stands alone beside it is `most`.
    if (a.marked && most !== undefined) return false;
    const from = a.values;
    let check = 0;
    for (let i = 0; i < count; i++) {
      const given = from[i] as number;
      const x = given < limit ? given : limit;
      const scaled = Math.abs(x) * scale;
      const half = scaled + 0.5;
      const up = Math.floor(half);
      // 0.5 away from the middle is a tie, seen from above or from below.
      const clear = Math.abs(half - up - 0.5) < 0.499999 - scaled * 1e-14;
      const r = clear ? (x < 0 ? 0 - up : up) / scale : round(x, digits);
      o[i] = r;
      check += r * 0;
    }
    return check === 0;
  });
}
