/** What a name in a formula means: the column of a table that reaches it, the node that made it, a parameter, a table. */
import type { Catalog } from '../contracts/catalog.ts';
import type { InspectorField } from '../contracts/node-kind.ts';
import type { NameUse } from '../formula/text/names-in.ts';
import { isJourney, isPlan, type PlanDesign, type Project } from '../project/project.ts';
import { isRecord, type Path } from './at-path.ts';
import { sameName } from './follow-name.ts';
import { makingPath } from './making-path.ts';
import { inputsOf, outputsOf, readingOrder, type Outputs } from './plan-shapes.ts';
import type { NameRef } from './uses.ts';

/** A formula of a node: `path` leads to its text inside the node's props. */
export interface FormulaAt {
  readonly design: string;
  readonly node: string;
  readonly path: Path;
}

/** Undefined where the name means nothing there. */
export function meaningOf(project: Project, catalog: Catalog, at: FormulaAt, use: NameUse): NameRef | undefined {
  if (use.kind !== 'bare') {
    const table = project.tables.find((one) => sameName(one.key, use.kind === 'table' ? use.name : (use.table ?? '')));
    if (!table) return undefined;
    if (use.kind === 'table') return { what: 'table', id: table.id };
    const column = table.columns.find((one) => sameName(one.key, use.name));
    return column && { what: 'column', table: table.id, id: column.id };
  }
  return columnNamed(project, catalog, at, use.name) ?? parameterNamed(project, use.name);
}

function parameterNamed(project: Project, name: string): NameRef | undefined {
  const parameter = project.parameters.find((one) => sameName(one.key, name));
  return parameter && { what: 'parameter', id: parameter.id };
}

function columnNamed(project: Project, catalog: Catalog, at: FormulaAt, name: string): NameRef | undefined {
  const journey = project.designs.filter(isJourney).find((one) => one.id === at.design);
  if (journey) {
    const table = project.tables.find((one) => one.key === journey.header.customers);
    const column = table?.columns.find((one) => sameName(one.key, name));
    return table && column && { what: 'column', table: table.id, id: column.id };
  }
  const plan = project.designs.filter(isPlan).find((one) => one.id === at.design);
  const node = plan?.nodes[at.node];
  const field = node && catalog.nodes.get(node.kind)?.inspector.find((one) => one.prop === at.path[0]);
  if (!plan || !node || !field || !('from' in field) || field.from === undefined) return undefined;
  if ('place' in field && field.place === 'scalar') return undefined;
  const graph = walked(project, catalog, plan);
  const arrives = graph.columnAt(at.node, field.from, name);
  const beside = besideIt(field, node.props, at.path, name);
  if (beside && (beside.before || arrives === undefined))
    return { what: 'made', design: plan.id, node: at.node, key: beside.key };
  return arrives === undefined ? undefined : graph.originOf(at.node, field.from, arrives);
}

/** A column that the same list makes: any of them, but one that comes later only where nothing of that name arrives. */
function besideIt(
  field: InspectorField,
  props: Readonly<Record<string, unknown>>,
  path: Path,
  name: string,
): { readonly key: string; readonly before: boolean } | undefined {
  const list = field.control === 'formulas' && field.place === 'row' ? props[field.prop] : undefined;
  const own = Number(path[1]);
  if (!Array.isArray(list)) return undefined;
  const keys = (list as readonly unknown[]).map((row) => (isRecord(row) ? row['key'] : undefined));
  const at = keys.findLastIndex((key, i) => i < own && typeof key === 'string' && sameName(key, name));
  const found = at >= 0 ? at : keys.findIndex((key, i) => i > own && typeof key === 'string' && sameName(key, name));
  const key = keys[found];
  return typeof key === 'string' ? { key, before: found < own } : undefined;
}

/** The columns of a plan's nodes, and where they come from. */
function walked(project: Project, catalog: Catalog, plan: PlanDesign) {
  const outputs = new Map<string, Outputs>();
  for (const key of readingOrder(plan)) {
    const node = plan.nodes[key];
    if (node) outputs.set(key, outputsOf(key, node, inputsOf(plan, key, outputs), project, catalog));
  }
  /** The column's own spelling. */
  const columnAt = (node: string, port: string, name: string): string | undefined =>
    (inputsOf(plan, node, outputs).get(port) ?? [])
      .flatMap((shape) => shape.columns)
      .find((column) => sameName(column.key, name))?.key;

  function originOf(node: string, port: string, key: string): NameRef | undefined {
    const from = plan.edges
      .filter((edge) => edge.to.node === node && edge.to.port === port)
      .map((edge) => edge.from)
      .sort((a, b) => (a.node < b.node ? -1 : 1))
      .find((end) =>
        outputs
          .get(end.node)
          ?.get(end.port)
          ?.columns.some((column) => column.key === key),
      );
    return from && madeBy(from.node, key);
  }

  function madeBy(key: string, column: string): NameRef | undefined {
    const node = plan.nodes[key];
    const kind = node && catalog.nodes.get(node.kind);
    const fields = kind?.inspector ?? [];
    const made: NameRef = { what: 'made', design: plan.id, node: key, key: column };
    if (!node || makingPath(fields, node.props, column)) return made;
    const taken = fields.find(
      (field) =>
        field.control === 'take' &&
        records(node.props[field.prop]).some((row) => row['key'] === column && row['from'] === column),
    );
    const ports = [
      ...(taken?.control === 'take' ? [taken.from] : []),
      ...(kind ? kind.inputs.map((port) => port.key) : inputsOf(plan, key, outputs).keys()),
    ];
    for (const port of ports) if (columnAt(key, port, column) === column) return originOf(key, port, column);
    const table = fields.find((field) => field.control === 'table');
    const read = table && project.tables.find((one) => one.key === node.props[table.prop]);
    const own = read?.columns.find((one) => one.key === column);
    return read && own ? { what: 'column', table: read.id, id: own.id } : made;
  }

  return { columnAt, originOf };
}

function records(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? (value as readonly unknown[]).filter(isRecord) : [];
}
