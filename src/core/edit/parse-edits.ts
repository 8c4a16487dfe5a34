/** Edits from a file: the same shapes as `edit.ts`, read and checked. */
import { z } from 'zod';
import { problem, type Problem } from '../problem/problem.ts';
import { fieldSchema, formNodeSchema } from '../project/form-design.ts';
import { deepest, misfitOf, pathText } from '../project/misfit.ts';
import { plainData } from '../project/plain-data.ts';
import {
  columnSchema,
  designSchema,
  edgeSchema,
  layoutSchema,
  nodeSchema,
  parameterSchema,
  projectSchema,
  tableSchema,
} from '../project/project.ts';
import type { Edit } from './edit.ts';

const text = z.string();
const index = z.int().min(0);
const at = { index: index.exactOptional() };
const restore = { restore: z.literal(true).exactOptional() };
const path = { path: z.array(z.union([text, index])), value: z.unknown().exactOptional(), ...at };
const position = layoutSchema.valueType;

/** Every value may be set; those that may be absent may be `null`, which removes them. What does not fit is refused when it is applied. */
function patchOf(shape: Readonly<Record<string, z.ZodType>>, ...except: string[]): z.ZodType {
  const fields = Object.entries(shape).filter(([key]) => !except.includes(key));
  return z.strictObject(
    Object.fromEntries(fields.map(([key, field]) => [key, z.union([field, z.null()]).exactOptional()])),
  );
}

const op = <O extends Edit['op'], S extends z.ZodRawShape>(name: O, shape: S) =>
  z.strictObject({ op: z.literal(name), ...shape });

const editSchema: z.ZodType = z.lazy(() =>
  z.union([
    op('project.set', { patch: patchOf(projectSchema.pick({ name: true, locale: true, calendars: true }).shape) }),
    op('table.add', { table: tableSchema, ...at, ...restore }),
    op('table.remove', { table: text }),
    op('table.move', { table: text, index }),
    op('table.set', { table: text, patch: patchOf(tableSchema.shape, 'id', 'key', 'columns') }),
    op('table.rows', {
      table: text,
      swaps: z.array(z.strictObject({ at: index, take: z.array(text), put: z.array(text), next: text.nullable() })),
      rows: z.int(),
    }),
    op('column.add', { table: text, column: columnSchema, ...at, ...restore }),
    op('column.remove', { table: text, column: text }),
    op('column.set', { table: text, column: text, patch: patchOf(columnSchema.shape, 'id', 'key') }),
    op('parameter.add', { parameter: parameterSchema, ...at, ...restore }),
    op('parameter.remove', { parameter: text }),
    op('parameter.set', { parameter: text, patch: patchOf(parameterSchema.shape, 'id', 'key') }),
    op('design.add', { design: designSchema, ...at, ...restore }),
    op('design.remove', { design: text }),
    op('design.move', { design: text, index }),
    op('design.set', { design: text, ...path }),
    op('node.add', {
      design: text,
      node: text,
      value: nodeSchema,
      at: position.exactOptional(),
      ...at,
      atIndex: index.exactOptional(),
      ...restore,
    }),
    op('node.remove', { design: text, node: text }),
    op('node.set', { design: text, node: text, patch: patchOf(nodeSchema.shape, 'props') }),
    op('node.prop', { design: text, node: text, ...path }),
    op('node.move', {
      design: text,
      positions: z.record(text, z.union([position, z.null()])),
      order: z.array(text).exactOptional(),
    }),
    op('edge.add', { design: text, edge: edgeSchema, ...at, ...restore }),
    op('edge.remove', { design: text, edge: edgeSchema }),
    op('field.add', {
      design: text,
      node: text,
      place: formNodeSchema,
      field: z.strictObject({ key: text, value: fieldSchema }).exactOptional(),
    }),
    op('field.remove', { design: text, node: text }),
    op('field.move', { design: text, node: text, parent: z.union([text, z.null()]), order: z.number() }),
    ...(['rename', 'key.set'] as const).flatMap((name) => [
      op(name, { what: z.enum(['table', 'parameter']), id: text, to: text, ...restore }),
      op(name, { what: z.literal('column'), table: text, id: text, to: text, ...restore }),
    ]),
    op('rename', { what: z.literal('node'), design: text, id: text, to: text }),
    op('rename', { what: z.literal('field'), design: text, id: text, to: text }),
    op('rename', { what: z.literal('made'), design: text, node: text, id: text, to: text }),
    op('batch', { edits: z.array(editSchema) }),
  ]),
);

/** One edit or a list of them; what cannot be read is a problem with its place in the list, and then none are given. */
export function parseEdits(input: unknown): {
  readonly edits?: readonly Edit[];
  readonly problems: readonly Problem[];
} {
  const list: readonly unknown[] = Array.isArray(input) ? input : [input];
  const edits: Edit[] = [];
  const problems: Problem[] = [];
  list.forEach((one, i) => {
    const parsed = editSchema.safeParse(plainData(one)?.value);
    if (parsed.success) {
      edits.push(parsed.data as Edit);
      return;
    }
    const [first] = parsed.error.issues;
    const issue = first && deepest(first);
    const misfit = issue ? misfitOf(issue) : { en: 'it cannot be read', 'zh-CN': '无法读取' };
    problems.push(problem('edit.bad-edit', { index: i, misfit }, issue ? { path: pathText(issue.path) } : {}));
  });
  return problems.length > 0 ? { problems } : { edits, problems };
}
