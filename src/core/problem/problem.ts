/** A fault in what the user made: plain data, collected, never thrown. Words live beside the codes in `words/`. */
import type { ProblemParams } from './codes.ts';

/** A text in both languages of the product. */
export interface Bilingual {
  readonly en: string;
  readonly 'zh-CN': string;
}
export type Language = keyof Bilingual;

/** A half-open range of UTF-16 offsets in a formula's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a problem is. Every part is optional: the more that is known, the closer the screen can point. */
export interface Place {
  readonly table?: string;
  readonly design?: string;
  readonly node?: string;
  /** Path inside the node's props or the document, dot-separated (`bands.2.rate`). */
  readonly path?: string;
  readonly span?: Span;
  /** Zero-based row of the table the problem is about. */
  readonly row?: number;
}

/** What a click can do about it: replace a span of the formula named by `at`, or apply edits of `core/edit`. */
export interface Fix {
  readonly label: Bilingual;
  readonly replace?: { readonly span: Span; readonly text: string };
  readonly edits?: readonly { readonly op: string }[];
}

export type Severity = 'error' | 'warning' | 'info';
export type ProblemCode = keyof ProblemParams;

export type Problem<C extends ProblemCode = ProblemCode> = {
  [K in C]: {
    readonly code: K;
    readonly severity: Severity;
    readonly params: ProblemParams[K];
    readonly at: Place;
    readonly fix?: Fix;
  };
}[C];

/** Builds a problem with its params checked against its code. */
export function problem<C extends ProblemCode>(
  code: C,
  params: ProblemParams[C],
  at: Place = {},
  options: { severity?: Severity; fix?: Fix } = {},
): Problem {
  const made = {
    code,
    severity: options.severity ?? 'error',
    params,
    at,
    ...(options.fix ? { fix: options.fix } : {}),
  };
  return made as Problem;
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((one) => one.severity === 'error');
}
