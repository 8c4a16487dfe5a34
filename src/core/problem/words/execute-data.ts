/** Problems that joins, look-ups, bands, splits and hierarchies find in the data of a run. */
import type { WordsOf } from './words-of.ts';

/** `keys`: at most five of the offenders by name; `by`: the columns compared. */
interface Offenders {
  readonly by: string;
  readonly count: number;
  readonly keys: readonly string[];
}

export interface ExecuteDataProblems {
  /** Rows of a side that more than one partner was found for, though at most one was declared. */
  'execute.join-repeats': Offenders & { readonly side: 'left' | 'right'; readonly declared: string };
  'execute.join-unmatched': Offenders & {
    readonly side: 'left' | 'right';
    readonly total: number;
    readonly kept: boolean;
  };
  'execute.lookup-repeats': Offenders & { readonly match: 'exact' | 'as-of' | 'effective' };
  'execute.lookup-missing': Offenders & { readonly total: number };
  'execute.bad-scale': { readonly column: string; readonly count: number };
  'execute.bad-bands': { readonly band: number; readonly fault: 'not-a-number' | 'repeated' | 'descending' };
  'execute.band-errors': { readonly column: string; readonly count: number; readonly error: string };
  'execute.split-differs': Offenders;
  'execute.split-nothing': Offenders;
  'execute.bad-periods': { readonly from: string; readonly to: string };
  'execute.too-many-periods': { readonly rows: number; readonly limit: number };
  'execute.circle': { readonly people: string; readonly count: number };
}

const rows = (count: number): string => `${whole(count)} ${count === 1 ? 'row' : 'rows'}`;
const whole = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
const some = (p: Offenders): string => p.keys.join(', ') + (p.count > p.keys.length ? ' …' : '');
const list = (p: Offenders): string => p.keys.join('、') + (p.count > p.keys.length ? '……' : '');
/** One decimal; a share that is not nothing never reads 0.0 %. */
const percent = (part: number, all: number): string => {
  const share = Math.round((part / all) * 1000) / 10;
  return part > 0 && share === 0 ? '< 0.1 %' : `${share} %`;
};

