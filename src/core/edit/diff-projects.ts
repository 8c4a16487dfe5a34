/** The difference between two states of a project, as edits and in words. */
import type { Catalog } from '../contracts/catalog.ts';
import type { Bilingual } from '../problem/problem.ts';
import { isGraph, type Design, type GraphDesign, type Project } from '../project/project.ts';
import { applyEdit } from './apply.ts';
import { diffValues, sameValue } from './diff-values.ts';
import type { Edit } from './edit.ts';
import { sayEdit } from './say-edit.ts';

export interface ProjectDifference {
  readonly edits: readonly Edit[];
  /** One for each edit that people need to hear of, in the same order. */
  readonly sentences: readonly Bilingual[];
}

/** Applied to `a` in order, the edits give `b`; only the project's own id stays. The catalog lends kinds their names. */
export function diffProjects(a: Project, b: Project, catalog?: Catalog): ProjectDifference {
  const difference = new Difference(a, catalog);
  difference.project(b);
  return { edits: difference.edits, sentences: difference.sentences };
}

interface Identified {
  readonly id: string;
}

class Difference {
  readonly edits: Edit[] = [];
  readonly sentences: Bilingual[] = [];
  private now: Project;
  private readonly catalog: Catalog | undefined;

  constructor(start: Project, catalog: Catalog | undefined) {
    this.now = start;
    this.catalog = catalog;
  }

  /** Keys may be taken while others are still to change; such an edit restores, which does not mind. */
  private push(edit: Edit): void {
    const applied = applyEdit(this.now, edit);
    const [why] = applied.problems;
    if (why && edit.op !== 'batch' && !('restore' in edit && edit.restore)) {
      this.push({ ...edit, restore: true } as Edit);
      return;
    }
    if (why) throw new Error(`The difference cannot be applied: ${why.code} for ${JSON.stringify(edit)}`);
    const said = sayEdit(this.now, edit, this.catalog);
    if (said) this.sentences.push(said);
    this.edits.push(edit);
    this.now = applied.project;
  }

  /** Brings a list to another: takes out, puts in, moves and changes, by id. */
  private list<T extends Identified>(
    list: () => readonly T[],
    target: readonly T[],
    make: {
      readonly remove: (id: string) => Edit;
      readonly add: (one: T, index: number) => Edit;
      readonly move?: (id: string, index: number) => Edit;
      readonly change: (was: T, is: T) => void;
    },
  ): void {
    for (const one of list()) if (!target.some((other) => other.id === one.id)) this.push(make.remove(one.id));
    target.forEach((one, index) => {
      const at = list().findIndex((other) => other.id === one.id);
      if (at < 0) {
        this.push(make.add(one, index));
        return;
      }
      if (at !== index && make.move) this.push(make.move(one.id, index));
      else if (at !== index) {
        const was = list()[at];
        this.push(make.remove(one.id));
        if (was) this.push(make.add(was, index));
      }
      const now = list()[index];
      if (now) make.change(now, one);
    });
  }

  project(b: Project): void {
    const patch: { -readonly [K in 'name' | 'locale' | 'calendars']?: Project[K] } = {};
    if (this.now.name !== b.name) patch.name = b.name;
    if (this.now.locale !== b.locale) patch.locale = b.locale;
    if (!sameValue(this.now.calendars, b.calendars)) patch.calendars = b.calendars;
    if (Object.keys(patch).length > 0) this.push({ op: 'project.set', patch });
    this.list(() => this.now.tables, b.tables, {
      remove: (table) => ({ op: 'table.remove', table }),
      add: (table, index) => ({ op: 'table.add', table, index }),
      move: (table, index) => ({ op: 'table.move', table, index }),
      change: (_was, is) => this.table(is),
    });
    this.list(() => this.now.parameters, b.parameters, {
      remove: (parameter) => ({ op: 'parameter.remove', parameter }),
      add: (parameter, index) => ({ op: 'parameter.add', parameter, index }),
      change: (was, is) => {
        if (was.key !== is.key) this.push({ op: 'key.set', what: 'parameter', id: is.id, to: is.key });
        const changes = patchOf(was, is, ['key']);
        if (changes) this.push({ op: 'parameter.set', parameter: is.id, patch: changes });
      },
    });
    this.list<Design>(() => this.now.designs, b.designs, {
      remove: (design) => ({ op: 'design.remove', design }),
      add: (design, index) => ({ op: 'design.add', design, index }),
      move: (design, index) => ({ op: 'design.move', design, index }),
      change: (was, is) => this.design(was, is, b.designs.indexOf(is)),
    });
  }

