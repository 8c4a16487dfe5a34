/**
 * A rename of a table, a column or a parameter with every use of it, spelled out as plain edits. A column is followed through each plan: the plan is
 * walked in reading order with the old and with the new name, and where the columns that reach a node differ, what the node names is changed. So a
 * column is followed through filters, joins and groups as long as nodes pass it on, and no further than that.
 */
import type { Catalog } from '../contracts/catalog.ts';
import type { TableShape } from '../contracts/node-kind.ts';
import { foldText } from '../formula/fold-text.ts';
import { namesIn, type NameUse } from '../formula/text/names-in.ts';
import { problem, type Problem } from '../problem/problem.ts';
import { isPlan, type DesignTest, type PlanDesign, type Project } from '../project/project.ts';
import { setKey } from './apply-tables.ts';
import { setAtPath } from './at-path.ts';
import type { Edit } from './edit.ts';

import { withKeyRenamed } from './outcome.ts';
import { inputsOf, outputsOf, readingOrder, type Inputs, type Outputs } from './plan-shapes.ts';
import { renameInProps, type PropRename } from './rename-props.ts';

export type Rename = Extract<Edit, { readonly op: 'rename'; readonly what: 'table' | 'parameter' | 'column' }>;
export type Expanded = { readonly edits: readonly Edit[] } | { readonly problem: Problem };

type KeyEdit = Extract<Edit, { readonly op: 'key.set' }>;

/** What is renamed, found in the project. */
interface Target {
  readonly what: Rename['what'];
  readonly from: string;
  readonly to: string;
  /** Of a column: its table's key. */
  readonly table?: string;
  readonly keyEdit: KeyEdit;
}

/** Thrown inside the walk only; never leaves this file. */
class Capture extends Error {
  readonly where: string;
  constructor(where: string) {
    super(where);
    this.where = where;
  }
}

/** Without a catalog only the key and the designs' tests change: what the props of nodes name cannot be seen. */
export function expandRename(project: Project, edit: Rename, catalog: Catalog | undefined): Expanded {
  const target = targetOf(project, edit);
  if ('problem' in target) return target;
  if (target.from === target.to) return { edits: [] };
  const keyed = setKey(project, target.keyEdit);
  if (!keyed.done) return { problem: keyed.problem };
  const edits: Edit[] = [target.keyEdit];
  try {
    for (const plan of project.designs.filter(isPlan)) {
      const walked = catalog ? walk(project, plan, target, catalog) : { edits: [], output: undefined };
      edits.push(...walked.edits, ...renameInTests(plan, target, walked.output));
    }
  } catch (error) {
    if (!(error instanceof Capture)) throw error;
    return { problem: problem('edit.captures', { from: target.from, to: target.to, where: error.where }) };
  }
  return { edits };
}

function targetOf(project: Project, edit: Rename): Target | { readonly problem: Problem } {
  const { what, id, to } = edit;
  const missing = (thing: Rename['what'], one: string) => ({
    problem: problem('edit.not-found', { what: thing, id: one }),
  });
  if (edit.what !== 'column') {
    const list: readonly { readonly id: string; readonly key: string }[] =
      edit.what === 'table' ? project.tables : project.parameters;
    const found = list.find((one) => one.id === id);
    return found
      ? { what, from: found.key, to, keyEdit: { op: 'key.set', what: edit.what, id, to } }
      : missing(what, id);
  }
  const table = project.tables.find((one) => one.id === edit.table);
  if (!table) return missing('table', edit.table);
  const column = table.columns.find((one) => one.id === id);
  if (!column) return missing('column', id);
  const keyEdit: KeyEdit = { op: 'key.set', what: 'column', table: edit.table, id, to };
  return { what, from: column.key, to, table: table.key, keyEdit };
}

interface Walked {
  readonly edits: readonly Edit[];
  /** Columns of each node's first output that have another key afterwards. */
  readonly output: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined;
}

