/**
 * What a list cell holds. A list travels as text: items with `;` between them (or line breaks or `|`; where there is none of these, commas), as
 * multiple choices are exported everywhere, or a JSON array where items hold such signs themselves. Blank is the empty list.
 */
import { isError, type Value } from './value.ts';

const strong = /[;；|\n\r]/;
const weak = /[,，、]/;

/** The items in order; undefined where the cell is no list. An error is a list of itself. */
export function listItems(cell: Value): readonly Value[] | undefined {
  if (cell === null) return [];
  if (isError(cell)) return [cell];
  if (typeof cell !== 'string') return undefined;
  const text = cell.trim();
  if (text.startsWith('[')) return arrayItems(text);
  const signs = strong.test(text) ? strong : weak;
  return text
    .split(signs)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function arrayItems(text: string): readonly Value[] | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  return Array.isArray(parsed) && parsed.every(isItem) ? parsed : undefined;
}

function isItem(item: unknown): item is number | string | boolean | null {
  return item === null || typeof item === 'number' || typeof item === 'string' || typeof item === 'boolean';
}
