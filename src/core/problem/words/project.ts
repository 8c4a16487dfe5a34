import type { WordsOf } from './words-of.ts';

// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled as the room grows
export interface ProjectProblems {}

export const projectWords: WordsOf<ProjectProblems> = { en: {}, 'zh-CN': {} };
