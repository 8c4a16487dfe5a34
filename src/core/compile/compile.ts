/**
 * From what people drew to what runs.
 *
 * A design is a graph of nodes of open kinds; a program is a list of steps of a closed vocabulary. Compiling walks the graph in an order in which every
 * node comes after what it needs, and asks each node's kind to lower itself: the kind is given the tables that reach its input ports (columns, roles,
 * what one row stands for) and gives back steps. The compiler knows no kind. It checks formulas where they stand, wires the tables that formulas name
 * (`deals[amount]`) to steps that read them – one for each table, whoever asks – and notes which parameters are read.
 *
 * Nobody's mistake stops anything but what depends on it. A node of an unknown kind, with props that do not fit, without a needed input, or on a circle
 * gets its problem and no answer; nodes that hang on it have no answer either and stay silent, because one fault should be told once. Everything else
 * runs. A formula that does not check makes a column of `#NAME?` where a column can stand alone, so that the rest of its table still shows.
 *
 * The program does not depend on the order of keys in the document, on layout, notes or tests: the same meaning gives the same bytes. Steps are named
 * after their node (`base`; before it `base~1`, `base~2`), so results stay in the engine's memory while a design is edited elsewhere.
 */
import type { Catalog } from '../contracts/catalog.ts';
import type { NodeKind, TableShape } from '../contracts/node-kind.ts';
import { problem, type Problem } from '../problem/problem.ts';
import type { Notice, StepId, TableProgram, TableStep } from '../program/table-program.ts';
import { migrateProps } from '../project/check-project.ts';
import { misfitOf, pathText } from '../project/misfit.ts';
import { isDecision, isPlan, type PlanDesign, type Project } from '../project/project.ts';
import { columnOfParameter, tablesOf } from './columns-of.ts';
import type { Compiled, CompiledNode } from './compiled.ts';
import { edgesInto, explainTypes, labelOf } from './connections.ts';
import { compileDecision } from './compile-decision.ts';
import { lowerDecision } from './lower-decision.ts';
import { lowerNode, type Surroundings } from './lower-node.ts';
import { orderNodes } from './order-nodes.ts';

export function compile(project: Project, catalog: Catalog, designId: string): Compiled {
  const tables = tablesOf(project);
  const design = project.designs.find((one) => one.id === designId);
  if (design && isDecision(design)) return compileDecision(project, catalog, design);
  if (!design || !isPlan(design)) {
    const why = design
      ? problem('compile.not-a-plan', { design: design.name }, { design: designId })
      : problem('compile.unknown-design', { design: designId });
    return { program: emptyProgram(designId), problems: [why], nodes: {}, tables };
  }

  const problems: Problem[] = [];
  const steps: TableStep[] = [];
  const notices: Notice[] = [];
  const answers: Record<string, TableProgram['answers'][string]> = {};
  const nodes: Record<string, CompiledNode> = {};
  const used = new Set<string>();
  const readers: TableStep[] = [];
  const around: Surroundings = {
    design: designId,
    locale: project.locale,
    catalog,
    tables,
    grains: new Map(project.tables.flatMap((table) => (table.grain ? [[table.key, table.grain] as const] : []))),
    parameters: project.parameters.map(columnOfParameter),
    decision: (id) => lowerDecision(project, id),
    tableStep: (table) => tableReader(project, designId, tables, readers, table),
  };
  const label = (key: string) => labelOf(design, key, catalog, project.locale);
  const { order, circles } = orderNodes(design);
  for (const circle of circles)
    problems.push(problem('compile.cycle', { nodes: circle.map(label) }, { design: designId, node: circle[0] ?? '' }));

  const lower = (key: string): void => {
    const read = readNode(design, key, catalog);
    problems.push(...read.problems);
    const { kind } = read;
    if (!kind) {
      nodes[key] = { inputs: {}, outputs: {}, parameters: [] };
      return;
    }
    const reached = inputsOf(design, key, kind, nodes, catalog, label);
    problems.push(...reached.problems);
    if (!('props' in read) || reached.blocked) {
      nodes[key] = { inputs: reached.inputs, outputs: {}, parameters: [] };
      return;
    }
    const lowered = lowerNode({ key, label: label(key), kind, props: read.props, inputs: reached.inputs }, around);
    problems.push(...lowered.problems);
    steps.push(...lowered.steps);
    notices.push(...lowered.notices);
    for (const parameter of lowered.parameters) used.add(parameter);
    nodes[key] = { inputs: reached.inputs, outputs: lowered.ports ?? {}, parameters: lowered.parameters };
    if (!lowered.ports) return;
    const ports = Object.fromEntries(Object.entries(lowered.ports).map(([port, shape]) => [port, shape.step]));
    answers[key] = { ports, ...(lowered.headline ? { headline: lowered.headline } : {}) };
  };
  for (const key of order) lower(key);
  // Nodes on or behind a circle have no answer, but their panels still need to know what reaches them.
  for (const key of Object.keys(design.nodes)) {
    if (nodes[key]) continue;
    problems.push(...readNode(design, key, catalog).problems);
    nodes[key] = { inputs: {}, outputs: {}, parameters: [] };
  }

  const isOut = (key: string) => catalog.nodes.get(design.nodes[key]?.kind ?? '')?.family === 'out';
  const result = order.findLast(isOut) ?? order.at(-1);
  const program: TableProgram = {
    program: 'table',
    design: designId,
    steps: [...readers, ...steps],
    answers,
    output: result !== undefined && answers[result] ? result : null,
    parameters: around.parameters.filter((parameter) => used.has(parameter.key)),
    ...(notices.length > 0 ? { notices } : {}),
  };
  return { program, problems, nodes, tables };
}

