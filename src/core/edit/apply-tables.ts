/** Edits of what stands beside the designs: the project's own name, tables, columns and parameters. */
import { problem } from '../problem/problem.ts';
import type { Thing } from '../problem/words/project.ts';
import { isKey } from '../project/key.ts';
import {
  columnSchema,
  parameterSchema,
  projectSchema,
  tableSchema,
  type ColumnDefinition,
  type Parameter,
  type Project,
  type TableDefinition,
} from '../project/project.ts';
import type { ChunkSwap, Edit } from './edit.ts';
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
  type Outcome,
} from './outcome.ts';

type EditOf<O extends Edit['op']> = Extract<Edit, { readonly op: O }>;
interface Named {
  readonly id: string;
  readonly key: string;
}

export function setProject(project: Project, edit: EditOf<'project.set'>): Outcome {
  const { value, inverse } = patched(project, edit.patch, projectSchema);
  const bad = misfit(projectSchema.pick({ name: true, locale: true, calendars: true }), value);
  return bad ? refused(bad) : done(value, { op: 'project.set', patch: inverse });
}

/** Why one more cannot come into a list; `restore` lets a doubled or odd key come back as it was, an id never. */
function cannotAdd(what: Thing, list: readonly Named[], one: Named, restore?: true): Outcome | undefined {
  if (list.some((other) => other.id === one.id)) return refused(problem('edit.id-taken', { what, id: one.id }));
  return restore ? undefined : badKey(what, list, one.key);
}

function badKey(what: Thing, list: readonly Named[], key: string): Outcome | undefined {
  if (!isKey(key)) return refused(problem('edit.bad-key', { what, key }));
  const taken = list.some((other) => other.key.toLowerCase() === key.toLowerCase());
  return taken ? refused(problem('edit.key-taken', { what, key })) : undefined;
}

/** Marks the inverse of a removal where adding would be refused. */
function restoring(what: Thing, rest: readonly Named[], one: Named): { readonly restore?: true } {
  return badKey(what, rest, one.key) ? { restore: true } : {};
}

export function addTable(project: Project, edit: EditOf<'table.add'>): Outcome {
  const no = cannotAdd('table', project.tables, edit.table, edit.restore);
  if (no) return no;
  const tables = inserted(project.tables, edit.index, edit.table);
  const bad = misfit(tableSchema, edit.table) ?? misfit(projectSchema.shape.tables, tables);
  return bad ? refused(bad) : done({ ...project, tables }, { op: 'table.remove', table: edit.table.id });
}

export function removeTable(project: Project, edit: EditOf<'table.remove'>): Outcome {
  const index = project.tables.findIndex((table) => table.id === edit.table);
  const table = project.tables[index];
  if (!table) return notFound('table', edit.table, { table: edit.table });
  const tables = removed(project.tables, index);
  return done({ ...project, tables }, { op: 'table.add', table, index, ...restoring('table', tables, table) });
}

export function moveTable(project: Project, edit: EditOf<'table.move'>): Outcome {
  const index = project.tables.findIndex((table) => table.id === edit.table);
  if (index < 0) return notFound('table', edit.table, { table: edit.table });
  const tables = moved(project.tables, index, edit.index);
  return done({ ...project, tables }, { op: 'table.move', table: edit.table, index });
}

/** Changes one table; `make` gives it anew with the edit that takes it back. */
function changeTable(
  project: Project,
  id: string,
  make: (table: TableDefinition) => { readonly table: TableDefinition; readonly inverse: Edit } | Outcome,
): Outcome {
  const index = project.tables.findIndex((table) => table.id === id);
  const table = project.tables[index];
  if (!table) return notFound('table', id, { table: id });
  const made = make(table);
  if ('done' in made) return made;
  return done({ ...project, tables: replaced(project.tables, index, made.table) }, made.inverse);
}

