/** A key nobody has yet, made from what people call the thing. */
import { isKey, longestKey } from './key.ts';

/**
 * An identifier like `label` that is not in `taken` (compared without case, because formulas read names that way): words joined by `_`, in lower
 * case; Chinese and other scripts stay as they are; `x_2`, `x_3` … where it is taken; `fallback` where nothing of the label can stand in a key.
 */
export function freeKey(label: string, taken: Iterable<string>, fallback = 'item'): string {
  const words = label.normalize('NFKC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let base = words
    .join('_')
    .toLowerCase()
    .replace(/^\p{M}+/u, '');
  if (base === '') base = fallback;
  if (/^\p{N}/u.test(base)) base = `_${base}`;
  base = cut(base, longestKey);
  if (!isKey(base)) base = fallback;
  const lower = new Set([...taken].map((key) => key.toLowerCase()));
  if (!lower.has(base)) return base;
  for (let n = 2; ; n++) {
    const tail = `_${n}`;
    const key = cut(base, longestKey - tail.length) + tail;
    if (!lower.has(key.toLowerCase())) return key;
  }
}

/** The first `length` UTF-16 units, never half of a character. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}
