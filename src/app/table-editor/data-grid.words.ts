import type { Words } from '#ui/language.tsx';

export interface DataGridWords {
  readonly find: string;
  readonly rows: (count: string) => string;
  readonly found: (count: string, all: string) => string;
  readonly sortBy: (label: string) => string;
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
  readonly why: string;
  readonly noRows: string;
  readonly loading: string;
}

export const dataGridWords: Words<DataGridWords> = {
  en: {
    find: 'Find in the rows',
    rows: (count) => `${count} rows`,
    found: (count, all) => `${count} of ${all} rows`,
    sortBy: (label) => `Sort by ${label}`,
    blanks: (count) => `${count} blank`,
    errors: (count) => `${count} errors`,
    distinct: (count) => `${count} distinct`,
    many: 'over 100,000 distinct',
    range: (least, most) => `${least} to ${most}`,
    sum: (sum) => `sum ${sum}`,
    mean: (mean) => `mean ${mean}`,
    failed: 'The rows could not be read. Change anything and try again.',
    copied: (count) => (count === 1 ? 'Cell copied' : `${count} cells copied`),
    grid: 'Rows. Arrow keys move, Enter asks why, Ctrl C copies.',
    why: 'Why?',
    noRows: 'No rows.',
    loading: 'Loading rows…',
  },
  'zh-CN': {
    find: '在数据中查找',
    rows: (count) => `${count} 行`,
    found: (count, all) => `${all} 行中的 ${count} 行`,
    sortBy: (label) => `按${label}排序`,
    blanks: (count) => `${count} 个空白`,
    errors: (count) => `${count} 个错误`,
    distinct: (count) => `${count} 个不同值`,
    many: '超过 100,000 个不同值',
    range: (least, most) => `${least} 至 ${most}`,
    sum: (sum) => `合计 ${sum}`,
    mean: (mean) => `平均 ${mean}`,
    failed: '无法读取数据，请修改任意内容后重试。',
    copied: (count) => `已复制 ${count} 个单元格`,
    grid: '数据行。方向键移动，回车追问原因，Ctrl C 复制。',
    why: '为什么？',
    noRows: '没有数据。',
    loading: '正在读取数据…',
  },
};
