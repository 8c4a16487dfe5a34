/**
 * Every place in a plan that names a table, a column or a parameter, found by walking the plan in reading order with the old and with the new name:
 * where the columns that reach a node differ, what the node names is changed. So a column is followed through filters, joins and groups as long as
 * nodes pass it on, and no further than that. Renaming writes what is found; finding uses only looks at it.
 */
import type { Catalog } from '../contracts/catalog.ts';
import type { TableShape } from '../contracts/node-kind.ts';
import { foldText } from '../formula/fold-text.ts';
import { namesIn, type NameUse } from '../formula/text/names-in.ts';
import type { Span } from '../problem/problem.ts';
import type { PlanDesign, Project } from '../project/project.ts';
import { setAtPath, type Path } from './at-path.ts';
import { makingPath } from './making-path.ts';
import { inputsOf, outputsOf, readingOrder, type Inputs, type Outputs } from './plan-shapes.ts';
import { renameInProps, type PropRename } from './rename-props.ts';

/** What is followed, under its old and its new key. `made`: a column that a node of a plan makes. */
export type Followed =
  | { readonly what: 'table' | 'parameter'; readonly from: string; readonly to: string }
  /** `table`: its table's key. */
  | { readonly what: 'column'; readonly from: string; readonly to: string; readonly table: string }
  | {
      readonly what: 'made';
      readonly from: string;
      readonly to: string;
      readonly design: string;
      readonly node: string;
    };

/** Thrown inside the walk only: the new name meant something there already. Callers turn it into a problem. */
export class Capture extends Error {
  readonly where: string;
  constructor(where: string) {
    super(where);
    this.where = where;
  }
}

/** A prop of a node that names what is followed. */
export interface NodeUse {
  readonly node: string;
  readonly path: Path;
  readonly was: unknown;
  readonly value: unknown;
  /** Of a formula: where the name stands in the old text. */
  readonly spans: readonly Span[];
  /** True where this is what makes the column, not a use of it. */
  readonly makes?: true;
}

export interface Walked {
  readonly uses: readonly NodeUse[];
  /** Columns of each node's first output that have another key afterwards. */
  readonly output: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The column that is followed is named by the kind of its node, not by a prop. */
  readonly fixed: boolean;
}

function withColumnRenamed(outputs: Outputs, from: string, to: string): Outputs {
  return new Map(
    [...outputs].map(([port, shape]) => {
      const columns = shape.columns.map((column) => (column.key === from ? { ...column, key: to } : column));
      return [port, { ...shape, columns }];
    }),
  );
}

/** `plan` as it is; nothing is changed. */
export function followName(project: Project, plan: PlanDesign, target: Followed, catalog: Catalog): Walked {
  const renamed: Project = {
    ...project,
    tables: project.tables.map((table) => {
      if (target.what === 'table') return table.key === target.from ? { ...table, key: target.to } : table;
      if (target.what !== 'column' || table.key !== target.table) return table;
      const columns = table.columns.map((column) =>
        column.key === target.from ? { ...column, key: target.to } : column,
      );
      return { ...table, columns };
    }),
  };
  const before = new Map<string, Outputs>();
  const after = new Map<string, Outputs>();
  const output = new Map<string, ReadonlyMap<string, string>>();
  const uses: NodeUse[] = [];
  let fixed = false;
  for (const key of readingOrder(plan)) {
    const node = plan.nodes[key];
    if (!node) continue;
    const where = node.label ?? key;
    const was = inputsOf(plan, key, before);
    const is = inputsOf(plan, key, after);
    const fields = catalog.nodes.get(node.kind)?.inspector ?? [];
    const maker = target.what === 'made' && target.design === plan.id && target.node === key;
    const making = maker ? makingPath(fields, node.props, target.from) : undefined;
    const around: Around = { project, target, was, maps: portMaps(was, is, where), where, maker };
    const changes = [
      ...(making ? [{ path: making, was: target.from, value: target.to, spans: [], makes: true as const }] : []),
      ...renameInProps(fields, node.props, renaming(around)),
    ];
    let props: unknown = node.props;
    for (const change of changes) {
      props = setAtPath(props, change.path, change.value)?.value ?? props;
      uses.push({ node: key, ...change });
    }
    const next = { ...node, props: props as typeof node.props };
    const left = outputsOf(key, node, was, project, catalog);
    let leaves = outputsOf(key, next, is, renamed, catalog);
    // A name that the kind gives cannot be changed; its uses are found all the same.
    if (maker && !making) leaves = withColumnRenamed(leaves, target.from, target.to);
    fixed ||= maker && !making;
    before.set(key, left);
    after.set(key, leaves);
    const [port] = left.keys();
    if (port !== undefined) output.set(key, columnMap(left.get(port), leaves.get(port), where));
  }
  return { uses, output, fixed };
}

