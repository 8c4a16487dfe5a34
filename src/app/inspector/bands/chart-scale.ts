/** Axes of the pay curve: round ticks, and which labels have room. */

/** Round steps (1, 2, 2.5, 5 × 10ⁿ) from zero over `top`, about `count` of them. */
export function niceTicks(top: number, count: number): readonly number[] {
  if (!(top > 0)) return [0];
  const rough = top / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
  return Array.from({ length: Math.floor(top / step + 1e-9) + 1 }, (_, index) =>
    Number((index * step).toPrecision(12)),
  );
}

/** Labels in order of importance; one that would stand nearer than `room` to another is left out. Answers them in order of value. */
export function labelsWithRoom(
  wanted: readonly number[],
  place: (value: number) => number,
  room: number,
): readonly number[] {
  const kept: number[] = [];
  for (const value of wanted) if (kept.every((one) => Math.abs(place(one) - place(value)) >= room)) kept.push(value);
  return kept.toSorted((a, b) => a - b);
}
