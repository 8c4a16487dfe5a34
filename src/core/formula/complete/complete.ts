/** What an editor offers while a formula is typed: completions, help for the name under the pointer, the signature of the call around it. */
import type { ColumnInfo } from '../../data/schema.ts';
import type { Bilingual, Span } from '../../problem/problem.ts';
import { foldText } from '../fold-text.ts';
import type { Scope } from '../scope.ts';
import { namesOf } from '../check/scope-names.ts';
import { tokenize, writeName, writeTableColumn, type Token } from '../tokens.ts';
import { fitOf } from './fit.ts';
import { functionHelps, helpOfFunction, signatureOf, type FunctionHelp } from './function-help.ts';
import { sayColumn } from './say-column.ts';
import { callAround, localsBefore } from './surroundings.ts';
import { resultOf, wantedAt, wantedOrder, type Candidate } from './wanted.ts';

export interface Completion {
  readonly kind: 'column' | 'parameter' | 'function' | 'table' | 'local';
  /** Replaces `span`. */
  readonly insert: string;
  readonly label: string;
  /** What it is: a column's type, a function's signature. */
  readonly detail: Bilingual;
  /** What it does, where there is more to say. */
  readonly help?: Bilingual;
  /** What typing is matched with: the name, its label, its help in both languages. */
  readonly filter: string;
  readonly span: Span;
}

export interface NameHelp {
  readonly title: string;
  readonly text: Bilingual;
  readonly example?: string;
  readonly span: Span;
}

export interface SignatureHelp {
  readonly label: string;
  readonly parameters: readonly string[];
  readonly help: Bilingual;
  /** Which parameter is being typed. */
  readonly active: number;
}

/** The word being typed at an offset: a name token that touches it. */
function wordAt(tokens: readonly Token[], offset: number): Token | undefined {
  return tokens.find(
    ({ kind, span }) => (kind === 'name' || kind === 'bracketed') && span.start < offset && span.end >= offset,
  );
}

function columnCompletion(info: ColumnInfo, kind: 'column' | 'parameter', insert: string, span: Span): Completion {
  const label = info.label && info.label !== info.key ? ` ${info.label}` : '';
  return { kind, insert, label: info.key, detail: sayColumn(info), filter: `${info.key}${label}`, span };
}

function functionCompletion(help: FunctionHelp, span: Span, called: boolean): Completion {
  return {
    kind: 'function',
    insert: called ? help.name : `${help.name}(`,
    label: help.name,
    detail: signatureOf(help),
    help: help.help,
    filter: `${help.name} ${help.help['zh-CN']} ${help.help.en}`,
    span,
  };
}

