import type { WordsOf } from './words-of.ts';

export interface SimulateProblems {
  'simulate.no-id': { readonly count: number; readonly column: string };
  'simulate.doubled-id': { readonly count: number; readonly column: string; readonly id: string };
  'simulate.failed': {
    readonly step: string;
    readonly count: number;
    readonly error: string;
    readonly customer: string;
  };
  'simulate.looped': { readonly step: string; readonly count: number; readonly customer: string };
  'simulate.entry-errors': { readonly step: string; readonly count: number; readonly customer: string };
}

export const simulateWords: WordsOf<SimulateProblems> = {
  en: {
    'simulate.no-id': (p) =>
      `${p.count === 1 ? 'One row has' : `${p.count} rows have`} nothing in “${p.column}” and ${p.count === 1 ? 'is' : 'are'} left out. Give every customer an id.`,
    'simulate.doubled-id': (p) =>
      `${p.count === 1 ? 'One row repeats' : `${p.count} rows repeat`} an id of “${p.column}”, such as ${p.id}; only the first row of an id takes part. Make the ids unique or choose another column.`,
    'simulate.failed': (p) =>
      `“${p.step}” fails for ${p.count === 1 ? 'one visit' : `${p.count} visits`}: its formula gives ${p.error}, first for ${p.customer}. Handle that case in the formula, for example with IFERROR.`,
    'simulate.looped': (p) =>
      `${p.count === 1 ? 'One visit goes' : `${p.count} visits go`} round “${p.step}” without waiting and ${p.count === 1 ? 'was' : 'were'} stopped, first ${p.customer}. Put a wait into the loop.`,
    'simulate.entry-errors': (p) =>
      `The condition of “${p.step}” gives an error for ${p.count === 1 ? 'one customer' : `${p.count} customers`}, first ${p.customer}; they do not enter. Handle that case in the formula.`,
  },
  'zh-CN': {
    'simulate.no-id': (p) => `有 ${p.count} 行的“${p.column}”为空，未参与模拟。请为每位客户填写编号。`,
    'simulate.doubled-id': (p) =>
      `有 ${p.count} 行的“${p.column}”重复，例如 ${p.id}；同一编号只有第一行参与。请使编号唯一，或选择其他列。`,
    'simulate.failed': (p) =>
      `“${p.step}”有 ${p.count} 次失败：公式得到 ${p.error}，首先是 ${p.customer}。请在公式中处理这种情况，例如用 IFERROR。`,
    'simulate.looped': (p) =>
      `有 ${p.count} 次在“${p.step}”无等待地循环而被停止，首先是 ${p.customer}。请在循环中加入等待。`,
    'simulate.entry-errors': (p) =>
      `“${p.step}”的条件对 ${p.count} 位客户得到错误，首先是 ${p.customer}；他们不会进入。请在公式中处理这种情况。`,
  },
};
