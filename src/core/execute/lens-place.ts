/** Where a formula of a node stands in a run: the rows it runs on, the groups it sums up, and what its names mean there. */
import type { Column } from '../data/column.ts';
import type { Expression } from '../formula/expression.ts';
import type { FormulaPlace } from '../formula/scope.ts';
import type { ReadStep, StepId, TableProgram } from '../program/table-program.ts';
import { walkExpression } from '../program/wiring.ts';
import type { RunTable } from './execution.ts';

export interface LensPlace {
  /** The step whose rows the formula runs on; null: the scalar place, where no row is. */
  readonly over: StepId | null;
  /** In the group place: the step whose groups of those rows it sums up. */
  readonly group?: StepId;
  /** Names that mean a column of another step with the same rows: those made beside this formula. */
  readonly names?: Readonly<Record<string, { readonly step: StepId; readonly key: string }>>;
  /** The column that the program makes by this formula as it was last saved. */
  readonly made?: { readonly step: StepId; readonly key: string };
}

/**
 * The place of a formula of `node` over the rows of `over`; null where the program has none (a node without an answer). `key`: the column that the
 * formula makes, where it stands in a list of columns.
 */
export function lensPlace(
  program: TableProgram,
  node: string,
  place: FormulaPlace,
  over: StepId | undefined,
  key?: string,
): LensPlace | null {
  if (place === 'scalar') return { over: null };
  if (place === 'fold' || over === undefined) return null;
  const input = program.steps.find((step) => step.id === over);
  if (!input) return null;
  const own = program.steps.filter((step) => step.origin.node === node);
  if (place === 'group') {
    const group = own.find((step) => step.op === 'group' && step.input === over);
    if (group?.op !== 'group') return null;
    const made = group.made.some((one) => one.key === key);
    return { over, group: group.id, ...(made && key !== undefined ? { made: { step: group.id, key } } : {}) };
  }
  const extend = own.find((step) => step.op === 'extend' && step.input === over);
  if (extend?.op !== 'extend' || key === undefined) return { over };
  const at = extend.made.findIndex((one) => one.key === key);
  const given = new Set(input.columns.map((column) => column.key));
  const names = extend.made.flatMap((one, index) =>
    one.key === key || (given.has(one.key) && at >= 0 && index > at)
      ? []
      : [[one.key, { step: extend.id, key: one.key }] as const],
  );
  return {
    over,
    ...(names.length > 0 ? { names: Object.fromEntries(names) } : {}),
    ...(at >= 0 ? { made: { step: extend.id, key } } : {}),
  };
}

/** The program with a reader of each table that the expression names: a formula still being typed may name tables that nothing reads yet. */
export function readingTables(
  program: TableProgram,
  expression: Expression,
  tables: ReadonlyMap<string, RunTable>,
): TableProgram {
  const named = new Set<string>();
  for (const part of walkExpression(expression))
    if (part.node === 'whole' || part.node === 'table') named.add(part.table);
  const read = new Set(
    program.steps.flatMap((step) => (step.op === 'read' && step.source.from === 'table' ? [step.source.table] : [])),
  );
  const missing = [...named].filter((table) => !read.has(table));
  if (missing.length === 0) return program;
  const readers = missing.map((table): ReadStep => ({
    op: 'read',
    id: `~lens.${table}`,
    origin: { design: program.design, node: '', kind: 'table', label: table },
    source: { from: 'table', table },
    columns: [...(tables.get(table)?.frame.columns ?? new Map<string, Column>())].map(([key, { type }]) => ({
      key,
      type,
    })),
  }));
  return { ...program, steps: [...readers, ...program.steps] };
}
