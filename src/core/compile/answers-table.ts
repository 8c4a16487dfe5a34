/** Edits that give every field of a form a column: a table for the answers, one for the rows of each repeat, and what is missing in those there are. */
import type { Catalog } from '../contracts/catalog.ts';
import type { ColumnDefinition, Project, TableDefinition } from '../project/project.ts';
import type { Edit } from '../edit/edit.ts';
import type { FormDesign, FormFillDesign } from '../project/form-design.ts';
import { formTree, type FormItem } from '../project/form-tree.ts';
import { freeKey } from '../project/new-key.ts';
import { propsOf } from './form-props.ts';

interface Asked {
  readonly of: string | undefined;
  readonly label: string;
  readonly fields: readonly {
    readonly id: string;
    readonly key: string;
    readonly column: Omit<ColumnDefinition, 'id' | 'key'>;
  }[];
}

/** Nothing where every field has its column. Ids are made from the form's own, so that the same form gives the same edits. */
export function answersTableEdits(project: Project, form: FormDesign, catalog: Catalog): Edit[] {
  const edits: Edit[] = [];
  const takenTables = project.tables.map((table) => table.key);
  const takenIds = new Set(project.tables.map((table) => table.id));
  const into: FormFillDesign[] = form.into.filter((fill) => project.tables.some((table) => table.id === fill.table));
  for (const asked of askedFor(form, catalog)) {
    const at = into.findIndex((fill) => fill.of === asked.of);
    const fill = into[at];
    const table = project.tables.find((one) => one.id === fill?.table);
    const taken = table?.columns.map((column) => column.key) ?? [];
    const ids = new Set(table?.columns.map((column) => column.id));
    const columns: Record<string, string> = Object.fromEntries(
      Object.entries(fill?.columns ?? {}).filter(([, column]) => ids.has(column)),
    );
    const made: ColumnDefinition[] = [];
    const make = (id: string, key: string, column: Omit<ColumnDefinition, 'id' | 'key'>): string => {
      const free = freeKey(key, [...taken, ...made.map((one) => one.key)], 'column');
      const own = freeId(id, new Set([...ids, ...made.map((one) => one.id)]));
      made.push({ id: own, key: free, ...column });
      return own;
    };
    const kept = fill?.answer !== undefined && ids.has(fill.answer) ? fill.answer : undefined;
    const role = asked.of === undefined ? ({ role: 'id' } as const) : {};
    const answer = table ? kept : make('answer', 'answer', { label: 'Answer', type: 'text', ...role });
    for (const field of asked.fields) columns[field.id] ??= make(field.id, field.key, field.column);
    if (table) {
      for (const column of made) edits.push({ op: 'column.add', table: table.id, column });
      if (made.length === 0) continue;
      into[at] = { ...(fill as FormFillDesign), columns };
      continue;
    }
    const key = freeKey(asked.label, takenTables, 'answers');
    const id = freeId(`${form.id}.${asked.of ?? 'answers'}`, takenIds);
    takenTables.push(key);
    takenIds.add(id);
    const grain = asked.of === undefined ? { grain: made.slice(0, 1).map((column) => column.key) } : {};
    const definition: TableDefinition = { id, key, label: asked.label, columns: made, ...grain };
    edits.push({ op: 'table.add', table: definition });
    into.push({
      table: id,
      ...(asked.of === undefined ? {} : { of: asked.of }),
      ...(answer === undefined ? {} : { answer }),
      columns,
    });
  }
  if (JSON.stringify(into) === JSON.stringify(form.into)) return edits;
  return [...edits, { op: 'design.set', design: form.id, path: ['into'], value: into }];
}

/** The answer itself, then each repeat, with the fields that need a column. */
function askedFor(form: FormDesign, catalog: Catalog): readonly Asked[] {
  const own: Asked['fields'][number][] = [];
  const repeats: Asked[] = [];
  const walk = (items: readonly FormItem[], fields: Asked['fields'][number][]): void => {
    for (const item of items) {
      const kind = catalog.fields.get(item.kind);
      const field = item.field;
      if (!kind) continue;
      if (field && kind.holds === 'value') {
        const props = propsOf(kind, field.value);
        const shape = props.success && kind.shape ? kind.shape(props.data) : ({ type: 'text' } as const);
        fields.push({
          id: field.value.id,
          key: field.key,
          column: { label: field.value.label || field.key, ...shape },
        });
      }
      if (field && kind.holds === 'rows') {
        const rows: Asked['fields'][number][] = [];
        walk(item.children, rows);
        const label = `${form.name} · ${field.value.label || field.key}`;
        if (rows.length > 0) repeats.push({ of: field.value.id, label, fields: rows });
      } else walk(item.children, fields);
    }
  };
  walk(formTree(form).roots, own);
  return [{ of: undefined, label: form.name, fields: own }, ...repeats];
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  const base = wanted.slice(0, 60);
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}~${n}`;
    if (!taken.has(id)) return id;
  }
}
