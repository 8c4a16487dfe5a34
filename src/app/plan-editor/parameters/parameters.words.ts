import type { Parameter } from '#core/project/project.ts';
import type { Words } from '#ui/language.tsx';

export interface ParametersWords {
  readonly bar: string;
  readonly choose: string;
  readonly value: (label: string) => string;
  readonly was: (value: string) => string;
  readonly gain: (count: string, one: boolean) => string;
  readonly lose: (count: string, one: boolean) => string;
  readonly nobody: string;
  readonly reset: string;
  readonly keep: string;
  readonly notUsed: string;
  readonly plan: string;
  readonly scorecard: string;
  readonly name: string;
  readonly description: string;
  readonly currency: string;
  readonly parameters: string;
  readonly parametersHelp: string;
  readonly none: string;
  readonly add: string;
  readonly fresh: string;
  readonly edit: (label: string) => string;
  readonly remove: (label: string) => string;
  readonly removed: (label: string) => string;
  readonly label: string;
  readonly key: string;
  readonly type: string;
  readonly current: string;
  readonly min: string;
  readonly max: string;
  readonly step: string;
  readonly format: string;
  readonly types: Readonly<Record<Parameter['type'], string>>;
  readonly yes: string;
  readonly no: string;
  readonly result: string;
  readonly noResult: string;
  readonly people: string;
  readonly rows: string;
  readonly undo: string;
}

export const parametersWords: Words<ParametersWords> = {
  en: {
    bar: 'Try a parameter',
    choose: 'Choose a parameter',
    value: (label) => `${label}: value`,
    was: (value) => `was ${value}`,
    gain: (count, one) => `${count} ${one ? 'person gains' : 'people gain'}`,
    lose: (count, one) => `${count} ${one ? 'loses' : 'lose'}`,
    nobody: 'nobody is paid differently',
    reset: 'Reset',
    keep: 'Keep',
    notUsed: 'not used in this plan yet',
    plan: 'Plan',
    scorecard: 'Scorecard',
    name: 'Name',
    description: 'Description',
    currency: 'Currency',
    parameters: 'Parameters',
    parametersHelp: 'Numbers that formulas and rates name, each with a slider on the canvas.',
    none: 'No parameters yet. A rate you want to try out belongs here.',
    add: 'Add a parameter',
    fresh: 'New parameter',
    edit: (label) => `Edit ${label}`,
    remove: (label) => `Delete ${label}`,
    removed: (label) => `${label} deleted`,
    label: 'Label',
    key: 'Key',
    type: 'Type',
    current: 'Value',
    min: 'From',
    max: 'To',
    step: 'Step',
    format: 'Format',
    types: { number: 'Number', text: 'Text', boolean: 'Yes or no', date: 'Date' },
    yes: 'Yes',
    no: 'No',
    result: 'Result',
    noResult: 'Nothing is paid yet: connect nodes up to a payout.',
    people: 'People',
    rows: 'Rows',
    undo: 'Undo',
  },
  'zh-CN': {
    bar: '试调参数',
    choose: '选择参数',
    value: (label) => `${label}：数值`,
    was: (value) => `原 ${value}`,
    gain: (count) => `${count} 人增加`,
    lose: (count) => `${count} 人减少`,
    nobody: '没有人的金额变化',
    reset: '还原',
    keep: '采用',
    notUsed: '本方案尚未使用',
    plan: '方案',
    scorecard: '绩效评分表',
    name: '名称',
    description: '说明',
    currency: '货币',
    parameters: '参数',
    parametersHelp: '公式和费率可引用的数值，画布上各有一个滑块。',
    none: '还没有参数。想试调的费率可放在这里。',
    add: '添加参数',
    fresh: '新参数',
    edit: (label) => `编辑${label}`,
    remove: (label) => `删除${label}`,
    removed: (label) => `已删除${label}`,
    label: '名称',
    key: '标识',
    type: '类型',
    current: '数值',
    min: '最小',
    max: '最大',
    step: '步长',
    format: '格式',
    types: { number: '数字', text: '文本', boolean: '是否', date: '日期' },
    yes: '是',
    no: '否',
    result: '结果',
    noResult: '还没有应发金额：请将节点连接到应发。',
    people: '人数',
    rows: '行数',
    undo: '撤销',
  },
};

/** Names of undo steps. */
export const parameterSteps = {
  keep: (label: string) => ({ en: `Change ${label}`, 'zh-CN': `修改${label}` }),
  change: { en: 'Change a parameter', 'zh-CN': '修改参数' },
  rename: { en: 'Change a key', 'zh-CN': '修改标识' },
  add: { en: 'Add a parameter', 'zh-CN': '添加参数' },
  remove: { en: 'Delete a parameter', 'zh-CN': '删除参数' },
  plan: { en: 'Change the plan', 'zh-CN': '修改方案' },
} as const;