export const executeDataWords: WordsOf<ExecuteDataProblems> = {
  en: {
    'execute.join-repeats': (p) =>
      `The join is declared ${p.declared}, but ${whole(p.count)} ${p.count === 1 ? 'key appears' : 'keys appear'} more than once on the ${p.side} by ${p.by}: ${some(p)}. Amounts of their partners are counted several times. Remove the duplicates or declare the join otherwise.`,
    'execute.join-unmatched': (p) =>
      `${whole(p.count)} of ${rows(p.total)} on the ${p.side} (${percent(p.count, p.total)}) found no partner by ${p.by} and ${p.kept ? 'stay without one' : 'are left out'}: ${some(p)}. Check how these are written on both sides, or add them.`,
    'execute.lookup-repeats': (p) =>
      p.match === 'effective'
        ? `For ${whole(p.count)} ${p.count === 1 ? 'key' : 'keys'} several rows hold on the same date by ${p.by}: ${some(p)}. The first one is taken. Correct the dates so that they do not overlap.`
        : `${whole(p.count)} ${p.count === 1 ? 'key has' : 'keys have'} several rows by ${p.by}${p.match === 'as-of' ? ' on the same date' : ''}: ${some(p)}. The ${p.match === 'as-of' ? 'last' : 'first'} one is taken. Remove the duplicates.`,
    'execute.lookup-missing': (p) =>
      `${whole(p.count)} of ${rows(p.total)} (${percent(p.count, p.total)}) found nothing by ${p.by}: ${some(p)}. Add these to the table, or check how they are written.`,
    'execute.bad-scale': (p) =>
      `${rows(p.count)} of “${p.column}” ${p.count === 1 ? 'has' : 'have'} no quota above zero, so attainment is undefined there. Give a quota, or say with IFERROR what holds without one.`,
    'execute.bad-bands': (p) =>
      p.fault === 'not-a-number'
        ? `Band ${p.band} does not start at a number, so nothing is paid. Give its start.`
        : `Band ${p.band} starts ${p.fault === 'repeated' ? 'where the one before it starts' : 'below the one before it'}, so nothing is paid. Put the starts in rising order, each once.`,
    'execute.band-errors': (p) =>
      `“${p.column}” cannot be worked out in ${rows(p.count)} (${p.error}). Check the data of those rows or handle the case with IFERROR.`,
    'execute.split-differs': (p) =>
      `The amount to split differs between the rows of ${whole(p.count)} ${p.count === 1 ? 'group' : 'groups'} by ${p.by}: ${some(p)}. Give every row of a group the same amount.`,
    'execute.split-nothing': (p) =>
      `The weights of ${whole(p.count)} ${p.count === 1 ? 'group' : 'groups'} by ${p.by} add to zero, so their amount cannot be split: ${some(p)}. Give at least one weight.`,
    'execute.bad-periods': (p) =>
      `There are no periods between ${p.from} and ${p.to}. Give two dates, the first before the second.`,
    'execute.too-many-periods': (p) =>
      `Every entity in every period would make ${rows(p.rows)}; at most ${whole(p.limit)} are made. Choose a longer period or a shorter time.`,
    'execute.circle': (p) =>
      p.count === 1
        ? `These people report to each other in a circle: ${p.people}. The circle is cut; correct who reports to whom.`
        : `${whole(p.count)} circles of people report to each other, such as ${p.people}. The circles are cut; correct who reports to whom.`,
  },
  'zh-CN': {
    'execute.join-repeats': (p) =>
      `联接声明为${cardinalityZh[p.declared] ?? p.declared}，但${p.side === 'left' ? '左' : '右'}侧按 ${p.by} 有 ${whole(p.count)} 个键重复：${list(p)}。对应的金额会被重复计算。请删除重复行，或更改联接的声明。`,
    'execute.join-unmatched': (p) =>
      `${p.side === 'left' ? '左' : '右'}侧 ${whole(p.total)} 行中有 ${whole(p.count)} 行（${percent(p.count, p.total)}）按 ${p.by} 找不到对应行，${p.kept ? '保留但无对应内容' : '已被排除'}：${list(p)}。请检查两侧写法是否一致，或补充这些行。`,
    'execute.lookup-repeats': (p) =>
      p.match === 'effective'
        ? `按 ${p.by} 有 ${whole(p.count)} 个键在同一日期有多行同时有效：${list(p)}。取第一行。请修改日期，避免重叠。`
        : `按 ${p.by} 有 ${whole(p.count)} 个键${p.match === 'as-of' ? '在同一日期' : ''}有多行：${list(p)}。取${p.match === 'as-of' ? '最后' : '第'}一行。请删除重复行。`,
    'execute.lookup-missing': (p) =>
      `${whole(p.total)} 行中有 ${whole(p.count)} 行（${percent(p.count, p.total)}）按 ${p.by} 查不到：${list(p)}。请在表中补充，或检查写法。`,
    'execute.bad-scale': (p) =>
      `“${p.column}”有 ${whole(p.count)} 行没有大于零的指标，达成率无法计算。请填写指标，或用 IFERROR 说明没有指标时如何处理。`,
    'execute.bad-bands': (p) =>
      p.fault === 'not-a-number'
        ? `第 ${p.band} 档的起点不是数字，因此无法计提。请填写起点。`
        : `第 ${p.band} 档的起点${p.fault === 'repeated' ? '与上一档相同' : '低于上一档'}，因此无法计提。请让各档起点依次递增，且不重复。`,
    'execute.band-errors': (p) =>
      `“${p.column}”有 ${whole(p.count)} 行无法计算（${p.error}）。请检查这些行的数据，或用 IFERROR 处理这种情况。`,
    'execute.split-differs': (p) =>
      `按 ${p.by} 有 ${whole(p.count)} 组内各行待分摊金额不一致：${list(p)}。请让同组各行的金额相同。`,
    'execute.split-nothing': (p) =>
      `按 ${p.by} 有 ${whole(p.count)} 组的权重合计为零，金额无法分摊：${list(p)}。请至少填写一个权重。`,
    'execute.bad-periods': (p) => `${p.from} 到 ${p.to} 之间没有期间。请给出两个日期，且前者早于后者。`,
    'execute.too-many-periods': (p) =>
      `每个对象的每个期间共需 ${whole(p.rows)} 行，最多生成 ${whole(p.limit)} 行。请选择更长的期间粒度或更短的时间范围。`,
    'execute.circle': (p) =>
      p.count === 1
        ? `这些人的汇报关系成环：${p.people}。环已被切断，请更正上下级关系。`
        : `有 ${whole(p.count)} 处汇报关系成环，例如 ${p.people}。环已被切断，请更正上下级关系。`,
  },
};

const cardinalityZh: Readonly<Record<string, string>> = {
  'one-to-one': '一对一',
  'many-to-one': '多对一',
  'one-to-many': '一对多',
  'many-to-many': '多对多',
};
