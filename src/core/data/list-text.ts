/** Texts as one list cell, so that `listItems` reads the same texts back: with `; ` between them, or as a JSON array where that would not do. */
import { listItems } from './list-items.ts';

export function listText(items: readonly string[]): string {
  const plain = items.join('; ');
  const read = listItems(plain);
  const same = read?.length === items.length && read.every((item, at) => item === items[at]);
  return same ? plain : JSON.stringify(items);
}
