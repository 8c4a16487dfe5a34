/** Which problems belong to a prop, where they point, and what a click does about them. */
import { atPath } from '#core/edit/at-path.ts';
import type { Edit } from '#core/edit/edit.ts';
import type { Fix, Problem } from '#core/problem/problem.ts';

export type PropPath = readonly (string | number)[];

/** `bands.2.rate` as the parts of a path into the props: numbers where the props hold a list. */
export function pathParts(props: unknown, path: string): PropPath {
  const parts: (string | number)[] = [];
  for (const part of path.split('.')) {
    const here = atPath(props, parts);
    parts.push(Array.isArray(here) && /^\d+$/.test(part) ? Number(part) : part);
  }
  return parts;
}

/** Problems at a path or below it, in the order they were found. */
export function problemsAt(problems: readonly Problem[], path: string): readonly Problem[] {
  return problems.filter((one) => one.at.path === path || one.at.path?.startsWith(`${path}.`));
}

/** Problems at exactly this path. */
export function problemsOf(problems: readonly Problem[], path: string): readonly Problem[] {
  return problems.filter((one) => one.at.path === path);
}

/** Problems that no shown field draws: they stand on top of the inspector. */
export function otherProblems(problems: readonly Problem[], fields: readonly string[]): readonly Problem[] {
  return problems.filter((one) => {
    const prop = one.at.path?.split('.')[0];
    return prop === undefined || !fields.includes(prop);
  });
}

/** The edits that a fix stands for: its own, or the formula at the problem's path with a span replaced. */
export function editsOfFix(design: string, node: string, props: unknown, problem: Problem, fix: Fix): readonly Edit[] {
  if (fix.edits) return fix.edits as readonly Edit[];
  const { replace } = fix;
  if (!replace || problem.at.path === undefined) return [];
  const path = pathParts(props, problem.at.path);
  const text = atPath(props, path);
  if (typeof text !== 'string') return [];
  const value = text.slice(0, replace.span.start) + replace.text + text.slice(replace.span.end);
  return [{ op: 'node.prop', design, node, path, value }];
}
