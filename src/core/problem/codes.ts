/** Every problem code with the type of its params. One file per room in `words/`: code, params and words stand together. */
import type { Bilingual, Language, Problem, ProblemCode } from './problem.ts';
import { compileWords, type CompileProblems } from './words/compile.ts';
import { executeDataWords, type ExecuteDataProblems } from './words/execute-data.ts';
import { executeRulesWords, type ExecuteRulesProblems } from './words/execute-rules.ts';
import { executeOrderWords, type ExecuteOrderProblems } from './words/execute-order.ts';
import { executeWords, type ExecuteProblems } from './words/execute.ts';
import { formulaWords, type FormulaProblems } from './words/formula.ts';
import { importWords, type ImportProblems } from './words/import.ts';
import { interactWords, type InteractProblems } from './words/interact.ts';
import { compileDecisionWords, type CompileDecisionProblems } from './words/compile-decision.ts';
import { compileJourneyWords, type CompileJourneyProblems } from './words/compile-journey.ts';
import { simulateWords, type SimulateProblems } from './words/simulate.ts';
import { projectWords, type ProjectProblems } from './words/project.ts';

/** A kind's own problem: the kind brings the words, because the core must not know kinds. */
export interface KindProblems {
  'kind.says': { readonly kind: string; readonly id: string; readonly words: Bilingual };
}

export interface ProblemParams
  extends
    FormulaProblems,
    ProjectProblems,
    CompileProblems,
    ExecuteProblems,
    ExecuteDataProblems,
    ExecuteOrderProblems,
    ExecuteRulesProblems,
    ImportProblems,
    InteractProblems,
    SimulateProblems,
    CompileJourneyProblems,
    CompileDecisionProblems,
    KindProblems {}

type Words = { readonly [C in ProblemCode]: (params: ProblemParams[C]) => string };

const words: { readonly [L in Language]: Words } = {
  en: {
    ...formulaWords.en,
    ...projectWords.en,
    ...compileWords.en,
    ...executeWords.en,
    ...executeDataWords.en,
    ...executeOrderWords.en,
    ...executeRulesWords.en,
    ...importWords.en,
    ...simulateWords.en,
    ...compileJourneyWords.en,
    ...compileDecisionWords.en,
    ...interactWords.en,
    'kind.says': (p) => p.words.en,
  },
  'zh-CN': {
    ...formulaWords['zh-CN'],
    ...projectWords['zh-CN'],
    ...compileWords['zh-CN'],
    ...executeWords['zh-CN'],
    ...executeDataWords['zh-CN'],
    ...executeOrderWords['zh-CN'],
    ...executeRulesWords['zh-CN'],
    ...importWords['zh-CN'],
    ...simulateWords['zh-CN'],
    ...compileJourneyWords['zh-CN'],
    ...compileDecisionWords['zh-CN'],
    ...interactWords['zh-CN'],
    'kind.says': (p) => p.words['zh-CN'],
  },
};

/** The problem as a sentence: what, where it matters, what to do. */
export function sayProblem(problem: Problem, language: Language): string {
  const say = words[language][problem.code] as (params: unknown) => string;
  return say(problem.params);
}
