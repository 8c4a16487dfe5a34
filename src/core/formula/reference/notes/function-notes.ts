/** What the reference says of each function beside its declaration; a test holds that none is forgotten. */
import { aggregateNotes } from './aggregate.ts';
import { dateNotes } from './date.ts';
import { logicNotes } from './logic.ts';
import { lookupNotes } from './lookup.ts';
import { mathNotes } from './math.ts';
import type { FunctionNote, Notes } from './note.ts';
import { salesNotes } from './sales.ts';
import { textNotes } from './text.ts';

const all: Notes = {
  ...logicNotes,
  ...mathNotes,
  ...aggregateNotes,
  ...lookupNotes,
  ...textNotes,
  ...dateNotes,
  ...salesNotes,
};

export function noteOf(name: string): FunctionNote | undefined {
  return all[name];
}

/** Names that have a note. */
export const noted: readonly string[] = Object.keys(all);