type PortMaps = ReadonlyMap<string, ReadonlyMap<string, string>>;

function portMaps(was: Inputs, is: Inputs, where: string): PortMaps {
  return new Map(
    [...was].map(([port, shapes]) => {
      const maps = shapes.map((shape, i) => columnMap(shape, is.get(port)?.[i], where));
      return [port, new Map(maps.flatMap((map) => [...map]))];
    }),
  );
}

/** Old to new keys of a table's columns. Where two became one, or one another in between, the new name meant something already. */
function columnMap(was: TableShape | undefined, is: TableShape | undefined, where: string): Map<string, string> {
  const map = new Map<string, string>();
  if (!was || !is) return map;
  const keys = is.columns.map((column) => column.key);
  const doubled = keys.some((key, i) => keys.findIndex((other) => sameName(other, key)) !== i);
  const already = was.columns.some((column, i) =>
    was.columns.some((other, j) => j < i && sameName(other.key, column.key)),
  );
  if (was.columns.length !== keys.length || (doubled && !already)) throw new Capture(where);
  was.columns.forEach((column, i) => {
    const key = keys[i];
    if (key !== undefined && key !== column.key) map.set(column.key, key);
  });
  return map;
}

export interface Around {
  readonly project: Project;
  readonly target: Followed;
  readonly was: Inputs;
  readonly maps: PortMaps;
  readonly where: string;
  /** Whether this node makes the column that is followed. */
  readonly maker: boolean;
}

/** What a name becomes where it stands: in the props of a node, or wherever else formulas see what reaches a port. */
export function renaming({ project, target, was, maps, where, maker }: Around): PropRename {
  const columnsAt = (port: string | undefined): readonly string[] =>
    port === undefined ? [] : (was.get(port) ?? []).flatMap((shape) => shape.columns.map((column) => column.key));
  const mapped = (port: string | undefined, name: string): string | undefined => {
    for (const [from, to] of (port === undefined ? undefined : maps.get(port)) ?? [])
      if (sameName(from, name)) return to;
    return undefined;
  };
  const has = (names: readonly string[], name: string): boolean => names.some((one) => sameName(one, name));

  return {
    column: (port, key) => maps.get(port)?.get(key),
    table: (key) => (target.what === 'table' && key === target.from ? target.to : undefined),
    formula: (text, port, made, later) => {
      const columns = columnsAt(port);
      const fresh = port === undefined ? [] : [...(maps.get(port)?.values() ?? [])];
      // Columns of one list may name each other in any order, but a column that arrives comes before one made further down.
      const isMade = (name: string) => has(made, name) || (has(later, name) && !has(columns, name));
      return renameUses(text, (use) => {
        if (use.kind === 'table') {
          return target.what === 'table' && sameName(use.name, target.from) ? target.to : undefined;
        }
        if (use.kind === 'tableColumn') {
          const its = target.what === 'column' && use.table !== undefined && sameName(use.table, target.table);
          return its && sameName(use.name, target.from) ? target.to : undefined;
        }
        const captured = (to: string) => has(use.locals, to) || isMade(to);
        if (isMade(use.name)) {
          if (!maker || !sameName(use.name, target.from)) return undefined;
          if (captured(target.to)) throw new Capture(where);
          return target.to;
        }
        const parameter = !has(columns, use.name) && project.parameters.some((one) => sameName(one.key, use.name));
        // A parameter would be hidden by the column that now has its name.
        const hides =
          has(fresh, use.name) || (maker && sameName(use.name, target.to) && made.length + later.length > 0);
        if (parameter && hides) throw new Capture(where);
        const to =
          target.what === 'parameter'
            ? parameter && sameName(use.name, target.from)
              ? target.to
              : undefined
            : mapped(port, use.name);
        if (to === undefined) return undefined;
        if (captured(to) || (target.what === 'parameter' && has(columns, to))) throw new Capture(where);
        return to;
      });
    },
  };
}

/** Formulas read names without case. */
export function sameName(a: string, b: string): boolean {
  return foldText(a) === foldText(b);
}

/**
 * The text with names changed where `rename` gives a new key: several at once, so that one change is never taken for the next one's name. New keys
 * are identifiers, so what stood in brackets stays in them and nothing else needs any.
 */
function renameUses(
  text: string,
  rename: (use: NameUse) => string | undefined,
): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = [];
  let out = '';
  let from = 0;
  for (const use of namesIn(text)) {
    const to = rename(use);
    if (to === undefined) continue;
    const bracketed = /^[[［【]/.test(text.slice(use.span.start));
    out += text.slice(from, use.span.start) + (bracketed ? `[${to}]` : to);
    from = use.span.end;
    spans.push(use.span);
  }
  return { text: out + text.slice(from), spans };
}
