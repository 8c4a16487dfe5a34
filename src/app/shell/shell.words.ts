import type { Words } from '#ui/language.tsx';

interface ShellWords {
  readonly findOrDo: string;
  readonly actions: string;
  readonly nothingFound: (query: string) => string;
  readonly found: (count: number) => string;
  readonly home: string;
  readonly language: string;
  readonly theme: string;
  readonly themes: { readonly light: string; readonly dark: string; readonly system: string };
  readonly keys: string;
  readonly formulaHelp: string;
  readonly projectName: string;
  readonly rename: string;
  readonly saved: (clock: string) => string;
  readonly saving: string;
  readonly notSaved: string;
  readonly undoPlain: string;
  readonly redoPlain: string;
  readonly undo: (what: string | null) => string;
  readonly redo: (what: string | null) => string;
  readonly computed: (rows: string, noun: string | undefined, ms: string) => string;
  readonly computing: (rows: string | undefined) => string;
  readonly cancel: string;
  readonly runFailed: string;
  readonly waiting: string;
  readonly export: string;
  readonly publish: string;
  readonly project: string;
  readonly tables: string;
  readonly designs: string;
  readonly findInProject: string;
  readonly addNode: string;
  readonly noneFound: (query: string) => string;
  readonly addTable: string;
  readonly addDesign: string;
  readonly noTables: string;
  readonly noDesigns: string;
  readonly more: (name: string) => string;
  readonly moveUp: string;
  readonly moveHow: string;
  readonly moveDown: string;
  readonly openTabs: string;
  readonly closeTab: (name: string) => string;
  readonly rail: string;
  readonly inspector: string;
  readonly drawer: string;
  readonly showRail: string;
  readonly hideRail: string;
  readonly showInspector: string;
  readonly hideInspector: string;
  readonly showDrawer: string;
  readonly hideDrawer: string;
  readonly smallTitle: string;
  readonly smallText: string;
  readonly smallRead: string;
  readonly smallResults: string;
  readonly smallLibrary: string;
  readonly brokenTitle: string;
  readonly brokenText: string;
  readonly brokenDownload: string;
  readonly brokenRetry: string;
  readonly brokenLibrary: string;
  readonly sections: { readonly go: string; readonly edit: string; readonly view: string };
}

