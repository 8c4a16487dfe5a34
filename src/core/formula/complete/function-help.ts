/** What is shown of a function: its signature, its help, its parameters. LET, which is syntax, is described here too. */
import type { Bilingual } from '../../problem/problem.ts';
import { LET } from '../syntax.ts';
import type { FunctionGroup, FunctionSpec, Parameter } from '../functions/declare.ts';
import { functionNamed, functions } from '../functions/registry.ts';
import { parameterWords } from './parameter-words.ts';

export interface FunctionHelp {
  readonly name: string;
  readonly group: FunctionGroup;
  readonly help: Bilingual;
  readonly example: string;
  /** Per parameter, brackets round optional ones: `number`, `[digits]`. */
  readonly parameters: readonly Bilingual[];
  /** The first of the parameters that take turns until the arguments end. */
  readonly repeatsFrom?: number;
}

function parameterText({ name, optional }: Parameter): Bilingual {
  const chinese = parameterWords[name] ?? name;
  return optional ? { en: `[${name}]`, 'zh-CN': `[${chinese}]` } : { en: name, 'zh-CN': chinese };
}

function describe(spec: FunctionSpec): FunctionHelp {
  const repeatsFrom = spec.parameters.findIndex((parameter) => parameter.repeats);
  return {
    name: spec.name,
    group: spec.group,
    help: spec.help,
    example: spec.example[0],
    parameters: spec.parameters.map(parameterText),
    ...(repeatsFrom >= 0 ? { repeatsFrom } : {}),
  };
}

const letHelp: FunctionHelp = {
  name: LET,
  group: 'logic',
  help: {
    en: 'Names parts of a formula, then computes with the names.',
    'zh-CN': '先给公式的各部分命名，再用这些名称计算。',
  },
  example: 'LET(x, 5, y, x + 1, x * y)',
  parameters: [
    { en: 'name', 'zh-CN': '名称' },
    { en: 'value', 'zh-CN': '值' },
    { en: 'formula', 'zh-CN': '公式' },
  ],
  repeatsFrom: 0,
};

/** All functions by name, LET among them. */
export const functionHelps: readonly FunctionHelp[] = [...functions.map(describe), letHelp].sort((a, b) =>
  a.name < b.name ? -1 : 1,
);

const byName = new Map(functionHelps.map((help) => [help.name, help]));

export function helpOfFunction(name: string): FunctionHelp | undefined {
  return byName.get(functionNamed(name)?.name ?? name.toUpperCase());
}

/** `ROUND(number, digits)`; dots where arguments may go on. */
export function signatureOf(help: FunctionHelp): Bilingual {
  const say = (language: keyof Bilingual) => {
    const parts = help.parameters.map((parameter) => parameter[language]);
    return `${help.name}(${[...parts, ...(help.repeatsFrom === undefined ? [] : ['…'])].join(', ')})`;
  };
  return { en: say('en'), 'zh-CN': say('zh-CN') };
}
