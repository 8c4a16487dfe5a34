/** Formula text cut into tokens that cover all but white space; every token keeps its span, so that tools can edit the text in place. */
import { errorTexts } from '../data/value.ts';
import { problem, type Problem, type Span } from '../problem/problem.ts';

export type TokenKind =
  | 'number'
  | 'text'
  | 'error'
  | 'name'
  /** `[Close Date]`. */
  | 'bracketed'
  /** The brackets of `deals[amount]`, right after a name. */
  | 'column'
  | 'operator'
  /** One of `( ) { } , ;`. */
  | 'mark'
  | 'comment'
  | 'unknown';

export interface Token {
  readonly kind: TokenKind;
  readonly span: Span;
  /** Of text and brackets: what stands inside, unescaped. Of operators and marks: the ASCII sign. Of all others: the source. */
  readonly value: string;
}

/** What Chinese input methods type for the signs of a formula, and the signs of mathematics that mean nothing else. */
const twins: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Array.from('（）｛｝，；＋－＊／＾＆＝＜＞％！｜“”［］【】×÷−', (sign, i) => [
      sign,
      '(){},;+-*/^&=<>%!|""[][]*/-'[i] ?? sign,
    ]),
  ),
  '≥': '>=',
  '≤': '<=',
  '≠': '<>',
};

const TWO_SIGNS = ['<=', '>=', '<>'];
/** Operators of other languages, read as one token so that the parser can name the right one. */
const FOREIGN_SIGNS = ['===', '!==', '==', '!=', '=>', '=<', '><', '&&', '||', '**'];

const SPACE = /\s/u;
const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*/uy;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
/** Where an unclosed bracket is taken to end. */
const BRACKET_STOP = /[,()（），+*/&=<>"\n;{}]/;

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** White space as people type it, the ideographic space included. */
export function isSpace(sign: string): boolean {
  return SPACE.test(sign);
}

interface Cut {
  readonly kind: TokenKind;
  readonly end: number;
  readonly value: string;
  readonly trouble?: Problem;
}

function cutText(text: string, start: number): Cut {
  const wide = text[start] !== '"';
  const closes = (sign: string | undefined) => sign === '"' || (wide && (sign === '”' || sign === '“'));
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    if (!closes(text[at])) value += text[at];
    else if (closes(text[at + 1])) value += text[at++];
    else return { kind: 'text', end: at + 1, value };
  }
  const span = { start, end: text.length };
  const fix = {
    label: { en: 'Close the text', 'zh-CN': '补上引号' },
    replace: { span: { start: text.length, end: text.length }, text: '"' },
  };
  return { kind: 'text', end: text.length, value, trouble: problem('formula.unclosed-text', {}, { span }, { fix }) };
}

function unclosedBracket(text: string, start: number, inner: number): Cut {
  const rest = text.slice(inner);
  const length = rest.search(BRACKET_STOP);
  const end = inner + rest.slice(0, length < 0 ? rest.length : length).trimEnd().length;
  const fix = {
    label: { en: 'Close the bracket', 'zh-CN': '补上方括号' },
    replace: { span: { start: end, end }, text: inner - start === 2 ? ']]' : ']' },
  };
  return {
    kind: 'bracketed',
    end,
    value: text.slice(inner, end).trim(),
    trouble: problem('formula.unclosed-bracket', {}, { span: { start, end } }, { fix }),
  };
}

const closesBracket = (sign: string | undefined) => sign === ']' || sign === '］' || sign === '】';

/** `[name]`, where `]]` stands for `]`; after a table's name also `[[name]]`. Inside, nothing has a twin but the closing bracket. */
function cutBracket(text: string, start: number, afterName: boolean): Cut {
  const nested = afterName && text[start + 1] === '[';
  const inner = start + (nested ? 2 : 1);
  if (nested) {
    const end = text.indexOf(']]', inner);
    if (end < 0) return unclosedBracket(text, start, inner);
    return { kind: 'bracketed', end: end + 2, value: text.slice(inner, end) };
  }
  const ascii = text[start] === '[';
  let value = '';
  for (let at = inner; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (ascii ? sign !== ']' : !closesBracket(sign)) value += sign;
    else if (text[at + 1] === sign) value += text[at++];
    else return { kind: 'bracketed', end: at + 1, value };
  }
  return unclosedBracket(text, start, inner);
}

function cutComment(text: string, start: number): Cut {
  const end = text.indexOf('*/', start + 2);
  if (end >= 0) return { kind: 'comment', end: end + 2, value: text.slice(start, end + 2) };
  const span = { start, end: text.length };
  const fix = {
    label: { en: 'Close the comment', 'zh-CN': '补上 */' },
    replace: { span: { start: text.length, end: text.length }, text: '*/' },
  };
  return {
    kind: 'comment',
    end: text.length,
    value: text.slice(start),
    trouble: problem('formula.unclosed-comment', {}, { span }, { fix }),
  };
}

