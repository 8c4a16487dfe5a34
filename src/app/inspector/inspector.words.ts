import type { Bilingual } from '#core/problem/problem.ts';
import type { Words } from '#ui/language.tsx';

export interface InspectorWords {
  readonly inspector: string;
  readonly settings: string;
  readonly answer: string;
  readonly usedBy: string;
  readonly label: string;
  readonly key: string;
  readonly rename: (key: string) => string;
  readonly more: string;
  readonly duplicate: string;
  readonly remove: string;
  readonly reads: string;
  readonly does: string;
  readonly nothingToSet: string;
  readonly unknownKind: (kind: string) => string;
  readonly unknownKindHelp: string;
  readonly noColumns: string;
  readonly choose: string;
  readonly notThere: (key: string) => string;
  readonly columns: string;
  readonly column: string;
  readonly rows: string;
  readonly type: string;
  readonly format: string;
  readonly role: string;
  readonly noAnswer: string;
  readonly computing: string;
  readonly difference: string;
  readonly noUsers: string;
  readonly noUsersHelp: string;
  readonly directly: string;
  readonly further: string;
  readonly readsFrom: string;
  readonly add: string;
  readonly addTo: (what: string) => string;
  readonly removeItem: (what: string) => string;
  readonly moveUp: (what: string) => string;
  readonly moveDown: (what: string) => string;
  readonly item: (what: string, number: number) => string;
  readonly moved: (what: string, number: number) => string;
  readonly removed: (what: string) => string;
  readonly columnName: string;
  readonly formula: string;
  readonly left: string;
  readonly right: string;
  readonly takes: string;
  readonly as: string;
  readonly amountHelp: string;
  readonly notNumber: string;
  readonly types: Readonly<Record<string, string>>;
  readonly roles: Readonly<Record<string, string>>;
  readonly formats: Readonly<Record<'number' | 'currency' | 'percent' | 'unit', string>>;
  readonly plain: string;
  readonly decimals: string;
}

