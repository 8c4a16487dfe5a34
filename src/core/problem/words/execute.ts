import type { WordsOf } from './words-of.ts';

export interface ExecuteProblems {
  'execute.missing-table': { readonly table: string };
  'execute.missing-column': { readonly table: string; readonly column: string };
  'execute.condition-errors': { readonly count: number; readonly error: string };
  'execute.formula-errors': { readonly column: string; readonly count: number; readonly error: string };
  'execute.bad-count': { readonly value: string };
}

export const executeWords: WordsOf<ExecuteProblems> = {
  en: {
    'execute.missing-table': (p) =>
      `There is no data for the table “${p.table}”. Import a file into it or choose another table.`,
    'execute.missing-column': (p) =>
      `The table “${p.table}” has no column “${p.column}” any more. Choose another column or import the file again.`,
    'execute.condition-errors': (p) =>
      `The condition gives an error (${p.error}) in ${p.count} ${p.count === 1 ? 'row' : 'rows'}, which ${p.count === 1 ? 'is' : 'are'} left out. Check those rows or wrap the condition in IFERROR.`,
    'execute.formula-errors': (p) =>
      `“${p.column}” gives an error (${p.error}) in ${p.count} ${p.count === 1 ? 'row' : 'rows'}. Check the data of those rows or handle the case with IFERROR.`,
    'execute.bad-count': (p) => `The number of rows to keep is ${p.value}. Give a whole number, zero or more.`,
  },
  'zh-CN': {
    'execute.missing-table': (p) => `表“${p.table}”没有数据。请导入文件，或选择另一张表。`,
    'execute.missing-column': (p) => `表“${p.table}”中已没有列“${p.column}”。请选择另一列，或重新导入文件。`,
    'execute.condition-errors': (p) =>
      `条件在 ${p.count} 行中得到错误（${p.error}），这些行已被排除。请检查这些行，或用 IFERROR 处理。`,
    'execute.formula-errors': (p) =>
      `“${p.column}”在 ${p.count} 行中得到错误（${p.error}）。请检查这些行的数据，或用 IFERROR 处理这种情况。`,
    'execute.bad-count': (p) => `要保留的行数是 ${p.value}。请给出零或正整数。`,
  },
};
