/** What forms are made of. To add a kind: a folder named after it, and a line here. */
import type { FieldKind } from '#core/contracts/field-kind.ts';
import { choice } from './choice/choice.ts';
import { computed } from './computed/computed.ts';
import { date } from './date/date.ts';
import { longText } from './long-text/long-text.ts';
import { note } from './note/note.ts';
import { number } from './number/number.ts';
import { repeat } from './repeat/repeat.ts';
import { section } from './section/section.ts';
import { text } from './text/text.ts';
import { yesNo } from './yes-no/yes-no.ts';

export const fields: readonly FieldKind[] = [
  text,
  longText,
  number,
  date,
  choice,
  yesNo,
  computed,
  repeat,
  section,
  note,
];
