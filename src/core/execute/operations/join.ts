/** Pairs rows by equal keys, verifies the declared cardinality on the data, and counts what found no partner. */
import { cellAt, type Column } from '../../data/column.ts';
import { problem } from '../../problem/problem.ts';
import type { JoinStep } from '../../program/table-program.ts';
import { holdingOn } from '../dated-rows.ts';
import { keptValue, noValue } from '../kept-value.ts';
import { columnOfValues, gather } from '../make-column.ts';
import { matchKeys, namesOfRows, NO_KEY, rowsByCode, type MatchedKeys, type RowsByCode } from '../match-keys.ts';
import type { Explanation, Lineage, Operation, OperationContext, Rows, Work } from '../operation.ts';
import { validityOf, type ValidOn } from '../valid-on.ts';

/** Row numbers of both sides; -1: none. `right` is null where left rows are only kept or dropped. */
export interface Joined {
  readonly left: Int32Array;
  readonly right: Int32Array | null;
}

/** How often each row was paired. */
interface Partners {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

const SLICE = 1 << 16;

export const join: Operation<JoinStep, Joined> = {
  *rows(step, context) {
    const leftCount = (yield* context.rows(step.left)).count;
    const rightCount = (yield* context.rows(step.right)).count;
    const left: Column[] = [];
    const right: Column[] = [];
    for (const pair of step.on) {
      left.push(yield* context.column(step.left, pair.left));
      right.push(yield* context.column(step.right, pair.right));
    }
    const keys = matchKeys(left, right);
    const byCode = rowsByCode(keys.right, keys.count);
    const valid = step.within ? yield* validityOf(context, step.left, step.right, step.within, byCode) : null;
    const partners = { left: new Int32Array(leftCount), right: new Int32Array(rightCount) };
    const joined = yield* pairUp(step, keys, byCode, valid, partners);
    report(step, left, right, partners, context);
    return { count: joined.left.length, state: joined };
  },
  *column(step, key, rows, context) {
    const taken = takenFrom(step, key);
    const { left, right } = rows.state;
    if (taken !== undefined)
      return right ? gather(yield* context.column(step.right, taken), right) : noColumn(step, key);
    const column = gather(yield* context.column(step.left, key), left);
    const pair = step.how === 'full' ? step.on.find((one) => one.left === key) : undefined;
    return pair && right ? keysOfBoth(column, yield* context.column(step.right, pair.right), left, right) : column;
  },
  // eslint-disable-next-line require-yield -- the pairs are at hand
  *lineage(step, row, rows) {
    const found: Lineage[] = [];
    const left = rows.state.left[row] ?? NO_KEY;
    const right = rows.state.right?.[row] ?? NO_KEY;
    if (left >= 0) found.push({ step: step.left, rows: [left] });
    if (right >= 0) found.push({ step: step.right, rows: [right] });
    return found;
  },
  explain,
};

function* explain(
  step: JoinStep,
  key: string,
  row: number,
  rows: Rows<Joined>,
  context: OperationContext,
): Work<Explanation> {
  const left = rows.state.left[row] ?? NO_KEY;
  const right = rows.state.right?.[row] ?? NO_KEY;
  const taken = takenFrom(step, key);
  if (taken !== undefined) return right >= 0 ? yield* keptValue(context, step.right, taken, right) : noValue();
  if (left >= 0) return yield* keptValue(context, step.left, key, left);
  const pair = step.on.find((one) => one.left === key);
  return pair && right >= 0 ? yield* keptValue(context, step.right, pair.right, right) : noValue();
}

function takenFrom(step: JoinStep, key: string): string | undefined {
  return step.take.find((one) => one.key === key)?.from;
}

function noColumn(step: JoinStep, key: string): never {
  throw new Error(`step ${step.id} keeps left rows only and has no column ${key}`);
}

function* pairUp(
  step: JoinStep,
  keys: MatchedKeys,
  byCode: RowsByCode,
  valid: ValidOn | null,
  partners: Partners,
): Work<Joined> {
  const keepsPairs = step.how === 'inner' || step.how === 'left' || step.how === 'full';
  const pairs = new RowPairs(keys.left.length);
  const holding: number[] = [];
  for (let row = 0; row < keys.left.length; row++) {
    if (row % SLICE === SLICE - 1) yield { step: step.id, rows: row };
    const code = keys.left[row] as number;
    let found = 0;
    if (code >= 0) {
      const start = valid ? 0 : (byCode.starts[code] as number);
      const end = valid ? holdingAt(valid, code, row, holding) : (byCode.starts[code + 1] as number);
      for (let at = start; at < end; at++) {
        const other = (valid ? holding[at] : byCode.rows[at]) as number;
        partners.right[other] = (partners.right[other] as number) + 1;
        if (keepsPairs) pairs.add(row, other);
      }
      found = end - start;
    }
    partners.left[row] = found;
    const alone = step.how === 'semi' ? found > 0 : found === 0 && step.how !== 'inner';
    if (alone) pairs.add(row, NO_KEY);
  }
  if (step.how === 'full') {
    partners.right.forEach((count, row) => {
      if (count === 0) pairs.add(NO_KEY, row);
    });
  }
  return { left: pairs.left(), right: keepsPairs ? pairs.right() : null };
}

/** No date, or an error for one, holds nowhere. */
function holdingAt({ at, dated }: ValidOn, code: number, row: number, found: number[]): number {
  return at.state && at.state[row] !== 0 ? 0 : holdingOn(dated, code, at.values[row] as number, found);
}

/** Two growing columns of row numbers. */
class RowPairs {
  #left: Int32Array;
  #right: Int32Array;
  #count = 0;
  constructor(room: number) {
    this.#left = new Int32Array(Math.max(room, 16));
    this.#right = new Int32Array(Math.max(room, 16));
  }
  add(left: number, right: number): void {
    if (this.#count === this.#left.length) {
      this.#left = grown(this.#left);
      this.#right = grown(this.#right);
    }
    this.#left[this.#count] = left;
    this.#right[this.#count++] = right;
  }
  left(): Int32Array {
    return this.#left.slice(0, this.#count);
  }
  right(): Int32Array {
    return this.#right.slice(0, this.#count);
  }
}

function grown(rows: Int32Array): Int32Array {
  const more = new Int32Array(rows.length * 2);
  more.set(rows);
  return more;
}

/** In a full join the keys of rows that only the right side has come from there. */
function keysOfBoth(ours: Column, theirs: Column, left: Int32Array, right: Int32Array): Column {
  if (left.every((row) => row >= 0)) return ours;
  const cells = Array.from(left, (row, i) => (row >= 0 ? cellAt(ours, i) : cellAt(theirs, right[i] as number)));
  return columnOfValues(cells, ours.type);
}

function report(
  step: JoinStep,
  left: readonly Column[],
  right: readonly Column[],
  partners: Partners,
  context: OperationContext,
): void {
  if (step.how === 'semi' || step.how === 'anti') return;
  const by = (side: 'left' | 'right') => step.on.map((one) => one[side]).join(', ');
  const at = { design: step.origin.design, node: step.origin.node };
  const declared = step.cardinality;
  const repeated = (side: 'left' | 'right', counts: Int32Array, columns: readonly Column[]) => {
    const offenders = rowsWhere(counts, (count) => count > 1);
    if (offenders.length === 0) return;
    // A row with two partners means that the other side repeats the key.
    const other = side === 'left' ? 'right' : 'left';
    const names = distinctKeys(columns, offenders);
    context.report(
      problem(
        'execute.join-repeats',
        { side: other, declared, by: by(other), count: names, keys: namesOfRows(columns, offenders) },
        at,
      ),
    );
  };
  if (declared === 'one-to-one' || declared === 'many-to-one') repeated('left', partners.left, left);
  if (declared === 'one-to-one' || declared === 'one-to-many') repeated('right', partners.right, right);

  const unmatched = (side: 'left' | 'right', counts: Int32Array, columns: readonly Column[], kept: boolean) => {
    const alone = step.unmatched === 'expected' ? [] : rowsWhere(counts, (count) => count === 0);
    if (alone.length === 0) return;
    const keys = namesOfRows(columns, alone);
    const params = { side, by: by(side), count: alone.length, total: counts.length, keys, kept };
    context.report(problem('execute.join-unmatched', params, at, { severity: 'warning' }));
  };
  unmatched('left', partners.left, left, step.how !== 'inner');
  // That a list of people or products holds more than the deals name is no fault.
  if (declared !== 'many-to-one' || step.how === 'full') unmatched('right', partners.right, right, step.how === 'full');
}

function rowsWhere(counts: Int32Array, test: (count: number) => boolean): number[] {
  const rows: number[] = [];
  counts.forEach((count, row) => {
    if (test(count)) rows.push(row);
  });
  return rows;
}

function distinctKeys(columns: readonly Column[], rows: readonly number[]): number {
  return new Set(rows.map((row) => JSON.stringify(columns.map((column) => cellAt(column, row))))).size;
}
