/** Where the props of a node name things: its kind's inspector says which are formulas, columns and tables. */
import type { InspectorField } from '../contracts/node-kind.ts';
import { isRecord, type Path } from './at-path.ts';

export interface PropRename {
  /** The new key of a column that reaches a port; nothing where it keeps its key. */
  readonly column: (port: string, key: string) => string | undefined;
  readonly table: (key: string) => string | undefined;
  /** The new text of a formula. `made`: columns that formulas before it in the same list make, which hide those of the port. */
  readonly formula: (text: string, port: string | undefined, made: readonly string[]) => string;
}

export interface PropChange {
  readonly path: Path;
  readonly value: unknown;
}

/** What changes inside a node's props. Values that do not have the control's shape are passed over: they are reported elsewhere. */
export function renameInProps(
  fields: readonly InspectorField[],
  props: Readonly<Record<string, unknown>>,
  rename: PropRename,
): PropChange[] {
  const changes: PropChange[] = [];
  const set = (path: Path, was: unknown, is: string | undefined): void => {
    if (is !== undefined && is !== was) changes.push({ path, value: is });
  };
  const formula = (path: Path, text: unknown, port: string | undefined, made: readonly string[] = []): void => {
    if (typeof text === 'string') set(path, text, rename.formula(text, port, made));
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
          const made = field.place === 'row' ? rows.slice(0, i).flatMap((one) => one['key'] ?? []) : [];
          formula(
            [prop, i, 'formula'],
            row['formula'],
            field.from,
            made.filter((key) => typeof key === 'string'),
          );
        });
        break;
      case 'column':
        column([prop], value, field.from);
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
        break;
    }
  }
  return changes;
}
