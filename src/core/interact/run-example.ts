/** An example that a form holds: answers, and what must come of them. */
import type { Frame } from '../data/column.ts';
import type { FormProgram } from '../program/form-program.ts';
import { openForm } from './open-form.ts';
import { readDraft } from './read-draft.ts';
import { submissionOf, type Submission } from './submission.ts';

export interface FormExpectation {
  /** By field key; only those that are named are compared. */
  readonly values?: Readonly<Record<string, unknown>>;
  readonly visible?: readonly string[];
  /** Place and code of each problem, such as `lines.0.price interact.required`; the place of the whole form is empty. */
  readonly problems?: readonly string[];
}

export interface ExampleDifference {
  /** `values.total`, `visible`, `problems`. */
  readonly at: string;
  readonly wanted: unknown;
  readonly got: unknown;
}

export interface ExampleOptions {
  readonly asOf: number;
  readonly tables?: ReadonlyMap<string, Frame>;
}

/** Problems as an example names them. */
export function namedProblems(submission: Submission): readonly string[] {
  return submission.problems.map(({ at, problem }) => `${at} ${problem.code}`.trim());
}

/** Nothing where all is as the example says. Answers that cannot be read are problems of the whole form. */
export function runExample(
  program: FormProgram,
  answers: unknown,
  expected: FormExpectation,
  { asOf, tables }: ExampleOptions,
): readonly ExampleDifference[] {
  const { draft, problems } = readDraft(program, answers);
  const submission = submissionOf(openForm(program, { asOf, draft, ...(tables ? { tables } : {}) }));
  const found: ExampleDifference[] = [];
  const compare = (at: string, wanted: unknown, got: unknown) => {
    if (!same(wanted, got)) found.push({ at, wanted, got });
  };
  for (const [key, wanted] of Object.entries(expected.values ?? {})) {
    const got = Object.hasOwn(submission.values, key) ? submission.values[key] : undefined;
    compare(`values.${key}`, wanted, got);
  }
  if (expected.visible) compare('visible', expected.visible, submission.visible);
  if (expected.problems)
    compare('problems', expected.problems, [...problems.map((one) => one.code), ...namedProblems(submission)]);
  return found;
}

function same(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Number(a.toPrecision(13)) === Number(b.toPrecision(13));
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => same(one, b[i]));
  if (isObject(a) && isObject(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].every((key) => same(a[key], b[key]));
  }
  return a === b;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
