/** Tokens to tree by precedence climbing. It never gives up: each fault is a problem, and a half-typed formula still gives a tree. */
import type { ErrorText } from '../data/value.ts';
import { problem, type Fix, type Problem, type ProblemCode, type Span } from '../problem/problem.ts';
import type { ProblemParams } from '../problem/codes.ts';
import type { BinaryOperator } from './expression.ts';
import { MAX_ARRAY, MAX_CHAIN, MAX_DEPTH, MAX_LENGTH, MAX_TOKENS } from './limits.ts';
import { isBinaryOperator, precedence, type Syntax } from './syntax.ts';
import { commasFix, foreignOperators, insertFix, logicalFix, notFix, removeFix, writeFix } from './syntax-fixes.ts';
import { tokenize, type Token } from './tokens.ts';

export interface Parsed {
  readonly tree: Syntax;
  readonly tokens: readonly Token[];
  readonly problems: readonly Problem[];
}

class Parser {
  readonly problems: Problem[] = [];
  private readonly tokens: readonly Token[];
  private readonly text: string;
  private readonly length: number;
  private readonly reported = new Set<string>();
  private at = 0;
  private depth = 0;
  /** The rest was left unread: what is missing from then on is no news. */
  private stopped = false;
  /** Calls that are open: outside of all, a comma separates nothing. */
  private calls = 0;

  /** What must be put in before anything at the end of the formula: the quote of a text that is not closed. */
  private readonly quote: string;

  constructor(tokens: readonly Token[], text: string, openText: boolean) {
    this.tokens = tokens;
    this.quote = openText ? '"' : '';
    this.text = text;
    this.length = text.length;
  }

  formula(): Syntax {
    if (this.is('operator', '=')) this.at++;
    else if (this.is('operator', '==')) this.foreignTwin(this.next(), '=');
    if (!this.peek()) {
      this.report('formula.empty', {}, { start: 0, end: this.length });
      return this.bad();
    }
    let tree = this.value();
    while (this.peek()) {
      this.strayAfterValue();
      if (this.startsValue()) this.value();
      else if (this.peek()) {
        this.at++;
        if (this.operator()) tree = this.operators(tree, 1);
      }
    }
    return tree;
  }

  /** A value where nothing stands round it: `&&` and `||` of other languages are read here, loosest of all. */
  private value(): Syntax {
    return this.logical('||', 'OR', () => this.logical('&&', 'AND', () => this.expression(1)));
  }

  private logical(sign: string, name: string, read: () => Syntax): Syntax {
    const first = read();
    const parts = [first];
    const signs: Token[] = [];
    while (this.is('operator', sign)) {
      signs.push(this.next());
      parts.push(read());
    }
    const [met] = signs;
    const last = parts.at(-1);
    if (!met || !last) return first;
    const span = { start: first.span.start, end: last.span.end };
    this.foreign(met, name, logicalFix(name, parts, signs, this.text));
    return { node: 'call', name, nameSpan: met.span, args: parts, span };
  }

  /** Names what a sign of another language is called here. */
  private foreign(token: Token, use: string, fix: Fix | undefined): void {
    this.report('formula.foreign-sign', { sign: token.value, use }, token.span, fix);
  }

  private foreignTwin(token: Token, use: BinaryOperator): void {
    this.foreign(token, use, writeFix(use, token.span, use));
  }

  private expression(least: number): Syntax {
    return this.operators(this.percents(), least);
  }

  /** Goes on from a left side with operators at least as tight as `least`. */
  private operators(first: Syntax, least: number): Syntax {
    let left = first;
    let chain = 0;
    for (;;) {
      const sign = this.operator();
      if (!sign || precedence[sign] < least) return left;
      const token = this.next();
      if (token.value !== sign) this.foreignTwin(token, sign);
      const right = this.expression(precedence[sign] + 1);
      chain++;
      if (chain === MAX_CHAIN) this.report('formula.too-deep', { limit: MAX_CHAIN }, right.span);
      if (chain >= MAX_CHAIN) left = { node: 'bad', span: { start: first.span.start, end: right.span.end } };
      else {
        const span = { start: left.span.start, end: right.span.end };
        left = { node: 'binary', operator: sign, left, right, span };
      }
    }
  }

  private percents(): Syntax {
    let operand = this.prefix();
    for (let count = 0; this.is('operator', '%'); count++) {
      const span = { start: operand.span.start, end: this.next().span.end };
      if (count < MAX_DEPTH) operand = { node: 'unary', operator: '%', operand, span };
      else if (count === MAX_DEPTH) this.report('formula.too-deep', { limit: MAX_DEPTH }, span);
    }
    return operand;
  }

  private prefix(): Syntax {
    const token = this.peek();
    if (token?.kind !== 'operator' || !['-', '+', '!'].includes(token.value)) return this.primary();
    this.at++;
    const operand = this.deeper(() => this.prefix());
    const span = { start: token.span.start, end: operand.span.end };
    if (token.value === '-' || token.value === '+') return { node: 'unary', operator: token.value, operand, span };
    this.foreign(token, 'NOT', notFix(token.span, operand, this.text));
    return { node: 'call', name: 'NOT', nameSpan: token.span, args: [operand], span };
  }

