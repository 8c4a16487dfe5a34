import type { InspectorField, NodeKind } from '#core/contracts/node-kind.ts';

export const words: NodeKind['words'] = {
  en: {
    label: 'Look up',
    summary: 'Bring columns from another table, or join two tables',
    search: 'join vlookup xlookup merge match',
    unit: 'rows',
  },
  'zh-CN': { label: '查找', summary: '从另一张表取列，或连接两张表', search: '连接 合并 匹配', unit: '行' },
};

export const fields: readonly InspectorField[] = [
  {
    prop: 'pairs',
    control: 'pairs',
    left: 'in',
    right: 'table',
    section: 'reads',
    words: { en: 'Rows match where', 'zh-CN': '匹配条件' },
  },
  {
    prop: 'how',
    control: 'choice',
    section: 'does',
    words: { en: 'Keep', 'zh-CN': '保留' },
    options: [
      {
        value: 'lookup',
        words: { en: 'Every row, look up one match', 'zh-CN': '所有行，查找一个匹配' },
        help: { en: 'The number of rows never changes.', 'zh-CN': '行数不会改变。' },
      },
      { value: 'left', words: { en: 'Every row, all matches', 'zh-CN': '所有行，全部匹配' } },
      { value: 'inner', words: { en: 'Rows with a match', 'zh-CN': '有匹配的行' } },
      { value: 'full', words: { en: 'Rows of both tables', 'zh-CN': '两张表的所有行' } },
      { value: 'semi', words: { en: 'Rows with a match, no new columns', 'zh-CN': '有匹配的行，不取列' } },
      { value: 'anti', words: { en: 'Rows without a match', 'zh-CN': '没有匹配的行' } },
    ],
  },
  {
    prop: 'cardinality',
    control: 'choice',
    section: 'does',
    words: { en: 'Matches', 'zh-CN': '匹配关系' },
    help: {
      en: 'What you expect; every run checks it on the data.',
      'zh-CN': '您预期的关系；每次运行都会用数据核对。',
    },
    when: { prop: 'how', is: ['inner', 'left', 'full'] },
    options: [
      { value: 'many-to-one', words: { en: 'Many rows to one', 'zh-CN': '多对一' } },
      { value: 'one-to-one', words: { en: 'One to one', 'zh-CN': '一对一' } },
      { value: 'one-to-many', words: { en: 'One row to many', 'zh-CN': '一对多' } },
      { value: 'many-to-many', words: { en: 'Many to many', 'zh-CN': '多对多' } },
    ],
  },
  {
    prop: 'take',
    control: 'take',
    from: 'table',
    section: 'does',
    words: { en: 'Columns taken', 'zh-CN': '取来的列' },
    when: { prop: 'how', is: ['lookup', 'inner', 'left', 'full'] },
  },
  {
    prop: 'missing',
    control: 'choice',
    section: 'does',
    words: { en: 'No match', 'zh-CN': '没有匹配时' },
    when: { prop: 'how', is: ['lookup'] },
    options: [
      { value: 'blank', words: { en: 'Leave blank', 'zh-CN': '留空' } },
      { value: 'error', words: { en: 'Show #N/A', 'zh-CN': '显示 #N/A' } },
    ],
  },
];
