import type { Words } from '#ui/language.tsx';

import type { ColumnInfo } from '#core/data/schema.ts';

export interface DataGridWords {
  readonly find: string;
  readonly rows: (count: number, said: string) => string;
  readonly selected: (count: string) => string;
  readonly copy: string;
  readonly notCopied: string;
  readonly tooMany: string;
  readonly again: string;
  readonly truths: (count: string) => string;
  readonly types: { readonly [T in ColumnInfo['type']]: string };
  readonly found: (count: string, all: string) => string;
  readonly blanks: (count: string) => string;
  readonly errors: (count: string) => string;
  readonly distinct: (count: string) => string;
  readonly many: string;
  readonly range: (least: string, most: string) => string;
  readonly sum: (sum: string) => string;
  readonly mean: (mean: string) => string;
  readonly failed: string;
  readonly copied: (count: number) => string;
  readonly grid: string;
  readonly noRows: string;
  readonly loading: string;
}

export const dataGridWords: Words<DataGridWords> = {
  en: {
    find: 'Find in the rows',
    rows: (count, said) => (count === 1 ? '1 row' : `${said} rows`),
    selected: (count) => `${count} cells selected`,
    copy: 'Copy the selected cells',
    notCopied: 'Nothing was copied: the browser refused the clipboard. Allow it for this page and try again.',
    tooMany: 'More than a million cells are selected. Select fewer, or download the table.',
    again: 'Try again',
    truths: (count) => `${count} true`,
    types: {
      number: 'Number',
      text: 'Text',
      boolean: 'Yes or no',
      date: 'Date',
      time: 'Time',
      datetime: 'Date and time',
      list: 'List',
      attachment: 'File',
      geo: 'Place',
      mixed: 'Any value',
    },
    found: (count, all) => `${count} of ${all} rows`,
    blanks: (count) => `${count} blank`,
    errors: (count) => `${count} errors`,
    distinct: (count) => `${count} distinct`,
    many: 'over 100,000 distinct',
    range: (least, most) => `${least} to ${most}`,
    sum: (sum) => `sum ${sum}`,
    mean: (mean) => `mean ${mean}`,
    failed: 'The rows could not be read.',
    copied: (count) => (count === 1 ? 'Cell copied' : `${count} cells copied`),
    grid: 'Rows. Arrow keys move, Shift selects, Enter asks why or sorts in the header, Ctrl C copies.',
    noRows: 'No rows.',
    loading: 'Loading rows…',
  },
  'zh-CN': {
    find: '在数据中查找',
    rows: (_, said) => `${said} 行`,
    selected: (count) => `已选 ${count} 个单元格`,
    copy: '复制所选单元格',
    notCopied: '未能复制：浏览器拒绝访问剪贴板。请允许本页使用剪贴板后重试。',
    tooMany: '所选单元格超过一百万个。请少选一些，或下载整张表。',
    again: '重试',
    truths: (count) => `${count} 个为真`,
    types: {
      number: '数字',
      text: '文本',
      boolean: '是/否',
      date: '日期',
      time: '时间',
      datetime: '日期时间',
      list: '列表',
      attachment: '文件',
      geo: '位置',
      mixed: '任意值',
    },
    found: (count, all) => `${all} 行中的 ${count} 行`,
    blanks: (count) => `${count} 个空白`,
    errors: (count) => `${count} 个错误`,
    distinct: (count) => `${count} 个不同值`,
    many: '超过 100,000 个不同值',
    range: (least, most) => `${least} 至 ${most}`,
    sum: (sum) => `合计 ${sum}`,
    mean: (mean) => `平均 ${mean}`,
    failed: '无法读取数据。',
    copied: (count) => `已复制 ${count} 个单元格`,
    grid: '数据行。方向键移动，Shift 选择，回车追问原因（在表头为排序），Ctrl C 复制。',
    noRows: '没有数据。',
    loading: '正在读取数据…',
  },
};
