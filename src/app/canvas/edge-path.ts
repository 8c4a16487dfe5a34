/** The line of an edge: right angles with round corners; a target to the left is reached through the gap between lanes, like a line break in text. */

interface Point {
  readonly x: number;
  readonly y: number;
}

const radius = 8;
const stub = 18;
/** From a port up to the middle of the gap above its lane. */
const gapAbove = 50;

export interface EdgePath {
  readonly path: string;
  readonly wrapped: boolean;
  readonly labelX: number;
  readonly labelY: number;
  /** Nearer to where it begins: edges that meet on their way keep labels of their own. */
  readonly startX: number;
  readonly startY: number;
}

export function edgePath(from: Point, to: Point): EdgePath {
  const forward = to.x >= from.x + stub;
  if (forward) {
    const middle = (from.x + to.x) / 2;
    const points =
      Math.abs(from.y - to.y) < 1 ? [from, to] : [from, { x: middle, y: from.y }, { x: middle, y: to.y }, to];
    const label = { labelX: middle, labelY: (from.y + to.y) / 2 };
    return { path: rounded(points), wrapped: false, ...label, startX: label.labelX, startY: label.labelY };
  }
  const gap = to.y > from.y ? to.y - gapAbove : Math.min(from.y, to.y) - gapAbove;
  const right = from.x + stub;
  const left = to.x - stub;
  const points = [from, { x: right, y: from.y }, { x: right, y: gap }, { x: left, y: gap }, { x: left, y: to.y }, to];
  return {
    path: rounded(points),
    wrapped: true,
    labelX: (left + right) / 2,
    labelY: gap,
    startX: right,
    startY: (from.y + gap) / 2,
  };
}

function rounded(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${first.x},${first.y}`;
  rest.forEach((point, index) => {
    const before = points[index];
    const after = points[index + 2];
    if (!before || !after) {
      path += `L${point.x},${point.y}`;
      return;
    }
    const into = towards(point, before);
    const out = towards(point, after);
    path += `L${into.x},${into.y}Q${point.x},${point.y} ${out.x},${out.y}`;
  });
  return path;
}

function towards(corner: Point, other: Point): Point {
  const dx = other.x - corner.x;
  const dy = other.y - corner.y;
  const length = Math.hypot(dx, dy);
  const by = length === 0 ? 0 : Math.min(radius, length / 2) / length;
  return { x: corner.x + dx * by, y: corner.y + dy * by };
}
