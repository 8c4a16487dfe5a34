/** A scope's names ready to be found, whatever their case. Made once for each scope object. */
import type { ColumnInfo } from '../../data/schema.ts';
import { foldText } from '../fold-text.ts';
import type { Scope } from '../scope.ts';
import type { Candidate } from './nearest.ts';

export interface ScopeTable {
  readonly key: string;
  readonly infos: readonly ColumnInfo[];
  readonly columns: ReadonlyMap<string, ColumnInfo>;
}

export interface ScopeNames {
  readonly columns: ReadonlyMap<string, ColumnInfo>;
  readonly groupKeys: ReadonlySet<string>;
  readonly parameters: ReadonlyMap<string, ColumnInfo>;
  readonly prior: ReadonlyMap<string, ColumnInfo>;
  readonly tables: ReadonlyMap<string, ScopeTable>;
}

const known = new WeakMap<Scope, ScopeNames>();

/** An exact spelling wins over one that only folds to the same. */
function index(infos: readonly ColumnInfo[]): ReadonlyMap<string, ColumnInfo> {
  const made = new Map<string, ColumnInfo>();
  for (const info of infos) {
    const name = foldText(info.key);
    if (!made.has(name)) made.set(name, info);
  }
  return made;
}

export function namesOf(scope: Scope): ScopeNames {
  const made = known.get(scope);
  if (made) return made;
  const tables = new Map<string, ScopeTable>();
  for (const [key, infos] of scope.tables) tables.set(foldText(key), { key, infos, columns: index(infos) });
  const names: ScopeNames = {
    columns: index(scope.columns),
    groupKeys: new Set((scope.groupKeys ?? []).map(foldText)),
    parameters: index(scope.parameters),
    prior: index(scope.prior ?? []),
    tables,
  };
  known.set(scope, names);
  return names;
}

/** Names to guess from: keys, and labels that stand for them. */
export function candidatesOf(infos: Iterable<ColumnInfo>): Candidate[] {
  const found: Candidate[] = [];
  for (const { key, label } of infos) {
    found.push({ text: key, key });
    if (label !== undefined && label !== key) found.push({ text: label, key });
  }
  return found;
}
