/** Everything a user can drag, as one value: handed to the core, which never reaches for a registry. */
import type { NodeKind } from './node-kind.ts';

export interface Catalog {
  readonly nodes: ReadonlyMap<string, NodeKind>;
}
