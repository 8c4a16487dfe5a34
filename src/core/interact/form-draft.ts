/** What a person has answered so far, by field id: kept while fields are hidden, saved, and taken up again. */
import type { Answer } from './read-answer.ts';

export interface DraftRow {
  readonly id: string;
  readonly answers: Readonly<Record<string, Answer>>;
}

/** A field that is absent was never touched. */
export interface FormDraft {
  readonly answers: Readonly<Record<string, Answer>>;
  /** Rows by the repeat's id. */
  readonly rows: Readonly<Record<string, readonly DraftRow[]>>;
}

export const emptyDraft: FormDraft = { answers: {}, rows: {} };
