/** Tokens to tree by precedence climbing. It never gives up: each fault is a problem, and a half-typed formula still gives a tree. */
import type { ErrorText } from '../data/value.ts';
import { problem, type Fix, type Problem, type ProblemCode, type Span } from '../problem/problem.ts';
import type { ProblemParams } from '../problem/codes.ts';
import { isBinaryOperator, MAX_CHAIN, MAX_DEPTH, MAX_LENGTH, precedence, type Syntax } from './syntax.ts';
import { tokenize, type Token } from './tokens.ts';

export interface Parsed {
  readonly tree: Syntax;
  readonly tokens: readonly Token[];
  readonly problems: readonly Problem[];
}

const insert = (at: number, text: string, en: string, zh: string): Fix => ({
  label: { en, 'zh-CN': zh },
  replace: { span: { start: at, end: at }, text },
});

class Parser {
  readonly problems: Problem[] = [];
  private readonly tokens: readonly Token[];
  private readonly length: number;
  private readonly reported = new Set<string>();
  private at = 0;
  private depth = 0;
  /** The rest was left unread: what is missing from then on is no news. */
  private stopped = false;

  constructor(tokens: readonly Token[], length: number) {
    this.tokens = tokens;
    this.length = length;
  }

  formula(): Syntax {
    if (this.is('operator', '=')) this.at++;
    if (!this.peek()) {
      this.report('formula.empty', {}, { start: 0, end: this.length });
      return this.bad();
    }
    let tree = this.expression(1);
    while (this.peek()) {
      this.strayAfterValue();
      if (this.startsValue()) this.expression(1);
      else if (this.peek()) {
        this.at++;
        if (this.operator()) tree = this.operators(tree, 1);
      }
    }
    return tree;
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
      this.at++;
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
    if (token?.kind !== 'operator' || (token.value !== '-' && token.value !== '+')) return this.primary();
    const operator = token.value;
    this.at++;
    const operand = this.deeper(() => this.prefix());
    return { node: 'unary', operator, operand, span: { start: token.span.start, end: operand.span.end } };
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
    const inner = this.deeper(() => this.expression(1));
    const end = this.close(open);
    return { ...inner, span: { start: open.span.start, end: Math.max(end, inner.span.end) } };
  }

  /** Reads up to the `)` that closes `open`; answers where the brackets end. */
  private close(open: Token): number {
    while (this.peek() && !this.is('mark', ')') && !this.is('mark', ',')) {
      this.strayAfterValue();
      if (this.startsValue()) this.expression(1);
      else if (this.peek() && !this.is('mark', ')') && !this.is('mark', ',')) this.at++;
    }
    if (this.is('mark', ')')) return this.next().span.end;
    this.unclosed(open);
    return this.tokens[this.at - 1]?.span.end ?? this.length;
  }

  private unclosed(open: Token): void {
    const end = this.tokens[this.at - 1]?.span.end ?? this.length;
    const fix = insert(end, ')', 'Close the bracket', '补上右括号');
    this.report('formula.unclosed-parenthesis', {}, open.span, fix);
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
    let end = open.span.end;
    if (this.is('mark', ')')) end = this.next().span.end;
    else {
      for (;;) {
        args.push(this.argument());
        if (this.is('mark', ',')) {
          this.at++;
          continue;
        }
        if (this.is('mark', ')')) end = this.next().span.end;
        else {
          this.unclosed(open);
          end = this.tokens[this.at - 1]?.span.end ?? end;
        }
        break;
      }
    }
    return { node: 'call', name: token.value, nameSpan: token.span, args, span: { start: token.span.start, end } };
  }

  private argument(): Syntax {
    if (this.is('mark', ',') || this.is('mark', ')')) {
      const start = this.peek()?.span.start ?? this.length;
      return { node: 'missing', span: { start, end: start } };
    }
    const value = this.deeper(() => this.expression(1));
    while (this.peek() && !this.is('mark', ',') && !this.is('mark', ')')) {
      if (this.is('mark', ';')) {
        const { span } = this.next();
        const label = { en: 'Use a comma', 'zh-CN': '改用逗号' };
        this.report('formula.semicolon', {}, span, { label, replace: { span, text: ',' } });
        this.deeper(() => this.expression(1));
      } else {
        this.strayAfterValue();
        if (this.startsValue()) this.deeper(() => this.expression(1));
        else if (this.peek() && !this.is('mark', ',') && !this.is('mark', ')')) this.at++;
      }
    }
    return value;
  }

  private array(): Syntax {
    const open = this.next();
    const rows: Syntax[][] = [[]];
    while (this.peek() && !this.is('mark', '}')) {
      if (this.is('mark', ';')) {
        this.at++;
        rows.push([]);
      } else if (this.is('mark', ',')) this.at++;
      else rows.at(-1)?.push(this.element());
    }
    const end = this.peek()?.span.end ?? this.length;
    const span = { start: open.span.start, end };
    if (this.peek()) this.at++;
    else this.report('formula.unclosed-brace', {}, open.span, insert(end, '}', 'Close the brace', '补上花括号'));
    const width = rows[0]?.length ?? 0;
    if (width === 0 || rows.some((row) => row.length !== width)) this.report('formula.uneven-array', {}, span);
    return { node: 'array', rows, span };
  }

  /** A constant, with a sign perhaps, inside `{}`. */
  private element(): Syntax {
    const start = this.peek()?.span.start ?? this.length;
    const value = this.deeper(() => this.percents());
    if (value.node === 'bad' && this.peek()?.span.start === start) this.at++;
    const next = this.peek();
    if (next && !(next.kind === 'mark' && ',;}'.includes(next.value))) {
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
      const fix = { label: { en: 'Remove it', 'zh-CN': '删除' }, replace: { span: token.span, text: '' } };
      this.report('formula.extra-parenthesis', {}, token.span, fix);
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

  private operator() {
    const token = this.peek();
    return token?.kind === 'operator' && isBinaryOperator(token.value) ? token.value : undefined;
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
  const parser = new Parser(
    tokens.filter((token) => token.kind !== 'comment'),
    text.length,
  );
  const tree = parser.formula();
  return { tree, tokens, problems: [...problems, ...parser.problems] };
}
