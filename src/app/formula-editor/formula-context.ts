/** What each open formula may name, for the language providers: Monaco knows only the text's address. */
import type { Lens } from '#core/execute/lens.ts';
import type { Scope } from '#core/formula/scope.ts';
import type { Language, Problem } from '#core/problem/problem.ts';

export interface FormulaContext {
  readonly scope: Scope;
  readonly problems: readonly Problem[];
  readonly language: Language;
  /** Its values on the row looked at, where they are known. */
  readonly lens: Lens | null;
}

const contexts = new Map<string, FormulaContext>();

export function setContext(uri: string, context: FormulaContext | null): void {
  if (context) contexts.set(uri, context);
  else contexts.delete(uri);
}

export function contextOf(uri: string): FormulaContext | undefined {
  return contexts.get(uri);
}
