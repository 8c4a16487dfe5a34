/** Text without case: NFC, then Unicode's simple case folding, one code point to one code point. */

const ascii = /^[\0-\x7f]*$/;

function foldPoint(point: string): string {
  if (point === 'ı') return point; // folds to i in Turkish only
  const upper = point.toUpperCase();
  const lower = (upper.length === point.length ? upper : point).toLowerCase();
  return lower.length === point.length ? lower : point;
}

/** Folds the case alone: the answer is as long as the text, position by position. */
export function foldCase(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  let folded = '';
  for (const point of text) folded += foldPoint(point);
  return folded;
}

export function foldText(text: string): string {
  return ascii.test(text) ? text.toLowerCase() : foldCase(text.normalize('NFC'));
}
