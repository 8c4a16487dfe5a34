/** What is wrong inside a document that has the right shape: names, connections, kinds and their props. */
import type { Catalog } from '../contracts/catalog.ts';
import { graphKinds, type GraphKind } from '../contracts/graph-kinds.ts';
import { problem, type Fix, type Place, type Problem } from '../problem/problem.ts';
import type { Thing } from '../problem/words/project.ts';
import { isKey, isNodeKey } from './key.ts';
import { misfitOf, pathText } from './misfit.ts';
import { freeKey } from './new-key.ts';
import { isGraph, type DesignNode, type Edge, type GraphDesign, type Project } from './project.ts';

interface Named {
  readonly id: string;
  readonly key: string;
}

export function checkProject(project: Project, catalog?: Catalog): Problem[] {
  return [
    ...checkKeys('table', project.tables, (table, to) => ({
      at: { table: table.id },
      edit: { op: 'rename', what: 'table', id: table.id, to },
    })),
    ...project.tables.flatMap((table) =>
      checkKeys('column', table.columns, (column, to) => ({
        at: { table: table.id, path: column.key },
        edit: { op: 'rename', what: 'column', table: table.id, id: column.id, to },
      })),
    ),
    ...checkKeys('parameter', project.parameters, (parameter, to) => ({
      at: { path: `parameters.${parameter.key}` },
      edit: { op: 'rename', what: 'parameter', id: parameter.id, to },
    })),
    ...project.designs.filter(isGraph).flatMap((design) => checkGraph(design, catalog)),
  ];
}

function fixed(en: string, zh: string, edit: { readonly op: string }): { readonly fix: Fix } {
  return { fix: { label: { en, 'zh-CN': zh }, edits: [edit] } };
}

function checkKeys<T extends Named>(
  what: Thing,
  list: readonly T[],
  of: (one: T, to: string) => { readonly at: Place; readonly edit: { readonly op: string } },
): Problem[] {
  const problems: Problem[] = [];
  const all = list.map((one) => one.key);
  const seen = new Set<string>();
  for (const one of list) {
    const { key } = one;
    const lower = key.toLowerCase();
    const doubled = seen.has(lower);
    seen.add(lower);
    if (!doubled && isKey(key)) continue;
    const free = freeKey(key, all, what);
    const { at, edit } = of(one, free);
    const fix = fixed(`Rename to ${free}`, `改名为 ${free}`, edit);
    if (doubled) problems.push(problem('project.duplicate-key', { what, key, free }, at, fix));
    // Formulas can name an odd column in brackets; tables and parameters they cannot.
    else {
      const severity = what === 'column' ? 'warning' : 'error';
      problems.push(problem('project.bad-key', { what, key, free }, at, { severity, ...fix }));
    }
  }
  return problems;
}

function checkGraph(plan: GraphDesign, catalog: Catalog | undefined): Problem[] {
  const problems: Problem[] = [];
  const keys = Object.keys(plan.nodes);
  for (const [key, node] of Object.entries(plan.nodes)) {
    const at = { design: plan.id, node: key };
    if (!isNodeKey(key)) {
      const free = freeKey(key, keys, 'node');
      const edit = { op: 'rename', what: 'node', design: plan.id, id: key, to: free };
      const fix = fixed(`Rename to ${free}`, `改名为 ${free}`, edit);
      problems.push(problem('project.bad-key', { what: 'node', key, free }, at, fix));
    }
    if (catalog) problems.push(...checkNode(key, node, at, graphKinds(catalog, plan)));
  }
  const seen = new Set<string>();
  for (const [index, edge] of plan.edges.entries()) {
    const text = JSON.stringify([edge.from.node, edge.from.port, edge.to.node, edge.to.port]);
    const at = { design: plan.id, path: `edges.${index}` };
    const fix = fixed('Remove the connection', '删除连线', { op: 'edge.remove', design: plan.id, edge } as {
      readonly op: string;
    });
    if (seen.has(text)) {
      const params = { from: edge.from.node, to: edge.to.node };
      problems.push(problem('project.duplicate-edge', params, at, fix));
    }
    seen.add(text);
    problems.push(...checkEnds(plan, edge, at, fix, catalog));
  }
  return problems;
}

function checkEnds(
  plan: GraphDesign,
  edge: Edge,
  at: Place,
  fix: { readonly fix: Fix },
  catalog: Catalog | undefined,
): Problem[] {
  const ends = [
    { end: edge.from, ports: (kind: GraphKind) => kind.outputs },
    { end: edge.to, ports: (kind: GraphKind) => kind.inputs },
  ];
  return ends.flatMap(({ end, ports }) => {
    const node = Object.hasOwn(plan.nodes, end.node) ? plan.nodes[end.node] : undefined;
    if (!node) return [problem('project.edge-without-node', { node: end.node }, at, fix)];
    const kind = catalog && graphKinds(catalog, plan).get(node.kind);
    if (!kind || ports(kind).some((port) => port.key === end.port)) return [];
    return [problem('project.edge-without-port', end, { ...at, node: end.node }, fix)];
  });
}

function checkNode(key: string, node: DesignNode, at: Place, kinds: ReadonlyMap<string, GraphKind>): Problem[] {
  const kind = kinds.get(node.kind);
  if (!kind) return [problem('project.unknown-kind', { node: key, kind: node.kind }, at)];
  const found = node.version ?? 1;
  if (found > kind.version) {
    return [problem('project.newer-kind', { node: key, kind: node.kind, found, known: kind.version }, at)];
  }
  const parsed = kind.props.safeParse(migrateProps(kind, node) ?? node.props);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => {
    const path = pathText(issue.path);
    return problem('project.bad-props', { node: key, path, misfit: misfitOf(issue) }, { ...at, path });
  });
}

/** Props brought to the kind's version by its migrations; `undefined` where one is missing. */
export function migrateProps(kind: Pick<GraphKind, 'version' | 'migrations'>, node: DesignNode): unknown {
  let props: unknown = node.props;
  for (let version = node.version ?? 1; version < kind.version; version++) {
    const migrate = kind.migrations?.[version];
    if (!migrate) return undefined;
    props = migrate(props);
  }
  return props;
}

/** Nodes made with an earlier version of their kind, brought forward where the result fits; all others stay untouched. */
export function migrateNodes(project: Project, catalog: Catalog): Project {
  return {
    ...project,
    designs: project.designs.map((design) => {
      if (!isGraph(design)) return design;
      const kinds = graphKinds(catalog, design);
      const nodes = Object.entries(design.nodes).map(([key, node]): [string, DesignNode] => {
        const kind = kinds.get(node.kind);
        if (!kind || (node.version ?? 1) >= kind.version) return [key, node];
        const props = migrateProps(kind, node);
        if (!kind.props.safeParse(props).success) return [key, node];
        return [key, { ...node, version: kind.version, props: props as DesignNode['props'] }];
      });
      return { ...design, nodes: Object.fromEntries(nodes) };
    }),
  };
}
