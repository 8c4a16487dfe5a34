/** Which rows are in sight. Browsers cannot be taller than about 33 million pixels: beyond 24 million the scroll way stands for more than its pixels. */
const tallest = 24_000_000;

export interface VirtualRange {
  readonly height: number;
  readonly first: number;
  readonly last: number;
  /** Pixels from the top of the scrolled space to the first row. */
  readonly offset: number;
}

export function virtualRange(
  total: number,
  rowHeight: number,
  scrollTop: number,
  viewHeight: number,
  extra = 6,
): VirtualRange {
  const full = total * rowHeight;
  const height = Math.min(full, tallest);
  const way = Math.max(1, height - viewHeight);
  const fullWay = Math.max(0, full - viewHeight);
  const top = full <= tallest ? scrollTop : (Math.min(scrollTop, way) / way) * fullWay;
  const first = Math.max(0, Math.min(Math.floor(top / rowHeight) - extra, total));
  const last = Math.min(total, Math.ceil((top + viewHeight) / rowHeight) + extra);
  return { height, first, last, offset: scrollTop - (top - first * rowHeight) };
}

/** Where to scroll so that a row is in sight; null where it is already. */
export function scrollFor(
  row: number,
  total: number,
  rowHeight: number,
  scrollTop: number,
  viewHeight: number,
): number | null {
  const full = total * rowHeight;
  const scale = full <= tallest ? 1 : Math.max(1, tallest - viewHeight) / Math.max(1, full - viewHeight);
  const top = scrollTop / scale;
  if (row * rowHeight < top) return row * rowHeight * scale;
  if ((row + 1) * rowHeight > top + viewHeight) return ((row + 1) * rowHeight - viewHeight) * scale;
  return null;
}
