/** What each open formula may name, for the language providers: Monaco knows only the text's address. */
import type { Scope } from '#core/formula/scope.ts';
import type { Language, Problem } from '#core/problem/problem.ts';

export interface FormulaContext {
  readonly scope: Scope;
  readonly problems: readonly Problem[];
  readonly language: Language;
}

const contexts = new Map<string, FormulaContext>();

export function setContext(uri: string, context: FormulaContext | null): void {
  if (context) contexts.set(uri, context);
  else contexts.delete(uri);
}

export function contextOf(uri: string): FormulaContext | undefined {
  return contexts.get(uri);
}
