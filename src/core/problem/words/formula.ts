import type { WordsOf } from './words-of.ts';

export interface FormulaProblems {
  'formula.unknown-name': { readonly name: string; readonly nearest?: string };
  'formula.unknown-function': { readonly name: string; readonly nearest?: string };
}

export const formulaWords: WordsOf<FormulaProblems> = {
  en: {
    'formula.unknown-name': (p) =>
      `There is no column or parameter called “${p.name}”.${p.nearest ? ` Did you mean “${p.nearest}”?` : ' Check the spelling or add it first.'}`,
    'formula.unknown-function': (p) =>
      `There is no function called ${p.name}.${p.nearest ? ` Did you mean ${p.nearest}?` : ' Check the spelling.'}`,
  },
  'zh-CN': {
    'formula.unknown-name': (p) =>
      `没有名为“${p.name}”的列或参数。${p.nearest ? `是否想用“${p.nearest}”？` : '请检查拼写，或先添加它。'}`,
    'formula.unknown-function': (p) => `没有名为 ${p.name} 的函数。${p.nearest ? `是否想用 ${p.nearest}？` : '请检查拼写。'}`,
  },
};
