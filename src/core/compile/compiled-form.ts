/** What `compileForm(project, catalog, designId)` gives: a form that can be filled in even where some fields have problems, and those problems. */
import type { ColumnInfo } from '../data/schema.ts';
import type { Scope } from '../formula/scope.ts';
import type { Problem } from '../problem/problem.ts';
import type { FormProgram } from '../program/form-program.ts';
import type { FormTree } from '../project/form-tree.ts';

export interface CompiledForm {
  readonly program: FormProgram;
  readonly problems: readonly Problem[];
  readonly tree: FormTree;
  /** What formulas of a node may name. */
  readonly scopeOf: (node: string) => Scope;
  /** What formulas see of each field, by id. */
  readonly columns: ReadonlyMap<string, ColumnInfo>;
}