function cutOperator(text: string, start: number, sign: string): Cut | undefined {
  const ahead = Array.from(text.slice(start, start + 3), (one) => twins[one] ?? one).join('');
  const foreign = FOREIGN_SIGNS.find((one) => ahead.startsWith(one));
  if (foreign) return { kind: 'operator', end: start + foreign.length, value: foreign };
  if (TWO_SIGNS.includes(sign)) return { kind: 'operator', end: start + 1, value: sign };
  const pair = ahead.slice(0, 2);
  if (TWO_SIGNS.includes(pair)) return { kind: 'operator', end: start + 2, value: pair };
  return sign === '|' ? undefined : { kind: 'operator', end: start + 1, value: sign };
}

/** Text in single quotes, which other languages have. */
function cutSingleQuoted(text: string, start: number): Cut | undefined {
  const close = text[start] === '‘' ? '’' : "'";
  const at = text.indexOf(close, start + 1);
  if (at < 0) return undefined;
  const value = text.slice(start + 1, at);
  const span = { start, end: at + 1 };
  const written = `"${value.replaceAll('"', '""')}"`;
  const fix = { label: { en: `Write ${written}`, 'zh-CN': `写成 ${written}` }, replace: { span, text: written } };
  const trouble = problem('formula.foreign-sign', { sign: text[start] ?? "'", use: '"' }, { span }, { fix });
  return { kind: 'text', end: at + 1, value, trouble };
}

function cutNumber(text: string, start: number): Cut | undefined {
  const digits = matchAt(NUMBER, text, start);
  if (digits === undefined) return undefined;
  const cut: Cut = { kind: 'number', end: start + digits.length, value: digits };
  if (Number.isFinite(Number(digits))) return cut;
  return { ...cut, trouble: problem('formula.number-too-large', {}, { span: { start, end: cut.end } }) };
}

function cutUnknown(text: string, start: number): Cut {
  const sign = String.fromCodePoint(text.codePointAt(start) ?? 0);
  const end = start + sign.length;
  if (sign === '、') {
    const span = { start, end };
    const fix = { label: { en: 'Use a comma', 'zh-CN': '改用逗号' }, replace: { span, text: ',' } };
    const found = problem('formula.foreign-sign', { sign, use: ',' }, { span }, { fix });
    return { kind: 'mark', end, value: ',', trouble: found };
  }
  const trouble = problem('formula.unexpected-sign', { sign }, { span: { start, end } });
  return { kind: 'unknown', end, value: sign, trouble };
}

function cut(text: string, start: number, afterName: boolean): Cut {
  const source = text[start] ?? '';
  const sign = twins[source] ?? source;
  if (sign === '"') return cutText(text, start);
  if (sign === '[') {
    const bracket = cutBracket(text, start, afterName);
    return afterName ? { ...bracket, kind: 'column' } : bracket;
  }
  if (source === '/' && text[start + 1] === '*') return cutComment(text, start);
  if (sign !== '' && ('+-*/^&=<>%!|'.includes(sign) || TWO_SIGNS.includes(sign)))
    return cutOperator(text, start, sign) ?? cutUnknown(text, start);
  if ('(){},;'.includes(sign)) return { kind: 'mark', end: start + 1, value: sign };
  if (source === '#') {
    const rest = text.slice(start, start + 8).toUpperCase();
    const error = errorTexts.find((one) => rest.startsWith(one));
    return error ? { kind: 'error', end: start + error.length, value: error } : cutUnknown(text, start);
  }
  const name = matchAt(NAME, text, start);
  if (name !== undefined) return { kind: 'name', end: start + name.length, value: name };
  const quoted = sign === "'" || sign === '‘' ? cutSingleQuoted(text, start) : undefined;
  return cutNumber(text, start) ?? quoted ?? cutUnknown(text, start);
}

/** Never fails: what cannot be read is a token of kind `unknown` and a problem. */
export function tokenize(text: string): { readonly tokens: readonly Token[]; readonly problems: readonly Problem[] } {
  const tokens: Token[] = [];
  const problems: Problem[] = [];
  for (let at = 0; at < text.length;) {
    if (isSpace(text[at] ?? '')) {
      at++;
      continue;
    }
    const previous = tokens.at(-1);
    const afterName = previous?.kind === 'name' && previous.span.end === at;
    const { kind, end, value, trouble } = cut(text, at, afterName);
    tokens.push({ kind, span: { start: at, end }, value });
    if (trouble) problems.push(trouble);
    at = end;
  }
  return { tokens, problems };
}

/** Whether a key can stand in a formula without brackets. */
export function isBareName(key: string): boolean {
  return /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(key) && !/^(true|false)$/i.test(key);
}

/** A key as a bare name, in brackets where it needs them. */
export function writeName(key: string): string {
  return isBareName(key) ? key : `[${key.replaceAll(']', ']]')}]`;
}

/** `deals[amount]`. A key that starts with `[` needs the doubled form. */
export function writeTableColumn(table: string, key: string): string {
  return key.startsWith('[') ? `${table}[[${key}]]` : `${table}[${key.replaceAll(']', ']]')}]`;
}
