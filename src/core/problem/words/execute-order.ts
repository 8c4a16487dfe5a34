/** Problems of windows, folds and lists in the data of a run. */
import type { WordsOf } from './words-of.ts';

export interface ExecuteOrderProblems {
  'execute.bad-frame': { readonly from: number; readonly to: number; readonly fault: 'reversed' | 'fraction' };
  /** `limit`: cells of frames that are looked at for one column. */
  'execute.frames-too-large': { readonly column: string; readonly limit: number };
  'execute.not-a-list': { readonly column: string; readonly count: number; readonly example: string };
  'execute.too-many-items': { readonly column: string; readonly rows: number; readonly limit: number };
}

const whole = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
const rows = (count: number): string => `${whole(count)} ${count === 1 ? 'row' : 'rows'}`;

export const executeOrderWords: WordsOf<ExecuteOrderProblems> = {
  en: {
    'execute.bad-frame': (p) =>
      p.fault === 'reversed'
        ? `The frame starts after its end (from ${p.from} to ${p.to} rows), so it never holds a row and its columns are blank. Let it start at or before its end.`
        : `The frame goes from ${p.from} to ${p.to}, but it is counted in rows, so its columns are blank. Give whole numbers.`,
    'execute.frames-too-large': (p) =>
      `“${p.column}” would look at more than ${whole(p.limit)} cells, so it is left blank. Choose smaller partitions or a shorter frame, or use SUM, AVERAGE, COUNT, MIN, MAX, MEDIAN or RANK.EQ, which are quick over any frame.`,
    'execute.not-a-list': (p) =>
      `“${p.column}” holds something that is no list in ${rows(p.count)}, such as ${p.example}. Write items with ; between them, or as ["a","b"].`,
    'execute.too-many-items': (p) =>
      `The lists of “${p.column}” would make ${rows(p.rows)}; at most ${whole(p.limit)} are made. Filter the rows first.`,
  },
  'zh-CN': {
    'execute.bad-frame': (p) =>
      p.fault === 'reversed'
        ? `窗口的起点在终点之后（从 ${p.from} 到 ${p.to} 行），其中没有任何行，相应的列为空。请让起点不晚于终点。`
        : `窗口从 ${p.from} 到 ${p.to}，但窗口按行计数，相应的列为空。请填写整数。`,
    'execute.frames-too-large': (p) =>
      `“${p.column}”需要查看超过 ${whole(p.limit)} 个单元格，因此留空。请缩小分区或窗口，或改用 SUM、AVERAGE、COUNT、MIN、MAX、MEDIAN、RANK.EQ，它们在任何窗口上都很快。`,
    'execute.not-a-list': (p) =>
      `“${p.column}”有 ${whole(p.count)} 行的内容不是列表，例如 ${p.example}。请用 ; 分隔各项，或写成 ["a","b"]。`,
    'execute.too-many-items': (p) =>
      `“${p.column}”的列表将生成 ${whole(p.rows)} 行，最多生成 ${whole(p.limit)} 行。请先筛选行。`,
  },
};