/** Candidates that fit what is typed, the best first. */
function fitting(candidates: readonly Ranked[], typed: string): Completion[] {
  const wanted = foldText(typed.replace(/^\[/, ''));
  return candidates
    .map(({ completion, place }, at) => ({
      completion,
      place,
      at,
      fit: fitOf(completion.label, completion.filter, wanted),
    }))
    .filter((one): one is typeof one & { fit: 0 | 1 | 2 } => one.fit !== undefined)
    .sort((a, b) => a.fit - b.fit || a.place - b.place || a.at - b.at)
    .map((one) => one.completion);
}

interface Ranked {
  readonly completion: Completion;
  /** Smaller first. */
  readonly place: number;
}

/** Columns of the table whose brackets the offset is in. */
function insideBrackets(
  text: string,
  offset: number,
  tokens: readonly Token[],
  scope: Scope,
): Completion[] | undefined {
  const at = tokens.findIndex(({ kind, span }) => kind === 'column' && span.start < offset && span.end >= offset);
  const [token, table] = [tokens[at], tokens[at - 1]];
  const closed = token && text[token.span.end - 1] === ']' && token.span.end - token.span.start > 1;
  if (!token || !table || (closed && offset === token.span.end)) return undefined;
  const found = namesOf(scope).tables.get(foldText(table.value));
  const infos = found?.infos ?? (foldText(table.value) === 'prior' ? (scope.prior ?? []) : []);
  const typed = text.slice(token.span.start, offset).replace(/^\[+/, '');
  const all = infos.map((info) => columnCompletion(info, 'column', writeTableColumn('', info.key), token.span));
  return fitting(
    all.map((completion) => ({ completion, place: 0 })),
    typed,
  );
}

/** What fits at an offset, the best first. Nothing inside texts, comments and numbers. */
export function completionsAt(text: string, offset: number, scope: Scope): readonly Completion[] {
  const { tokens } = tokenize(text);
  const columns = insideBrackets(text, offset, tokens, scope);
  if (columns) return columns;
  const inside = tokens.find(({ span }) => span.start < offset && span.end > offset);
  if (inside && inside.kind !== 'name' && inside.kind !== 'bracketed') return [];
  const word = wordAt(tokens, offset);
  const touching = tokens.find(({ span }) => span.end === offset);
  if (!word && touching && ['number', 'text', 'comment', 'column'].includes(touching.kind)) return [];
  const span = word?.span ?? { start: offset, end: offset };
  const next = word && tokens[tokens.indexOf(word) + 1];
  const called = next?.kind === 'mark' && next.value === '(';
  const table = (key: string): Completion => {
    const detail: Bilingual = { en: 'table', 'zh-CN': '表' };
    return { kind: 'table', insert: next?.kind === 'column' ? key : `${key}[`, label: key, detail, filter: key, span };
  };
  const local = (name: string): Completion => {
    const detail: Bilingual = { en: 'named in this formula', 'zh-CN': '本公式中的名称' };
    return { kind: 'local', insert: name, label: name, detail, filter: name, span };
  };
  const wanted = wantedAt(tokens, offset, scope);
  const ranked = (completion: Completion, candidate: Omit<Candidate, 'kind'> = {}): Ranked => ({
    completion,
    place: wantedOrder({ kind: completion.kind, ...candidate }, wanted),
  });
  const { groupKeys } = namesOf(scope);
  const names = [
    ...localsBefore(tokens, offset).map((name) => ranked(local(name))),
    ...scope.columns.map((info) =>
      ranked(columnCompletion(info, 'column', writeName(info.key), span), {
        type: info.type,
        groupKey: groupKeys.has(foldText(info.key)),
      }),
    ),
    ...scope.parameters.map((info) =>
      ranked(columnCompletion(info, 'parameter', writeName(info.key), span), { type: info.type }),
    ),
    ...[...scope.tables.keys(), ...(scope.place === 'fold' ? ['prior'] : [])].map((key) => ranked(table(key))),
  ];
  const calls = functionHelps.map((help) =>
    ranked(functionCompletion(help, span, called), {
      type: resultOf(help.name),
      aggregate: help.group === 'aggregate',
    }),
  );
  return fitting([...(called ? [] : names), ...calls], text.slice(span.start, offset));
}

/** What the name at an offset is: a function, a column, a parameter, a table. */
export function helpAt(text: string, offset: number, scope: Scope): NameHelp | undefined {
  const { tokens } = tokenize(text);
  const at = tokens.findIndex(({ span }) => span.start <= offset && span.end > offset);
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!token) return undefined;
  const { span, value } = token;
  const names = namesOf(scope);
  if (token.kind === 'name' && next?.kind === 'mark' && next.value === '(') {
    const help = helpOfFunction(value);
    return help && { title: signatureOf(help).en, text: help.help, example: help.example, span };
  }
  const of = (info: ColumnInfo | undefined, title: string): NameHelp | undefined =>
    info && { title, text: sayColumn(info), span };
  const table = names.tables.get(foldText(token.kind === 'column' ? (before?.value ?? '') : value));
  if (token.kind === 'column') {
    const info = table ? table.columns.get(foldText(value)) : names.prior.get(foldText(value));
    return of(info, `${table?.key ?? 'prior'}[${info?.key ?? value}]`);
  }
  if (token.kind !== 'name' && token.kind !== 'bracketed') return undefined;
  if (next?.kind === 'column' && next.span.start === span.end) {
    const count = table?.infos.length ?? 0;
    const said = { en: `table with ${count} ${count === 1 ? 'column' : 'columns'}`, 'zh-CN': `表，共 ${count} 列` };
    return table && { title: table.key, text: said, span };
  }
  const info = names.columns.get(foldText(value)) ?? names.parameters.get(foldText(value));
  return of(info, info?.key ?? value);
}

/** The call that the offset stands in, and which of its parameters. */
export function signatureAt(text: string, offset: number, _scope: Scope): SignatureHelp | undefined {
  const call = callAround(tokenize(text).tokens, offset);
  const help = call && helpOfFunction(call.name);
  if (!call || !help) return undefined;
  const last = help.parameters.length - 1;
  const from = help.repeatsFrom;
  const turns = last - (from ?? 0) + 1;
  const active =
    from !== undefined && call.argument >= from
      ? from + ((call.argument - from) % turns)
      : Math.min(call.argument, last);
  return {
    label: signatureOf(help).en,
    parameters: help.parameters.map((parameter) => parameter.en),
    help: help.help,
    active,
  };
}
