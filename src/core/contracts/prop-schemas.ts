/** Shapes that the props of many kinds share. */
import './jitless.ts';
import { z } from 'zod';

/** A number, or the text of a scalar formula such as a parameter's name. */
export const amountSchema = z.union([z.number(), z.string().max(2000)]);
export type Amount = z.infer<typeof amountSchema>;

/** A column's key; empty: not chosen. */
export const columnKey = z.string().max(64);
export const formulaText = z.string().max(8000);

/** The key of a column that a node makes. */
export const madeKey = z.string().min(1).max(64);

const decimals = z.int().min(0).max(10).exactOptional();

/** How a made column is shown. */
export const columnFormat = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), decimals }),
  z.object({ kind: z.literal('currency'), currency: z.string().length(3), decimals }),
  z.object({ kind: z.literal('percent'), decimals }),
  z.object({ kind: z.literal('unit'), unit: z.string().max(20), decimals }),
]);

/** One column made by a formula. */
export const madeColumn = z.strictObject({
  key: madeKey,
  label: z.string().max(200).exactOptional(),
  formula: formulaText,
  format: columnFormat.exactOptional(),
});
export type MadeByFormula = z.infer<typeof madeColumn>;

export const keyPair = z.strictObject({ left: columnKey, right: columnKey });
export const takenColumn = z.strictObject({ key: madeKey, from: columnKey });

/** One band of a rate table, from its lower edge to the next one's. */
export const bandRow = z.strictObject({
  from: amountSchema,
  rate: amountSchema.exactOptional(),
  amount: amountSchema.exactOptional(),
  retroactive: z.boolean().exactOptional(),
  label: z.string().max(100).exactOptional(),
});
export type BandRow = z.infer<typeof bandRow>;
