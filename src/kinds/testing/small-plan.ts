/** Small plans for tests: tables as rows, a graph as text, compiled with the real catalog and run by the real engine. */
import { compile } from '#core/compile/compile.ts';
import { parameterValues } from '#core/compile/parameter-values.ts';
import { columnsOfTable } from '#core/compile/columns-of.ts';
import { cellAt } from '#core/data/column.ts';
import type { Value } from '#core/data/value.ts';
import { openRun } from '#core/execute/execution.ts';
import { frameOfRows } from '#core/execute/frame-of-rows.ts';
import { createEngineMemory } from '#core/execute/memory.ts';
import { drain, runProgram, tableOf } from '#core/execute/run.ts';
import type { ColumnDefinition, Edge, Parameter, PlanDesign, Project } from '#core/project/project.ts';
import type { DecisionDesign } from '#core/project/decision-design.ts';
import { catalog } from '../catalog.ts';

type Column = Omit<ColumnDefinition, 'id' | 'key' | 'label'>;
export type SmallTable = {
  readonly columns: Readonly<Record<string, Column>>;
  readonly grain?: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
};

export interface SmallPlan {
  readonly tables: Readonly<Record<string, SmallTable>>;
  readonly parameters?: readonly Omit<Parameter, 'id' | 'label'>[];
  readonly decisions?: readonly DecisionDesign[];
  /** `{ key: [kind, props] }`; props left out are the kind's defaults. */
  readonly nodes: Readonly<Record<string, readonly [kind: string, props?: Readonly<Record<string, unknown>>]>>;
  /** `deals > won`, `quotas > attainment.quotas`, `a.out > b.in`; the first port where none is named. */
  readonly edges: readonly string[];
}

export const text: Column = { type: 'text' };
export const person: Column = { type: 'text', role: 'person' };
export const money: Column = { type: 'number', role: 'amount', format: { kind: 'currency', currency: 'USD' } };
export const number: Column = { type: 'number' };
export const date: Column = { type: 'date', role: 'date' };
export const id: Column = { type: 'text', role: 'id' };

export function projectOf(plan: SmallPlan): Project {
  const design: PlanDesign = {
    kind: 'plan',
    id: 'plan',
    name: 'Plan',
    nodes: Object.fromEntries(
      Object.entries(plan.nodes).map(([key, [kind, props]]) => [
        key,
        { kind, props: { ...(catalog.nodes.get(kind)?.defaults as object | undefined), ...props } },
      ]),
    ),
    edges: plan.edges.map((edge) => edgeOf(plan, edge)),
    layout: {},
    tests: [],
  };
  return {
    format: 'saleswright',
    version: 2,
    id: 'small',
    name: 'Small',
    locale: 'en',
    calendars: [],
    tables: Object.entries(plan.tables).map(([key, table]) => ({
      id: key,
      key,
      label: key,
      columns: Object.entries(table.columns).map(([column, info]) => ({
        id: column,
        key: column,
        label: column,
        ...info,
      })),
      ...(table.grain ? { grain: [...table.grain] } : {}),
    })),
    parameters: (plan.parameters ?? []).map((one) => ({ id: one.key, label: one.key, ...one })),
    designs: [design, ...(plan.decisions ?? [])],
  };
}

export function compileSmall(plan: SmallPlan) {
  return compile(projectOf(plan), catalog, 'plan');
}

/** Rows of a node (the plan's result by default), and every problem of compiling and running. */
export function runSmall(plan: SmallPlan, node?: string) {
  const project = projectOf(plan);
  const compiled = compile(project, catalog, 'plan');
  const tables = new Map(
    project.tables.map((table) => {
      const rows = plan.tables[table.key]?.rows ?? [];
      return [table.key, { frame: frameOfRows(columnsOfTable(table), rows), stamp: 1 }];
    }),
  );
  const input = { program: compiled.program, parameters: parameterValues(project), asOf: 46_000 };
  const run = openRun(createEngineMemory(), input, tables);
  const result = drain(runProgram(run));
  const key = node ?? compiled.program.output ?? '';
  const step = Object.values(compiled.program.answers[key]?.ports ?? {})[0];
  const problems = [...compiled.problems, ...result.problems];
  if (step === undefined) return { compiled, run, result, problems, step: '', rows: [] };
  const frame = drain(tableOf(run, step));
  const rows = Array.from({ length: frame.rowCount }, (_, row): Record<string, Value> =>
    Object.fromEntries([...frame.columns].map(([name, column]) => [name, cellAt(column, row)])),
  );
  return { compiled, run, result, problems: [...problems, ...run.problems()], step, rows };
}

function edgeOf(plan: SmallPlan, edge: string): Edge {
  const [from = '', to = ''] = edge.split('>').map((end) => end.trim());
  const end = (which: string, ports: 'inputs' | 'outputs') => {
    const [node = '', port] = which.split('.');
    const kind = catalog.nodes.get(plan.nodes[node]?.[0] ?? '');
    return { node, port: port ?? kind?.[ports][0]?.key ?? 'out' };
  };
  return { from: end(from, 'outputs'), to: end(to, 'inputs') };
}