function walk(project: Project, plan: PlanDesign, target: Target, catalog: Catalog): Walked {
  const renamed: Project = {
    ...project,
    tables: project.tables.map((table) => {
      if (target.what === 'table') return table.key === target.from ? { ...table, key: target.to } : table;
      if (target.what === 'parameter' || table.key !== target.table) return table;
      const columns = table.columns.map((column) =>
        column.key === target.from ? { ...column, key: target.to } : column,
      );
      return { ...table, columns };
    }),
  };
  const before = new Map<string, Outputs>();
  const after = new Map<string, Outputs>();
  const output = new Map<string, ReadonlyMap<string, string>>();
  const edits: Edit[] = [];
  for (const key of readingOrder(plan)) {
    const node = plan.nodes[key];
    if (!node) continue;
    const where = node.label ?? key;
    const was = inputsOf(plan, key, before);
    const is = inputsOf(plan, key, after);
    const fields = catalog.nodes.get(node.kind)?.inspector ?? [];
    const changes = renameInProps(fields, node.props, renaming(project, target, was, portMaps(was, is, where), where));
    let props: unknown = node.props;
    for (const { path, value } of changes) {
      props = setAtPath(props, path, value)?.value ?? props;
      edits.push({ op: 'node.prop', design: plan.id, node: key, path, value });
    }
    const next = { ...node, props: props as typeof node.props };
    const [left, leaves] = [outputsOf(key, node, was, project, catalog), outputsOf(key, next, is, renamed, catalog)];
    before.set(key, left);
    after.set(key, leaves);
    const [port] = left.keys();
    if (port !== undefined) output.set(key, columnMap(left.get(port), leaves.get(port), where));
  }
  return { edits, output };
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

function renaming(project: Project, target: Target, was: Inputs, maps: PortMaps, where: string): PropRename {
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
    formula: (text, port, made) => {
      const columns = columnsAt(port);
      const fresh = port === undefined ? [] : [...(maps.get(port)?.values() ?? [])];
      return renameUses(text, (use) => {
        if (use.kind === 'table') {
          return target.what === 'table' && sameName(use.name, target.from) ? target.to : undefined;
        }
        if (use.kind === 'tableColumn') {
          const its = target.what === 'column' && use.table !== undefined && sameName(use.table, target.table ?? '');
          return its && sameName(use.name, target.from) ? target.to : undefined;
        }
        if (has(made, use.name)) return undefined;
        const parameter = !has(columns, use.name) && project.parameters.some((one) => sameName(one.key, use.name));
        // A parameter would be hidden by the column that now has its name.
        if (parameter && has(fresh, use.name)) throw new Capture(where);
        const to =
          target.what === 'parameter'
            ? parameter && sameName(use.name, target.from)
              ? target.to
              : undefined
            : mapped(port, use.name);
        if (to === undefined) return undefined;
        const hidden = has(use.locals, to) || has(made, to) || (target.what === 'parameter' && has(columns, to));
        if (hidden) throw new Capture(where);
        return to;
      });
    },
  };
}

/** Formulas read names without case. */
function sameName(a: string, b: string): boolean {
  return foldText(a) === foldText(b);
}

/**
 * The text with names changed where `rename` gives a new key: several at once, so that one change is never taken for the next one's name. New keys
 * are identifiers, so what stood in brackets stays in them and nothing else needs any.
 */
function renameUses(text: string, rename: (use: NameUse) => string | undefined): string {
  let out = '';
  let from = 0;
  for (const use of namesIn(text)) {
    const to = rename(use);
    if (to === undefined) continue;
    const bracketed = /^[[［【]/.test(text.slice(use.span.start));
    out += text.slice(from, use.span.start) + (bracketed ? `[${to}]` : to);
    from = use.span.end;
  }
  return out + text.slice(from);
}

function renameInTests(plan: PlanDesign, target: Target, output: Walked['output']): Edit[] {
  const { from, to } = target;
  const renamed = <T>(record: Readonly<Record<string, T>>): Record<string, T> => withKeyRenamed(record, from, to);
  const tests = plan.tests.map((test): DesignTest => {
    if (target.what === 'parameter') return test.parameters ? { ...test, parameters: renamed(test.parameters) } : test;
    if (target.what === 'table') return test.tables ? { ...test, tables: renamed(test.tables) } : test;
    const map = output?.get(test.node ?? lastNode(plan) ?? '') ?? new Map<string, string>();
    const expect = test.expect.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [map.get(key) ?? key, value])),
    );
    const rows = test.tables?.[target.table ?? ''];
    const tables = rows && { ...test.tables, [target.table ?? '']: rows.map(renamed) };
    return { ...test, expect, ...(tables ? { tables } : {}) };
  });
  if (JSON.stringify(tests) === JSON.stringify(plan.tests)) return [];
  return [{ op: 'design.set', design: plan.id, path: ['tests'], value: tests }];
}

/** The one node nothing reads: the design's output. */
function lastNode(plan: PlanDesign): string | undefined {
  const ends = Object.keys(plan.nodes).filter((key) => !plan.edges.some((edge) => edge.from.node === key));
  return ends.length === 1 ? ends[0] : undefined;
}
