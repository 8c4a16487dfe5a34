import type { Bilingual } from '../problem.ts';
import type { WordsOf } from './words-of.ts';

export interface CompileDecisionProblems {
  'compile.not-a-decision': { readonly design: string };
  'compile.decision-without-output': { readonly decision: string };
  'compile.decision-doubled': { readonly key: string };
  /** No table is chosen to try it on. */
  'compile.decision-not-tried': { readonly decision: string };
  /** Labels: the input has no column of its key and no formula. */
  'compile.decision-input': { readonly input: string; readonly decision: string };
  'compile.decision-gap': { readonly region: Bilingual };
  'compile.decision-overlap': { readonly rules: readonly string[]; readonly region: Bilingual };
  'compile.decision-hidden': { readonly rule: string };
}

export const compileDecisionWords: WordsOf<CompileDecisionProblems> = {
  en: {
    'compile.not-a-decision': (p) => `“${p.design}” is not a decision table, so it cannot be used here.`,
    'compile.decision-without-output': (p) => `“${p.decision}” has no result yet. Add a result column.`,
    'compile.decision-doubled': (p) => `Two columns are called “${p.key}”. Give one of them another name.`,
    'compile.decision-not-tried': (p) => `Choose a table to see what “${p.decision}” says of its rows.`,
    'compile.decision-input': (p) =>
      `“${p.decision}” asks for “${p.input}”, and there is no column of that name here. Choose what it is.`,
    'compile.decision-gap': (p) => `No rule covers: ${p.region.en}. Add a rule, or say what applies otherwise.`,
    'compile.decision-overlap': (p) =>
      `Rules ${p.rules.join(' and ')} both match: ${p.region.en}. Narrow one of them, or let the first rule decide.`,
    'compile.decision-hidden': (p) =>
      `Rule ${p.rule} never decides: the rules before it cover all of it, or its own conditions exclude each other.`,
  },
  'zh-CN': {
    'compile.not-a-decision': (p) => `“${p.design}”不是决策表，无法在此使用。`,
    'compile.decision-without-output': (p) => `“${p.decision}”还没有结果列，请添加一列。`,
    'compile.decision-doubled': (p) => `有两列都叫“${p.key}”，请修改其中一列的名称。`,
    'compile.decision-not-tried': (p) => `请选择一张表，查看“${p.decision}”对各行的结论。`,
    'compile.decision-input': (p) => `“${p.decision}”需要“${p.input}”，但这里没有该名称的列。请选择它是什么。`,
    'compile.decision-gap': (p) => `没有规则覆盖：${p.region['zh-CN']}。请添加规则，或填写“其他情况”的结果。`,
    'compile.decision-overlap': (p) =>
      `规则 ${p.rules.join(' 与 ')} 同时匹配：${p.region['zh-CN']}。请收窄其中一条，或改为“首条匹配”。`,
    'compile.decision-hidden': (p) => `规则 ${p.rule} 永远不会生效：前面的规则已全部覆盖，或其条件自相矛盾。`,
  },
};
