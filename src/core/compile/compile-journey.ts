/**
 * From the journey that people drew to the flow that is stepped through. Each step is lowered by its kind; formulas are checked over the customers'
 * columns and the journey's variables. A step with a problem is left out, so the way to it ends there; everything else runs.
 */
import type { Catalog } from '../contracts/catalog.ts';
import type { StepContext, StepKind } from '../contracts/step-kind.ts';
import type { ColumnInfo } from '../data/schema.ts';
import { checkFormula } from '../formula/check/check-formula.ts';
import type { Expression } from '../formula/expression.ts';
import { nearest } from '../formula/check/nearest.ts';
import { problem, type Place, type Problem } from '../problem/problem.ts';
import type { FlowNode, FlowProgram } from '../program/flow-program.ts';
import { migrateProps } from '../project/check-project.ts';
import { misfitOf, pathText } from '../project/misfit.ts';
import { isJourney, type JourneyDesign, type Project } from '../project/project.ts';
import { columnOfParameter, tablesOf } from './columns-of.ts';
import type { CompiledJourney } from './compiled-journey.ts';
import { labelOf } from './connections.ts';
import { flowHeader } from './flow-header.ts';
import { journeyShape } from './journey-shape.ts';

export type CheckText = (text: string, at: Place) => Expression | undefined;

export function compileJourney(project: Project, catalog: Catalog, designId: string): CompiledJourney {
  const found = project.designs.find((one) => one.id === designId);
  if (!found || !isJourney(found)) {
    const why = found
      ? problem('compile.not-a-journey', { design: found.name }, { design: designId })
      : problem('compile.unknown-design', { design: designId });
    return { problems: [why], columns: [], variables: [] };
  }
  const problems: Problem[] = [];
  const customers = customersOf(project, found, problems);
  const variables = variablesOf(found, customers.columns, problems);
  const columns = [...customers.columns, ...variables];
  const tables = tablesOf(project);
  const parameters = project.parameters.map(columnOfParameter);
  const check: CheckText = (text, at) => {
    const checked = checkFormula(text, { place: 'row', columns, parameters, tables });
    for (const one of checked.problems) problems.push({ ...one, at: { ...one.at, ...at } });
    return checked.expression;
  };
  const header = flowHeader(found, check, problems);
  const shape = journeyShape(found, catalog, project.locale);
  const nodes: Record<string, FlowNode> = {};
  for (const key of Object.keys(found.nodes).sort()) {
    const node = lowerStep(key, { project, design: found, catalog, columns, variables, check, problems });
    if (node) nodes[key] = node;
  }
  // A way to a step that is left out ends before it.
  const wired = Object.fromEntries(
    Object.entries(nodes).map(([key, node]): [string, FlowNode] => [
      key,
      { ...node, ports: Object.fromEntries(Object.entries(node.ports).filter(([, to]) => Object.hasOwn(nodes, to))) },
    ]),
  );
  const hasEntry = Object.values(wired).some((node) => node.node === 'entry');
  problems.push(...shape);
  const program: FlowProgram | undefined =
    customers.id !== undefined && hasEntry
      ? {
          program: 'flow',
          design: found.id,
          seed: found.header.simulation.seed,
          customers: { table: found.header.customers, id: customers.id, columns: customers.columns },
          nodes: wired,
          header,
        }
      : undefined;
  return { ...(program ? { program } : {}), problems, columns, variables };
}

interface Customers {
  readonly columns: readonly ColumnInfo[];
  readonly id?: string;
}

