/** What the planner did with a program, and why, as lines to read: for `plan` on the command line and for whoever wonders where the time goes. */
import { printFormula } from '../formula/text/print-formula.ts';
import type { StepId, TableProgram, TableStep } from '../program/table-program.ts';
import type { PlanDecision } from './execution.ts';
import { handsOn } from './inlining.ts';
import { totalOfKey } from './made-key.ts';
import type { Strategy } from './vector/note.ts';

/** What was heard during a run: decisions in the order they were made, results made, and rows of steps. */
export interface PlanHeard {
  readonly decisions: readonly PlanDecision[];
  readonly made: readonly { readonly step: StepId; readonly key: string | null }[];
  readonly rows: ReadonlyMap<StepId, number>;
}

type ColumnDecision = Extract<PlanDecision, { on: 'column' }>;
type ExpressionDecision = Extract<PlanDecision, { on: 'expression' }>;

/** One block for each step that was touched, in the program's order. */
export function sayPlan(program: TableProgram, heard: PlanHeard): readonly string[] {
  const lines: string[] = [];
  for (const step of program.steps) {
    const own = stepLines(program, step, heard);
    const rows = heard.rows.get(step.id);
    if (own.length === 0 && rows === undefined) continue;
    const count = rows === undefined ? '' : `, ${plural(rows, 'row')}`;
    lines.push(`${step.origin.label} · ${step.id}: ${step.op}${count}`, ...own.map((line) => `  ${line}`));
  }
  return lines;
}

function stepLines(program: TableProgram, step: TableStep, heard: PlanHeard): string[] {
  const lines: string[] = [];
  const columns = heard.decisions.filter((one): one is ColumnDecision => one.on === 'column' && one.step === step.id);
  const told = new Set<string>();
  for (const decision of columns) {
    if (decision.how === 'several-readers' && handsOn(step, decision.key)) continue;
    const line = sayColumn(program, decision);
    if (!told.has(line)) lines.push(line);
    told.add(line);
  }
  for (const { key } of heard.made.filter((one) => one.step === step.id)) {
    if (key === null) continue;
    const parts = heard.decisions.filter(
      (one): one is ExpressionDecision => one.on === 'expression' && one.step === step.id && one.key === key,
    );
    if (parts.length === 0) continue;
    const total = totalOfKey(key);
    lines.push(total === undefined ? `${bare(key)}:` : `total of ${total}:`);
    lines.push(...parts.map((part) => `  ${sayPart(part)}`));
  }
  return lines;
}

/** A key made twice in one step has a mark behind it. */
const bare = (key: string) => key.split('\u0000')[0] || key;

function sayColumn(program: TableProgram, { step, key, into, how, readers }: ColumnDecision): string {
  const name = bare(key);
  switch (how) {
    case 'several-readers':
      return `${name}: made once, ${readers} places read it`;
    case 'holds-still':
      return `${name}: made, because it stayed the same while what reads it changed`;
    case 'looked-up':
      return `${name}: seen through the rows that were found, not copied${forWhom(program, into, step)}`;
    case 'bands':
      return `${name}: edges counted on the way, nothing written down${forWhom(program, into, step)}`;
    case 'expression':
      return `${name}: computed on the way, nothing written down${forWhom(program, into, step)}`;
  }
}

function forWhom(program: TableProgram, into: ColumnDecision['into'], own: StepId): string {
  if (!into) return '';
  const label = program.steps.find((step) => step.id === into.step)?.origin.label ?? into.step;
  const total = totalOfKey(into.key);
  const key = total !== undefined ? `the total of ${total}` : into.key === null ? 'its rows' : bare(into.key);
  return into.step === own ? `, for ${key}` : `, for ${key} of ${label}`;
}

function sayPart({ part, strategy, params }: ExpressionDecision): string {
  const formula = printFormula(part);
  const text = formula.length > 90 ? `${formula.slice(0, 89)}…` : formula;
  return `${text}  →  ${sayStrategy(strategy, params)}`;
}

function sayStrategy(strategy: Strategy, { entries, edges, shape }: ExpressionDecision['params']): string {
  switch (strategy) {
    case 'entries':
      return `once for each of ${entries ?? 0} different texts, then looked up by code`;
    case 'ladder':
      return `${edges ?? 0} edges counted without a jump`;
    case 'fused':
      return `one loop for ${shape ?? 'several operators'}`;
    case 'lane':
      return 'one loop';
    case 'kernel':
      return 'the function called row by row on bare values';
    case 'combinations':
      return 'once for each different combination of cells';
    case 'rows':
      return 'row by row, by the general walk: the slowest way';
  }
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
