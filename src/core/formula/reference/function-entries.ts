/** The functions as the reference shows them: their declarations, with what `notes/` says beside them. */
import type { Value } from '../../data/value.ts';
import type { Bilingual } from '../../problem/problem.ts';
import { functionHelps, signatureOf } from '../complete/function-help.ts';
import { parameterWords } from '../complete/parameter-words.ts';
import type { FunctionGroup, Parameter, ParameterKind } from '../functions/declare.ts';
import { functionNamed } from '../functions/registry.ts';
import { LET } from '../syntax.ts';
import type { Example } from './example.ts';
import { noteOf } from './notes/function-notes.ts';

export interface ParameterEntry {
  readonly name: Bilingual;
  /** What it takes, in words. */
  readonly takes: Bilingual;
  readonly optional: boolean;
  readonly repeats: boolean;
  /** What an argument left off counts as. */
  readonly standard?: Value;
}

export interface FunctionEntry {
  readonly kind: 'function';
  readonly id: string;
  readonly name: string;
  readonly group: FunctionGroup;
  readonly signature: Bilingual;
  readonly help: Bilingual;
  readonly parameters: readonly ParameterEntry[];
  /** What comes out, in words. */
  readonly gives: Bilingual;
  readonly remarks: readonly Bilingual[];
  readonly example: Example;
  readonly related: readonly string[];
  /** More words people search by. */
  readonly words: string;
}

export const groupNames: { readonly [G in FunctionGroup]: Bilingual } = {
  logic: { en: 'Logic', 'zh-CN': '逻辑' },
  math: { en: 'Math', 'zh-CN': '数学' },
  aggregate: { en: 'Totals and statistics', 'zh-CN': '汇总与统计' },
  conditional: { en: 'Totals with conditions', 'zh-CN': '条件汇总' },
  lookup: { en: 'Look-up', 'zh-CN': '查找' },
  text: { en: 'Text', 'zh-CN': '文本' },
  date: { en: 'Dates and time', 'zh-CN': '日期与时间' },
  information: { en: 'Information', 'zh-CN': '信息' },
  finance: { en: 'Finance', 'zh-CN': '财务' },
  sales: { en: 'Sales', 'zh-CN': '销售' },
};

const kindWords: { readonly [K in ParameterKind]: Bilingual } = {
  number: { en: 'number', 'zh-CN': '数值' },
  text: { en: 'text', 'zh-CN': '文本' },
  boolean: { en: 'TRUE or FALSE', 'zh-CN': 'TRUE 或 FALSE' },
  any: { en: 'any value', 'zh-CN': '任意值' },
  raw: { en: 'any value, errors too', 'zh-CN': '任意值，可为错误' },
  range: { en: 'column, list or value', 'zh-CN': '列、列表或单个值' },
  lazy: { en: 'any value, computed only when needed', 'zh-CN': '任意值，用到时才计算' },
  binding: { en: 'a name of your choice', 'zh-CN': '自己起的名称' },
  body: { en: 'formula with that name', 'zh-CN': '使用该名称的公式' },
};
const columnWords: Bilingual = { en: 'column, table or list', 'zh-CN': '列、表或列表' };

const resultWords: Readonly<Record<string, Bilingual>> = {
  number: kindWords.number,
  text: kindWords.text,
  boolean: kindWords.boolean,
  date: { en: 'date', 'zh-CN': '日期' },
  time: { en: 'time', 'zh-CN': '时间' },
  datetime: { en: 'date and time', 'zh-CN': '日期和时间' },
  any: kindWords.any,
};

function parameterEntry(parameter: Parameter): ParameterEntry {
  const { name, kind, optional = false, repeats = false } = parameter;
  return {
    name: { en: name, 'zh-CN': parameterWords[name] ?? name },
    takes: parameter.wantsMany ? columnWords : kindWords[kind],
    optional,
    repeats,
    ...(parameter.default === undefined ? {} : { standard: parameter.default }),
  };
}

const letParameters: readonly ParameterEntry[] = [
  { name: { en: 'name', 'zh-CN': '名称' }, takes: kindWords.binding, optional: false, repeats: true },
  { name: { en: 'value', 'zh-CN': '值' }, takes: kindWords.any, optional: false, repeats: true },
  { name: { en: 'formula', 'zh-CN': '公式' }, takes: kindWords.body, optional: false, repeats: false },
];

function givesOf(name: string): Bilingual {
  const result = functionNamed(name)?.result;
  if (result === undefined) return { en: 'what the formula gives', 'zh-CN': '与公式的结果相同' };
  if (typeof result === 'string') return resultWords[result] ?? kindWords.any;
  if (result.type) return resultWords[result.type] ?? kindWords.any;
  const of = result.like.map((at) => functionNamed(name)?.parameters[at]?.name ?? '');
  return { en: `of the kind of ${of.join(' and ')}`, 'zh-CN': `与 ${of.join('、')} 的类型相同` };
}

/** Every function, LET among them, by name. */
export const functionEntries: readonly FunctionEntry[] = functionHelps.map((help): FunctionEntry => {
  const spec = functionNamed(help.name);
  const note = noteOf(help.name);
  return {
    kind: 'function',
    id: `function/${help.name}`,
    name: help.name,
    group: help.group,
    signature: signatureOf(help),
    help: help.help,
    parameters: help.name === LET ? letParameters : (spec?.parameters ?? []).map(parameterEntry),
    gives: givesOf(help.name),
    remarks: note?.remarks ?? [],
    example: note?.example ?? { formula: help.example, values: [spec ? spec.example[1] : 30] },
    related: note?.related ?? [],
    words: note?.words ?? '',
  };
});