export function setTable(project: Project, edit: EditOf<'table.set'>): Outcome {
  return changeTable(project, edit.table, (table) => {
    const { value, inverse } = patched(table, edit.patch, tableSchema);
    const bad = misfit(tableSchema, value, { table: edit.table });
    return bad ? refused(bad) : { table: value, inverse: { op: 'table.set', table: edit.table, patch: inverse } };
  });
}

/** Swaps that another change made impossible are refused: nobody's rows are overwritten unseen. */
export function swapRows(project: Project, edit: EditOf<'table.rows'>): Outcome {
  return changeTable(project, edit.table, (table) => {
    const chunks = [...(table.data?.chunks ?? [])];
    const back: ChunkSwap[] = [];
    for (const { at, take, put, next } of edit.swaps) {
      const place = placeOf(chunks, take, next, at);
      if (place < 0) return refused(problem('edit.rows-changed', { table: table.label }, { table: edit.table }));
      chunks.splice(place, take.length, ...put);
      back.unshift({ at: place, take: [...put], put: [...take], next });
    }
    const rows = Math.max(0, (table.data?.rows ?? 0) + edit.rows);
    const { value, inverse } = patched(table, { data: { rows, chunks } }, tableSchema);
    const bad = misfit(tableSchema.shape.data, value.data, { table: edit.table });
    if (bad) return refused(bad);
    const undo: Edit = table.data
      ? { op: 'table.rows', table: edit.table, swaps: back, rows: table.data.rows - rows }
      : { op: 'table.set', table: edit.table, patch: inverse };
    return { table: value, inverse: undo };
  });
}

/** Where the chunks to take stand: where they are said to, else the one place that has them; -1: nowhere, or nobody can say where. */
function placeOf(chunks: readonly string[], take: readonly string[], next: string | null, at: number): number {
  const here = (place: number) =>
    [...take, next ?? undefined].every((id, i) => chunks[place + i] === id) && place <= chunks.length;
  if (here(at)) return at;
  const places = [...chunks.keys(), chunks.length].filter(here);
  return places.length === 1 ? (places[0] ?? -1) : -1;
}

export function addColumn(project: Project, edit: EditOf<'column.add'>): Outcome {
  return changeTable(project, edit.table, (table) => {
    const no = cannotAdd('column', table.columns, edit.column, edit.restore);
    if (no) return no;
    const columns = inserted(table.columns, edit.index, edit.column);
    const bad = misfit(columnSchema, edit.column, { table: edit.table }) ?? misfit(tableSchema.shape.columns, columns);
    if (bad) return refused(bad);
    return {
      table: { ...table, columns },
      inverse: { op: 'column.remove', table: edit.table, column: edit.column.id },
    };
  });
}

/** The column leaves the table's grain as well. */
export function removeColumn(project: Project, edit: EditOf<'column.remove'>): Outcome {
  return changeTable(project, edit.table, (table) => {
    const index = table.columns.findIndex((column) => column.id === edit.column);
    const column = table.columns[index];
    if (!column) return notFound('column', edit.column, { table: edit.table });
    const columns = removed(table.columns, index);
    const again = restoring('column', columns, column);
    const inverse: Edit = { op: 'column.add', table: edit.table, column, index, ...again };
    if (again.restore || !table.grain?.includes(column.key)) return { table: { ...table, columns }, inverse };
    const grain = table.grain.filter((key) => key !== column.key);
    const back: Edit = { op: 'table.set', table: edit.table, patch: { grain: table.grain } };
    return { table: { ...table, columns, grain }, inverse: { op: 'batch', edits: [inverse, back] } };
  });
}

export function setColumn(project: Project, edit: EditOf<'column.set'>): Outcome {
  return changeTable(project, edit.table, (table) => {
    const index = table.columns.findIndex((column) => column.id === edit.column);
    const column = table.columns[index];
    if (!column) return notFound('column', edit.column, { table: edit.table });
    const { value, inverse } = patched(column, edit.patch, columnSchema);
    const bad = misfit(columnSchema, value, { table: edit.table });
    if (bad) return refused(bad);
    return {
      table: { ...table, columns: replaced(table.columns, index, value) },
      inverse: { op: 'column.set', table: edit.table, column: edit.column, patch: inverse },
    };
  });
}

