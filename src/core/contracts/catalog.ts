/** Everything a user can drag, as one value: handed to the core, which never reaches for a registry. */
import type { FieldKind } from './field-kind.ts';
import type { NodeKind } from './node-kind.ts';
import type { StepKind } from './step-kind.ts';

export interface Catalog {
  /** What plans are made of. */
  readonly nodes: ReadonlyMap<string, NodeKind>;
  /** What forms are made of. */
  readonly fields: ReadonlyMap<string, FieldKind>;
  /** What journeys are made of. */
  readonly steps: ReadonlyMap<string, StepKind>;
}
