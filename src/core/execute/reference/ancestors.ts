/** Who stands above whom on one day, and at which level: the nearest, by trying every way up. */

export interface Link {
  readonly child: string;
  readonly parent: string | null;
  /** Half-open days; null: open. */
  readonly from: number | null;
  readonly to: number | null;
}

/** Lines `person above level`, sorted; oneself at level 0 where wanted. A way up ends where it would come back to the person. */
export function aboveOn(
  links: readonly Link[],
  day: number,
  includeSelf: boolean,
  maxLevel: number | null,
): readonly string[] {
  const holds = links.filter(
    (link) => (link.from === null || link.from <= day) && (link.to === null || day < link.to) && link.parent !== null,
  );
  const people = new Set(links.flatMap((link) => (link.parent === null ? [link.child] : [link.child, link.parent])));
  const lines: string[] = [];
  for (const person of people) {
    const levels = new Map([[person, 0]]);
    let frontier = [person];
    for (let level = 1; frontier.length > 0 && (maxLevel === null || level <= maxLevel); level++) {
      const above = frontier.flatMap((one) =>
        holds.filter((link) => link.child === one).map((link) => link.parent ?? ''),
      );
      frontier = [...new Set(above)].filter((one) => !levels.has(one));
      for (const one of frontier) levels.set(one, level);
    }
    for (const [above, level] of levels) if (level > 0 || includeSelf) lines.push(`${person} ${above} ${level}`);
  }
  return lines.sort();
}
