/** Where the props of a node name things: its kind's inspector says which are formulas, columns and tables. */
import type { InspectorField } from '../contracts/node-kind.ts';
import type { Span } from '../problem/problem.ts';
import { isRecord, type Path } from './at-path.ts';

export interface PropRename {
  /** The new key of a column that reaches a port; nothing where it keeps its key. */
  readonly column: (port: string, key: string) => string | undefined;
  readonly table: (key: string) => string | undefined;
  /**
   * The new text of a formula, and where its old one named what is renamed. `made`: columns that formulas before it in the same list make, which hide
   * those of the port; `later`: those that come after it.
   */
  readonly formula: (
    text: string,
    port: string | undefined,
    made: readonly string[],
    later: readonly string[],
  ) => { readonly text: string; readonly spans: readonly Span[] };
}

export interface PropChange {
  readonly path: Path;
  readonly was: unknown;
  readonly value: unknown;
  /** Of a formula: where the name stood in the old text. */
  readonly spans: readonly Span[];
}

/** What changes inside a node's props. Values that do not have the control's shape are passed over: they are reported elsewhere. */
export function renameInProps(
  fields: readonly InspectorField[],
  props: Readonly<Record<string, unknown>>,
  rename: PropRename,
): PropChange[] {
  const changes: PropChange[] = [];
  const set = (path: Path, was: unknown, is: string | undefined): void => {
    if (is !== undefined && is !== was) changes.push({ path, was, value: is, spans: [] });
  };
  const formula = (
    path: Path,
    was: unknown,
    port: string | undefined,
    made: readonly string[] = [],
    later: readonly string[] = [],
  ): void => {
    if (typeof was !== 'string') return;
    const { text, spans } = rename.formula(was, port, made, later);
    if (text !== was) changes.push({ path, was, value: text, spans });
  };
  const column = (path: Path, key: unknown, port: string): void => {
    if (typeof key === 'string') set(path, key, rename.column(port, key));
  };
  for (const field of fields) {
    const { prop } = field;
    const value = Object.hasOwn(props, prop) ? props[prop] : undefined;
    const list = Array.isArray(value) ? (value as readonly unknown[]) : [];
    const rows = list.map((row) => (isRecord(row) ? row : {}));
    switch (field.control) {
      case 'formula':
        formula([prop], value, field.place === 'scalar' ? undefined : field.from);
        break;
      case 'amount':
        formula([prop], value, undefined);
        break;
      case 'bands':
        rows.forEach((row, i) => {
          for (const part of ['from', 'rate', 'amount']) formula([prop, i, part], row[part], undefined);
        });
        break;
      case 'formulas':
        rows.forEach((row, i) => {
          const keys = (some: typeof rows): string[] =>
            field.place === 'row' ? some.map((one) => one['key']).filter((key) => typeof key === 'string') : [];
          formula([prop, i, 'formula'], row['formula'], field.from, keys(rows.slice(0, i)), keys(rows.slice(i)));
        });
        break;
      case 'column':
        column([prop], value, field.from);
        break;
      case 'bindings':
        rows.forEach((row, i) => formula([prop, i, 'formula'], row['formula'], field.from));
        break;
      case 'weights':
        rows.forEach((row, i) => column([prop, i, 'key'], row['key'], field.from));
        break;
      case 'columns':
        list.forEach((key, i) => column([prop, i], key, field.from));
        break;
      case 'pairs':
        rows.forEach((row, i) => {
          column([prop, i, 'left'], row['left'], field.left);
          column([prop, i, 'right'], row['right'], field.right);
        });
        break;
      case 'take':
        rows.forEach((row, i) => {
          column([prop, i, 'from'], row['from'], field.from);
          // A column taken under its own name goes on under its new one.
          if (row['key'] === row['from']) column([prop, i, 'key'], row['key'], field.from);
        });
        break;
      case 'table':
        if (typeof value === 'string') set([prop], value, rename.table(value));
        break;
      case 'text':
      case 'number':
      case 'toggle':
      case 'choice':
      case 'options':
      case 'curve':
      case 'design':
        break;
    }
  }
  return changes;
}
