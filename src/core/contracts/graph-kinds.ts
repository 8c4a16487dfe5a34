/** What the nodes of a design that is a graph are made of, by the design's family. */
import type { Catalog } from './catalog.ts';
import type { NodeKind } from './node-kind.ts';

/** What every kind on a canvas has, whatever its family. */
export type GraphKind = Omit<NodeKind, 'lower'>;

const families: {
  readonly [F in 'plan' | 'scorecard' | 'journey']: (catalog: Catalog) => ReadonlyMap<string, GraphKind>;
} = {
  plan: (catalog) => catalog.nodes,
  scorecard: (catalog) => catalog.nodes,
  journey: (catalog) => catalog.steps,
};

export function graphKinds(
  catalog: Catalog,
  design: { readonly kind: keyof typeof families },
): ReadonlyMap<string, GraphKind> {
  return families[design.kind](catalog);
}
