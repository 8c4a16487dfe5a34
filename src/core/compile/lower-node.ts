/** Lowers one node: gives its kind what it may ask for, collects its steps and problems, and names the steps. */
import type { Catalog } from '../contracts/catalog.ts';
import type { DraftStep, Lowered, LowerContext, NodeKind, TableShape } from '../contracts/node-kind.ts';
import type { ColumnInfo } from '../data/schema.ts';
import { checkFormula } from '../formula/check/check-formula.ts';
import { nearest as nearestOf } from '../formula/check/nearest.ts';
import type { Expression } from '../formula/expression.ts';
import { problem, type Fix, type Problem } from '../problem/problem.ts';
import type { Origin } from '../program/origin.ts';
import { expressionsOf } from '../program/table-ops.ts';
import type { Notice, StepId, TableStep } from '../program/table-program.ts';
import { walkExpression } from '../program/wiring.ts';
import type { DecisionLowering } from './lower-decision.ts';
import { renameStep } from './rename-steps.ts';

/** What all nodes of a design share. */
export interface Surroundings {
  readonly design: string;
  readonly locale: 'en' | 'zh-CN';
  readonly catalog: Catalog;
  readonly tables: ReadonlyMap<string, readonly ColumnInfo[]>;
  readonly grains: ReadonlyMap<string, readonly string[]>;
  readonly parameters: readonly ColumnInfo[];
  readonly decision: (id: string) => DecisionLowering;
  /** The step that reads a table for formulas; made when first asked for. */
  readonly tableStep: (table: string) => StepId;
}

export interface NodeToLower {
  readonly key: string;
  readonly label: string;
  readonly kind: NodeKind;
  readonly props: unknown;
  readonly inputs: Readonly<Record<string, readonly TableShape[]>>;
}

export interface LoweredNode {
  readonly steps: readonly TableStep[];
  readonly problems: readonly Problem[];
  readonly parameters: readonly string[];
  /** Absent where the node has no answer. */
  readonly ports?: Readonly<Record<string, TableShape>>;
  readonly headline?: Lowered['headline'];
  readonly notices: readonly Notice[];
}

export function lowerNode(node: NodeToLower, around: Surroundings): LoweredNode {
  const problems: Problem[] = [];
  const steps: TableStep[] = [];
  const origin: Origin = { design: around.design, node: node.key, kind: node.kind.kind, label: node.label };
  const lowered = node.kind.lower(node.props, contextFor(node, around, origin, steps, problems));
  const parameters = parametersOf(steps);
  if (!lowered) return { steps: [], problems, parameters, notices: [] };

  const names = finalNames(node, lowered, steps);
  const rename = (step: StepId) => names.get(step) ?? step;
  return {
    steps: steps.map((step) => renameStep(step, names)),
    problems,
    parameters,
    ports: Object.fromEntries(
      Object.entries(lowered.ports).map(([port, shape]) => [port, { ...shape, step: rename(shape.step) }]),
    ),
    ...(lowered.headline ? { headline: { ...lowered.headline, step: rename(lowered.headline.step) } } : {}),
    notices: (lowered.notices ?? []).map((notice) => ({ ...notice, origin, step: rename(notice.step) })),
  };
}

