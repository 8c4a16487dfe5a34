import type { Words } from '#ui/language.tsx';
import type { BandMode } from '#core/program/table-program.ts';

export interface BandsWords {
  readonly from: string;
  readonly below: string;
  readonly rate: string;
  readonly amount: string;
  readonly people: string;
  readonly rows: string;
  readonly pay: string;
  readonly bandFrom: (number: number) => string;
  readonly bandBelow: (number: number) => string;
  readonly bandRate: (number: number) => string;
  readonly bandAmount: (number: number) => string;
  readonly noUpper: string;
  readonly retroactive: (number: number) => string;
  readonly remove: (number: number) => string;
  readonly add: string;
  readonly added: (number: number) => string;
  readonly removed: (number: number) => string;
  readonly paste: string;
  readonly pasteTitle: string;
  readonly pasteHelp: string;
  readonly pasteLabel: string;
  readonly pasteUse: (count: number) => string;
  readonly pasted: (count: number) => string;
  readonly pasteNothing: string;
  readonly pasteUnread: (lines: string) => string;
  readonly pasteGaps: (lines: string) => string;
  readonly cancel: string;
  readonly earns: string;
  readonly how: string;
  readonly total: (currency: string) => string;
  readonly inUse: string;
  readonly modes: Readonly<Record<BandMode, string>>;
  readonly medianQuota: string;
  readonly medianTarget: string;
  readonly payAlong: string;
  readonly asTable: string;
  readonly asChart: string;
  readonly cliff: (at: string, by: string) => string;
  readonly drop: (at: string, by: string) => string;
  readonly near: (count: string) => string;
  readonly nearShare: (count: string) => string;
  readonly ifMarginal: string;
  readonly chartNote: string;
  readonly chartNoteAlone: string;
  readonly chartLabel: (cliffs: string) => string;
  readonly noCliffs: string;
  readonly measure: string;
  readonly justBelow: string;
  readonly payFrom: string;
  readonly noCurve: string;
  readonly ofPeople: (count: string, total: string) => string;
}

