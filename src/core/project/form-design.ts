/**
 * A form as it stands in the document: `fields` is the data contract (what an answer consists of), `nodes` the page (what is seen, in which order, inside
 * what). A field whose node stands inside a field that holds rows belongs to each row. Formulas name fields by key; everything else by id.
 */
import '../contracts/jitless.ts';
import { z } from 'zod';
import { idSchema, keySchema } from './keys-and-ids.ts';

const formulaSchema = z.string().max(8000);
const labelSchema = z.string().max(200);
const propsSchema = z.record(z.string(), z.unknown());

/** The conditions are formulas over the form's fields. */
export const fieldSchema = z.object({
  id: idSchema,
  kind: z.string().min(1).max(64),
  /** The version of the kind whose props these are; absent: 1. */
  version: z.int().min(1).exactOptional(),
  label: labelSchema,
  help: z.string().max(1000).exactOptional(),
  required: formulaSchema.exactOptional(),
  /** Applies until the field is touched. */
  default: formulaSchema.exactOptional(),
  visible: formulaSchema.exactOptional(),
  enabled: formulaSchema.exactOptional(),
  /** What becomes of the answer while it is not visible; absent: `exclude`. */
  whenHidden: z.enum(['exclude', 'keep', 'clear']).exactOptional(),
  props: propsSchema,
});

/** A place on the page: a field, by id, or a part of the page of a kind of its own. Places in one parent stand by `order`. */
export const formNodeSchema = z.object({
  parent: keySchema.exactOptional(),
  order: z.number(),
  field: idSchema.exactOptional(),
  kind: z.string().min(1).max(64).exactOptional(),
  version: z.int().min(1).exactOptional(),
  label: labelSchema.exactOptional(),
  visible: formulaSchema.exactOptional(),
  props: propsSchema.exactOptional(),
});

/** A condition for several fields at once; with the fields' own conditions it must hold (`show`, `enable`) or may hold (`require`). */
export const formRuleSchema = z.object({
  id: idSchema,
  when: formulaSchema,
  do: z.enum(['show', 'require', 'enable']),
  /** Ids of fields, keys of nodes. */
  at: z.array(idSchema).max(500),
});

export const formCheckSchema = z.object({
  id: idSchema,
  assert: formulaSchema,
  level: z.enum(['error', 'warning']),
  at: z.array(idSchema).max(50),
  message: z.string().max(1000),
});

/** Which table an accepted answer adds rows to: one for the answer, or (`of`: a field that holds rows) one for each row. All by id. */
export const formFillSchema = z.object({
  table: idSchema,
  of: idSchema.exactOptional(),
  /** The column that holds the answer's id. */
  answer: idSchema.exactOptional(),
  /** Column id by field id. */
  columns: z.record(idSchema, idSchema),
});

/** Answers by field key, rows as lists; what must come out: values and visible fields by key, codes of problems. */
export const formExampleSchema = z.object({
  name: labelSchema,
  answers: propsSchema,
  asOf: z.string().max(40).exactOptional(),
  expect: z.object({
    values: propsSchema.exactOptional(),
    visible: z.array(z.string().max(200)).exactOptional(),
    problems: z.array(z.string().max(200)).exactOptional(),
  }),
});

export const formSchema = z.object({
  kind: z.literal('form'),
  id: idSchema,
  name: labelSchema,
  description: z.string().max(4000).exactOptional(),
  fields: z.record(keySchema, fieldSchema),
  nodes: z.record(keySchema, formNodeSchema),
  rules: z.array(formRuleSchema).max(500),
  checks: z.array(formCheckSchema).max(500),
  into: z.array(formFillSchema).max(50),
  examples: z.array(formExampleSchema).max(200),
  /** What other products said of it, kept for them. */
  ext: z.record(z.string(), z.unknown()).exactOptional(),
});

export type FormDesign = z.infer<typeof formSchema>;
export type FormField = z.infer<typeof fieldSchema>;
export type FormPlace = z.infer<typeof formNodeSchema>;
export type FormExample = z.infer<typeof formExampleSchema>;
export type FormFillDesign = z.infer<typeof formFillSchema>;

export function emptyForm(id: string, name: string): FormDesign {
  return { kind: 'form', id, name, fields: {}, nodes: {}, rules: [], checks: [], into: [], examples: [] };
}
