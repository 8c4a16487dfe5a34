import type { WordsOf } from './words-of.ts';

export interface ImportProblems {
  'import.empty': { readonly file: string };
  'import.is-excel': { readonly file: string };
  'import.is-binary': { readonly file: string };
  'import.broken-workbook': { readonly file: string };
  'import.not-a-workbook': { readonly file: string };
  'import.unpacks-too-large': { readonly file: string; readonly megabytes: number; readonly most: number };
  'import.no-sheet': { readonly sheet: string };
  'import.empty-sheet': { readonly sheet: string };
  'import.bad-range': { readonly range: string };
  'import.too-large': { readonly file: string; readonly megabytes: number; readonly most: number };
  'import.too-many-rows': { readonly most: number };
  'import.too-many-columns': { readonly columns: number; readonly most: number };
  'import.cell-too-long': { readonly row: number; readonly most: number };
  'import.unclosed-quote': { readonly row: number };
  'import.ragged-rows': { readonly count: number; readonly first: number; readonly columns: number };
  'import.wrong-cells': { readonly column: string; readonly count: number; readonly example: string };
  'import.lost-digits': { readonly column: string; readonly example: string };
  'import.renamed-headers': { readonly columns: readonly string[] };
  'import.bad-characters': { readonly encoding: string };
  'import.ambiguous-dates': { readonly column: string };
  'import.missing-column': { readonly column: string; readonly table: string };
}

