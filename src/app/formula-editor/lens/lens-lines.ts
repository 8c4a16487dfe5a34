/** The tree of a lens as lines on the screen. */
import type { LensPart } from '#core/execute/lens.ts';
import type { Span } from '#core/problem/problem.ts';

export interface LensLine {
  /** `0`, `0.2.1`: the way from the whole formula. */
  readonly id: string;
  readonly depth: number;
  readonly part: LensPart;
  readonly open: boolean;
}

/** Formulas of more lines than this begin with their deeper parts folded. */
const manyLines = 40;
const shallow = 2;

/** `turned`: lines that a person has opened or folded against how they begin. */
export function lensLines(root: LensPart, turned: ReadonlySet<string>): readonly LensLine[] {
  const folds = countOf(root) > manyLines;
  const lines: LensLine[] = [];
  const walk = (part: LensPart, id: string, depth: number): void => {
    const open = part.children.length > 0 && (folds && depth >= shallow) === turned.has(id);
    lines.push({ id, depth, part, open });
    if (open) part.children.forEach((child, index) => walk(child, `${id}.${index}`, depth + 1));
  };
  walk(root, '0', 0);
  return lines;
}

function countOf(part: LensPart): number {
  return part.children.reduce((all, child) => all + countOf(child), 1);
}

/** The smallest part that stands at an offset of the text, among the lines in sight. */
export function lineAt(lines: readonly LensLine[], offset: number): LensLine | undefined {
  return lines
    .filter(({ part }) => part.span.start <= offset && offset <= part.span.end)
    .sort((a, b) => lengthOf(a.part.span) - lengthOf(b.part.span))[0];
}

/** The part of exactly that name, for what the pointer is on. */
export function partAt(root: LensPart, offset: number): LensPart | undefined {
  for (const child of root.children) {
    const found = child.span.start <= offset && offset < child.span.end ? partAt(child, offset) : undefined;
    if (found) return found;
  }
  return root.span.start <= offset && offset < root.span.end ? root : undefined;
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
