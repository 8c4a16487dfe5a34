/** What kind of value is wanted where something is being typed: from the call around it, or from the sign before it. */
import type { ColumnInfo } from '../../data/schema.ts';
import { namesOf } from '../check/scope-names.ts';
import type { ExpressionType } from '../expression.ts';
import { foldText } from '../fold-text.ts';
import { parameterAt } from '../functions/arity.ts';
import type { FunctionSpec, Parameter } from '../functions/declare.ts';
import { functionNamed } from '../functions/registry.ts';
import type { Scope } from '../scope.ts';
import type { Token } from '../tokens.ts';
import { callsAround } from './surroundings.ts';

export type WantedType = 'number' | 'text' | 'boolean' | 'date';

export interface Wanted {
  readonly type?: WantedType;
  /** A whole column or table. */
  readonly many: boolean;
  /** In the group place, outside every aggregate: a bare column cannot stand here. */
  readonly aggregate: boolean;
}

export interface Candidate {
  readonly kind: 'column' | 'parameter' | 'function' | 'table' | 'local';
  /** What it gives; undefined where that is not known. */
  readonly type?: ColumnInfo['type'] | ExpressionType | undefined;
  readonly aggregate?: boolean;
  readonly groupKey?: boolean;
}

export function wantedAt(tokens: readonly Token[], offset: number, scope: Scope): Wanted {
  const solid = tokens.filter((token) => token.kind !== 'comment');
  // The word being typed is not what stands before it.
  const before = solid.filter(({ span }) => span.end < offset || (span.end === offset && !isWord(span, solid)));
  const calls = callsAround(tokens, offset);
  const inner = calls.at(-1);
  const spec = inner && functionNamed(inner.name);
  const parameter = spec && parameterAt(spec, inner.argument);
  const aggregates = calls.some((call) => functionNamed(call.name)?.group === 'aggregate');
  const type =
    besideSign(before, scope) ?? (startsArgument(before.at(-1)) ? parameterType(spec, parameter) : undefined);
  return {
    ...(type ? { type } : {}),
    many: parameter?.kind === 'range' && parameter.wantsMany === true,
    aggregate: scope.place === 'group' && !aggregates,
  };

  function isWord(span: Token['span'], all: readonly Token[]): boolean {
    const token = all.find((one) => one.span === span);
    return token?.kind === 'name' || token?.kind === 'bracketed';
  }
}

function startsArgument(token: Token | undefined): boolean {
  return token?.kind === 'mark' && (token.value === '(' || token.value === ',');
}

const dateNames = /date|^(?:start|end|from|to)$/;

function parameterType(spec: FunctionSpec | undefined, parameter: Parameter | undefined): WantedType | undefined {
  if (!spec || !parameter) return undefined;
  if (parameter.condition) return 'boolean';
  // Dates are numbers to their functions; only the name says that one is meant.
  if (parameter.kind === 'number') return spec.group === 'date' && dateNames.test(parameter.name) ? 'date' : 'number';
  return parameter.kind === 'text' || parameter.kind === 'boolean' ? parameter.kind : undefined;
}

/** What a sign wants on its right: numbers to reckon with, text to join, and for a comparison what stands on its left. */
function besideSign(before: readonly Token[], scope: Scope): WantedType | undefined {
  const sign = before.at(-1);
  if (sign?.kind !== 'operator') return undefined;
  if (sign.value === '&') return 'text';
  if (!/^(?:[=<>]|<=|>=|<>)$/.test(sign.value)) return 'number';
  const left = before.at(-2);
  switch (left?.kind) {
    case 'number':
      return 'number';
    case 'text':
      return 'text';
    case 'name':
    case 'bracketed': {
      const names = namesOf(scope);
      const info = names.columns.get(foldText(left.value)) ?? names.parameters.get(foldText(left.value));
      return info && familyOf(info.type);
    }
    default:
      return undefined;
  }
}

function familyOf(type: ColumnInfo['type'] | ExpressionType): WantedType | undefined {
  if (type === 'date' || type === 'datetime' || type === 'time') return 'date';
  return type === 'number' || type === 'text' || type === 'boolean' ? type : undefined;
}

/**
 * The place of a candidate among those that fit the typed letters equally well, smaller first: columns of the wanted type, parameters, names of LET, functions that
 * give it, and then the same kinds of other types. Where rows are summed up, aggregates and the keys of the groups come first.
 */
export function wantedOrder(candidate: Candidate, wanted: Wanted): number {
  const { kind, type } = candidate;
  if (wanted.aggregate && kind === 'function' && candidate.aggregate === true) return -1;
  if (wanted.aggregate && kind === 'column' && candidate.groupKey !== true) return 20;
  if (wanted.many && kind === 'table') return -1;
  const known = type === undefined || type === 'mixed' || type === 'any' ? undefined : familyOf(type);
  const fits = wanted.type === undefined || known === undefined || known === wanted.type;
  return kinds.indexOf(kind) + (fits ? 0 : 10);
}

const kinds: readonly Candidate['kind'][] = ['column', 'parameter', 'local', 'table', 'function'];

/** The type a function gives; undefined where that hangs on its arguments. */
export function resultOf(name: string): ExpressionType | undefined {
  const result = functionNamed(name)?.result;
  return typeof result === 'string' ? result : result?.type;
}
