import type { Words } from '#ui/language.tsx';

export interface ImportWords {
  readonly title: (file: string) => string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly header: string;
  readonly delimiters: Readonly<Record<string, string>>;
  readonly column: string;
  readonly type: string;
  readonly role: string;
  readonly sample: string;
  readonly fits: string;
  readonly wrong: (count: number) => string;
  readonly ambiguous: string;
  readonly types: Readonly<Record<'number' | 'text' | 'boolean' | 'date' | 'datetime' | 'time', string>>;
  readonly name: string;
  readonly decimal: string;
  readonly format: string;
  readonly plain: string;
  readonly percent: string;
  readonly blanks: string;
  readonly showAll: (columns: number) => string;
  readonly raggedRows: (columns: number) => string;
  readonly cells: (count: number) => string;
  readonly following: (files: number) => string;
  readonly back: string;
  readonly orders: Readonly<Record<'ymd' | 'mdy' | 'dmy', string>>;
  readonly order: string;
  readonly roles: Readonly<Record<string, string>>;
  readonly noRole: string;
  readonly doImport: string;
  readonly cancel: string;
  readonly reading: (rows: string) => string;
  readonly looking: string;
  readonly failed: string;
  readonly columnWord: string;
  readonly imported: (rows: string) => string;
  readonly anyway: string;
  readonly wrongCells: string;
  readonly row: string;
  readonly close: string;
  readonly sheet: string;
  readonly hiddenSheet: (name: string) => string;
  readonly range: string;
  readonly headerRows: string;
  readonly headerRowsOf: (rows: number) => string;
}

export const importWords: Words<ImportWords> = {
  en: {
    title: (file) => `Import “${file}”`,
    encoding: 'Encoding',
    delimiter: 'Separator',
    header: 'The first row names the columns',
    delimiters: { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Bar' },
    column: 'Column',
    type: 'Type',
    role: 'Used as',
    sample: 'First rows',
    fits: 'Fits',
    wrong: (count) => `${count} of the sample do not fit`,
    ambiguous: 'Check the order',
    types: {
      number: 'Number',
      text: 'Text',
      boolean: 'Yes or no',
      date: 'Date',
      datetime: 'Date and time',
      time: 'Time',
    },
    name: 'Name',
    decimal: 'Written as',
    format: 'Shown as',
    plain: 'Plain',
    percent: 'Percent',
    blanks: 'Read as blank too',
    showAll: (columns) => `Show all ${columns} columns`,
    raggedRows: (columns) => `Rows that do not have ${columns} cells`,
    cells: (count) => (count === 1 ? '1 cell' : `${count} cells`),
    following: (files) => (files === 1 ? '1 more file follows.' : `${files} more files follow.`),
    back: 'Back',
    orders: { ymd: 'year, month, day', mdy: 'month, day, year', dmy: 'day, month, year' },
    order: 'Order of the date',
    roles: {
      id: 'Identifier',
      person: 'Person',
      manager: 'Manager',
      period: 'Period',
      date: 'Date',
      region: 'Region',
      amount: 'Amount',
      quota: 'Quota',
    },
    noRole: '–',
    doImport: 'Import',
    cancel: 'Cancel',
    reading: (rows) => `Reading… ${rows} rows`,
    looking: 'Looking at the file…',
    failed: 'The file could not be read. It may have been moved or changed; choose it again.',
    columnWord: 'Column',
    imported: (rows) => `${rows} rows imported`,
    anyway: 'Keep what was read',
    wrongCells: 'Cells that do not fit',
    row: 'Row',
    close: 'Close',
    sheet: 'Sheet',
    hiddenSheet: (name) => `${name} (hidden)`,
    range: 'Cells',
    headerRows: 'Column names',
    headerRowsOf: (rows) => (rows === 0 ? 'None' : rows === 1 ? 'In the first row' : `In the first ${rows} rows`),
  },
  'zh-CN': {
    title: (file) => `导入“${file}”`,
    encoding: '编码',
    delimiter: '分隔符',
    header: '首行是列名',
    delimiters: { ',': '逗号', ';': '分号', '\t': '制表符', '|': '竖线' },
    column: '列',
    type: '类型',
    role: '用途',
    sample: '前几行',
    fits: '符合',
    wrong: (count) => `样本中有 ${count} 个不符合`,
    ambiguous: '请确认顺序',
    types: { number: '数字', text: '文本', boolean: '是/否', date: '日期', datetime: '日期时间', time: '时间' },
    name: '名称',
    decimal: '写法',
    format: '显示为',
    plain: '普通数字',
    percent: '百分比',
    blanks: '同样视为空白',
    showAll: (columns) => `显示全部 ${columns} 列`,
    raggedRows: (columns) => `不是 ${columns} 个单元格的行`,
    cells: (count) => `${count} 个单元格`,
    following: (files) => `之后还有 ${files} 个文件。`,
    back: '返回',
    orders: { ymd: '年、月、日', mdy: '月、日、年', dmy: '日、月、年' },
    order: '日期顺序',
    roles: {
      id: '编号',
      person: '人员',
      manager: '上级',
      period: '期间',
      date: '日期',
      region: '区域',
      amount: '金额',
      quota: '目标',
    },
    noRole: '–',
    doImport: '导入',
    cancel: '取消',
    reading: (rows) => `正在读取… ${rows} 行`,
    looking: '正在查看文件…',
    failed: '无法读取该文件，它可能已被移动或更改，请重新选择。',
    columnWord: '列',
    imported: (rows) => `已导入 ${rows} 行`,
    anyway: '保留已读取的内容',
    wrongCells: '不符合的单元格',
    row: '行',
    close: '关闭',
    sheet: '工作表',
    hiddenSheet: (name) => `${name}（隐藏）`,
    range: '单元格区域',
    headerRows: '列名',
    headerRowsOf: (rows) => (rows === 0 ? '无' : rows === 1 ? '在首行' : `在前 ${rows} 行`),
  },
};
