/**
 * A decision as it stands in the document: rules × conditions, outputs, hit policy. Cells are short texts as people write them in a table
 * (`> 20%`, `10..20`, `West, East`); `core/compile/decision-cells.ts` reads them. Cells name inputs and outputs by id.
 */
import '../contracts/jitless.ts';
import { z } from 'zod';
import { idSchema, keySchema } from './keys-and-ids.ts';

const cellSchema = z.string().max(2000);
const decimals = z.int().min(0).max(10).exactOptional();
const shown = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), decimals }),
  z.object({ kind: z.literal('currency'), currency: z.string().length(3), decimals }),
  z.object({ kind: z.literal('percent'), decimals }),
  z.object({ kind: z.literal('unit'), unit: z.string().max(20), decimals }),
]);

export const decisionTypes = ['number', 'text', 'boolean', 'date'] as const;
export const hitPolicies = ['first', 'unique', 'collect'] as const;
export const collectings = ['list', 'sum', 'min', 'max', 'count'] as const;

const column = {
  id: idSchema,
  key: keySchema,
  label: z.string().max(200),
  type: z.enum(decisionTypes),
  format: shown.exactOptional(),
};

export const decisionInputSchema = z.object(column);
export const decisionOutputSchema = z.object({
  ...column,
  /** What comes out where no rule matches; absent: blank. */
  otherwise: cellSchema.exactOptional(),
  /** With the hit policy `collect`: how several matches become one value; absent: a list. */
  collect: z.enum(collectings).exactOptional(),
});
export const decisionRuleSchema = z.object({
  id: idSchema,
  label: z.string().max(200).exactOptional(),
  /** By input id; absent or empty: any. */
  when: z.record(idSchema, cellSchema),
  /** By output id; absent or empty: blank. */
  then: z.record(idSchema, cellSchema),
});

export const decisionSchema = z.object({
  kind: z.literal('decision'),
  id: idSchema,
  name: z.string().max(200),
  description: z.string().max(4000).exactOptional(),
  inputs: z.array(decisionInputSchema).max(50),
  outputs: z.array(decisionOutputSchema).max(50),
  hit: z.enum(hitPolicies),
  rules: z.array(decisionRuleSchema).max(2000),
  /** The table whose rows it is tried on, by key; inputs by id as formulas over its columns, absent: the column of the input's key. */
  tryOn: z.object({ table: z.string().max(64), inputs: z.record(idSchema, z.string().max(8000)) }).exactOptional(),
  /** What other products said of it, kept for them. */
  ext: z.record(z.string(), z.unknown()).exactOptional(),
});

export type DecisionDesign = z.infer<typeof decisionSchema>;
export type DecisionInput = z.infer<typeof decisionInputSchema>;
export type DecisionOutput = z.infer<typeof decisionOutputSchema>;
export type DecisionRule = z.infer<typeof decisionRuleSchema>;

export function emptyDecision(id: string, name: string): DecisionDesign {
  return { kind: 'decision', id, name, inputs: [], outputs: [], hit: 'first', rules: [] };
}
