/** What a journey says besides its steps: whose journey it is, who may come again, what ends it, and how it is tried. */
import { z } from 'zod';

const key = z.string().min(1).max(64);
const text = z.string().max(8000);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A condition asked at each step (`when`), or an instant of the customer (`at`), or both. */
const criterion = { key, when: text.exactOptional(), at: text.exactOptional() };

export const journeyHeaderSchema = z.object({
  /** The table of customers; empty: not chosen. */
  customers: z.string().max(64),
  /** The column that names each of them; absent: the one whose role is to be the id. */
  id: z.string().max(64).exactOptional(),
  description: z.string().max(4000).exactOptional(),
  variables: z.array(
    z.object({ key, type: z.enum(['number', 'text', 'boolean', 'date']), initial: text.exactOptional() }),
  ),
  reentry: z.object({
    mode: z.enum(['never', 'after-exit', 'after-period', 'always']),
    /** Of `after-period`: days since the last entry. */
    days: z.int().min(1).max(3650).exactOptional(),
    /** Of `always`: visits of one customer at once. */
    most: z.int().min(1).max(100).exactOptional(),
  }),
  holdout: z.object({ percent: z.number().min(0).max(100), sticky: z.boolean() }).exactOptional(),
  exits: z.array(z.object({ ...criterion, then: key.exactOptional() })),
  goals: z.array(z.object({ ...criterion, days: z.int().min(1).max(3650).exactOptional(), exits: z.boolean() })),
  quietHours: z
    .object({
      from: clock,
      to: clock,
      /** Days on which they begin, 1 Monday to 7 Sunday. */
      days: z.array(z.int().min(1).max(7)).max(7),
      policy: z.enum(['defer', 'skip']),
    })
    .exactOptional(),
  frequencyCaps: z.array(
    z.object({
      channel: z.string().min(1).max(64),
      most: z.int().min(1).max(1000),
      days: z.int().min(1).max(3650),
      policy: z.enum(['defer', 'skip', 'path']),
    }),
  ),
  /** How it is tried: the dice, the first day (absent: today), and the last one (absent: 60 days later). */
  simulation: z.object({ seed: z.int(), from: isoDate.exactOptional(), until: isoDate.exactOptional() }),
});
export type JourneyHeader = z.infer<typeof journeyHeaderSchema>;

export const emptyJourneyHeader: JourneyHeader = {
  customers: '',
  variables: [],
  reentry: { mode: 'never' },
  exits: [],
  goals: [],
  frequencyCaps: [],
  simulation: { seed: 1 },
};
