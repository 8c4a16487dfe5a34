/** Rows of a table made by rules and a seed, for templates, trainers and tests: the same seed gives the same rows everywhere. */
import { z } from 'zod';
import { parseIsoDate } from '../calendar/iso-text.ts';
import { BLANK, type Column, type Frame } from '../data/column.ts';
import { problem, type Problem } from '../problem/problem.ts';
import { roll } from './dice.ts';
import { misfitOf, pathText } from './misfit.ts';
import type { ColumnDefinition, TableDefinition } from './project.ts';

const value = z.union([z.string(), z.number(), z.boolean()]);
/** The share of rows that stay blank. */
const blank = z.number().min(0).max(1).exactOptional();

const ruleSchema = z.discriminatedUnion('rule', [
  /** `D-00001`, `D-00002` …; without a prefix in a number column: numbers. */
  z.strictObject({
    rule: z.literal('sequence'),
    prefix: z.string().max(50).exactOptional(),
    start: z.int().exactOptional(),
    width: z.int().min(1).max(15).exactOptional(),
  }),
  z.strictObject({
    rule: z.literal('pick'),
    from: z.array(value).min(1).max(100_000),
    weights: z.array(z.number().min(0)).exactOptional(),
    blank,
  }),
  /** `lean` above 1: small numbers are more frequent. */
  z.strictObject({
    rule: z.literal('number'),
    min: z.number(),
    max: z.number(),
    decimals: z.int().min(0).max(10).exactOptional(),
    lean: z.number().positive().exactOptional(),
    blank,
  }),
  z.strictObject({ rule: z.literal('date'), from: z.iso.date(), to: z.iso.date(), blank }),
  z.strictObject({ rule: z.literal('chance'), of: z.number().min(0).max(1) }),
  z.strictObject({ rule: z.literal('constant'), value }),
]);
export type GeneratorRule = z.infer<typeof ruleSchema>;

export const generatorSchema = z.strictObject({
  rows: z.int().min(0).max(5_000_000).exactOptional(),
  seed: z.int().exactOptional(),
  columns: z.record(z.string(), ruleSchema),
});
export type Generator = z.infer<typeof generatorSchema>;

export interface Generated {
  readonly frame?: Frame;
  readonly problems: readonly Problem[];
}

/** A frame with all columns of the table; columns without a rule are blank. `rows` and `seed` stand for what the generator says itself. */
export function generateRows(
  table: TableDefinition,
  asked: { readonly rows?: number; readonly seed?: number } = {},
): Generated {
  const parsed = generatorSchema.safeParse(table.generator ?? { columns: {} });
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.map((issue) => {
        const path = `generator.${pathText(issue.path)}`;
        return problem('project.bad-shape', { path, misfit: misfitOf(issue) }, { table: table.key, path });
      }),
    };
  }
  const rows = asked.rows ?? parsed.data.rows ?? 100;
  const seed = asked.seed ?? parsed.data.seed ?? 1;
  const columns = table.columns.map((column): [string, Column] => {
    const rule = parsed.data.columns[column.key];
    const cells = Array.from({ length: rows }, (_, row) =>
      rule ? cellOf(rule, column, row, (part) => roll(seed, table.key, column.key, part, row)) : null,
    );
    return [column.key, columnOf(column, cells)];
  });
  return { frame: { rowCount: rows, columns: new Map(columns) }, problems: [] };
}

type Cell = string | number | boolean | null;

function cellOf(rule: GeneratorRule, column: ColumnDefinition, row: number, dice: (part: string) => number): Cell {
  if ('blank' in rule && rule.blank !== undefined && dice('blank') < rule.blank) return null;
  switch (rule.rule) {
    case 'sequence': {
      const number = (rule.start ?? 1) + row;
      if (column.type === 'number' && rule.prefix === undefined) return number;
      return `${rule.prefix ?? ''}${String(number).padStart(rule.width ?? 1, '0')}`;
    }
    case 'pick':
      return dated(rule.from[pickIndex(rule, dice('pick'))] ?? null, column);
    case 'number': {
      const share = dice('number') ** (rule.lean ?? 1);
      const scale = 10 ** (rule.decimals ?? 0);
      return Math.round((rule.min + share * (rule.max - rule.min)) * scale) / scale;
    }
    case 'date': {
      const from = parseIsoDate(rule.from) ?? 0;
      const to = parseIsoDate(rule.to) ?? from;
      return from + Math.floor(dice('date') * (to - from + 1));
    }
    case 'chance':
      return dice('chance') < rule.of;
    case 'constant':
      return dated(rule.value, column);
  }
}

function dated(cell: Cell, column: ColumnDefinition): Cell {
  return column.type === 'date' && typeof cell === 'string' ? (parseIsoDate(cell) ?? null) : cell;
}

function pickIndex(
  rule: { readonly from: readonly Cell[]; readonly weights?: readonly number[] },
  dice: number,
): number {
  const { weights } = rule;
  if (!weights) return Math.floor(dice * rule.from.length);
  const total = weights.reduce((all, one) => all + one, 0);
  let left = dice * total;
  const at = rule.from.findIndex((_, index) => (left -= weights[index] ?? 0) < 0);
  return at < 0 ? rule.from.length - 1 : at;
}

function columnOf(column: ColumnDefinition, cells: readonly Cell[]): Column {
  const state = cells.includes(null) ? Uint8Array.from(cells, (cell) => (cell === null ? BLANK : 0)) : undefined;
  const states = state ? { state } : {};
  switch (column.type) {
    case 'text': {
      const places = new Map<string, number>();
      const codes = Int32Array.from(cells, (cell) => {
        if (cell === null) return 0;
        const text = String(cell);
        const known = places.get(text) ?? places.size;
        places.set(text, known);
        return known;
      });
      return { type: 'text', codes, dictionary: places.size > 0 ? [...places.keys()] : [''], ...states };
    }
    case 'number':
    case 'boolean':
    case 'date':
    case 'time':
    case 'datetime':
      return { type: column.type, values: Float64Array.from(cells, Number), ...states };
    case 'list':
    case 'attachment':
    case 'geo':
      return { type: column.type, cells };
  }
}
