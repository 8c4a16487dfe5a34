import type { Words } from '#ui/language.tsx';

export interface DecisionWords {
  readonly noDecisions: string;
  readonly choose: string;
  readonly takes: (column: string) => string;
  readonly columnOrFormula: string;
  readonly hit: string;
  readonly first: string;
  readonly unique: string;
  readonly collect: string;
  readonly tryOn: string;
  readonly notTried: string;
  readonly conditions: string;
  readonly results: string;
  readonly rule: string;
  readonly rows: string;
  readonly any: string;
  readonly blank: string;
  readonly otherwise: string;
  readonly addRule: string;
  readonly addInput: string;
  readonly addOutput: string;
  readonly removeRule: (rule: string) => string;
  readonly moveUp: (rule: string) => string;
  readonly moveDown: (rule: string) => string;
  readonly cell: (column: string, rule: string) => string;
  readonly ruleName: (n: number) => string;
  readonly column: string;
  readonly columnOf: (label: string) => string;
  readonly name: string;
  readonly label: string;
  readonly key: string;
  readonly type: string;
  readonly types: Readonly<Record<'number' | 'text' | 'boolean' | 'date', string>>;
  readonly percent: string;
  readonly removeColumn: string;
  readonly collects: Readonly<Record<'list' | 'sum' | 'min' | 'max' | 'count', string>>;
  readonly collected: string;
  readonly findings: string;
  readonly complete: string;
  readonly noRules: string;
  readonly onRows: string;
  readonly problems: string;
  readonly trace: string;
  readonly noTrace: string;
  readonly help: string;
  readonly helpText: string;
  readonly fixAdd: string;
  readonly input: string;
  readonly output: string;
  readonly value: (input: string) => string;
  readonly description: string;
  readonly nothingChosen: string;
  readonly drawer: string;
}

export const decisionWords: Words<DecisionWords> = {
  en: {
    noDecisions: 'No decision tables yet',
    choose: 'Choose…',
    takes: (column) => `Column ${column}`,
    columnOrFormula: 'A column or a formula',
    hit: 'Where several rules match',
    first: 'The first decides',
    unique: 'Only one may match',
    collect: 'All of them count',
    tryOn: 'Try it on',
    notTried: 'No table',
    conditions: 'Conditions',
    results: 'Results',
    rule: 'Rule',
    rows: 'Rows',
    any: 'any',
    blank: 'blank',
    otherwise: 'Otherwise',
    addRule: 'Add a rule',
    addInput: 'Add a condition',
    addOutput: 'Add a result',
    removeRule: (rule) => `Remove rule ${rule}`,
    moveUp: (rule) => `Move rule ${rule} up`,
    moveDown: (rule) => `Move rule ${rule} down`,
    cell: (column, rule) => `${column}, rule ${rule}`,
    ruleName: (n) => `Name of rule ${n}`,
    column: 'Column',
    columnOf: (label) => `Set up ${label}`,
    name: 'Name',
    label: 'Heading',
    key: 'Name in formulas',
    type: 'Holds',
    types: { number: 'Number', text: 'Text', boolean: 'Yes or no', date: 'Date' },
    percent: 'Percent',
    removeColumn: 'Remove this column',
    collects: { list: 'List', sum: 'Sum', min: 'Smallest', max: 'Largest', count: 'How many' },
    collected: 'Together they give',
    findings: 'What the rules leave open',
    complete: 'Every case is covered, and every rule decides something.',
    noRules: 'Add conditions and a result, then the first rule.',
    onRows: 'On your rows',
    problems: 'Problems',
    trace: 'Why',
    noTrace: 'Click a number among the rows to see which rule gave it.',
    help: 'How cells are written',
    helpText: '> 20% · 10..20 · [10..20) · West, East · not West · yes · empty: anything',
    fixAdd: 'Add a rule for it',
    input: 'Condition',
    output: 'Result',
    value: (input) => `${input} on these rows`,
    description: 'What it decides',
    nothingChosen: 'Choose a column heading to set it up.',
    drawer: 'Rows and problems',
  },
  'zh-CN': {
    noDecisions: '还没有决策表',
    choose: '请选择…',
    takes: (column) => `列：${column}`,
    columnOrFormula: '列名或公式',
    hit: '多条规则匹配时',
    first: '首条生效',
    unique: '只允许一条匹配',
    collect: '全部计入',
    tryOn: '试算数据',
    notTried: '未选择数据表',
    conditions: '条件',
    results: '结果',
    rule: '规则',
    rows: '行数',
    any: '任意',
    blank: '空',
    otherwise: '其他情况',
    addRule: '添加规则',
    addInput: '添加条件',
    addOutput: '添加结果',
    removeRule: (rule) => `删除规则 ${rule}`,
    moveUp: (rule) => `上移规则 ${rule}`,
    moveDown: (rule) => `下移规则 ${rule}`,
    cell: (column, rule) => `${column}，规则 ${rule}`,
    ruleName: (n) => `规则 ${n} 的名称`,
    column: '列',
    columnOf: (label) => `设置${label}`,
    name: '名称',
    label: '列标题',
    key: '公式中的名称',
    type: '内容',
    types: { number: '数值', text: '文本', boolean: '是/否', date: '日期' },
    percent: '百分比',
    removeColumn: '删除此列',
    collects: { list: '列表', sum: '求和', min: '最小', max: '最大', count: '个数' },
    collected: '合并方式',
    findings: '规则检查',
    complete: '所有情况均已覆盖，且每条规则都会生效。',
    noRules: '请先添加条件与结果，再添加第一条规则。',
    onRows: '在数据上试算',
    problems: '问题',
    trace: '原因',
    noTrace: '点击数据中的一个数值，查看由哪条规则得出。',
    help: '单元格写法',
    helpText: '> 20% · 10..20 · [10..20) · 华东, 华北 · 非 华东 · 是 · 留空表示任意',
    fixAdd: '为此添加规则',
    input: '条件',
    output: '结果',
    value: (input) => `${input}取自`,
    description: '用途说明',
    nothingChosen: '点击列标题进行设置。',
    drawer: '数据与问题',
  },
};

export const steps = {
  cell: { en: 'Change a rule', 'zh-CN': '修改规则' },
  addRule: { en: 'Add a rule', 'zh-CN': '添加规则' },
  removeRule: { en: 'Remove a rule', 'zh-CN': '删除规则' },
  moveRule: { en: 'Move a rule', 'zh-CN': '移动规则' },
  addColumn: { en: 'Add a column', 'zh-CN': '添加列' },
  column: { en: 'Change a column', 'zh-CN': '修改列' },
  removeColumn: { en: 'Remove a column', 'zh-CN': '删除列' },
  hit: { en: 'Change how rules are chosen', 'zh-CN': '修改匹配方式' },
  tryOn: { en: 'Choose the rows to try', 'zh-CN': '选择试算数据' },
} as const;
