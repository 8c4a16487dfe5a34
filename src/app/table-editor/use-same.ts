import { useState } from 'react';

/** The first of values that hold the same things: a parent that builds its props anew each time does not make the grid ask again. */
export function useSame<T extends object>(value: T): T {
  const [kept, setKept] = useState(value);
  if (kept === value || same(kept, value)) return kept;
  setKept(value);
  return value;
}

function same(a: object, b: object): boolean {
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return left.length === right.size && left.every(([key, value]) => right.has(key) && right.get(key) === value);
}
