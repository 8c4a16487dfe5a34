/** The known name that a mistyped one most likely means. */
import { foldText } from '../fold-text.ts';

/** Edits between two words: insert, remove, change, swap neighbours. Answers `most + 1` as soon as it must be more. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      current.push(least);
    }
    if (Math.min(...current) > most) return most + 1;
    [before, previous] = [previous, current];
  }
  return previous[b.length] ?? most + 1;
}

/** Names longer than this are not worth guessing at. */
const LONGEST = 64;

export interface Candidate {
  /** What is compared: a key or a label. */
  readonly text: string;
  /** What is meant by it. */
  readonly key: string;
}

export function nearest(name: string, candidates: readonly Candidate[]): string | undefined {
  if (name.length > LONGEST || name === '') return undefined;
  const wanted = foldText(name);
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  let found: string | undefined;
  for (const candidate of candidates) {
    const text = foldText(candidate.text);
    if (text.length > LONGEST) continue;
    // A beginning of at least three letters, or of two signs of Chinese, is as good as one mistake.
    const begins = text.startsWith(wanted) && wanted.length >= (/^[\0-\x7f]*$/.test(wanted) ? 3 : 2);
    const edits = text === wanted ? 0 : begins ? 1 : distance(wanted, text, least - 1);
    if (edits < least && edits < wanted.length) [least, found] = [edits, candidate.key];
  }
  return found;
}
