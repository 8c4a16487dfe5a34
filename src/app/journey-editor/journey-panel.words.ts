import type { Words } from '#ui/language.tsx';

export interface JourneyPanelWords {
  readonly name: string;
  readonly customers: string;
  readonly choose: string;
  readonly id: string;
  readonly idHelp: string;
  readonly reentry: string;
  readonly modes: Readonly<Record<'never' | 'after-exit' | 'after-period' | 'always', string>>;
  readonly days: string;
  readonly atOnce: string;
  readonly holdout: string;
  readonly holdoutHelp: string;
  readonly quiet: string;
  readonly quietOff: string;
  readonly defer: string;
  readonly skip: string;
  readonly path: string;
  readonly from: string;
  readonly to: string;
  readonly cap: string;
  readonly capHelp: string;
  readonly perDays: string;
  readonly then: string;
  readonly goals: string;
  readonly goalHelp: string;
  readonly exits: string;
  readonly exitHelp: string;
  readonly variables: string;
  readonly addGoal: string;
  readonly addExit: string;
  readonly addVariable: string;
  readonly remove: (name: string) => string;
  readonly key: string;
  readonly when: string;
  readonly at: string;
  readonly leaves: string;
  readonly initial: string;
  readonly type: string;
  readonly types: Readonly<Record<'number' | 'text' | 'boolean' | 'date', string>>;
  readonly ends: string;
  readonly goalName: string;
  readonly exitName: string;
  readonly variableName: string;
}

export const journeyPanelWords: Words<JourneyPanelWords> = {
  en: {
    name: 'Name',
    customers: 'Customers',
    choose: 'Choose a table',
    id: 'Their id',
    idHelp: 'The column that names each customer once.',
    reentry: 'Coming in again',
    modes: {
      never: 'never',
      'after-exit': 'after leaving',
      'after-period': 'after some days',
      always: 'always',
    },
    days: 'Days since',
    atOnce: 'At once',
    holdout: 'Held out, %',
    holdoutHelp: 'So many stay out by chance, to compare with.',
    quiet: 'Quiet hours',
    quietOff: 'none',
    defer: 'wait until they end',
    skip: 'do not send',
    path: 'take “Not sent”',
    from: 'From',
    to: 'To',
    cap: 'At most e-mails',
    capHelp: 'Empty: as many as the journey sends.',
    perDays: 'In days',
    then: 'Else',
    goals: 'Goals from outside',
    goalHelp: 'Reached at a date of the customer, or when a condition holds at a step.',
    exits: 'Leaving early',
    exitHelp: 'Who meets it leaves at once, wherever they are.',
    variables: 'Variables',
    addGoal: 'Add a goal',
    addExit: 'Add a reason to leave',
    addVariable: 'Add a variable',
    remove: (name) => `Remove ${name}`,
    key: 'Name',
    when: 'When',
    at: 'At',
    leaves: 'Leaves then',
    initial: 'Starts as',
    type: 'Kind',
    types: { number: 'number', text: 'text', boolean: 'yes or no', date: 'date' },
    ends: 'the journey ends',
    goalName: 'goal',
    exitName: 'exit',
    variableName: 'count',
  },
  'zh-CN': {
    name: '名称',
    customers: '客户表',
    choose: '选择一张表',
    id: '客户编号',
    idHelp: '每位客户唯一的一列。',
    reentry: '再次进入',
    modes: {
      never: '不允许',
      'after-exit': '离开之后',
      'after-period': '间隔若干天',
      always: '总是允许',
    },
    days: '间隔天数',
    atOnce: '同时最多',
    holdout: '对照组 %',
    holdoutHelp: '随机留出这些客户用于比较。',
    quiet: '免打扰时段',
    quietOff: '无',
    defer: '等到结束再发',
    skip: '不发送',
    path: '走“未发送”',
    from: '从',
    to: '到',
    cap: '邮件最多几封',
    capHelp: '留空：不限制。',
    perDays: '几天之内',
    then: '超出则',
    goals: '外部目标',
    goalHelp: '在客户的某个日期达成，或某一步条件成立时达成。',
    exits: '提前离开',
    exitHelp: '满足者无论在哪一步都立即离开。',
    variables: '变量',
    addGoal: '添加目标',
    addExit: '添加离开条件',
    addVariable: '添加变量',
    remove: (name) => `移除${name}`,
    key: '名称',
    when: '条件',
    at: '日期',
    leaves: '达成即离开',
    initial: '初始值',
    type: '类型',
    types: { number: '数值', text: '文本', boolean: '是否', date: '日期' },
    ends: '旅程结束',
    goalName: '目标',
    exitName: '离开',
    variableName: '计数',
  },
};