  /** Runs one level further in. Beyond the limit the rest of the formula is left unread, and one problem says so. */
  private deeper(read: () => Syntax): Syntax {
    if (this.depth >= MAX_DEPTH) {
      const start = this.peek()?.span.start ?? this.length;
      this.report('formula.too-deep', { limit: MAX_DEPTH }, { start, end: this.length });
      this.at = this.tokens.length;
      this.stopped = true;
      return { node: 'bad', span: { start, end: this.length } };
    }
    this.depth++;
    const tree = read();
    this.depth--;
    return tree;
  }

  private primary(): Syntax {
    const token = this.peek();
    if (!token) return this.expectedValue();
    switch (token.kind) {
      case 'number':
        this.at++;
        return { node: 'literal', value: Number(token.value), span: token.span };
      case 'text':
        this.at++;
        return { node: 'literal', value: token.value, span: token.span };
      case 'error':
        this.at++;
        return { node: 'literal', value: { error: token.value as ErrorText }, span: token.span };
      case 'name':
      case 'bracketed':
        this.at++;
        return this.named(token);
      case 'unknown':
        this.at++;
        return this.peek() && !this.operator() ? this.primary() : { node: 'bad', span: token.span };
      case 'column':
      case 'comment':
      case 'operator':
        return this.expectedValue();
      case 'mark':
        if (token.value === '(') return this.bracketedExpression();
        if (token.value === '{') return this.array();
        return this.expectedValue();
    }
  }

  private bracketedExpression(): Syntax {
    const open = this.next();
    const inner = this.deeper(() => this.value());
    const end = this.close(open);
    return { ...inner, span: { start: open.span.start, end: Math.max(end, inner.span.end) } };
  }

  /** Reads up to the `)` that closes `open`; answers where the brackets end. */
  private close(open: Token): number {
    const ends = () => !this.peek() || this.is('mark', ')') || (this.calls > 0 && this.separates());
    while (!ends()) {
      this.strayAfterValue();
      if (this.startsValue()) this.value();
      else if (!ends()) this.at++;
    }
    if (this.is('mark', ')')) return this.next().span.end;
    this.unclosed(open);
    return this.tokens[this.at - 1]?.span.end ?? this.length;
  }

  private unclosed(open: Token): void {
    const end = this.tokens[this.at - 1]?.span.end ?? this.length;
    const fix = insertFix(end, this.closing(end, ')'), 'Close the bracket', '补上右括号');
    this.report('formula.unclosed-parenthesis', {}, open.span, fix);
  }

  private closing(end: number, sign: string): string {
    return end === this.length ? this.quote + sign : sign;
  }

  private named(token: Token): Syntax {
    const next = this.peek();
    if (token.kind === 'name' && next?.kind === 'column') {
      this.at++;
      const span = { start: token.span.start, end: next.span.end };
      return { node: 'column', table: token.value, name: next.value, tableSpan: token.span, nameSpan: next.span, span };
    }
    if (token.kind === 'name' && this.is('mark', '(')) return this.call(token);
    if (token.kind === 'name' && /^(true|false)$/i.test(token.value)) {
      return { node: 'literal', value: token.value.toLowerCase() === 'true', span: token.span };
    }
    return { node: 'name', name: token.value, span: token.span };
  }

  private call(token: Token): Syntax {
    const open = this.next();
    const args: Syntax[] = [];
    const semicolons: Span[] = [];
    this.calls++;
    let more = !this.is('mark', ')');
    while (more) {
      args.push(this.argument());
      more = this.separates();
      if (more) {
        const { span, value } = this.next();
        if (value === ';') semicolons.push(span);
      }
    }
    this.calls--;
    const closed = this.is('mark', ')');
    if (closed) this.at++;
    else this.unclosed(open);
    // All separators of one call are one problem, with one fix.
    if (semicolons[0]) this.report('formula.semicolon', {}, semicolons[0], commasFix(semicolons, this.text));
    const span = { start: token.span.start, end: this.tokens[this.at - 1]?.span.end ?? open.span.end };
    const call = { node: 'call', name: token.value, nameSpan: token.span, args, span } as const;
    return closed ? call : { ...call, open: true };
  }

  private separates(): boolean {
    return this.is('mark', ',') || this.is('mark', ';');
  }

  private argument(): Syntax {
    if (this.separates() || this.is('mark', ')')) {
      const start = this.peek()?.span.start ?? this.length;
      return { node: 'missing', span: { start, end: start } };
    }
    const value = this.deeper(() => this.value());
    const ends = () => !this.peek() || this.is('mark', ')') || this.separates();
    while (!ends()) {
      this.strayAfterValue();
      if (this.startsValue()) this.deeper(() => this.value());
      else if (!ends()) this.at++;
    }
    return value;
  }