export const bandsWords: Words<BandsWords> = {
  en: {
    from: 'From',
    below: 'Below',
    rate: 'Rate',
    amount: 'Amount',
    people: 'People',
    rows: 'Rows',
    pay: 'Pay',
    bandFrom: (number) => `Band ${number} starts from`,
    bandBelow: (number) => `Band ${number} ends below`,
    bandRate: (number) => `Rate of band ${number}`,
    bandAmount: (number) => `Amount of band ${number}`,
    noUpper: 'no upper end',
    retroactive: (number) => `Rate of band ${number} also pays on everything below it`,
    remove: (number) => `Remove band ${number}`,
    add: 'Add a band',
    added: (number) => `Band ${number} added`,
    removed: (number) => `Band ${number} removed`,
    paste: 'Paste from Excel',
    pasteTitle: 'Paste a rate table',
    pasteHelp: 'Copy the rows in your spreadsheet: from, below (may be left out), rate. Headings are recognised.',
    pasteLabel: 'Copied rows',
    pasteUse: (count) => (count === 1 ? 'Use 1 band' : `Use ${count} bands`),
    pasted: (count) => `${count} bands pasted`,
    pasteNothing: 'No bands found yet.',
    pasteUnread: (lines) => `Not read: line ${lines}.`,
    pasteGaps: (lines) => `Line ${lines} ends where the next band does not start; bands run on to the next start.`,
    cancel: 'Cancel',
    earns: 'A band earns',
    how: 'How a band applies',
    total: (currency) => `total payout${currency === '' ? '' : `, ${currency}`}`,
    inUse: 'in use',
    modes: { whole: 'Whole', marginal: 'Marginal', retroactive: 'Retroactive', interpolated: 'Interpolated' },
    medianQuota: 'Pay at the median quota',
    medianTarget: 'Pay at the median target pay',
    payAlong: 'Pay by amount',
    asTable: 'As a table',
    asChart: 'As a chart',
    cliff: (at, by) => `Cliff at ${at} ${by}`,
    drop: (at, by) => `Drop at ${at} ${by}`,
    near: (count) => `${count} within 10 points`,
    nearShare: (count) => `${count} within 10%`,
    ifMarginal: 'if marginal',
    chartNote: 'Each tick is a person. The dashed line is the same table, marginal.',
    chartNoteAlone: 'Each tick is a person.',
    chartLabel: (cliffs) => `Pay along the measure. ${cliffs}`,
    noCliffs: 'No cliffs.',
    measure: 'Measure',
    justBelow: 'Just below',
    payFrom: 'Pay from here',
    noCurve: 'The curve is drawn as soon as the bands are in order and compute.',
    ofPeople: (count, total) => `${count} · ${total}`,
  },
  'zh-CN': {
    from: '起',
    below: '至',
    rate: '费率',
    amount: '金额',
    people: '人数',
    rows: '行数',
    pay: '提成',
    bandFrom: (number) => `第 ${number} 档起点`,
    bandBelow: (number) => `第 ${number} 档上限`,
    bandRate: (number) => `第 ${number} 档费率`,
    bandAmount: (number) => `第 ${number} 档金额`,
    noUpper: '无上限',
    retroactive: (number) => `第 ${number} 档费率回溯适用于以下全部`,
    remove: (number) => `移除第 ${number} 档`,
    add: '添加一档',
    added: (number) => `已添加第 ${number} 档`,
    removed: (number) => `已移除第 ${number} 档`,
    paste: '从 Excel 粘贴',
    pasteTitle: '粘贴费率表',
    pasteHelp: '在表格中复制这些行：起、至（可省略）、费率。表头会自动识别。',
    pasteLabel: '复制的行',
    pasteUse: (count) => `使用 ${count} 档`,
    pasted: (count) => `已粘贴 ${count} 档`,
    pasteNothing: '尚未识别到档位。',
    pasteUnread: (lines) => `未识别：第 ${lines} 行。`,
    pasteGaps: (lines) => `第 ${lines} 行的上限与下一档起点不一致，将延续到下一档起点。`,
    cancel: '取消',
    earns: '每档计算',
    how: '档位如何适用',
    total: (currency) => `应发合计${currency === '' ? '' : `，${currency}`}`,
    inUse: '使用中',
    modes: { whole: '全额', marginal: '超额分段', retroactive: '回溯', interpolated: '插值' },
    medianQuota: '按目标中位数的提成',
    medianTarget: '按目标薪酬中位数的提成',
    payAlong: '按金额的提成',
    asTable: '以表格查看',
    asChart: '以图表查看',
    cliff: (at, by) => `${at} 处跳升 ${by}`,
    drop: (at, by) => `${at} 处下跌 ${by}`,
    near: (count) => `${count}距此不到 10 个百分点`,
    nearShare: (count) => `${count}距此不到 10%`,
    ifMarginal: '若按分段',
    chartNote: '每个刻度是一个人；虚线为同一张表按分段计算。',
    chartNoteAlone: '每个刻度是一个人。',
    chartLabel: (cliffs) => `提成随衡量值的变化。${cliffs}`,
    noCliffs: '没有跳升。',
    measure: '衡量值',
    justBelow: '略低于此',
    payFrom: '自此起提成',
    noCurve: '档位按顺序排列并能计算后，即绘制曲线。',
    ofPeople: (count, total) => `${count} · ${total}`,
  },
};

/** “6 people”, “6 人”; rows where a row is not a person. */
export const countWords: Words<(count: string, one: boolean, people: boolean) => string> = {
  en: (count, one, people) => `${count} ${people ? (one ? 'person' : 'people') : one ? 'row' : 'rows'}`,
  'zh-CN': (count, _one, people) => `${count} ${people ? '人' : '行'}`,
};
