/** What the formulas of a form may name: its fields, the project's parameters and tables. */
import type { Catalog } from '../contracts/catalog.ts';
import type { ColumnInfo } from '../data/schema.ts';
import type { Scope } from '../formula/scope.ts';
import type { FormDesign } from '../project/form-design.ts';
import type { FormItem, FormTree } from '../project/form-tree.ts';
import type { Project } from '../project/project.ts';
import { columnOfParameter, tablesOf } from './columns-of.ts';
import { propsOf } from './form-props.ts';

export interface FormScopes {
  /** By field id. */
  readonly columns: ReadonlyMap<string, ColumnInfo>;
  /** Outside repeats: fields stand bare, those of rows inside aggregates. */
  readonly whole: Scope;
  /** Where a node's formulas stand: in the rows of a repeat its fields and those of the form stand bare. */
  readonly of: (node: string) => Scope;
  /** The repeat in whose rows a node stands. */
  readonly repeatOf: ReadonlyMap<string, FormItem>;
}

export function formScopes(project: Project, form: FormDesign, tree: FormTree, catalog: Catalog): FormScopes {
  const columns = new Map<string, ColumnInfo>();
  for (const [key, field] of Object.entries(form.fields)) {
    const kind = catalog.fields.get(field.kind);
    if (kind && kind.holds !== 'value') continue;
    const props = kind && propsOf(kind, field);
    const shape = kind?.shape && props?.success ? kind.shape(props.data) : { type: 'mixed' as const };
    columns.set(field.id, { key, label: field.label, ...shape });
  }
  const repeatOf = new Map<string, FormItem>();
  const mark = (items: readonly FormItem[], repeat: FormItem | undefined): void => {
    for (const item of items) {
      if (repeat) repeatOf.set(item.node, repeat);
      const rows = catalog.fields.get(item.kind)?.holds === 'rows';
      mark(item.children, rows && !repeat ? item : repeat);
    }
  };
  mark(tree.roots, undefined);

  const inRepeat = new Map<string, string>();
  for (const item of tree.items) {
    const repeat = repeatOf.get(item.node);
    if (item.field && repeat) inRepeat.set(item.field.value.id, repeat.node);
  }
  const parameters = project.parameters.map(columnOfParameter);
  const tables = tablesOf(project);
  const all = [...columns];
  const top = all.filter(([id]) => !inRepeat.has(id)).map(([, column]) => column);
  const whole: Scope = {
    place: 'group',
    columns: all.map(([, column]) => column),
    groupKeys: top.map((column) => column.key),
    parameters,
    tables,
  };
  const rows = new Map<string, Scope>();
  return {
    columns,
    whole,
    repeatOf,
    of(node) {
      const repeat = repeatOf.get(node)?.node;
      if (repeat === undefined) return whole;
      const own = all.filter(([id]) => inRepeat.get(id) === repeat).map(([, column]) => column);
      const known = rows.get(repeat) ?? { place: 'row' as const, columns: [...own, ...top], parameters, tables };
      rows.set(repeat, known);
      return known;
    },
  };
}