  private array(): Syntax {
    const open = this.next();
    const rows: Syntax[][] = [[]];
    while (this.peek() && !this.is('mark', '}') && !this.is('mark', ')')) {
      if (this.is('mark', ';')) {
        this.at++;
        rows.push([]);
      } else if (this.is('mark', ',')) this.at++;
      else rows.at(-1)?.push(this.element());
    }
    const closed = this.is('mark', '}');
    const end = (closed ? this.next() : this.tokens[this.at - 1])?.span.end ?? this.length;
    const span = { start: open.span.start, end };
    const fix = insertFix(end, this.closing(end, '}'), 'Close the brace', '补上花括号');
    if (!closed) this.report('formula.unclosed-brace', {}, open.span, fix);
    const width = rows[0]?.length ?? 0;
    const size = rows.reduce((sum, row) => sum + row.length, 0);
    if (size > MAX_ARRAY) this.report('formula.array-too-large', { limit: MAX_ARRAY }, span);
    else if (width === 0 || rows.some((row) => row.length !== width)) this.report('formula.uneven-array', {}, span);
    return { node: 'array', rows, span };
  }

  /** A constant, with a sign perhaps, inside `{}`. */
  private element(): Syntax {
    const start = this.peek()?.span.start ?? this.length;
    const value = this.deeper(() => this.percents());
    if (value.node === 'bad' && this.peek()?.span.start === start) this.at++;
    const next = this.peek();
    if (next && !(next.kind === 'mark' && ',;})'.includes(next.value))) {
      this.report('formula.array-of-constants', {}, next.span);
      this.at++;
    } else if (value.node !== 'bad' && !isConstant(value)) {
      this.report('formula.array-of-constants', {}, value.span);
    }
    return value;
  }

  /** Something stands after a complete value where only an operator could. */
  private strayAfterValue(): void {
    const token = this.peek();
    if (!token || token.kind === 'unknown') return;
    const after = this.tokens[this.at - 1];
    if (this.startsValue() && after) {
      this.report('formula.missing-operator', {}, { start: after.span.start, end: token.span.end });
    } else if (token.value === ')' && token.kind === 'mark') {
      this.report('formula.extra-parenthesis', {}, token.span, removeFix(token.span));
    } else if (!this.operator()) this.report('formula.unexpected-sign', { sign: token.value }, token.span);
  }

  private expectedValue(): Syntax {
    const token = this.peek();
    const before = this.tokens[this.at - 1];
    const span = token?.span ?? before?.span ?? { start: 0, end: this.length };
    const sign = token ? token.value : '';
    this.report('formula.missing-value', sign ? { before: sign } : {}, span);
    const start = token?.span.start ?? this.length;
    return { node: 'bad', span: { start, end: start } };
  }

  private startsValue(): boolean {
    const token = this.peek();
    if (!token) return false;
    if (token.kind === 'mark') return token.value === '(' || token.value === '{';
    return ['number', 'text', 'error', 'name', 'bracketed'].includes(token.kind);
  }

  /** The operator that stands here; those of other languages as ours. */
  private operator(): BinaryOperator | undefined {
    const token = this.peek();
    if (token?.kind !== 'operator') return undefined;
    return isBinaryOperator(token.value) ? token.value : foreignOperators[token.value];
  }

  private bad(): Syntax {
    return { node: 'bad', span: { start: 0, end: this.length } };
  }

  private peek(): Token | undefined {
    return this.tokens[this.at];
  }
  private next(): Token {
    const token = this.tokens[this.at++];
    if (!token) throw new Error('read past the last token');
    return token;
  }
  private is(kind: Token['kind'], value: string): boolean {
    const token = this.peek();
    return token?.kind === kind && token.value === value;
  }

  /** One problem at a place is enough: what follows from it would only distract. */
  private report<C extends ProblemCode>(code: C, params: ProblemParams[C], span: Span, fix?: Fix): void {
    const place = `${span.start} ${span.end}`;
    if (this.stopped || this.reported.has(place)) return;
    this.reported.add(place);
    this.problems.push(problem(code, params, { span }, fix ? { fix } : {}));
  }
}

function isConstant(value: Syntax): boolean {
  return value.node === 'literal' || (value.node === 'unary' && isConstant(value.operand));
}

/** The tree of a formula, its tokens (comments included) and every fault of its syntax. */
export function parseFormula(text: string): Parsed {
  const span = { start: 0, end: text.length };
  if (text.length > MAX_LENGTH) {
    const tooLong = problem('formula.too-long', { length: text.length, limit: MAX_LENGTH }, { span });
    return { tree: { node: 'bad', span }, tokens: [], problems: [tooLong] };
  }
  const { tokens, problems } = tokenize(text);
  const solid = tokens.filter((token) => token.kind !== 'comment');
  const beyond = solid[MAX_TOKENS];
  if (beyond) {
    const at = { span: { start: beyond.span.start, end: text.length } };
    const tooMany = problem('formula.too-many-parts', { parts: solid.length, limit: MAX_TOKENS }, at);
    return { tree: { node: 'bad', span }, tokens, problems: [tooMany] };
  }
  const openText = problems.some((one) => one.code === 'formula.unclosed-text');
  const parser = new Parser(solid, text, openText);
  const tree = parser.formula();
  return { tree, tokens, problems: [...problems, ...parser.problems] };
}
