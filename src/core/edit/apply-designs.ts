/** Edits of designs: whole ones, and the nodes and edges of graphs. */
import { problem } from '../problem/problem.ts';
import { isNodeKey } from '../project/key.ts';
import {
  designSchema,
  edgeSchema,
  endSchema,
  isGraph,
  isJourney,
  layoutSchema,
  nodeSchema,
  projectSchema,
  type Design,
  type DesignNode,
  type Edge,
  type GraphDesign,
  type Project,
} from '../project/project.ts';
import { atPath, setAtPath } from './at-path.ts';
import type { Edit } from './edit.ts';
import {
  done,
  inserted,
  misfit,
  moved,
  notFound,
  patched,
  refused,
  removed,
  replaced,
  withKey,
  withKeyRenamed,
  withoutKey,
  type Outcome,
} from './outcome.ts';

type EditOf<O extends Edit['op']> = Extract<Edit, { readonly op: O }>;
type Changed<D> = { readonly design: D; readonly inverse: Edit } | Outcome;

export function addDesign(project: Project, edit: EditOf<'design.add'>): Outcome {
  const { id } = edit.design;
  if (project.designs.some((design) => design.id === id)) {
    return refused(problem('edit.id-taken', { what: 'design', id }));
  }
  const designs = inserted(project.designs, edit.index, edit.design);
  const bad = misfit(designSchema, edit.design) ?? misfit(projectSchema.shape.designs, designs);
  return bad ? refused(bad) : done({ ...project, designs }, { op: 'design.remove', design: id });
}

export function removeDesign(project: Project, edit: EditOf<'design.remove'>): Outcome {
  const index = project.designs.findIndex((design) => design.id === edit.design);
  const design = project.designs[index];
  if (!design) return notFound('design', edit.design, { design: edit.design });
  return done({ ...project, designs: removed(project.designs, index) }, { op: 'design.add', design, index });
}

export function moveDesign(project: Project, edit: EditOf<'design.move'>): Outcome {
  const index = project.designs.findIndex((design) => design.id === edit.design);
  if (index < 0) return notFound('design', edit.design, { design: edit.design });
  const designs = moved(project.designs, index, edit.index);
  return done({ ...project, designs }, { op: 'design.move', design: edit.design, index });
}

function changeDesign(project: Project, id: string, make: (design: Design) => Changed<Design>): Outcome {
  const index = project.designs.findIndex((design) => design.id === id);
  const design = project.designs[index];
  if (!design) return notFound('design', id, { design: id });
  const made = make(design);
  if ('done' in made) return made;
  return done({ ...project, designs: replaced(project.designs, index, made.design) }, made.inverse);
}

/** A graph of nodes; other families of designs are changed by `design.set`. */
function changeGraph(project: Project, id: string, make: (design: GraphDesign) => Changed<GraphDesign>): Outcome {
  return changeDesign(project, id, (design) =>
    isGraph(design) ? make(design) : notFound('design', id, { design: id }),
  );
}

const fixedParts = new Set<string | number>(['id', 'kind']);

/** A design's id and kind never change. */
export function setInDesign(project: Project, edit: EditOf<'design.set'>): Outcome {
  return changeDesign(project, edit.design, (design) => {
    const [part] = edit.path;
    const changed =
      part === undefined || fixedParts.has(part) ? undefined : setAtPath(design, edit.path, edit.value, edit.index);
    if (!changed) return noSuchPlace(edit.path, { design: edit.design });
    const bad = misfit(designSchema, changed.value, { design: edit.design });
    if (bad) return refused(bad);
    // What the schema does not know would be gone after the next reading: it does not get in.
    const kept = atPath(designSchema.parse(changed.value), edit.path);
    if (edit.value !== undefined && kept === undefined) return noSuchPlace(edit.path, { design: edit.design });
    const value = edit.value === undefined ? changed : setAtPath(design, edit.path, kept, edit.index);
    return {
      design: (value ?? changed).value as Design,
      inverse: { op: 'design.set', design: edit.design, path: edit.path, ...changed.back },
    };
  });
}

function noSuchPlace(path: readonly (string | number)[], at: { design: string; node?: string }): Outcome {
  return refused(problem('edit.no-such-place', { path: path.join('.') }, { ...at, path: path.join('.') }));
}

function nodeOf(design: GraphDesign, key: string): DesignNode | undefined {
  return Object.hasOwn(design.nodes, key) ? design.nodes[key] : undefined;
}

