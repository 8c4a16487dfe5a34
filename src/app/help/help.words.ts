import type { Words } from '#ui/language.tsx';

interface HelpWords {
  readonly title: string;
  readonly search: string;
  readonly searchPlaceholder: string;
  readonly entries: string;
  readonly found: (count: number, query: string) => string;
  readonly nothingFound: (query: string) => string;
  readonly clear: string;
  readonly close: string;
  readonly back: string;
  readonly asPage: string;
  readonly unknown: string;
  readonly unknownText: string;
  readonly start: string;
  readonly startText: string;
  readonly often: string;
  readonly chapters: string;
  readonly recipes: string;
  readonly download: string;
  readonly fileName: string;
  readonly kinds: { readonly function: string; readonly chapter: string; readonly recipe: string };
  readonly arguments: string;
  readonly argument: string;
  readonly takes: string;
  readonly optional: string;
  readonly standard: (value: string) => string;
  readonly repeats: string;
  readonly noArguments: string;
  readonly gives: string;
  readonly good: string;
  readonly try: string;
  readonly practice: string;
  readonly related: string;
  readonly uses: string;
  readonly formula: string;
  readonly result: string;
  readonly rowResult: string;
  readonly blank: string;
  readonly emptyText: string;
  readonly noResult: string;
  readonly reset: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly insert: string;
  readonly replace: (what: string) => string;
  readonly rowsOf: { readonly row: string; readonly group: string; readonly fold: string };
  readonly table: string;
  readonly given: string;
  readonly before: string;
  readonly asOf: string;
  readonly cell: (label: string, row: number) => string;
  readonly addRow: string;
  readonly removeRow: (row: number) => string;
  readonly unreadable: { readonly number: string; readonly date: string };
  readonly keysFind: string;
  readonly keysMove: string;
  readonly keysClose: string;
  readonly formulaHelp: string;
}

export const helpWords: Words<HelpWords> = {
  en: {
    title: 'Formula help',
    search: 'Search the formula help',
    searchPlaceholder: 'Name, purpose, 中文',
    entries: 'Contents',
    found: (count, query) => `${count} found for “${query}”`,
    nothingFound: (query) => `Nothing found for “${query}”. Try one word, such as “sum”, “date” or “look up”.`,
    clear: 'Clear the search',
    close: 'Close',
    back: 'Contents',
    asPage: 'Open as a page of its own',
    unknown: 'There is no such page',
    unknownText: 'The address may be mistyped. Search, or choose from the list.',
    start: 'Formulas, explained and alive',
    startText:
      'Every example here is a small worksheet: change the formula or a cell, and see what it gives. Nothing of it touches your project.',
    often: 'Often used',
    chapters: 'The language',
    recipes: 'Recipes',
    download: 'Save everything as text',
    fileName: 'formula-help.md',
    kinds: { function: 'Function', chapter: 'Chapter', recipe: 'Recipe' },
    arguments: 'Arguments',
    argument: 'Argument',
    takes: 'Takes',
    optional: 'optional',
    standard: (value) => `${value} if left off`,
    repeats: 'may repeat',
    noArguments: 'It takes no arguments.',
    gives: 'Result',
    good: 'Good to know',
    try: 'Try it',
    practice: 'In practice',
    related: 'See also',
    uses: 'Functions used',
    formula: 'Formula',
    result: 'Result',
    rowResult: 'Result',
    blank: 'blank',
    emptyText: 'empty text',
    noResult: 'No result yet',
    reset: 'Reset',
    copy: 'Copy',
    copied: 'Formula copied',
    notCopied: 'The browser did not allow copying. Select the formula and copy it by hand.',
    insert: 'Insert into my formula',
    replace: (what) => `Replace ${what}`,
    rowsOf: { row: 'Rows', group: 'Rows of the group', fold: 'Rows, in order' },
    table: 'Table',
    given: 'Given',
    before: 'Before the first row',
    asOf: 'As of',
    cell: (label, row) => `${label}, row ${row}`,
    addRow: 'Add a row',
    removeRow: (row) => `Remove row ${row}`,
    unreadable: { number: 'This is not a number', date: 'Write the date as 2026-09-30' },
    keysFind: 'search',
    keysMove: 'move',
    keysClose: 'close',
    formulaHelp: 'Help for this formula',
  },
  'zh-CN': {
    title: '公式帮助',
    search: '搜索公式帮助',
    searchPlaceholder: '名称、用途或英文',
    entries: '目录',
    found: (count, query) => `“${query}”找到 ${count} 项`,
    nothingFound: (query) => `没有找到“${query}”。换一个词试试，如“求和”“日期”“查找”。`,
    clear: '清除搜索',
    close: '关闭',
    back: '目录',
    asPage: '在独立页面中打开',
    unknown: '没有这一页',
    unknownText: '地址可能有误。请搜索，或从列表中选择。',
    start: '看得懂、试得动的公式',
    startText: '这里的每个示例都是一张小工作表：改公式或单元格，结果立即可见。不会影响您的项目。',
    often: '常用函数',
    chapters: '语言',
    recipes: '实用示例',
    download: '全部保存为文本',
    fileName: '公式帮助.md',
    kinds: { function: '函数', chapter: '章节', recipe: '示例' },
    arguments: '参数',
    argument: '参数',
    takes: '类型',
    optional: '可省略',
    standard: (value) => `省略时为 ${value}`,
    repeats: '可重复',
    noArguments: '不带参数。',
    gives: '结果',
    good: '须知',
    try: '试一试',
    practice: '实际应用',
    related: '参见',
    uses: '用到的函数',
    formula: '公式',
    result: '结果',
    rowResult: '结果',
    blank: '空',
    emptyText: '空文本',
    noResult: '还没有结果',
    reset: '还原',
    copy: '复制',
    copied: '公式已复制',
    notCopied: '浏览器不允许复制，请选中公式手动复制。',
    insert: '插入到我的公式',
    replace: (what) => `替换 ${what}`,
    rowsOf: { row: '各行', group: '本组的行', fold: '按顺序的各行' },
    table: '表',
    given: '已知',
    before: '第一行之前',
    asOf: '基准日期',
    cell: (label, row) => `${label}，第 ${row} 行`,
    addRow: '添加一行',
    removeRow: (row) => `删除第 ${row} 行`,
    unreadable: { number: '这不是数值', date: '日期请写作 2026-09-30' },
    keysFind: '搜索',
    keysMove: '移动',
    keysClose: '关闭',
    formulaHelp: '此公式的帮助',
  },
};
