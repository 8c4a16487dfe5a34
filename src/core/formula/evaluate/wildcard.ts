/**
 * Patterns of criteria and searches: `*` any run, `?` any one character, `~` takes the next sign literally. Without case.
 * Pieces between stars are found one after another, so that the work stays the text's length times the pattern's.
 */
import { foldCase, foldText } from '../fold-text.ts';

/** What stands between two stars. */
interface Piece {
  readonly length: number;
  /** Sign by sign; undefined stands for any. */
  readonly signs: readonly (string | undefined)[];
  /** The same as text, where no sign stands for any. */
  readonly literal: string | undefined;
}
const EMPTY: Piece = { length: 0, signs: [], literal: '' };

export interface Pattern {
  /** The parts between the stars; one part only: no star. */
  readonly pieces: readonly Piece[];
}

export function hasWildcard(text: string): boolean {
  return /[*?~]/.test(text);
}

export function readPattern(text: string): Pattern {
  const folded = foldText(text);
  const pieces: (string | undefined)[][] = [[]];
  for (let at = 0; at < folded.length; at++) {
    const sign = folded[at] ?? '';
    const next = folded[at + 1];
    const piece = pieces.at(-1);
    if (sign === '~' && (next === '*' || next === '?' || next === '~')) {
      piece?.push(next);
      at++;
    } else if (sign === '*') pieces.push([]);
    else piece?.push(sign === '?' ? undefined : sign);
  }
  return { pieces: pieces.map(pieceOf) };
}

function pieceOf(signs: readonly (string | undefined)[]): Piece {
  return { length: signs.length, signs, literal: signs.includes(undefined) ? undefined : signs.join('') };
}

function standsAt(piece: Piece, text: string, at: number): boolean {
  if (at < 0 || at + piece.length > text.length) return false;
  if (piece.literal !== undefined) return text.startsWith(piece.literal, at);
  for (let i = 0; i < piece.length; i++) {
    const sign = piece.signs[i];
    if (sign !== undefined && sign !== text[at + i]) return false;
  }
  return true;
}

function find(piece: Piece, text: string, from: number): number {
  if (piece.literal !== undefined) return from > text.length ? -1 : text.indexOf(piece.literal, from);
  for (let at = from; at + piece.length <= text.length; at++) if (standsAt(piece, text, at)) return at;
  return -1;
}

/** Whether the pattern is the whole text. */
export function matchesWhole(pattern: Pattern, text: string): boolean {
  const folded = foldText(text);
  const first = pattern.pieces[0] ?? EMPTY;
  const last = pattern.pieces.at(-1) ?? EMPTY;
  if (pattern.pieces.length === 1) return folded.length === first.length && standsAt(first, folded, 0);
  const tail = folded.length - last.length;
  if (tail < first.length || !standsAt(first, folded, 0) || !standsAt(last, folded, tail)) return false;
  let at = first.length;
  for (const piece of pattern.pieces.slice(1, -1)) {
    const found = find(piece, folded, at);
    if (found < 0 || found + piece.length > tail) return false;
    at = found + piece.length;
  }
  return true;
}

/** Where the pattern first stands inside the text, from `from` on; -1 where it does not. */
export function searchPattern(pattern: Pattern, text: string, from: number): number {
  const folded = foldCase(text);
  const start = find(pattern.pieces[0] ?? EMPTY, folded, from);
  if (start < 0) return -1;
  let at = start + (pattern.pieces[0]?.length ?? 0);
  for (const piece of pattern.pieces.slice(1)) {
    const found = find(piece, folded, at);
    if (found < 0) return -1;
    at = found + piece.length;
  }
  return start;
}
