/** Which columns reach each node of a plan: kinds are lowered as the compiler does it, but nothing is checked and formulas are not read. */
import type { Catalog } from '../contracts/catalog.ts';
import type { LowerContext, NodeKind, TableShape } from '../contracts/node-kind.ts';
import type { ColumnInfo } from '../data/schema.ts';
import type { Expression } from '../formula/expression.ts';
import type { LoweredDecision } from '../contracts/lowered-decision.ts';
import type { DecisionInput } from '../project/decision-design.ts';
import { isDecision, type DesignNode, type PlanDesign, type Project } from '../project/project.ts';

export type Inputs = ReadonlyMap<string, readonly TableShape[]>;
export type Outputs = ReadonlyMap<string, TableShape>;

/** Node keys so that each comes after those it reads; nodes in a circle, and what only they reach, come last in their own order. */
export function readingOrder(plan: PlanDesign): string[] {
  const order: string[] = [];
  const done = new Set<string>();
  const visit = (key: string, path: ReadonlySet<string>): void => {
    if (done.has(key) || path.has(key) || !Object.hasOwn(plan.nodes, key)) return;
    const longer = new Set(path).add(key);
    for (const edge of plan.edges) if (edge.to.node === key) visit(edge.from.node, longer);
    if (done.has(key)) return;
    done.add(key);
    order.push(key);
  };
  for (const key of Object.keys(plan.nodes)) visit(key, new Set());
  return order;
}

/** What reaches the ports of a node; several edges of one port in the order of their source nodes' keys. */
export function inputsOf(plan: PlanDesign, node: string, outputs: ReadonlyMap<string, Outputs>): Inputs {
  const inputs = new Map<string, TableShape[]>();
  const edges = plan.edges.filter((edge) => edge.to.node === node);
  edges.sort((a, b) => (a.from.node < b.from.node ? -1 : a.from.node > b.from.node ? 1 : 0));
  for (const { from, to } of edges) {
    const shape = outputs.get(from.node)?.get(from.port);
    if (shape) inputs.set(to.port, [...(inputs.get(to.port) ?? []), shape]);
  }
  return inputs;
}

const unread: Expression = { node: 'literal', value: null, type: 'any' };

/**
 * The tables that leave a node. Of a node whose kind is unknown or that is not yet set up, what reaches it leaves it: a later node then still finds
 * the columns it names.
 */
export function outputsOf(key: string, node: DesignNode, inputs: Inputs, project: Project, catalog: Catalog): Outputs {
  const kind = catalog.nodes.get(node.kind);
  const lowered = kind && lower(key, node, kind, inputs, project);
  if (lowered) return lowered;
  const all = [...inputs.values()].flat().flatMap((shape) => shape.columns);
  const columns = all.filter((column, i) => all.findIndex((one) => one.key === column.key) === i);
  const ports = kind?.outputs.map((port) => port.key) ?? ['out'];
  return new Map(ports.map((port) => [port, { step: key, columns }]));
}

function lower(key: string, node: DesignNode, kind: NodeKind, inputs: Inputs, project: Project): Outputs | undefined {
  const props = kind.props.safeParse(node.props);
  if (!props.success) return undefined;
  let steps = 0;
  const context: LowerContext = {
    node: key,
    label: node.label ?? key,
    input: (port) => inputs.get(port) ?? [],
    table: (name) => project.tables.find((table) => table.key === name)?.columns.map(columnInfo),
    formula: () => unread,
    amount: () => unread,
    decision: (id) => decisionColumns(project, id),
    column: (columns, name) => columns.find((column) => column.key === name),
    emit: (step) => ({
      step: `${key}~${++steps}`,
      columns: step.columns,
      ...('grain' in step && step.grain ? { grain: step.grain } : {}),
    }),
    say: () => undefined,
    report: () => undefined,
    propEdit: () => ({ op: 'node.prop' }),
    word: (words) => words[project.locale],
  };
  const lowered = kind.lower(props.data, context);
  return lowered && new Map(Object.entries(lowered.ports));
}

/** What a decision asks for and gives; its rules make no difference to columns. */
function decisionColumns(project: Project, id: string): LoweredDecision | undefined {
  const design = project.designs.find((one) => one.id === id);
  if (!design || !isDecision(design)) return undefined;
  const columns = (list: readonly DecisionInput[]): ColumnInfo[] =>
    list.map(({ key, label, type, format }) => ({ key, label, type, ...(format ? { format } : {}) }));
  const { name, hit, inputs, outputs } = design;
  const out = outputs.map(({ key }) => ({ key }));
  return { id, name, hit, rules: [], out, inputs: columns(inputs), outputs: columns(outputs) };
}

function columnInfo({ id: _id, ...column }: Project['tables'][number]['columns'][number]): ColumnInfo {
  return column;
}
