/** The props of a field or of a part of the page, as its kind understands them, and where they stand in the document. */
import type { FieldKind } from '../contracts/field-kind.ts';

interface Owner {
  readonly version?: number;
  readonly props?: Readonly<Record<string, unknown>>;
}

export type ReadProps = ReturnType<FieldKind['props']['safeParse']>;

export function propsOf(kind: FieldKind, owner: Owner): ReadProps {
  let props: unknown = owner.props ?? kind.defaults;
  for (let version = owner.version ?? 1; version < kind.version; version++) {
    const migrate = kind.migrations?.[version];
    if (migrate) props = migrate(props);
  }
  return kind.props.safeParse(props);
}
