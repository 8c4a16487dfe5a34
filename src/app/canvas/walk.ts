import type { NodePosition } from '#core/project/project.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The nearest node that lies in a direction: distance along the arrow, and twice the distance aside. */
export function neighbour(
  layout: Readonly<Record<string, NodePosition>>,
  from: string,
  direction: Direction,
): string | null {
  const here = layout[from];
  if (!here) return null;
  let best: string | null = null;
  let least = Infinity;
  for (const [node, place] of Object.entries(layout)) {
    if (node === from) continue;
    const dx = place.x - here.x;
    const dy = place.y - here.y;
    const along = direction === 'left' ? -dx : direction === 'right' ? dx : direction === 'up' ? -dy : dy;
    const aside = Math.abs(direction === 'left' || direction === 'right' ? dy : dx);
    if (along <= 0) continue;
    const cost = along + 2 * aside;
    if (cost < least) [best, least] = [node, cost];
  }
  return best;
}
