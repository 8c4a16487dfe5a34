import type { Bilingual } from '#core/problem/problem.ts';
import type { StepSection } from '#core/contracts/step-kind.ts';
import type { Words } from '#ui/language.tsx';
import type { PaletteWords } from '../plan-editor/palette/palette.tsx';

export interface JourneyWords {
  readonly journey: string;
  readonly view: string;
  readonly empty: string;
  readonly emptyHelp: string;
  readonly added: (label: string) => string;
  readonly connected: (from: string, to: string) => string;
  readonly removed: (label: string) => string;
  readonly people: (count: string) => string;
  readonly show: string;
  readonly palette: PaletteWords;

  readonly bar: string;
  readonly seed: string;
  readonly from: string;
  readonly until: string;
  readonly today: string;
  readonly usual: string;
  readonly run: string;
  readonly again: string;
  readonly cancel: string;
  readonly running: (date: string) => string;
  readonly cancelled: string;
  readonly failed: string;
  readonly nothingToRun: string;
  readonly old: string;

  readonly drawer: string;
  readonly simulation: string;
  readonly problems: string;
  readonly noProblems: string;
  readonly notYet: string;
  readonly everyone: string;
  readonly entered: string;
  readonly heldOut: string;
  readonly stayedOut: string;
  readonly active: string;
  readonly goals: string;
  readonly ends: string;
  readonly endNames: Readonly<Record<string, string>>;
  readonly shareOfEntered: (share: string) => string;
  readonly intents: string;
  readonly intentsShown: (shown: string, all: string) => string;
  readonly noIntents: string;
  readonly when: string;
  readonly customer: string;
  readonly step: string;
  readonly what: string;
  readonly effects: Readonly<Record<string, string>>;
  readonly refused: Readonly<Record<'consent' | 'address' | 'quiet-hours' | 'cap', string>>;
  readonly digest: string;
  readonly summary: (customers: string, days: string, seed: string) => string;

  readonly oneCustomer: string;
  readonly selection: string;
  readonly findCustomer: string;
  readonly noSuch: (id: string) => string;
  readonly storyHelp: string;
  readonly happened: string;
  readonly isWaiting: (label: string) => string;
  readonly knows: string;
  readonly close: string;
  readonly matches: (count: string) => string;
}