function contextFor(
  node: NodeToLower,
  around: Surroundings,
  origin: Origin,
  steps: TableStep[],
  problems: Problem[],
): LowerContext {
  const at = (path?: string) => ({ design: around.design, node: node.key, ...(path === undefined ? {} : { path }) });
  const field = (path: string) =>
    node.kind.inspector.find((one) => one.prop === path.split('.')[0])?.words ?? { en: path, 'zh-CN': path };
  const check = (text: string, path: string, scope: Parameters<typeof checkFormula>[1]): Expression | undefined => {
    const checked = checkFormula(text, scope);
    for (const one of checked.problems) problems.push({ ...one, at: { ...one.at, ...at(path) } });
    return checked.problems.some((one) => one.severity === 'error') ? undefined : checked.expression;
  };
  const { parameters, tables } = around;
  return {
    node: node.key,
    label: node.label,
    input: (port) => node.inputs[port] ?? [],
    table(key, path) {
      const columns = tables.get(key);
      if (columns) return columns;
      if (key === '') problems.push(problem('compile.not-chosen', { field: field(path) }, at(path)));
      else {
        const nearest = nearestOf(key, [...tables.keys()].map(named));
        const params = { table: key, ...(nearest === undefined ? {} : { nearest }) };
        problems.push(problem('compile.unknown-table', params, at(path), replaceWith(around, node, path, nearest)));
      }
      return undefined;
    },
    formula: (text, { path, place, columns = [], groupKeys }) =>
      check(text, path, { place, columns, parameters, tables, ...(groupKeys ? { groupKeys } : {}) }),
    amount(value, path) {
      if (typeof value === 'number') return { node: 'literal', value, type: 'number' };
      return check(value, path, { place: 'scalar', columns: [], parameters, tables });
    },
    decision(id, path) {
      if (id === '') {
        problems.push(problem('compile.not-chosen', { field: field(path) }, at(path)));
        return undefined;
      }
      const { decision, problems: own } = around.decision(id);
      const wrong = own.find((one) => one.severity === 'error');
      if (wrong) problems.push(wrong.code === 'compile.unknown-design' ? { ...wrong, at: at(path) } : wrong);
      return decision;
    },
    column(columns, key, path) {
      const found = columns.find((column) => column.key === key);
      if (found) return found;
      if (key === '') problems.push(problem('compile.not-chosen', { field: field(path) }, at(path)));
      else {
        const nearest = nearestOf(
          key,
          columns.map((column) => named(column.key)),
        );
        const params = { column: key, ...(nearest === undefined ? {} : { nearest }) };
        problems.push(problem('compile.unknown-column', params, at(path), replaceWith(around, node, path, nearest)));
      }
      return undefined;
    },
    emit(draft) {
      const step = complete(draft, `${node.key}~${steps.length + 1}`, origin, around);
      steps.push(step);
      return { step: step.id, columns: step.columns, ...(step.grain ? { grain: step.grain } : {}) };
    },
    say(id, words, { severity = 'error', path } = {}) {
      problems.push(problem('kind.says', { kind: node.kind.kind, id, words }, at(path), { severity }));
    },
    report: (one) => void problems.push({ ...one, at: { ...at(), ...one.at } }),
    propEdit: (path, value) => {
      const edit = { op: 'node.prop', design: around.design, node: node.key, path, value };
      return edit;
    },
    word: (words) => words[around.locale],
  };
}

const named = (key: string) => ({ text: key, key });

/** A prop that names what is not there: a click puts the nearest name in its place. */
function replaceWith(
  around: Surroundings,
  node: NodeToLower,
  path: string,
  nearest: string | undefined,
): { fix?: Fix } {
  if (nearest === undefined) return {};
  const parts = path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const edit = { op: 'node.prop', design: around.design, node: node.key, path: parts, value: nearest };
  return { fix: { label: { en: `Use ${nearest}`, 'zh-CN': `改用 ${nearest}` }, edits: [edit] } };
}

/** Adds what the compiler knows: the id, where it came from, and the tables that its formulas reach. */
function complete(draft: DraftStep, id: StepId, origin: Origin, around: Surroundings): TableStep {
  const read = draft.op === 'read' && draft.source.from === 'table' ? draft.source.table : undefined;
  const grain = draft.grain ?? (read === undefined ? undefined : around.grains.get(read));
  const step = { ...draft, id, origin, ...(grain ? { grain } : {}) } as TableStep;
  const tables: Record<string, StepId> = {};
  for (const expression of expressionsOf(step))
    for (const part of walkExpression(expression))
      if (part.node === 'whole' || part.node === 'table') tables[part.table] ??= around.tableStep(part.table);
  return Object.keys(tables).length > 0 ? { ...step, tables } : step;
}

function parametersOf(steps: readonly TableStep[]): readonly string[] {
  const used = new Set<string>();
  for (const step of steps)
    for (const expression of expressionsOf(step))
      for (const part of walkExpression(expression)) if (part.node === 'parameter') used.add(part.key);
  return [...used];
}

/** `<node>` for the answer of the first port, `<node>.<port>` for the others'; steps before them keep their numbers. */
function finalNames(node: NodeToLower, lowered: Lowered, steps: readonly TableStep[]): ReadonlyMap<StepId, StepId> {
  const own = new Set(steps.map((step) => step.id));
  const names = new Map<StepId, StepId>();
  node.kind.outputs.forEach((port, index) => {
    const step = lowered.ports[port.key]?.step;
    if (step === undefined || !own.has(step) || names.has(step)) return;
    names.set(step, index === 0 ? node.key : `${node.key}.${port.key}`);
  });
  return names;
}