export function addNode(project: Project, edit: EditOf<'node.add'>): Outcome {
  return changeGraph(project, edit.design, (design) => {
    const at = { design: edit.design, node: edit.node };
    if (nodeOf(design, edit.node)) return refused(problem('edit.key-taken', { what: 'node', key: edit.node }, at));
    if (!edit.restore && !isNodeKey(edit.node)) {
      return refused(problem('edit.bad-key', { what: 'node', key: edit.node }, at));
    }
    const bad =
      misfit(nodeSchema, edit.value, at) ??
      (edit.at ? misfit(layoutSchema, { [edit.node]: edit.at }, at) : undefined) ??
      misfit(endSchema.shape.node, edit.node, at);
    if (bad) return refused(bad);
    const nodes = withKey(design.nodes, edit.node, edit.value, edit.index);
    const layout = edit.at
      ? withKey(withoutKey(design.layout, edit.node), edit.node, edit.at, edit.atIndex)
      : design.layout;
    // Edges that already hung in the air towards this key would leave with the node.
    const hanging = design.edges.flatMap((edge, index) =>
      edge.from.node === edit.node || edge.to.node === edit.node ? [edgeBack(design, edge, index)] : [],
    );
    const remove: Edit = { op: 'node.remove', design: edit.design, node: edit.node };
    return {
      design: { ...design, nodes, layout },
      inverse: hanging.length > 0 ? { op: 'batch', edits: [remove, ...hanging] } : remove,
    };
  });
}

export function removeNode(project: Project, edit: EditOf<'node.remove'>): Outcome {
  return changeGraph(project, edit.design, (design) => {
    const value = nodeOf(design, edit.node);
    if (!value) return notFound('node', edit.node, { design: edit.design, node: edit.node });
    const position = Object.hasOwn(design.layout, edit.node) ? design.layout[edit.node] : undefined;
    const back: Edit[] = [
      {
        op: 'node.add',
        design: edit.design,
        node: edit.node,
        value,
        index: Object.keys(design.nodes).indexOf(edit.node),
        ...(position ? { at: position, atIndex: Object.keys(design.layout).indexOf(edit.node) } : {}),
        ...(isNodeKey(edit.node) ? {} : { restore: true }),
      },
    ];
    const edges = design.edges.filter((edge, index) => {
      if (edge.from.node !== edit.node && edge.to.node !== edit.node) return true;
      back.push(edgeBack(design, edge, index));
      return false;
    });
    const nodes = withoutKey(design.nodes, edit.node);
    return {
      design: { ...design, nodes, edges, layout: withoutKey(design.layout, edit.node) },
      inverse: { op: 'batch', edits: back },
    };
  });
}

export function setNode(project: Project, edit: EditOf<'node.set'>): Outcome {
  return changeNode(project, edit, (node, at) => {
    const { value, inverse } = patched(node, edit.patch, nodeSchema);
    const bad = misfit(nodeSchema, value, at);
    return bad ? refused(bad) : { node: value, inverse: { ...edit, patch: inverse } };
  });
}

export function setProp(project: Project, edit: EditOf<'node.prop'>): Outcome {
  return changeNode(project, edit, (node, at) => {
    const changed = setAtPath(node.props, edit.path, edit.value, edit.index);
    if (!changed) return noSuchPlace(edit.path, at);
    const value = { ...node, props: changed.value as DesignNode['props'] };
    const bad = misfit(nodeSchema, value, at);
    if (bad) return refused(bad);
    const inverse: Edit = {
      op: 'node.prop',
      design: edit.design,
      node: edit.node,
      path: edit.path,
      ...changed.back,
    };
    return { node: value, inverse };
  });
}

function changeNode(
  project: Project,
  where: { readonly design: string; readonly node: string },
  make: (
    node: DesignNode,
    at: { readonly design: string; readonly node: string },
  ) => { readonly node: DesignNode; readonly inverse: Edit } | Outcome,
): Outcome {
  const at = { design: where.design, node: where.node };
  return changeGraph(project, where.design, (design) => {
    const node = nodeOf(design, where.node);
    if (!node) return notFound('node', where.node, at);
    const made = make(node, at);
    if ('done' in made) return made;
    return {
      design: { ...design, nodes: { ...design.nodes, [where.node]: made.node } },
      inverse: made.inverse,
    };
  });
}

/** Positions of nodes that are gone are passed over: another tab may have removed them meanwhile. */
export function moveNodes(project: Project, edit: EditOf<'node.move'>): Outcome {
  return changeGraph(project, edit.design, (design) => {
    const before = design.layout;
    const layout = new Map(Object.entries(before));
    const back: Record<string, (typeof before)[string] | null> = {};
    let reordered = false;
    for (const [key, position] of Object.entries(edit.positions)) {
      if (position && !nodeOf(design, key)) continue;
      const old = layout.get(key);
      if (!old && !position) continue;
      back[key] = old ?? null;
      if (position) layout.set(key, position);
      else {
        layout.delete(key);
        reordered = true;
      }
    }
    for (const key of edit.order ?? []) {
      const position = layout.get(key);
      if (!position) continue;
      layout.delete(key);
      layout.set(key, position);
    }
    const after = Object.fromEntries(layout);
    const bad = misfit(layoutSchema, after, { design: edit.design });
    if (bad) return refused(bad);
    const order = reordered || edit.order ? { order: Object.keys(before) } : {};
    return {
      design: { ...design, layout: after },
      inverse: { op: 'node.move', design: edit.design, positions: back, ...order },
    };
  });
}

