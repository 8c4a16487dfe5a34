import type { Catalog } from '#core/contracts/catalog.ts';
import type { Thumbnail } from '#store/project-summary.ts';
import type { SmallPicture } from './library-props.ts';

/** A stored thumbnail with the colours of its kinds' families. */
export function smallPicture({ nodes, edges }: Thumbnail, catalog: Catalog): SmallPicture {
  return {
    nodes: nodes.map(({ kind, x, y }) => ({
      family: (catalog.nodes.get(kind) ?? catalog.steps.get(kind))?.family ?? 'shape',
      x,
      y,
    })),
    edges,
  };
}
