import type { Catalog } from '#core/contracts/catalog.ts';
import type { NodeFamily } from '#core/contracts/node-kind.ts';
import type { Thumbnail } from '#store/project-summary.ts';
import { tileOf } from '../form-editor/field-tile.ts';
import type { SmallPicture } from './library-props.ts';

/** A stored thumbnail with the colours of its kinds' families. */
export function smallPicture({ nodes, edges }: Thumbnail, catalog: Catalog): SmallPicture {
  return {
    nodes: nodes.map(({ kind, x, y }) => ({
      family: (catalog.nodes.get(kind) ?? catalog.steps.get(kind))?.family ?? familyOfField(catalog, kind),
      x,
      y,
    })),
    edges,
  };
}

function familyOfField(catalog: Catalog, kind: string): NodeFamily {
  const field = catalog.fields.get(kind);
  return field ? tileOf[field.group] : 'shape';
}
