/** Expressions as people write them, through the real parser and checker; a problem in one fails the test that wrote it. */
import type { ColumnInfo } from '../../data/schema.ts';
import { checkFormula } from '../../formula/check/check-formula.ts';
import type { Expression } from '../../formula/expression.ts';
import type { FormulaPlace } from '../../formula/scope.ts';
import { sayProblem } from '../../problem/codes.ts';
import type { Made } from '../../program/table-program.ts';
import type { AnyType } from '../make-column.ts';

export interface Names {
  /** Columns as `amount`, or `month:date`. */
  readonly columns?: readonly string[];
  readonly parameters?: readonly string[];
  readonly prior?: readonly string[];
  /** Tables by key. */
  readonly tables?: Readonly<Record<string, readonly string[]>>;
}

/** `window`: as in a group, and every column may stand bare. */
export function formula(text: string, names: Names, place: FormulaPlace | 'window' = 'row'): Expression {
  const columns = infos(names.columns);
  const { expression, problems } = checkFormula(text, {
    place: place === 'window' ? 'group' : place,
    columns,
    ...(place === 'window' ? { groupKeys: columns.map((one) => one.key) } : {}),
    parameters: infos(names.parameters),
    tables: new Map(Object.entries(names.tables ?? {}).map(([key, table]) => [key, infos(table)])),
    ...(names.prior ? { prior: infos(names.prior) } : {}),
  });
  if (!expression || problems.length > 0)
    throw new Error(problems.map((one) => `${text}: ${sayProblem(one, 'en')}`).join('\n'));
  return expression;
}

/** Formulas by key; each may name those before it, and in a fold the state of any. */
export function formulas(
  made: Readonly<Record<string, string>>,
  names: Names,
  place: FormulaPlace | 'window' = 'row',
): Made[] {
  const state = place === 'fold' ? { prior: [...(names.prior ?? []), ...Object.keys(made)] } : {};
  const known = [...(names.columns ?? [])];
  return Object.entries(made).map(([key, text]) => {
    const expression = formula(text, { ...names, ...state, columns: [...known] }, place);
    if (place !== 'window' && place !== 'group') known.push(key);
    return { key, expression };
  });
}

function infos(columns: readonly string[] = []): ColumnInfo[] {
  return columns.map((column) => {
    const [key = '', type = 'number'] = column.split(':');
    return { key, type: type as AnyType };
  });
}
