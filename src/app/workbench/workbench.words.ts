import type { Words } from '#ui/language.tsx';

export interface WorkbenchWords {
  readonly opening: string;
  readonly notFound: string;
  readonly toLibrary: string;
  readonly addCsv: string;
  readonly dropHere: string;
  readonly problems: (count: number) => string;
  readonly remove: string;
  readonly rename: string;
  readonly removed: (name: string) => string;
  readonly undo: string;
  readonly exportProject: string;
  readonly exportCsv: (plan: string) => string;
  readonly nothingOpen: string;
  readonly nothingOpenText: string;
  readonly exported: (name: string) => string;
  readonly failed: string;
  readonly undone: (what: string) => string;
  readonly unreadable: (table: string) => string;
}

export const workbenchWords: Words<WorkbenchWords> = {
  en: {
    opening: 'Opening the project…',
    notFound: 'This project is not in this browser.',
    toLibrary: 'To the library',
    addCsv: 'Import a CSV or Excel file',
    dropHere: 'Let go to add a table',
    problems: (count) => (count === 1 ? 'One problem' : `${count} problems`),
    remove: 'Delete',
    rename: 'Rename',
    removed: (name) => `${name} deleted`,
    undo: 'Undo',
    exportProject: 'Project with its data (.zip)',
    exportCsv: (plan) => `Payouts of ${plan} (.csv)`,
    nothingOpen: 'Nothing is open',
    nothingOpenText: 'Open a table or a design on the left, import a CSV or Excel file, or start a new design.',
    exported: (name) => `${name} downloaded`,
    failed: 'The export could not be written. Try again; nothing was changed.',
    undone: (what) => `Undone: ${what}`,
    unreadable: (table) =>
      `The rows of ${table} cannot be read. Import the file again; the rest of the project is unharmed.`,
  },
  'zh-CN': {
    opening: '正在打开项目…',
    notFound: '此浏览器中没有这个项目。',
    toLibrary: '返回项目库',
    addCsv: '导入 CSV 或 Excel 文件',
    dropHere: '松手即可添加数据表',
    problems: (count) => `${count} 个问题`,
    remove: '删除',
    rename: '重命名',
    removed: (name) => `已删除${name}`,
    undo: '撤销',
    exportProject: '项目及数据（.zip）',
    exportCsv: (plan) => `${plan}的应发金额（.csv）`,
    nothingOpen: '未打开任何内容',
    nothingOpenText: '请在左侧打开数据表或设计，导入 CSV 或 Excel 文件，或新建设计。',
    exported: (name) => `已下载 ${name}`,
    failed: '导出失败，请重试。未做任何更改。',
    undone: (what) => `已撤销：${what}`,
    unreadable: (table) => `无法读取${table}的数据，请重新导入文件；项目其余部分不受影响。`,
  },
};

export const steps = {
  rename: { en: 'Rename', 'zh-CN': '重命名' },
  addTable: { en: 'Import a table', 'zh-CN': '导入数据表' },
  remove: { en: 'Delete', 'zh-CN': '删除' },
  move: { en: 'Reorder', 'zh-CN': '调整顺序' },
} as const;
