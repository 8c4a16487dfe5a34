import type { Words } from '#ui/language.tsx';

interface LibraryWords {
  readonly title: string;
  readonly heroTitle: string;
  readonly heroText: (rows: string) => string;
  readonly heroTextPlain: string;
  readonly openSample: string;
  readonly startEmpty: string;
  readonly pictureOf: (name: string) => string;
  readonly ownTitle: string;
  readonly ownText: string;
  readonly chooseFile: string;
  readonly paste: string;
  readonly pasteHow: string;
  readonly nothingToPaste: string;
  readonly dropHere: string;
  readonly dropWhat: string;
  readonly templates: string;
  readonly all: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly search: string;
  readonly nothingFound: (query: string) => string;
  readonly clearSearch: string;
  readonly tables: (count: number) => string;
  readonly rows: (count: string, one: boolean) => string;
  readonly designs: (count: number) => string;
  readonly yourProjects: string;
  readonly changed: (ago: string) => string;
  readonly more: (name: string) => string;
  readonly open: string;
  readonly duplicate: string;
  readonly delete: string;
  readonly deleted: (name: string) => string;
  readonly undo: string;
  readonly restored: (name: string) => string;
  readonly stays: string;
  readonly opening: string;
  readonly notOpened: string;
  readonly newProject: string;
  readonly newPlan: string;
  readonly pasted: string;
  readonly copyOf: (name: string) => string;
  readonly rowsOf: (rows: string, table: string) => string;
}

const many = (count: number, one: string, other: string) => `${count} ${count === 1 ? one : other}`;

export const libraryWords: Words<LibraryWords> = {
  en: {
    title: 'Saleswright',
    heroTitle: 'Commission plans as clear as a spreadsheet',
    heroText: (rows) => `A commission plan on ${rows}, already computed. Change a rate and see who moves.`,
    heroTextPlain: 'A commission plan, already computed. Change a rate and see who moves.',
    openSample: 'Open the sample',
    startEmpty: 'Start empty',
    pictureOf: (name) => `The steps of ${name} with their results`,
    ownTitle: 'Or start from your own rows',
    ownText: 'Drop a CSV or Excel file anywhere on this page, or paste cells. It stays in this browser.',
    chooseFile: 'Choose a file',
    paste: 'Paste',
    pasteHow: 'This browser keeps the clipboard to itself. Press Ctrl+V (⌘V) on this page instead.',
    nothingToPaste: 'The clipboard holds no cells. Copy some rows with their header first.',
    dropHere: 'Let go to start a project',
    dropWhat: 'CSV, Excel or text with a header line. It stays in this browser.',
    templates: 'Templates',
    all: 'All',
    kinds: {
      plan: 'Pay',
      scorecard: 'Performance',
      decision: 'Decisions',
      journey: 'Journeys',
      form: 'Forms',
      dashboard: 'Dashboards',
    },
    search: 'Search',
    nothingFound: (query) => `Nothing is called “${query}”.`,
    clearSearch: 'Clear the search',
    tables: (count) => many(count, 'table', 'tables'),
    rows: (count, one) => `${count} ${one ? 'row' : 'rows'}`,
    designs: (count) => many(count, 'design', 'designs'),
    yourProjects: 'Your projects',
    changed: (ago) => `Changed ${ago}`,
    more: (name) => `More for ${name}`,
    open: 'Open',
    duplicate: 'Duplicate',
    delete: 'Delete',
    deleted: (name) => `“${name}” was deleted.`,
    undo: 'Undo',
    restored: (name) => `“${name}” is back.`,
    stays: 'Everything stays in this browser.',
    opening: 'Opening…',
    notOpened: 'This template could not be opened. Reload the page and try again; nothing was changed.',
    newProject: 'New project',
    newPlan: 'Plan',
    pasted: 'Pasted rows',
    copyOf: (name) => `${name} (copy)`,
    rowsOf: (rows, table) => `${rows} ${table.toLowerCase()}`,
  },
  'zh-CN': {
    title: 'Saleswright',
    heroTitle: '像表格一样清楚的提成方案',
    heroText: (rows) => `一份算好的提成方案，${rows}。改一个费率，马上看到谁受影响。`,
    heroTextPlain: '一份算好的提成方案。改一个费率，马上看到谁受影响。',
    openSample: '打开示例',
    startEmpty: '从空白开始',
    pictureOf: (name) => `${name} 的各个步骤及结果`,
    ownTitle: '或者从自己的数据开始',
    ownText: '把 CSV 或 Excel 文件拖到页面任意处，或直接粘贴单元格。数据只留在本浏览器。',
    chooseFile: '选择文件',
    paste: '粘贴',
    pasteHow: '浏览器不允许读取剪贴板，请在本页按 Ctrl+V（⌘V）粘贴。',
    nothingToPaste: '剪贴板里没有单元格，请先复制带表头的若干行。',
    dropHere: '松手即可新建项目',
    dropWhat: '带表头的 CSV、Excel 或文本。数据只留在本浏览器。',
    templates: '模板',
    all: '全部',
    kinds: { plan: '薪酬', scorecard: '绩效', decision: '决策', journey: '旅程', form: '表单', dashboard: '看板' },
    search: '搜索',
    nothingFound: (query) => `没有名为“${query}”的内容。`,
    clearSearch: '清除搜索',
    tables: (count) => `${count} 张表`,
    rows: (count) => `${count} 行`,
    designs: (count) => `${count} 个设计`,
    yourProjects: '我的项目',
    changed: (ago) => `${ago}修改`,
    more: (name) => `${name} 的更多操作`,
    open: '打开',
    duplicate: '复制一份',
    delete: '删除',
    deleted: (name) => `已删除“${name}”。`,
    undo: '撤销',
    restored: (name) => `“${name}”已恢复。`,
    stays: '所有数据都留在本浏览器。',
    opening: '正在打开…',
    notOpened: '无法打开这个模板，请刷新页面后重试。未做任何更改。',
    newProject: '新项目',
    newPlan: '方案',
    pasted: '粘贴的数据',
    copyOf: (name) => `${name}（副本）`,
    rowsOf: (rows) => `${rows} 行数据`,
  },
};
