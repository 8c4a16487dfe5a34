/** What every control of the inspector works with: one node, its kind, what reaches it, and edits that are named and undoable. */
import { createContext, useContext } from 'react';
import type { CompiledNode } from '#core/compile/compiled.ts';
import type { GraphKind } from '#core/contracts/graph-kinds.ts';
import type { TableShape } from '#core/contracts/node-kind.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import type { Scope } from '#core/formula/scope.ts';
import { atPath } from '#core/edit/at-path.ts';
import type { Edit } from '#core/edit/edit.ts';
import type { Bilingual, Fix, Problem } from '#core/problem/problem.ts';
import type { GraphDesign, Project } from '#core/project/project.ts';
import type { Language } from '#ui/language.tsx';
import type { Session } from '../session/session.ts';
import { editsOfFix, type PropPath } from './problems-at.ts';
import { editLabels } from './inspector.words.ts';

export interface NodeEditing {
  readonly project: Project;
  readonly design: Pick<GraphDesign, 'id'>;
  readonly node: string;
  readonly kind: Pick<GraphKind, 'props' | 'inspector' | 'outputs' | 'words'>;
  readonly props: Readonly<Record<string, unknown>>;
  readonly compiled: CompiledNode | undefined;
  readonly tables: ReadonlyMap<string, readonly ColumnInfo[]>;
  readonly problems: readonly Problem[];
  readonly language: Language;
  /** What its formulas may name, where that does not follow from what reaches the node. */
  readonly scope?: Scope;
  /** The plan's own currency, for amounts of money. */
  readonly currency: string | undefined;
  /** Sets (`undefined`: removes) what stands at a path; `words` name the field for undo. Typing joins one undo step. */
  readonly set: (path: PropPath, value: unknown, words: Bilingual, typing?: boolean) => void;
  readonly fix: (problem: Problem, fix: Fix) => void;
}

const Editing = createContext<NodeEditing | null>(null);
export const NodeEditingProvider = Editing;

export function useNodeEditing(): NodeEditing {
  const editing = useContext(Editing);
  if (!editing) throw new Error('no node is being edited above this control');
  return editing;
}

/** The two verbs of `NodeEditing`, as edits of a session. */
export function nodeVerbs(
  session: Session,
  design: string,
  node: string,
  props: () => Readonly<Record<string, unknown>>,
): Pick<NodeEditing, 'set' | 'fix'> {
  return {
    set(path, value, words, typing = false) {
      const edit = setEdit(design, node, props(), path, value);
      const group = typing ? `${node}.${path.join('.')}` : undefined;
      if (edit) session.edit([edit], editLabels.change(words), group);
    },
    fix(problem, fix) {
      const edits = editsOfFix(design, node, props(), problem, fix);
      if (edits.length > 0) session.edit(edits, editLabels.fix);
    },
  };
}

/** null where nothing would change: removing what is not there, or setting what already stands. */
export function setEdit(design: string, node: string, props: unknown, path: PropPath, value: unknown): Edit | null {
  const now = atPath(props, path);
  if (now === value) return null;
  if (typeof value === 'object' && JSON.stringify(now) === JSON.stringify(value)) return null;
  const at = { op: 'node.prop', design, node, path } as const;
  return value === undefined ? at : { ...at, value };
}

/** Columns that reach a port; where several tables do, each key once. */
export function columnsFrom(compiled: CompiledNode | undefined, port: string): readonly ColumnInfo[] {
  const shapes: readonly TableShape[] = compiled?.inputs[port] ?? [];
  const byKey = new Map<string, ColumnInfo>();
  for (const shape of shapes)
    for (const column of shape.columns) if (!byKey.has(column.key)) byKey.set(column.key, column);
  return [...byKey.values()];
}

/** What an emptied field holds: nothing where its kind allows that, else the empty text that kinds read as “not chosen”. */
export function clearedValue(
  kind: Pick<GraphKind, 'props'>,
  props: Readonly<Record<string, unknown>>,
  prop: string,
): unknown {
  const { [prop]: _, ...rest } = props;
  if (kind.props.safeParse(rest).success) return undefined;
  return kind.props.safeParse({ ...rest, [prop]: '' }).success ? '' : undefined;
}