function sameEdge(a: Edge, b: Edge): boolean {
  return (
    a.from.node === b.from.node && a.from.port === b.from.port && a.to.node === b.to.node && a.to.port === b.to.port
  );
}

/** The edit that brings an edge back as it was, even one that hung in the air or was there twice. */
function edgeBack(design: GraphDesign, edge: Edge, index: number): Edit {
  const odd =
    !nodeOf(design, edge.from.node) ||
    !nodeOf(design, edge.to.node) ||
    design.edges.some((other, i) => i !== index && sameEdge(other, edge));
  return { op: 'edge.add', design: design.id, edge, index, ...(odd ? { restore: true } : {}) };
}

export function addEdge(project: Project, edit: EditOf<'edge.add'>): Outcome {
  const at = { design: edit.design };
  return changeGraph(project, edit.design, (design) => {
    const bad = misfit(edgeSchema, edit.edge, at);
    if (bad) return refused(bad);
    if (!edit.restore) {
      for (const end of [edit.edge.from.node, edit.edge.to.node]) {
        if (!nodeOf(design, end)) return notFound('node', end, { ...at, node: end });
      }
      if (design.edges.some((edge) => sameEdge(edge, edit.edge))) {
        return refused(problem('edit.key-taken', { what: 'edge', key: edgeText(edit.edge) }, at));
      }
    }
    return {
      design: { ...design, edges: inserted(design.edges, edit.index, edit.edge) },
      inverse: { op: 'edge.remove', design: edit.design, edge: edit.edge },
    };
  });
}

export function removeEdge(project: Project, edit: EditOf<'edge.remove'>): Outcome {
  return changeGraph(project, edit.design, (design) => {
    // The last of doubled edges, so that adding one and taking it back leaves the order as it was.
    const index = design.edges.findLastIndex((edge) => sameEdge(edge, edit.edge));
    const edge = design.edges[index];
    if (!edge) return notFound('edge', edgeText(edit.edge), { design: edit.design });
    return { design: { ...design, edges: removed(design.edges, index) }, inverse: edgeBack(design, edge, index) };
  });
}

/** Nodes are named by edges, by their place on the canvas and by tests, never by formulas: all is within the design. */
export function renameNode(project: Project, edit: EditOf<'rename'> & { readonly what: 'node' }): Outcome {
  const at = { design: edit.design, node: edit.id };
  return changeGraph(project, edit.design, (design) => {
    if (!nodeOf(design, edit.id)) return notFound('node', edit.id, at);
    if (edit.to === edit.id) return { design, inverse: { op: 'batch', edits: [] } };
    if (!isNodeKey(edit.to)) return refused(problem('edit.bad-key', { what: 'node', key: edit.to }, at));
    const named = [
      ...Object.keys(design.nodes),
      ...Object.keys(design.layout),
      ...design.edges.flatMap((edge) => [edge.from.node, edge.to.node]),
      ...design.tests.flatMap((test) => test.node ?? []),
      ...(isJourney(design) ? design.header.exits.flatMap((exit) => exit.then ?? []) : []),
    ];
    if (named.includes(edit.to)) return refused(problem('edit.key-taken', { what: 'node', key: edit.to }, at));
    const end = (one: Edge['from']): Edge['from'] => (one.node === edit.id ? { ...one, node: edit.to } : one);
    return {
      design: {
        ...withExitsTo(design, edit.id, edit.to),
        nodes: withKeyRenamed(design.nodes, edit.id, edit.to),
        edges: design.edges.map((edge) =>
          edge.from.node === edit.id || edge.to.node === edit.id ? { from: end(edge.from), to: end(edge.to) } : edge,
        ),
        layout: withKeyRenamed(design.layout, edit.id, edit.to),
        tests: design.tests.map((test) => (test.node === edit.id ? { ...test, node: edit.to } : test)),
      },
      inverse: { op: 'rename', what: 'node', design: edit.design, id: edit.to, to: edit.id },
    };
  });
}

/** Exits of a journey may lead to one of its nodes. */
function withExitsTo(design: GraphDesign, from: string, to: string): GraphDesign {
  if (!isJourney(design) || !design.header.exits.some((exit) => exit.then === from)) return design;
  const exits = design.header.exits.map((exit) => (exit.then === from ? { ...exit, then: to } : exit));
  return { ...design, header: { ...design.header, exits } };
}

export function edgeText(edge: Edge): string {
  return `${edge.from.node}.${edge.from.port} → ${edge.to.node}.${edge.to.port}`;
}