interface ReadNode {
  readonly kind?: NodeKind;
  readonly props?: unknown;
  readonly problems: readonly Problem[];
}

/** The node's kind and its props as the kind understands them; problems where either is not to be had. */
function readNode(design: PlanDesign, key: string, catalog: Catalog): ReadNode {
  const node = design.nodes[key];
  const kind = catalog.nodes.get(node?.kind ?? '');
  const at = { design: design.id, node: key };
  if (!node || !kind) return { problems: [problem('project.unknown-kind', { node: key, kind: node?.kind ?? '' }, at)] };
  const found = node.version ?? 1;
  if (found > kind.version) {
    const params = { node: key, kind: node.kind, found, known: kind.version };
    return { problems: [problem('project.newer-kind', params, at)] };
  }
  const parsed = kind.props.safeParse(migrateProps(kind, node) ?? node.props);
  if (parsed.success) return { kind, props: parsed.data, problems: [] };
  const problems = parsed.error.issues.map((issue) => {
    const path = pathText(issue.path);
    return problem('project.bad-props', { node: key, path, misfit: misfitOf(issue) }, { ...at, path });
  });
  return { kind, problems };
}

interface Reached {
  readonly inputs: Readonly<Record<string, readonly TableShape[]>>;
  readonly problems: readonly Problem[];
  /** Something it needs has no answer: the node stays silent. */
  readonly blocked: boolean;
}

function inputsOf(
  design: PlanDesign,
  key: string,
  kind: NodeKind,
  nodes: Readonly<Record<string, CompiledNode>>,
  catalog: Catalog,
  label: (key: string) => string,
): Reached {
  const problems: Problem[] = [];
  const inputs: Record<string, readonly TableShape[]> = {};
  const at = { design: design.id, node: key };
  let blocked = false;
  for (const port of kind.inputs) {
    const edges = edgesInto(design, key, port.key);
    if (port.required && edges.length === 0) {
      problems.push(problem('compile.missing-input', { node: label(key), port: port.words }, at));
      blocked = true;
    }
    if (!port.many && edges.length > 1) {
      problems.push(problem('compile.port-taken', { node: label(key), port: port.words }, at));
      blocked = true;
    }
    inputs[port.key] = edges.flatMap(({ from }) => {
      const shape = nodes[from.node]?.outputs[from.port];
      const source = catalog.nodes.get(design.nodes[from.node]?.kind ?? '');
      const types =
        source &&
        explainTypes({ label: label(from.node), kind: source, port: from.port, shape }, { label: label(key), port });
      if (types) problems.push({ ...types, at });
      if (types || !shape) blocked = true;
      return shape && !types ? [shape] : [];
    });
  }
  return { inputs, problems, blocked };
}

/** The step that reads a table for formulas, shared by all of them. */
function tableReader(
  project: Project,
  design: string,
  tables: Surroundings['tables'],
  readers: TableStep[],
  key: string,
): StepId {
  const id = `~table.${key}`;
  if (readers.some((step) => step.id === id)) return id;
  const table = project.tables.find((one) => one.key === key);
  readers.push({
    op: 'read',
    id,
    origin: { design, node: '', kind: 'table', label: table?.label ?? key },
    source: { from: 'table', table: key },
    columns: tables.get(key) ?? [],
    ...(table?.grain ? { grain: table.grain } : {}),
  });
  return id;
}

function emptyProgram(design: string): TableProgram {
  return { program: 'table', design, steps: [], answers: {}, output: null, parameters: [] };
}