  private table(is: Project['tables'][number]): void {
    const now = () => this.now.tables.find((table) => table.id === is.id) ?? is;
    const table = is.id;
    if (now().key !== is.key) this.push({ op: 'key.set', what: 'table', id: table, to: is.key });
    this.list(() => now().columns, is.columns, {
      remove: (column) => ({ op: 'column.remove', table, column }),
      add: (column, index) => ({ op: 'column.add', table, column, index }),
      change: (was, column) => {
        if (was.key !== column.key) {
          this.push({ op: 'key.set', what: 'column', table, id: column.id, to: column.key });
        }
        const changes = patchOf(was, column, ['key']);
        if (changes) this.push({ op: 'column.set', table, column: column.id, patch: changes });
      },
    });
    // Last, because columns take their keys out of the grain.
    const changes = patchOf(now(), is, ['key', 'columns']);
    if (changes) this.push({ op: 'table.set', table, patch: changes });
  }

  private design(was: Design, is: Design, index: number): void {
    if (was.kind !== is.kind) {
      this.push({ op: 'design.remove', design: was.id });
      this.push({ op: 'design.add', design: is, index });
    } else if (isGraph(was) && isGraph(is)) this.graph(was, is);
    else for (const change of diffValues(was, is)) this.push({ op: 'design.set', design: is.id, ...change });
  }

  private graph(was: GraphDesign, is: GraphDesign): void {
    const design = is.id;
    const now = (): GraphDesign => this.now.designs.filter(isGraph).find((one) => one.id === design) ?? was;
    const { nodes: _n, edges: _e, layout: _l, ...rest } = is;
    const { nodes: _n2, edges: _e2, layout: _l2, ...restNow } = was;
    for (const change of diffValues(restNow, rest)) this.push({ op: 'design.set', design, ...change });
    for (const node of Object.keys(was.nodes)) {
      if (!Object.hasOwn(is.nodes, node)) this.push({ op: 'node.remove', design, node });
    }
    Object.entries(is.nodes).forEach(([node, value], index) => {
      const old = Object.hasOwn(was.nodes, node) ? was.nodes[node] : undefined;
      if (!old) {
        const at = is.layout[node];
        this.push({ op: 'node.add', design, node, value, index, ...(at ? { at } : {}) });
        return;
      }
      const changes = patchOf(old, value, ['props']);
      if (changes) this.push({ op: 'node.set', design, node, patch: changes });
      for (const change of diffValues(old.props, value.props)) this.push({ op: 'node.prop', design, node, ...change });
    });
    this.edges(now, is);
    const positions = Object.fromEntries([
      ...Object.keys(now().layout)
        .filter((node) => !Object.hasOwn(is.layout, node))
        .map((node) => [node, null]),
      ...Object.entries(is.layout).filter(([node, position]) => !sameValue(now().layout[node], position)),
    ]);
    if (Object.keys(positions).length > 0) this.push({ op: 'node.move', design, positions });
  }

  private edges(now: () => GraphDesign, is: GraphDesign): void {
    const design = is.id;
    for (const edge of now().edges) {
      if (!is.edges.some((other) => sameValue(other, edge))) this.push({ op: 'edge.remove', design, edge });
    }
    is.edges.forEach((edge, index) => {
      if (sameValue(now().edges[index], edge)) return;
      if (
        now()
          .edges.slice(index)
          .some((other) => sameValue(other, edge))
      ) {
        this.push({ op: 'edge.remove', design, edge });
      }
      this.push({ op: 'edge.add', design, edge, index });
    });
    for (const edge of now().edges.slice(is.edges.length)) this.push({ op: 'edge.remove', design, edge });
  }
}

/** What to lay over one object to get another; `null` removes. Nothing where they are alike. */
function patchOf<T extends object>(was: T, is: T, except: readonly string[]): Record<string, never> | undefined {
  const before = new Map<string, unknown>(Object.entries(was));
  const after = new Map<string, unknown>(Object.entries(is));
  const patch: Record<string, unknown> = {};
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    if (except.includes(key) || sameValue(before.get(key), after.get(key))) continue;
    patch[key] = after.has(key) ? after.get(key) : null;
  }
  return Object.keys(patch).length > 0 ? (patch as Record<string, never>) : undefined;
}
