/** The project document: one JSON file, `*.saleswright.json`. Shapes only; reading files and migrating is `parse-project.ts`. */
import '../contracts/jitless.ts';
import { z } from 'zod';
import { decisionSchema, type DecisionDesign } from './decision-design.ts';
import { formSchema, type FormDesign } from './form-design.ts';
import { journeyHeaderSchema } from './journey-header.ts';
import { idSchema, keySchema } from './keys-and-ids.ts';

export const documentFormat = 'saleswright';
export const documentVersion = 2;

export { idSchema, keySchema };

export const formatSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), decimals: z.int().min(0).max(10).exactOptional() }),
  z.object({
    kind: z.literal('currency'),
    currency: z.string().length(3),
    decimals: z.int().min(0).max(10).exactOptional(),
  }),
  z.object({ kind: z.literal('percent'), decimals: z.int().min(0).max(10).exactOptional() }),
  z.object({ kind: z.literal('unit'), unit: z.string().max(20), decimals: z.int().min(0).max(10).exactOptional() }),
]);

export const columnTypes = [
  'number',
  'text',
  'boolean',
  'date',
  'time',
  'datetime',
  'list',
  'attachment',
  'geo',
] as const;
export const columnRoles = [
  'id',
  'person',
  'manager',
  'period',
  'date',
  'region',
  'amount',
  'quota',
  'attainment',
  'component',
  'payout',
] as const;

export const columnSchema = z.object({
  id: idSchema,
  key: keySchema,
  label: z.string().max(200),
  type: z.enum(columnTypes),
  format: formatSchema.exactOptional(),
  role: z.enum(columnRoles).exactOptional(),
});

export const tableSchema = z.object({
  id: idSchema,
  key: keySchema,
  label: z.string().max(200),
  columns: z.array(columnSchema).max(1000),
  /** Column keys that identify a row, where known. */
  grain: z.array(keySchema).exactOptional(),
  /** Rows stored beside the document, in chunks named by their content; absent in exported files, whose rows travel as CSV. */
  data: z.object({ rows: z.int().min(0), chunks: z.array(z.string()) }).exactOptional(),
  /** How an import read the file: remembered for the next refresh. */
  source: z.record(z.string(), z.unknown()).exactOptional(),
  /** How rows are generated, for trainers and tests: `core/project/generator`. */
  generator: z.record(z.string(), z.unknown()).exactOptional(),
});

export const parameterSchema = z.object({
  id: idSchema,
  key: keySchema,
  label: z.string().max(200),
  type: z.enum(['number', 'text', 'boolean', 'date']),
  value: z.union([z.number(), z.string(), z.boolean()]),
  format: formatSchema.exactOptional(),
  min: z.number().exactOptional(),
  max: z.number().exactOptional(),
  step: z.number().positive().exactOptional(),
});

export const nodeSchema = z.object({
  kind: z.string().min(1).max(64),
  /** The version of the kind whose props these are; absent: 1. */
  version: z.int().min(1).exactOptional(),
  label: z.string().max(200).exactOptional(),
  props: z.record(z.string(), z.unknown()),
  note: z.string().max(4000).exactOptional(),
});
export const endSchema = z.object({ node: keySchema, port: keySchema });
export const edgeSchema = z.object({ from: endSchema, to: endSchema });
export const layoutSchema = z.record(
  keySchema,
  z.object({ x: z.number(), y: z.number(), pinned: z.boolean().exactOptional() }),
);

/** A small input and what must come out: run on save and by the command line. */
export const designTestSchema = z.object({
  name: z.string().max(200),
  tables: z.record(keySchema, z.array(z.record(z.string(), z.unknown()))).exactOptional(),
  parameters: z.record(keySchema, z.union([z.number(), z.string(), z.boolean()])).exactOptional(),
  asOf: z.string().exactOptional(),
  /** The node whose rows are compared; absent: the design's output. */
  node: keySchema.exactOptional(),
  /** Expected rows, by the columns they name, in order. */
  expect: z.array(z.record(z.string(), z.unknown())),
});

const graph = {
  id: idSchema,
  name: z.string().max(200),
  nodes: z.record(keySchema, nodeSchema),
  edges: z.array(edgeSchema),
  layout: layoutSchema,
  tests: z.array(designTestSchema),
};

/** A scorecard is a graph of the same nodes: what it gives is a ranking. */
export const planSchema = z.object({
  kind: z.enum(['plan', 'scorecard']),
  ...graph,
  header: z
    .object({
      currency: z.string().length(3).exactOptional(),
      period: z.string().max(100).exactOptional(),
      description: z.string().max(4000).exactOptional(),
    })
    .exactOptional(),
});

export const journeySchema = z.object({ kind: z.literal('journey'), ...graph, header: journeyHeaderSchema });

/**
 * Designs of families whose editors come later keep their whole content in the document untouched, so that a newer file survives an older app.
 */
export const otherDesignSchema = z.looseObject({
  kind: z.literal('dashboard'),
  id: idSchema,
  name: z.string().max(200),
});

/** One schema per family of designs; each is told by its `kind`. */
export const designSchema = z.discriminatedUnion('kind', [
  planSchema,
  formSchema,
  journeySchema,
  decisionSchema,
  otherDesignSchema,
]);

export const projectSchema = z.object({
  format: z.literal(documentFormat),
  version: z.literal(documentVersion),
  id: idSchema,
  name: z.string().max(200),
  locale: z.enum(['en', 'zh-CN']),
  calendars: z.array(
    z.object({ id: idSchema, key: keySchema, label: z.string().max(200), firstMonth: z.int().min(1).max(12) }),
  ),
  tables: z.array(tableSchema).max(200),
  parameters: z.array(parameterSchema).max(500),
  designs: z.array(designSchema).max(500),
});

export type Project = z.infer<typeof projectSchema>;
export type TableDefinition = z.infer<typeof tableSchema>;
export type ColumnDefinition = z.infer<typeof columnSchema>;
export type Parameter = z.infer<typeof parameterSchema>;
export type PlanDesign = z.infer<typeof planSchema>;
export type JourneyDesign = z.infer<typeof journeySchema>;
/** Designs that are nodes and edges with ports. */
export type GraphDesign = PlanDesign | JourneyDesign;
export type Design = z.infer<typeof designSchema>;
export type DesignNode = z.infer<typeof nodeSchema>;
export type Edge = z.infer<typeof edgeSchema>;
export type DesignTest = z.infer<typeof designTestSchema>;
export type NodePosition = z.infer<typeof layoutSchema>[string];

/** Plans and scorecards: graphs that make tables. */
export function isPlan(design: Design): design is PlanDesign {
  return design.kind === 'plan' || design.kind === 'scorecard';
}
export function isScorecard(design: Design): design is PlanDesign {
  return design.kind === 'scorecard';
}
export function isDecision(design: Design): design is DecisionDesign {
  return design.kind === 'decision';
}
/** What `compile` makes a table program of. */
export function makesTable(design: Design): design is PlanDesign | DecisionDesign {
  return isPlan(design) || isDecision(design);
}
export function isForm(design: Design): design is FormDesign {
  return design.kind === 'form';
}
export function isJourney(design: Design): design is JourneyDesign {
  return design.kind === 'journey';
}
export function isGraph(design: Design): design is GraphDesign {
  return isPlan(design) || isJourney(design);
}
