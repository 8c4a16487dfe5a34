/** Where a text stops being JSON. Engines say it each in their own words, and some not at all. */

export interface TextPosition {
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

const space = /[ \t\n\r]*/y;
// eslint-disable-next-line no-control-regex -- JSON forbids just these inside a string
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const plain = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** The first place where the text cannot go on as JSON; its end where it stops too early or nothing is wrong. */
export function jsonFault(text: string): TextPosition {
  const open: string[] = [];
  let at = 0;
  /** What may come next. */
  let next: 'value' | 'first-key' | 'key' | 'colon' | 'after' | 'first-value' = 'value';
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const length = pattern.exec(text)?.[0].length ?? 0;
    at += length;
    return length > 0;
  };
  for (;;) {
    skip(space);
    if (at >= text.length) break;
    const sign = text[at] ?? '';
    if (next === 'colon') {
      if (sign !== ':') break;
      next = 'value';
      at++;
    } else if (next === 'after') {
      const inside = open.at(-1);
      if (inside !== undefined && sign === ',') next = inside === '}' ? 'key' : 'value';
      else if (sign === inside) open.pop();
      else break;
      at++;
    } else if (next === 'first-key' || next === 'key') {
      if (next === 'first-key' && sign === '}') {
        open.pop();
        next = 'after';
        at++;
      } else if (skip(string)) next = 'colon';
      else break;
    } else if (next === 'first-value' && sign === ']') {
      open.pop();
      next = 'after';
      at++;
    } else if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? '}' : ']');
      next = sign === '{' ? 'first-key' : 'first-value';
      at++;
    } else if (skip(string) || skip(plain)) next = 'after';
    else break;
  }
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}