function customersOf(project: Project, journey: JourneyDesign, problems: Problem[]): Customers {
  const { customers: key, id } = journey.header;
  const at = { design: journey.id, path: 'header.customers' };
  const columns = tablesOf(project).get(key);
  const table = project.tables.find((one) => one.key === key);
  const instead = (name: string, path: readonly string[], value: string) => ({
    fix: {
      label: { en: `Use ${name}`, 'zh-CN': `改用 ${name}` },
      edits: [{ op: 'design.set', design: journey.id, path, value }],
    },
  });
  const named = (list: readonly { readonly key: string }[]) => list.map((one) => ({ text: one.key, key: one.key }));
  if (!columns || !table) {
    const near = key === '' ? project.tables[0]?.key : nearest(key, named(project.tables));
    const fix = near === undefined ? {} : instead(near, ['header', 'customers'], near);
    const params = { ...(key === '' ? {} : { table: key, ...(near === undefined ? {} : { nearest: near }) }) };
    problems.push(problem('compile.no-customers', params, at, fix));
    return { columns: [] };
  }
  const byRole = columns.find((column) => column.role === 'id');
  const wanted = id ?? table.grain?.[0] ?? byRole?.key;
  const found = columns.find((column) => column.key === wanted);
  if (found) return { columns, id: found.key };
  const near = wanted === undefined ? columns[0]?.key : nearest(wanted, named(columns));
  const fix = near === undefined ? {} : instead(near, ['header', 'id'], near);
  const params = {
    table: table.label,
    ...(wanted === undefined ? {} : { column: wanted, ...(near === undefined ? {} : { nearest: near }) }),
  };
  problems.push(problem('compile.no-customer-id', params, { ...at, path: 'header.id' }, fix));
  return { columns };
}

function variablesOf(journey: JourneyDesign, columns: readonly ColumnInfo[], problems: Problem[]): ColumnInfo[] {
  const made: ColumnInfo[] = [];
  journey.header.variables.forEach(({ key, type }, index) => {
    const taken = [...columns, ...made].some((one) => one.key.toLowerCase() === key.toLowerCase());
    const at = { design: journey.id, path: `header.variables.${index}.key` };
    if (taken) problems.push(problem('compile.variable-taken', { variable: key }, at));
    else made.push({ key, type });
  });
  return made;
}

interface Around {
  readonly project: Project;
  readonly design: JourneyDesign;
  readonly catalog: Catalog;
  readonly columns: readonly ColumnInfo[];
  readonly variables: readonly ColumnInfo[];
  readonly check: CheckText;
  readonly problems: Problem[];
}

function lowerStep(key: string, around: Around): FlowNode | undefined {
  const { design, catalog, problems } = around;
  const node = design.nodes[key];
  const kind = catalog.steps.get(node?.kind ?? '');
  const at = { design: design.id, node: key };
  if (!node || !kind) {
    problems.push(problem('project.unknown-kind', { node: key, kind: node?.kind ?? '' }, at));
    return undefined;
  }
  const version = node.version ?? 1;
  if (version > kind.version) {
    const params = { node: key, kind: node.kind, found: version, known: kind.version };
    problems.push(problem('project.newer-kind', params, at));
    return undefined;
  }
  const parsed = kind.props.safeParse(migrateProps(kind, node) ?? node.props);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const path = pathText(issue.path);
      problems.push(problem('project.bad-props', { node: key, path, misfit: misfitOf(issue) }, { ...at, path }));
    }
    return undefined;
  }
  const label = labelOf(design, key, catalog, around.project.locale);
  const draft = kind.lower(parsed.data, contextOf(key, label, kind, around));
  if (!draft) return undefined;
  const ports = Object.fromEntries(
    kind.outputs.flatMap((port) => {
      const edge = design.edges.find((one) => one.from.node === key && one.from.port === port.key);
      return edge ? [[port.key, edge.to.node]] : [];
    }),
  );
  const origin = { design: design.id, node: key, kind: kind.kind, label };
  return { ...draft, key, origin, ports, onError: 'halt' } as FlowNode;
}

function contextOf(key: string, label: string, kind: StepKind, around: Around): StepContext {
  const at = { design: around.design.id, node: key };
  return {
    key,
    label,
    columns: around.columns,
    variables: around.variables,
    formula: (text, path) => around.check(text, { ...at, path }),
    say(id, words, { severity = 'error', path } = {}) {
      const place = { ...at, ...(path === undefined ? {} : { path }) };
      around.problems.push(problem('kind.says', { kind: kind.kind, id, words }, place, { severity }));
    },
  };
}
