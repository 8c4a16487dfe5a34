/** `a & b` of two columns of few texts: every pair is joined once. */
import { FIRST_ERROR } from '../../data/column.ts';
import type { Expression } from '../../formula/expression.ts';
import type { KernelCall } from './kernel-lanes.ts';
import { textLane, type Lane, type TextLane } from './lane.ts';

/** Null where the pairs are more than a quarter of the rows, or one side is not a lane of texts. */
export function joinedLane(part: Expression, call: KernelCall, count: number): Lane | null {
  if (part.node !== 'binary') return null;
  const [left, right] = call.args.map((arg) => ('lane' in arg && arg.lane.kind === 'text' ? arg.lane : null));
  if (!left || !right || (left.dictionary.length + 1) * (right.dictionary.length + 1) * 4 > count) return null;
  // A blank is the empty text, behind each dictionary.
  const [first, second] = [left, right].map((lane) => [...lane.dictionary, '']) as [string[], string[]];
  const dictionary = first.flatMap((a) => second.map((b) => a + b));
  const wide = second.length;
  return textLane(dictionary, (out) => (_from, size) => {
    for (let i = 0; i < size; i++) {
      const a = left.marked && left.state[i] !== 0 ? left.dictionary.length : (left.codes[i] as number);
      const b = right.marked && right.state[i] !== 0 ? wide - 1 : (right.codes[i] as number);
      out.codes[i] = a * wide + b;
    }
    out.marked = out.faulty = left.faulty || right.faulty;
    if (out.marked) passErrors(left, right, out.state, size);
  });
}

function passErrors(left: TextLane, right: TextLane, state: Uint8Array, size: number): void {
  for (let i = 0; i < size; i++) {
    const a = left.faulty ? (left.state[i] as number) : 0;
    const b = right.faulty ? (right.state[i] as number) : 0;
    state[i] = a >= FIRST_ERROR ? a : b >= FIRST_ERROR ? b : 0;
  }
}
