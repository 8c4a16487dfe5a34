/**
 * Which columns are not made. A column that one expression reads is computed on the way, in the lanes of that expression, unless it stands already; one
 * that several read is made once. A column that comes out of an earlier run unchanged while what it is read for has changed (somebody moves a slider
 * above it) is made too, so that the next move finds it standing.
 */
import { walkExpression } from '../program/wiring.ts';
import { expressionsOf } from '../program/table-ops.ts';
import type { StepId, TableProgram, TableStep } from '../program/table-program.ts';

/** How many places of a program read a column, whatever the name it has passed through. */
export interface Readers {
  of(step: StepId, key: string): number;
}

const known = new WeakMap<TableProgram, Readers>();

export function readersOf(program: TableProgram): Readers {
  const kept = known.get(program);
  if (kept) return kept;
  const made = count(program);
  known.set(program, made);
  return made;
}

const slot = (step: StepId, key: string) => `${step}\u0000${key}`;

function count(program: TableProgram): Readers {
  const steps = new Map(program.steps.map((step) => [step.id, step]));
  const counts = new Map<string, number>();
  const read = (step: StepId, key: string) => {
    const at = followed(steps, step, key);
    counts.set(at, (counts.get(at) ?? 0) + 1);
  };
  for (const step of program.steps) readBy(step, read);
  for (const { headline } of Object.values(program.answers)) {
    if (headline?.column !== undefined) read(headline.step, headline.column);
    if (headline?.per !== undefined) read(headline.step, headline.per);
  }
  for (const notice of program.notices ?? []) {
    read(notice.step, notice.where);
    if (notice.name !== undefined) read(notice.step, notice.name);
  }
  return { of: (step, key) => counts.get(followed(steps, step, key)) ?? 0 };
}

/** The step that makes a column, behind those that hand it on row by row. */
function followed(steps: ReadonlyMap<StepId, TableStep>, id: StepId, key: string): string {
  let at = { id, key };
  for (;;) {
    const step = steps.get(at.id);
    const from = step && handsOn(step, at.key);
    if (!from) return slot(at.id, at.key);
    at = from;
  }
}

/** The step that a column comes from row by row; null where this one makes it, or moves its rows. */
export function handsOn(step: TableStep, key: string): { id: StepId; key: string } | null {
  switch (step.op) {
    case 'extend':
      return step.made.some((made) => made.key === key) ? null : { id: step.input, key };
    case 'bands':
      return Object.values(step.out).includes(key) ? null : { id: step.input, key };
    case 'lookup':
      return step.take.some((take) => take.key === key) ? null : { id: step.input, key };
    case 'select': {
      const taken = step.take.find((take) => take.key === key);
      return taken ? { id: step.input, key: taken.from } : null;
    }
    default:
      return null;
  }
}

function readBy(step: TableStep, read: (step: StepId, key: string) => void): void {
  const over = 'input' in step ? step.input : undefined;
  if (over === undefined) {
    if (step.op === 'join')
      for (const pair of step.on) {
        read(step.left, pair.left);
        read(step.right, pair.right);
      }
    return;
  }
  if (step.op === 'extend') {
    step.made.forEach(({ expression }, at) => {
      const before = new Set(step.made.slice(0, at).map((made) => made.key));
      for (const key of namesIn(expression)) read(before.has(key) ? step.id : over, key);
    });
    return;
  }
  for (const expression of expressionsOf(step)) for (const key of namesIn(expression)) read(over, key);
  if (step.op === 'group' || step.op === 'limit' || step.op === 'allocate') for (const key of step.by) read(over, key);
  if (step.op === 'lookup') for (const pair of step.on) read(over, pair.left);
  if ('order' in step) for (const { key } of step.order) read(over, key);
  if ('partition' in step) for (const key of step.partition) read(over, key);
}

/** Each name once for each expression: two uses in one expression share a lane. */
function namesIn(expression: Parameters<typeof walkExpression>[0]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const part of walkExpression(expression)) if (part.node === 'column') names.add(part.key);
  return names;
}
