import type { WordsOf } from './words-of.ts';

// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled as the room grows
export interface ImportProblems {}

export const importWords: WordsOf<ImportProblems> = { en: {}, 'zh-CN': {} };
