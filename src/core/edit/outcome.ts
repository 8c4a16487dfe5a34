/** What one edit did, and the small moves on lists and records that edits are made of; nothing is changed in place. */
import type { z } from 'zod';
import { problem, type Place, type Problem } from '../problem/problem.ts';
import type { Thing } from '../problem/words/project.ts';
import { deepest, misfitOf, pathText } from '../project/misfit.ts';
import type { Project } from '../project/project.ts';
import type { Edit } from './edit.ts';

export type Outcome =
  | { readonly done: true; readonly project: Project; readonly inverse: Edit }
  | { readonly done: false; readonly problem: Problem };

export function done(project: Project, inverse: Edit): Outcome {
  return { done: true, project, inverse };
}
export function refused(why: Problem): Outcome {
  return { done: false, problem: why };
}
export function notFound(what: Thing, id: string, at: Place = {}): Outcome {
  return refused(problem('edit.not-found', { what, id }, at));
}

/** The schema's first complaint about a value, or nothing. What the document cannot hold must not get into it. */
export function misfit(schema: z.ZodType, value: unknown, at: Place = {}): Problem | undefined {
  const parsed = schema.safeParse(value);
  if (parsed.success) return undefined;
  const [first] = parsed.error.issues;
  if (!first) return undefined;
  const issue = deepest(first);
  return problem('edit.bad-value', { path: pathText(issue.path), misfit: misfitOf(issue) }, at);
}

export function inserted<T>(list: readonly T[], index: number | undefined, item: T): T[] {
  const at = index === undefined ? list.length : Math.max(0, Math.min(index, list.length));
  return [...list.slice(0, at), item, ...list.slice(at)];
}
export function removed<T>(list: readonly T[], index: number): T[] {
  return [...list.slice(0, index), ...list.slice(index + 1)];
}
export function replaced<T>(list: readonly T[], index: number, item: T): T[] {
  return list.map((one, i) => (i === index ? item : one));
}
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from];
  return item === undefined ? [...list] : inserted(removed(list, from), to, item);
}

/** A record with one more key at a place among its keys. */
export function withKey<T>(
  record: Readonly<Record<string, T>>,
  key: string,
  value: NoInfer<T>,
  index?: number,
): Record<string, T> {
  return Object.fromEntries(inserted(Object.entries(record), index, [key, value]));
}
export function withoutKey<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([one]) => one !== key));
}
export function withKeyRenamed<T>(record: Readonly<Record<string, T>>, from: string, to: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key === from ? to : key, value]));
}

/**
 * Lays a patch over an object, with the patch that takes it back. `null` removes. A new key takes its place in the schema's order, so that taking
 * back a removal gives the very same text.
 */
export function patched<T extends object>(
  target: T,
  patch: object,
  schema: z.ZodObject,
): { readonly value: T; readonly inverse: Record<string, unknown> } {
  const order = Object.keys(schema.shape);
  let value: Record<string, unknown> = Object.fromEntries(Object.entries(target));
  const inverse: Record<string, unknown> = {};
  for (const [key, next] of Object.entries(patch) as [string, unknown][]) {
    if (next === undefined) continue;
    const has = Object.hasOwn(value, key);
    if (!has && next === null) continue;
    inverse[key] = has ? value[key] : null;
    if (next === null) value = withoutKey(value, key);
    else if (has) value[key] = next;
    else {
      const after = Object.keys(value).findIndex((other) => order.indexOf(other) > order.indexOf(key));
      value = withKey<unknown>(value, key, next, after < 0 ? undefined : after);
    }
  }
  return { value: value as T, inverse };
}