export const journeyWords: Words<JourneyWords> = {
  en: {
    journey: 'Journey',
    view: 'How the journey is shown',
    empty: 'An empty journey',
    emptyHelp: 'Start with an entry: drag one from the left, or press Enter on “Entry” in the palette.',
    added: (label) => `${label} added`,
    connected: (from, to) => `${from} leads to ${to}`,
    removed: (label) => `${label} deleted`,
    people: (count) => count,
    show: 'Show',
    palette: {
      find: 'Add a step',
      palette: 'Steps that can be added',
      found: (count) => (count === 1 ? '1 step found' : `${count} steps found`),
      nothing: (query) => `No step is called “${query}”.`,
      hint: 'Enter adds it after the selected step; dragging puts it where you let go.',
    },
    bar: 'Simulation',
    seed: 'Seed',
    from: 'From',
    until: 'Until',
    today: 'today',
    usual: '60 days',
    run: 'Simulate',
    again: 'Run again',
    cancel: 'Cancel',
    running: (date) => `On the journey’s clock: ${date}`,
    cancelled: 'Stopped before the end',
    failed: 'The simulation stopped',
    nothingToRun: 'Nobody can come in yet',
    old: 'The journey has changed since',
    drawer: 'Simulation and problems',
    simulation: 'Simulation',
    problems: 'Problems',
    noProblems: 'No problems. Everybody finds a way.',
    notYet: 'Simulate the journey to see who goes where.',
    everyone: 'Everyone accounted for',
    entered: 'came in',
    heldOut: 'held out',
    stayedOut: 'did not come in',
    active: 'on the way',
    goals: 'Goals',
    ends: 'How it ended',
    endNames: { '~failed': 'failed', '~dead-end': 'ended where nothing is connected' },
    shareOfEntered: (share) => `${share} of those who came in`,
    intents: 'What would be sent and done',
    intentsShown: (shown, all) => (shown === all ? all : `first ${shown} of ${all}`),
    noIntents: 'Nothing would be sent.',
    when: 'When',
    customer: 'Customer',
    step: 'Step',
    what: 'What',
    effects: { email: 'E-mail', call: 'Call task' },
    refused: {
      consent: 'not sent: no consent',
      address: 'not sent: no address',
      'quiet-hours': 'not sent: quiet hours',
      cap: 'not sent: sent enough lately',
    },
    digest: 'Digest',
    summary: (customers, days, seed) => `${customers} customers, ${days} days, seed ${seed}`,
    oneCustomer: 'One customer',
    selection: 'Journey',
    findCustomer: 'Find a customer',
    noSuch: (id) => `No customer has “${id}” in the id.`,
    storyHelp: 'Choose a customer to see every step, when and why.',
    happened: 'What happened, and why',
    isWaiting: (label) => `Still waiting at “${label}”`,
    knows: 'Known about this customer',
    close: 'Close the story',
    matches: (count) => `${count} found`,
  },
  'zh-CN': {
    journey: '客户旅程',
    view: '旅程的显示方式',
    empty: '空白旅程',
    emptyHelp: '从“进入”开始：从左侧拖入，或在步骤列表的“进入”上按回车。',
    added: (label) => `已添加${label}`,
    connected: (from, to) => `${from}通向${to}`,
    removed: (label) => `已删除${label}`,
    people: (count) => count,
    show: '查看',
    palette: {
      find: '添加步骤',
      palette: '可添加的步骤',
      found: (count) => `找到 ${count} 个步骤`,
      nothing: (query) => `没有名为“${query}”的步骤。`,
      hint: '按回车添加到所选步骤之后；拖动可放到任意位置。',
    },
    bar: '模拟',
    seed: '随机种子',
    from: '从',
    until: '到',
    today: '今天',
    usual: '60 天',
    run: '模拟',
    again: '重新模拟',
    cancel: '取消',
    running: (date) => `旅程时钟：${date}`,
    cancelled: '未到结束就已停止',
    failed: '模拟已中断',
    nothingToRun: '还没有人能进入',
    old: '旅程已有改动',
    drawer: '模拟与问题',
    simulation: '模拟',
    problems: '问题',
    noProblems: '没有问题，所有客户都有路可走。',
    notYet: '模拟旅程，即可看到客户的去向。',
    everyone: '全部客户的去向',
    entered: '已进入',
    heldOut: '留作对照',
    stayedOut: '未进入',
    active: '进行中',
    goals: '目标',
    ends: '如何结束',
    endNames: { '~failed': '失败', '~dead-end': '在没有下一步处结束' },
    shareOfEntered: (share) => `占已进入客户的 ${share}`,
    intents: '将发送与执行的内容',
    intentsShown: (shown, all) => (shown === all ? all : `共 ${all} 项，显示前 ${shown} 项`),
    noIntents: '不会发送任何内容。',
    when: '时间',
    customer: '客户',
    step: '步骤',
    what: '内容',
    effects: { email: '邮件', call: '电话任务' },
    refused: {
      consent: '未发送：客户未同意',
      address: '未发送：没有地址',
      'quiet-hours': '未发送：免打扰时段',
      cap: '未发送：近期发送已达上限',
    },
    digest: '摘要值',
    summary: (customers, days, seed) => `${customers} 位客户，${days} 天，种子 ${seed}`,
    oneCustomer: '单个客户',
    selection: '旅程',
    findCustomer: '查找客户',
    noSuch: (id) => `没有编号包含“${id}”的客户。`,
    storyHelp: '选择一位客户，查看每一步发生的时间与原因。',
    happened: '发生了什么，为什么',
    isWaiting: (label) => `仍在“${label}”等待`,
    knows: '该客户的资料',
    close: '关闭该客户',
    matches: (count) => `找到 ${count} 位`,
  },
};

/** Names of undo steps. */
export const steps = {
  add: { en: 'Add a step', 'zh-CN': '添加步骤' },
  remove: { en: 'Delete', 'zh-CN': '删除' },
  duplicate: { en: 'Duplicate', 'zh-CN': '复制' },
  connect: { en: 'Connect', 'zh-CN': '连接' },
  move: { en: 'Move', 'zh-CN': '移动' },
  tidy: { en: 'Tidy up', 'zh-CN': '整理布局' },
  fix: { en: 'Fix a problem', 'zh-CN': '修复问题' },
  journey: { en: 'Change the journey', 'zh-CN': '修改旅程' },
  simulation: { en: 'Change the simulation', 'zh-CN': '修改模拟设置' },
} as const satisfies Record<string, Bilingual>;

export const sectionHeadings: Readonly<Record<StepSection, Bilingual>> = {
  start: { en: 'Start', 'zh-CN': '开始' },
  talk: { en: 'Talk', 'zh-CN': '联系' },
  time: { en: 'Time', 'zh-CN': '时间' },
  route: { en: 'Route', 'zh-CN': '路径' },
  end: { en: 'End', 'zh-CN': '结束' },
};