export const importWords: WordsOf<ImportProblems> = {
  en: {
    'import.empty': (p) => `“${p.file}” holds no rows. Choose a file with a header line and at least one row.`,
    'import.is-excel': (p) =>
      `“${p.file}” is an old Excel workbook (.xls) or one with a password. In Excel choose Save as → Excel Workbook (.xlsx) without a password, then import that file.`,
    'import.broken-workbook': (p) =>
      `“${p.file}” is damaged and cannot be read as a workbook. Open it in Excel, save it again, and import that file.`,
    'import.not-a-workbook': (p) =>
      `“${p.file}” is a packed file but not an Excel workbook. Choose a .xlsx or .csv file, or unpack it first.`,
    'import.unpacks-too-large': (p) =>
      `“${p.file}” unpacks to ${p.megabytes} MB; at most ${p.most} MB can be imported. Split the workbook, or save the sheet as CSV.`,
    'import.no-sheet': (p) => `The workbook has no sheet “${p.sheet}”. Choose one that it has.`,
    'import.empty-sheet': (p) => `The sheet “${p.sheet}” holds no cells. Choose another sheet.`,
    'import.bad-range': (p) =>
      `“${p.range}” is not a range of cells. Write the first and the last cell, such as A1:F200.`,
    'import.is-binary': (p) => `“${p.file}” is not a text file. Export your data as CSV and import that.`,
    'import.too-large': (p) =>
      `“${p.file}” has ${p.megabytes} MB; at most ${p.most} MB can be imported. Split the file or leave out columns.`,
    'import.too-many-rows': (p) =>
      `The file has more than ${p.most} rows. Only a file up to that size can be imported: split it.`,
    'import.too-many-columns': (p) =>
      `The file has ${p.columns} columns; at most ${p.most} can be imported. Check that the separator is right.`,
    'import.cell-too-long': (p) =>
      `Row ${p.row} holds a cell of more than ${p.most} characters. A quote may be missing there; correct the file and try again.`,
    'import.unclosed-quote': (p) =>
      `A quote opened in row ${p.row} is never closed, so the rest of the file is one cell. Close it and import again.`,
    'import.ragged-rows': (p) =>
      `${p.count === 1 ? '1 row does' : `${p.count} rows do`} not have ${p.columns} cells (the first is row ${p.first}). Missing cells are blank, extra ones are left out.`,
    'import.wrong-cells': (p) =>
      `${p.count === 1 ? '1 cell' : `${p.count} cells`} of “${p.column}” ${p.count === 1 ? 'does' : 'do'} not fit its type, such as “${p.example}”. They are kept as errors; change the type or correct the file.`,
    'import.lost-digits': (p) =>
      `“${p.column}” holds digits that a number cannot keep, such as ${p.example}. Read it as text if these are identifiers.`,
    'import.renamed-headers': (p) =>
      `Some columns had no name or the name of another; they are now called ${p.columns.join(', ')}.`,
    'import.bad-characters': (p) =>
      `Some characters are not valid ${p.encoding}. Choose another encoding if the text looks wrong.`,
    'import.missing-column': (p) =>
      `The file for ${p.table} has no column “${p.column}”. It is left blank; add the column to the file.`,
    'import.ambiguous-dates': (p) =>
      `The dates of “${p.column}” can be read as month/day or day/month. Check the order before importing.`,
  },
  'zh-CN': {
    'import.empty': (p) => `“${p.file}”中没有数据行。请选择有标题行和至少一行数据的文件。`,
    'import.is-excel': (p) =>
      `“${p.file}”是旧版 Excel 工作簿（.xls）或设有密码。请在 Excel 中选择“另存为 → Excel 工作簿 (.xlsx)”并去掉密码，再导入该文件。`,
    'import.broken-workbook': (p) => `“${p.file}”已损坏，无法按工作簿读取。请在 Excel 中打开并重新保存后再导入。`,
    'import.not-a-workbook': (p) => `“${p.file}”是压缩文件，但不是 Excel 工作簿。请选择 .xlsx 或 .csv 文件，或先解压。`,
    'import.unpacks-too-large': (p) =>
      `“${p.file}”解压后有 ${p.megabytes} MB，最多可导入 ${p.most} MB。请拆分工作簿，或将工作表另存为 CSV。`,
    'import.no-sheet': (p) => `工作簿中没有工作表“${p.sheet}”，请选择已有的工作表。`,
    'import.empty-sheet': (p) => `工作表“${p.sheet}”中没有内容，请选择其他工作表。`,
    'import.bad-range': (p) => `“${p.range}”不是单元格区域。请写出起止单元格，例如 A1:F200。`,
    'import.is-binary': (p) => `“${p.file}”不是文本文件。请将数据导出为 CSV 后再导入。`,
    'import.too-large': (p) => `“${p.file}”有 ${p.megabytes} MB，最多可导入 ${p.most} MB。请拆分文件或减少列。`,
    'import.too-many-rows': (p) => `文件超过 ${p.most} 行，无法导入。请拆分文件。`,
    'import.too-many-columns': (p) => `文件有 ${p.columns} 列，最多可导入 ${p.most} 列。请检查分隔符是否正确。`,
    'import.cell-too-long': (p) => `第 ${p.row} 行有超过 ${p.most} 个字符的单元格，可能缺少引号。请修正文件后重试。`,
    'import.unclosed-quote': (p) => `第 ${p.row} 行的引号没有闭合，之后的内容都成了一个单元格。请补上引号后重新导入。`,
    'import.ragged-rows': (p) =>
      `有 ${p.count} 行不是 ${p.columns} 个单元格（首个为第 ${p.first} 行）。缺少的视为空白，多余的不导入。`,
    'import.wrong-cells': (p) =>
      `“${p.column}”有 ${p.count} 个单元格不符合类型，例如“${p.example}”。它们保留为错误值；请更改类型或修正文件。`,
    'import.lost-digits': (p) => `“${p.column}”中有数字无法保留的数位，例如 ${p.example}。如果是编号，请按文本读取。`,
    'import.renamed-headers': (p) => `部分列没有名称或重名，现命名为 ${p.columns.join('、')}。`,
    'import.bad-characters': (p) => `部分字符不是有效的 ${p.encoding} 编码。如文字显示异常，请更换编码。`,
    'import.missing-column': (p) => `${p.table}的文件中没有“${p.column}”列，已留空。请在文件中补上该列。`,
    'import.ambiguous-dates': (p) => `“${p.column}”的日期既可读作月/日，也可读作日/月。导入前请确认顺序。`,
  },
};