export const inspectorWords: Words<InspectorWords> = {
  en: {
    inspector: 'Node',
    settings: 'Settings',
    answer: 'Answer',
    usedBy: 'Used by',
    label: 'Name',
    key: 'Key',
    rename: (key) => `Key ${key}: change it`,
    more: 'More',
    duplicate: 'Duplicate',
    remove: 'Delete',
    reads: 'What it reads',
    does: 'What it does',
    nothingToSet: 'Nothing to set here: this node does one thing.',
    unknownKind: (kind) => `“${kind}” is not known here`,
    unknownKindHelp: 'A newer version made this node. It stays in the file as it is; nothing can be set here.',
    noColumns: 'Connect something to choose a column',
    choose: 'Choose…',
    notThere: (key) => `${key} (not there)`,
    columns: 'Columns',
    column: 'Column',
    rows: 'Rows',
    type: 'Type',
    format: 'Format',
    role: 'Role',
    noAnswer: 'No answer yet: connect what it reads, or look at its problem.',
    computing: 'Computing…',
    difference: 'Since before',
    noUsers: 'Nothing reads this yet',
    noUsersHelp: 'Drag from its right side to another node, or press C on the canvas.',
    directly: 'Read directly by',
    further: 'And further on',
    readsFrom: 'Reads from',
    add: 'Add',
    addTo: (what) => `Add to ${what}`,
    removeItem: (what) => `Remove ${what}`,
    moveUp: (what) => `Move ${what} up`,
    moveDown: (what) => `Move ${what} down`,
    item: (what, number) => `${what} ${number}`,
    moved: (what, number) => `${what} is now number ${number}`,
    removed: (what) => `${what} removed`,
    columnName: 'Column name',
    formula: 'Formula',
    left: 'Left',
    right: 'Right',
    takes: 'Column',
    as: 'Named',
    amountHelp: 'A number, 4%, or a parameter',
    notNumber: 'Not a number. Write digits, such as 1200 or 4%.',
    types: {
      number: 'Number',
      text: 'Text',
      boolean: 'Yes or no',
      date: 'Date',
      time: 'Time',
      datetime: 'Date and time',
      list: 'List',
      attachment: 'File',
      geo: 'Place',
      mixed: 'Mixed',
    },
    roles: {
      id: 'Identifier',
      person: 'Person',
      manager: 'Manager',
      period: 'Period',
      date: 'Date',
      region: 'Region',
      amount: 'Amount',
      quota: 'Quota',
      attainment: 'Attainment',
      component: 'Pay component',
      payout: 'Payout',
      unmeasured: 'Has no quota',
    },
    formats: { number: 'Number', currency: 'Money', percent: 'Percent', unit: 'With a unit' },
    plain: 'As it comes',
    decimals: 'Decimals',
  },
  'zh-CN': {
    inspector: '节点',
    settings: '设置',
    answer: '结果',
    usedBy: '被使用',
    label: '名称',
    key: '标识',
    rename: (key) => `标识 ${key}：修改`,
    more: '更多',
    duplicate: '复制',
    remove: '删除',
    reads: '读取',
    does: '处理',
    nothingToSet: '无需设置：该节点只做一件事。',
    unknownKind: (kind) => `无法识别“${kind}”`,
    unknownKindHelp: '该节点由更新的版本创建，会原样保留在文件中，此处无法设置。',
    noColumns: '连接数据后即可选择列',
    choose: '请选择…',
    notThere: (key) => `${key}（不存在）`,
    columns: '列',
    column: '列',
    rows: '行数',
    type: '类型',
    format: '格式',
    role: '角色',
    noAnswer: '还没有结果：请连接它要读取的内容，或查看其问题。',
    computing: '正在计算…',
    difference: '与之前相比',
    noUsers: '还没有节点读取它',
    noUsersHelp: '从节点右侧拖到另一个节点，或在画布上按 C。',
    directly: '直接读取它的节点',
    further: '后续节点',
    readsFrom: '读取自',
    add: '添加',
    addTo: (what) => `添加到${what}`,
    removeItem: (what) => `移除${what}`,
    moveUp: (what) => `上移${what}`,
    moveDown: (what) => `下移${what}`,
    item: (what, number) => `${what} ${number}`,
    moved: (what, number) => `${what}已移到第 ${number} 位`,
    removed: (what) => `已移除${what}`,
    columnName: '列名',
    formula: '公式',
    left: '左侧',
    right: '右侧',
    takes: '列',
    as: '命名为',
    amountHelp: '数字、4% 或参数名',
    notNumber: '不是数字，请输入如 1200 或 4%。',
    types: {
      number: '数字',
      text: '文本',
      boolean: '是否',
      date: '日期',
      time: '时间',
      datetime: '日期时间',
      list: '列表',
      attachment: '文件',
      geo: '位置',
      mixed: '混合',
    },
    roles: {
      id: '编号',
      person: '人员',
      manager: '上级',
      period: '期间',
      date: '日期',
      region: '区域',
      amount: '金额',
      quota: '目标',
      attainment: '达成率',
      component: '薪酬项',
      payout: '应发',
      unmeasured: '没有目标',
    },
    formats: { number: '数字', currency: '货币', percent: '百分比', unit: '带单位' },
    plain: '按原样',
    decimals: '小数位',
  },
};

/** Names of undo steps. */
export const editLabels = {
  change: (words: Bilingual): Bilingual => ({ en: `Change ${words.en}`, 'zh-CN': `修改${words['zh-CN']}` }),
  fix: { en: 'Fix a problem', 'zh-CN': '修复问题' },
  name: { en: 'Rename a node', 'zh-CN': '重命名节点' },
  key: { en: 'Change a key', 'zh-CN': '修改标识' },
  remove: { en: 'Delete', 'zh-CN': '删除' },
  duplicate: { en: 'Duplicate', 'zh-CN': '复制' },
} as const;

/** The icon of a column's type, as everywhere columns are named. */
export function typeIcon(type: string, format?: { readonly kind: string }): string {
  if (format?.kind === 'percent') return 'percentage';
  if (format?.kind === 'currency') return 'coin';
  const icons: Readonly<Record<string, string>> = {
    number: 'hash',
    text: 'letter-case',
    boolean: 'toggle-left',
    date: 'calendar',
    time: 'clock',
    datetime: 'calendar-event',
    list: 'list',
    attachment: 'paperclip',
    geo: 'map-pin',
  };
  return icons[type] ?? 'variable';
}
