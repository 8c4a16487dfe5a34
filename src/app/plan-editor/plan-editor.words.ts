import type { Bilingual } from '#core/problem/problem.ts';
import type { Words } from '#ui/language.tsx';

export interface PlanEditorWords {
  readonly data: string;
  readonly problems: string;
  readonly trace: string;
  readonly drawer: string;
  readonly after: (label: string) => string;
  readonly noSelection: string;
  readonly noProblems: string;
  readonly noTrace: string;
  readonly noAnswer: string;
  readonly people: (count: string) => string;
  readonly rows: (count: string) => string;
  readonly show: string;
  readonly added: (label: string) => string;
  readonly connected: (from: string, to: string) => string;
  readonly removed: (label: string) => string;
}

export const planEditorWords: Words<PlanEditorWords> = {
  en: {
    data: 'Data',
    problems: 'Problems',
    trace: 'Trace',
    drawer: 'Data, problems and trace',
    after: (label) => `After ${label}`,
    noSelection: 'Select a node to see its rows.',
    noProblems: 'No problems. Every node computes.',
    noTrace: 'Click an amount in the data, or press Enter on it, to see where it comes from.',
    noAnswer: 'This node has no rows yet: connect what it reads, or look at its problem.',
    people: (count) => `${count} people`,
    rows: (count) => `${count} rows`,
    show: 'Show',
    added: (label) => `${label} added`,
    connected: (from, to) => `${from} connected to ${to}`,
    removed: (label) => `${label} deleted`,
  },
  'zh-CN': {
    data: '数据',
    problems: '问题',
    trace: '追溯',
    drawer: '数据、问题与追溯',
    after: (label) => `“${label}”之后`,
    noSelection: '选中一个节点即可查看它的数据。',
    noProblems: '没有问题，所有节点都能计算。',
    noTrace: '点击数据中的金额，或在其上按回车，即可查看来源。',
    noAnswer: '该节点还没有数据：请连接它要读取的内容，或查看其问题。',
    people: (count) => `${count} 人`,
    rows: (count) => `${count} 行`,
    show: '查看',
    added: (label) => `已添加${label}`,
    connected: (from, to) => `已将${from}连接到${to}`,
    removed: (label) => `已删除${label}`,
  },
};

/** Names of undo steps. */
export const steps = {
  add: { en: 'Add a node', 'zh-CN': '添加节点' },
  remove: { en: 'Delete', 'zh-CN': '删除' },
  duplicate: { en: 'Duplicate', 'zh-CN': '复制' },
  connect: { en: 'Connect', 'zh-CN': '连接' },
  move: { en: 'Move', 'zh-CN': '移动' },
  tidy: { en: 'Tidy up', 'zh-CN': '整理布局' },
  fix: { en: 'Fix a problem', 'zh-CN': '修复问题' },
} as const satisfies Record<string, Bilingual>;