export const shellWords: Words<ShellWords> = {
  en: {
    findOrDo: 'Find or do anything',
    actions: 'Actions',
    nothingFound: (query) => `Nothing is called “${query}”. Try another word.`,
    found: (count) => (count === 1 ? '1 action' : `${count} actions`),
    home: 'All projects',
    language: 'Language',
    theme: 'Theme',
    themes: { light: 'Light', dark: 'Dark', system: 'As the system' },
    keys: 'Keyboard shortcuts',
    formulaHelp: 'Formula help',
    projectName: 'Project name',
    rename: 'Rename the project',
    saved: (clock) => `Saved · ${clock}`,
    saving: 'Saving…',
    notSaved: 'Not saved',
    undoPlain: 'Undo',
    redoPlain: 'Redo',
    undo: (what) => (what === null ? 'Nothing to undo' : `Undo: ${what}`),
    redo: (what) => (what === null ? 'Nothing to redo' : `Redo: ${what}`),
    computed: (rows, noun, ms) => `${rows} ${noun ?? 'rows'} · ${ms} ms`,
    computing: (rows) => (rows === undefined ? 'Computing…' : `Computing · ${rows} rows`),
    cancel: 'Cancel',
    runFailed: 'Could not compute',
    waiting: 'Not computed yet',
    export: 'Export',
    publish: 'Publish',
    project: 'Project',
    tables: 'Tables',
    designs: 'Designs',
    findInProject: 'Find in project',
    addNode: 'Add a node',
    noneFound: (query) => `Nothing here is called “${query}”.`,
    addTable: 'Add a table',
    addDesign: 'Add a design',
    noTables: 'No tables yet. Drop a CSV or Excel file here.',
    noDesigns: 'No designs yet.',
    more: (name) => `More for ${name}`,
    moveUp: 'Move up',
    moveHow: 'Alt and an arrow key move it.',
    moveDown: 'Move down',
    openTabs: 'Open',
    closeTab: (name) => `Close ${name}`,
    rail: 'Project',
    inspector: 'Inspector',
    drawer: 'Data and problems',
    showRail: 'Show the project',
    hideRail: 'Hide the project',
    showInspector: 'Show the inspector',
    hideInspector: 'Hide the inspector',
    showDrawer: 'Show data and problems',
    hideDrawer: 'Hide data and problems',
    smallTitle: 'Building needs a wider window',
    smallText: 'The editor is made for windows at least 1,024 pixels wide. Your project is safe.',
    smallRead: 'Its results can be read here.',
    smallResults: 'See the results',
    smallLibrary: 'All projects',
    brokenTitle: 'This screen stopped working',
    brokenText: 'It is our fault, not yours. Your work is stored in this browser; you can also download it now.',
    brokenDownload: 'Download the project',
    brokenRetry: 'Try again',
    brokenLibrary: 'All projects',
    sections: { go: 'Go to', edit: 'Edit', view: 'View' },
  },
  'zh-CN': {
    findOrDo: '搜索或执行任何操作',
    actions: '操作',
    nothingFound: (query) => `没有名为“${query}”的内容，换个词试试。`,
    found: (count) => `${count} 个操作`,
    home: '全部项目',
    language: '语言',
    theme: '主题',
    themes: { light: '浅色', dark: '深色', system: '跟随系统' },
    keys: '键盘快捷键',
    formulaHelp: '公式帮助',
    projectName: '项目名称',
    rename: '重命名项目',
    saved: (clock) => `已保存 · ${clock}`,
    saving: '正在保存…',
    notSaved: '未保存',
    undoPlain: '撤销',
    redoPlain: '重做',
    undo: (what) => (what === null ? '没有可撤销的操作' : `撤销：${what}`),
    redo: (what) => (what === null ? '没有可重做的操作' : `重做：${what}`),
    computed: (rows, noun, ms) => `${rows} ${noun ?? '行'} · ${ms} 毫秒`,
    computing: (rows) => (rows === undefined ? '正在计算…' : `正在计算 · ${rows} 行`),
    cancel: '取消',
    runFailed: '无法计算',
    waiting: '尚未计算',
    export: '导出',
    publish: '发布',
    project: '项目',
    tables: '数据表',
    designs: '设计',
    findInProject: '在项目中查找',
    addNode: '添加节点',
    noneFound: (query) => `这里没有名为“${query}”的内容。`,
    addTable: '添加数据表',
    addDesign: '添加设计',
    noTables: '还没有数据表，把 CSV 或 Excel 文件拖到这里。',
    noDesigns: '还没有设计。',
    more: (name) => `${name} 的更多操作`,
    moveUp: '上移',
    moveHow: 'Alt 加方向键可调整顺序。',
    moveDown: '下移',
    openTabs: '已打开',
    closeTab: (name) => `关闭 ${name}`,
    rail: '项目',
    inspector: '检查器',
    drawer: '数据与问题',
    showRail: '显示项目栏',
    hideRail: '隐藏项目栏',
    showInspector: '显示检查器',
    hideInspector: '隐藏检查器',
    showDrawer: '显示数据与问题',
    hideDrawer: '隐藏数据与问题',
    smallTitle: '编辑需要更宽的窗口',
    smallText: '编辑器适合宽度不小于 1024 像素的窗口。项目是安全的。',
    smallRead: '结果可以在这里查看。',
    smallResults: '查看结果',
    smallLibrary: '全部项目',
    brokenTitle: '这个页面停止工作了',
    brokenText: '这是我们的问题，不是您的。您的工作保存在本浏览器中，也可以现在下载一份。',
    brokenDownload: '下载项目',
    brokenRetry: '重试',
    brokenLibrary: '全部项目',
    sections: { go: '前往', edit: '编辑', view: '视图' },
  },
};
