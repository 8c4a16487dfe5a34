/** A name changed in a formula's text. Only its spans change: spacing, comments and faults elsewhere stay. */
import type { Span } from '../../problem/problem.ts';
import { foldText } from '../fold-text.ts';
import { writeName, writeTableColumn } from '../tokens.ts';
import { namesIn, type NameUse } from './names-in.ts';

export interface RenameTarget {
  /** `bare`: a column of the row or a parameter. `tableColumn`: a column of `table`. */
  readonly kind: NameUse['kind'];
  readonly from: string;
  readonly table?: string;
}

export interface Renamed {
  /** The new text; the old one where the rename is captured. */
  readonly text: string;
  /** Places where LET or MAXIMIZE binds the new name: there it would mean something else, so nothing was changed. */
  readonly captured: readonly Span[];
}

function isTarget(use: NameUse, target: RenameTarget): boolean {
  if (use.kind !== target.kind || foldText(use.name) !== foldText(target.from)) return false;
  return target.kind !== 'tableColumn' || foldText(use.table ?? '') === foldText(target.table ?? '');
}

function written(use: NameUse, to: string): string {
  if (use.kind === 'table') return to;
  return use.kind === 'bare' ? writeName(to) : writeTableColumn('', to);
}

/** Renames every use of a name. Names match without case; brackets come where the new name needs them. */
export function renameName(text: string, target: RenameTarget, to: string): Renamed {
  const uses = namesIn(text).filter((use) => isTarget(use, target));
  const captured = uses
    .filter((use) => use.kind === 'bare' && use.locals.some((local) => foldText(local) === foldText(to)))
    .map((use) => use.span);
  if (captured.length > 0) return { text, captured };
  let out = '';
  let from = 0;
  for (const use of uses) {
    out += text.slice(from, use.span.start) + written(use, to);
    from = use.span.end;
  }
  return { text: out + text.slice(from), captured };
}
