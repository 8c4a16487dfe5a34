/** The names a formula's text mentions, and the text with some of them changed: by tokens, so that comments and half-typed formulas survive. */
import { foldText } from '../formula/fold-text.ts';
import { tokenize, type Token } from '../formula/tokens.ts';
import type { Span } from '../problem/problem.ts';

export interface NameUse {
  /** `bare`: a column of the row, a parameter. `table`: before brackets. `column`: inside the brackets of `table`. */
  readonly what: 'bare' | 'table' | 'column';
  readonly name: string;
  /** Of a column: the table it is of. */
  readonly table?: string;
  readonly span: Span;
  /** Written in brackets of its own. */
  readonly bracketed: boolean;
}

export interface FormulaNames {
  readonly uses: readonly NameUse[];
  /** Names bound by LET and MAXIMIZE anywhere in the formula. */
  readonly locals: readonly string[];
}

interface Call {
  readonly name: string;
  argument: number;
  /** Locals bound by this call that hold from here to its end. */
  readonly bound: string[];
  /** Bound, but only from the next argument on. */
  waiting: string | undefined;
}

/** Uses of names that LET or MAXIMIZE bind at that place are left out: they are the formula's own. */
export function namesIn(text: string): FormulaNames {
  const { tokens } = tokenize(text);
  const uses: NameUse[] = [];
  const locals: string[] = [];
  const open: Call[] = [];
  const isLocal = (name: string): boolean => open.some((call) => call.bound.includes(foldText(name)));

  const parts = tokens.filter((token) => token.kind !== 'comment');
  for (let i = 0; i < parts.length; i++) {
    const [token, next] = [parts[i]!, parts[i + 1]];
    const call = open.at(-1);
    if (token.kind === 'mark') follow(token.value, open, parts[i - 1]);
    else if (token.kind === 'bracketed') {
      if (!isLocal(token.value)) uses.push({ what: 'bare', name: token.value, span: token.span, bracketed: true });
    } else if (token.kind === 'name' && !isConstant(token.value) && next?.value !== '(') {
      const { span, value: name } = token;
      if (next?.kind === 'column' && next.span.start === span.end) {
        uses.push({ what: 'table', name, span, bracketed: false });
        if (next.value !== '')
          uses.push({ what: 'column', name: next.value, table: name, span: next.span, bracketed: true });
      } else if (call && binds(call) && isMark(parts[i - 1], '(', ',', ';') && isMark(next, ',', ';')) {
        locals.push(name);
        call.waiting = foldText(name);
      } else if (!isLocal(name)) uses.push({ what: 'bare', name, span, bracketed: false });
    }
  }
  return { uses, locals };
}

function follow(mark: string, open: Call[], before: Token | undefined): void {
  const call = open.at(-1);
  if (mark === '(' || mark === '{') {
    const name = mark === '(' && before?.kind === 'name' ? before.value.toUpperCase() : '';
    open.push({ name, argument: 0, bound: [], waiting: undefined });
  } else if (mark === ')' || mark === '}') open.pop();
  else if (call) {
    call.argument++;
    // A LET name does not hold in its own value; a MAXIMIZE name only in the formula, after the two ends.
    const holds = call.name === 'LET' ? call.argument % 2 === 0 : call.argument === 3;
    if (holds && call.waiting !== undefined) {
      call.bound.push(call.waiting);
      call.waiting = undefined;
    }
  }
}

function binds({ name, argument }: Call): boolean {
  return (name === 'LET' && argument % 2 === 0) || (name === 'MAXIMIZE' && argument === 0);
}
function isConstant(name: string): boolean {
  return /^(true|false)$/i.test(name);
}
function isMark(token: Token | undefined, ...marks: string[]): boolean {
  return token?.kind === 'mark' && marks.includes(token.value);
}

/** Formulas read names without case. */
export function sameName(a: string, b: string): boolean {
  return foldText(a) === foldText(b);
}

/** The text with names changed: `rename` gives the new key of a use, or nothing. New keys are identifiers, so they need no brackets of their own. */
export function renameIn(text: string, uses: readonly NameUse[], rename: (use: NameUse) => string | undefined): string {
  let out = '';
  let from = 0;
  for (const use of uses) {
    const to = rename(use);
    if (to === undefined) continue;
    out += text.slice(from, use.span.start) + (use.bracketed ? `[${to}]` : to);
    from = use.span.end;
  }
  return out + text.slice(from);
}
