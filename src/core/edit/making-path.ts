/** Which prop of a node names a column that the node makes: a formula of a list, a column taken under another name, or a plain name. */
import type { InspectorField } from '../contracts/node-kind.ts';
import { isRecord, type Path } from './at-path.ts';

/** The last one that does; undefined where the name is the kind's own, or the column only passes through. */
export function makingPath(
  fields: readonly InspectorField[],
  props: Readonly<Record<string, unknown>>,
  key: string,
): Path | undefined {
  let found: Path | undefined;
  for (const field of fields) {
    const value = Object.hasOwn(props, field.prop) ? props[field.prop] : undefined;
    if (field.control === 'text' && value === key) found = [field.prop];
    if ((field.control !== 'formulas' && field.control !== 'take') || !Array.isArray(value)) continue;
    (value as readonly unknown[]).forEach((row, i) => {
      if (isRecord(row) && row['key'] === key && (field.control === 'formulas' || row['from'] !== key))
        found = [field.prop, i, 'key'];
    });
  }
  return found;
}
