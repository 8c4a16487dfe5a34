import type { Words } from '#ui/language.tsx';
import { dataGridWords, type DataGridWords } from '../data-grid.words.ts';

export interface EditWords {
  readonly types: DataGridWords['types'];
  readonly misfit: (text: string, type: string) => string;
  readonly tooMuch: string;
  readonly column: string;
  readonly addRow: string;
  readonly removeRows: string;
  readonly removed: (rows: string) => string;
  readonly undo: string;
  readonly addColumn: string;
  readonly editColumn: string;
  readonly refresh: string;
  readonly download: string;
  readonly asXlsx: string;
  readonly asCsv: string;
  readonly saved: (file: string) => string;
  readonly notSaved: string;
  readonly columnTitle: (column: string) => string;
  readonly name: string;
  readonly key: string;
  readonly type: string;
  readonly format: string;
  readonly formats: Readonly<Record<'plain' | 'number' | 'percent' | 'currency', string>>;
  readonly currency: string;
  readonly decimals: string;
  readonly asNeeded: string;
  readonly removeColumn: string;
  readonly close: string;
  readonly pasteTitle: string;
  readonly pasteText: (count: string) => string;
  readonly pasteRest: string;
  readonly cancel: string;
  readonly row: string;
  readonly cell: string;
}

export const editWords: Words<EditWords> = {
  en: {
    types: dataGridWords.en.types,
    misfit: (text, type) => `“${text}” does not fit: the type of this column is “${type}”.`,
    tooMuch: 'More than 500,000 cells are pasted. Import them as a file instead.',
    column: 'Column',
    addRow: 'Add a row',
    removeRows: 'Delete the selected rows',
    removed: (rows) => `${rows} deleted`,
    undo: 'Undo',
    addColumn: 'Add a column',
    editColumn: 'Edit this column',
    refresh: 'Refresh from a file',
    download: 'Download',
    asXlsx: 'As an Excel workbook (.xlsx)',
    asCsv: 'As CSV (.csv)',
    saved: (file) => `${file} downloaded`,
    notSaved: 'The file could not be written. Try again; nothing was changed.',
    columnTitle: (column) => `Column “${column}”`,
    name: 'Name',
    key: 'Name in formulas',
    type: 'Type',
    format: 'Shown as',
    formats: { plain: 'Plain', number: 'Grouped number', percent: 'Percent', currency: 'Money' },
    currency: 'Currency',
    decimals: 'Decimals',
    asNeeded: 'As needed',
    removeColumn: 'Delete the column',
    close: 'Close',
    pasteTitle: 'Some cells do not fit',
    pasteText: (count) => `${count} of the pasted cells do not fit their column. They would stay as they are.`,
    pasteRest: 'Paste the rest',
    cancel: 'Cancel',
    row: 'Row',
    cell: 'Pasted',
  },
  'zh-CN': {
    types: dataGridWords['zh-CN'].types,
    misfit: (text, type) => `“${text}”不符合：此列类型为${type}。`,
    tooMuch: '粘贴的单元格超过 500,000 个，请改用文件导入。',
    column: '列',
    addRow: '添加行',
    removeRows: '删除所选行',
    removed: (rows) => `已删除 ${rows} 行`,
    undo: '撤销',
    addColumn: '添加列',
    editColumn: '编辑此列',
    refresh: '从文件更新',
    download: '下载',
    asXlsx: 'Excel 工作簿（.xlsx）',
    asCsv: 'CSV（.csv）',
    saved: (file) => `已下载 ${file}`,
    notSaved: '无法生成文件，请重试。未做任何更改。',
    columnTitle: (column) => `列“${column}”`,
    name: '名称',
    key: '公式中的名称',
    type: '类型',
    format: '显示为',
    formats: { plain: '普通', number: '分组数字', percent: '百分比', currency: '金额' },
    currency: '币种',
    decimals: '小数位',
    asNeeded: '按需',
    removeColumn: '删除此列',
    close: '关闭',
    pasteTitle: '部分单元格不符合',
    pasteText: (count) => `粘贴的单元格中有 ${count} 个不符合列的类型，将保持原样。`,
    pasteRest: '粘贴其余部分',
    cancel: '取消',
    row: '行',
    cell: '粘贴内容',
  },
};