export function addParameter(project: Project, edit: EditOf<'parameter.add'>): Outcome {
  const no = cannotAdd('parameter', project.parameters, edit.parameter, edit.restore);
  if (no) return no;
  const parameters = inserted(project.parameters, edit.index, edit.parameter);
  const bad = misfit(parameterSchema, edit.parameter) ?? misfit(projectSchema.shape.parameters, parameters);
  return bad
    ? refused(bad)
    : done({ ...project, parameters }, { op: 'parameter.remove', parameter: edit.parameter.id });
}

export function removeParameter(project: Project, edit: EditOf<'parameter.remove'>): Outcome {
  const index = project.parameters.findIndex((parameter) => parameter.id === edit.parameter);
  const parameter = project.parameters[index];
  if (!parameter) return notFound('parameter', edit.parameter);
  const parameters = removed(project.parameters, index);
  const again = restoring('parameter', parameters, parameter);
  return done({ ...project, parameters }, { op: 'parameter.add', parameter, index, ...again });
}

export function setParameter(project: Project, edit: EditOf<'parameter.set'>): Outcome {
  const index = project.parameters.findIndex((parameter) => parameter.id === edit.parameter);
  const parameter = project.parameters[index];
  if (!parameter) return notFound('parameter', edit.parameter);
  const { value, inverse } = patched<Parameter>(parameter, edit.patch, parameterSchema);
  const bad = misfit(parameterSchema, value);
  if (bad) return refused(bad);
  return done(
    { ...project, parameters: replaced(project.parameters, index, value) },
    { op: 'parameter.set', parameter: edit.parameter, patch: inverse },
  );
}

/** Changes a key alone; a column's also where its own table's grain names it. */
export function setKey(project: Project, edit: EditOf<'key.set'>): Outcome {
  if (edit.what === 'column') return setColumnKey(project, edit);
  const list: readonly Named[] = edit.what === 'table' ? project.tables : project.parameters;
  const one = list.find((other) => other.id === edit.id);
  if (!one) return notFound(edit.what, edit.id);
  const others = list.filter((other) => other !== one);
  const no = edit.restore ? undefined : badKey(edit.what, others, edit.to);
  if (no) return no;
  const inverse: Edit = {
    op: 'key.set',
    what: edit.what,
    id: edit.id,
    to: one.key,
    ...restoring(edit.what, others, one),
  };
  const rekeyed = <T extends Named>(named: T): T => (named.id === edit.id ? { ...named, key: edit.to } : named);
  return edit.what === 'table'
    ? done({ ...project, tables: project.tables.map(rekeyed) }, inverse)
    : done({ ...project, parameters: project.parameters.map(rekeyed) }, inverse);
}

function setColumnKey(project: Project, edit: EditOf<'key.set'> & { readonly what: 'column' }): Outcome {
  const { table: tableId, id, to } = edit;
  return changeTable(project, tableId, (table) => {
    const index = table.columns.findIndex((column) => column.id === id);
    const column = table.columns[index];
    if (!column) return notFound('column', id, { table: tableId });
    const others = removed(table.columns, index);
    const no = edit.restore ? undefined : badKey('column', others, to);
    if (no) return no;
    const again = restoring('column', others, column);
    const columns: ColumnDefinition[] = replaced(table.columns, index, { ...column, key: to });
    const inverse: Edit = { op: 'key.set', what: 'column', table: tableId, id, to: column.key, ...again };
    if (!table.grain?.includes(column.key)) return { table: { ...table, columns }, inverse };
    const grain = table.grain.map((key) => (key === column.key ? to : key));
    return { table: { ...table, columns, grain }, inverse };
  });
}
