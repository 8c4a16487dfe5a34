/** Problems that decision tables, choices and identities find in the data of a run. */
import type { WordsOf } from './words-of.ts';

/** Rows by the columns that name them; `by` empty: `keys` are row numbers. At most five are named. */
interface NamedRows {
  readonly count: number;
  readonly by: string;
  readonly keys: readonly string[];
}

export interface RuleName {
  /** From 1. */
  readonly number: number;
  /** Empty where the rule has none. */
  readonly label: string;
}

export interface ExecuteRulesProblems {
  'execute.rules-overlap': NamedRows & { readonly rules: readonly RuleName[] };
  'execute.rules-undecided': NamedRows & { readonly error: string };
  'execute.rules-silent': NamedRows & { readonly total: number };
  'execute.bad-objective': { readonly count: number; readonly error: string };
  'execute.shared-names': { readonly count: number; readonly by: string; readonly keys: readonly string[] };
}

const whole = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
const rows = (count: number): string => `${whole(count)} ${count === 1 ? 'row' : 'rows'}`;

const named = (p: NamedRows): string => {
  const list = p.keys.join(', ') + (p.count > p.keys.length ? ' …' : '');
  return `${p.by === '' ? (p.count === 1 ? 'number ' : 'numbers ') : ''}${list}`;
};
const namedZh = (p: NamedRows): string => {
  const list = p.keys.join('、') + (p.count > p.keys.length ? '……' : '');
  return p.by === '' ? `第 ${list} 行` : list;
};

function ruleList(rules: readonly RuleName[]): string {
  const all = rules.map((rule) => (rule.label === '' ? `${rule.number}` : `${rule.number} “${rule.label}”`));
  return `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
}
function ruleListZh(rules: readonly RuleName[]): string {
  return rules.map((rule) => (rule.label === '' ? `${rule.number}` : `${rule.number}“${rule.label}”`)).join('、');
}

export const executeRulesWords: WordsOf<ExecuteRulesProblems> = {
  en: {
    'execute.rules-overlap': (p) =>
      `Rules ${ruleList(p.rules)} match the same ${rows(p.count)} (${named(p)}), but only one may. Narrow their conditions, or let the first one decide.`,
    'execute.rules-undecided': (p) =>
      `A condition gives an error (${p.error}) in ${rows(p.count)} (${named(p)}), so no rule can be chosen there. Check those rows or wrap the condition in IFERROR.`,
    'execute.rules-silent': (p) =>
      `No rule matches ${rows(p.count)} of ${whole(p.total)} (${named(p)}), and nothing is said for that. Add a rule, or say what holds otherwise.`,
    'execute.bad-objective': (p) =>
      `The objective is no number in ${rows(p.count)}${p.error === '' ? '' : ` (${p.error})`}, which ${p.count === 1 ? 'is' : 'are'} not chosen. Check those rows or wrap the objective in IFERROR.`,
    'execute.shared-names': (p) =>
      `${whole(p.count)} ${p.count === 1 ? 'name stands' : 'names stand'} for several identities by ${p.by}: ${p.keys.join(', ')}${p.count > p.keys.length ? ' …' : ''}. They will be taken for one. Choose a column that names each row differently.`,
  },
  'zh-CN': {
    'execute.rules-overlap': (p) =>
      `规则 ${ruleListZh(p.rules)} 同时匹配 ${whole(p.count)} 行（${namedZh(p)}），但只能有一条。请收窄条件，或改为由第一条规则决定。`,
    'execute.rules-undecided': (p) =>
      `条件在 ${whole(p.count)} 行（${namedZh(p)}）中得到错误（${p.error}），无法选定规则。请检查这些行，或用 IFERROR 处理。`,
    'execute.rules-silent': (p) =>
      `${whole(p.total)} 行中有 ${whole(p.count)} 行（${namedZh(p)}）没有匹配任何规则，也没有说明此时如何处理。请添加规则，或填写“否则”。`,
    'execute.bad-objective': (p) =>
      `有 ${whole(p.count)} 行的目标值不是数字${p.error === '' ? '' : `（${p.error}）`}，不会被选中。请检查这些行，或用 IFERROR 处理。`,
    'execute.shared-names': (p) =>
      `按 ${p.by} 有 ${whole(p.count)} 个名称对应多个身份：${p.keys.join('、')}${p.count > p.keys.length ? '……' : ''}，它们会被当作同一个。请选择每行都不同的列。`,
  },
};
