import type { Words } from '#ui/language.tsx';

export interface ResultsWords {
  readonly results: string;
  readonly by: string;
  readonly person: string;
  readonly region: string;
  readonly period: string;
  readonly payout: string;
  readonly share: string;
  readonly people: string;
  readonly total: string;
  readonly before: string;
  readonly now: string;
  readonly change: string;
  readonly noPayout: string;
  readonly noPayoutHelp: string;
  readonly noColumn: string;
  readonly download: string;
  readonly open: (who: string) => string;
  readonly back: string;
  readonly statement: string;
  readonly component: string;
  readonly on: string;
  readonly rate: string;
  readonly amount: string;
  readonly howItAddsUp: string;
  readonly sumsUp: string;
  readonly sumsNot: (difference: string) => string;
  readonly credited: (shown: string, all: string) => string;
  readonly moreRows: (count: string) => string;
  readonly why: (amount: string) => string;
  readonly whyOf: (label: string) => string;
  readonly copy: string;
  readonly copied: string;
  readonly close: string;
  readonly loading: string;
  readonly failed: string;
  readonly parameter: string;
  readonly rowsOf: (count: string, table: string) => string;
  readonly rowOf: (row: string, table: string) => string;
  readonly upTo: string;
  readonly find: string;
  readonly all: (count: string) => string;
  readonly preview: string;
  readonly chart: string;
  readonly chartTitle: string;
  readonly notComputed: string;
  readonly retroactive: string;
  readonly gain: (count: string) => string;
  readonly lose: (count: string) => string;
  readonly statements: string;
}

export const resultsWords: Words<ResultsWords> = {
  en: {
    results: 'Payouts',
    by: 'Total by',
    person: 'Person',
    region: 'Region',
    period: 'Period',
    payout: 'Payout',
    share: 'Share',
    people: 'People',
    total: 'Total',
    before: 'Before',
    now: 'Now',
    change: 'Change',
    noPayout: 'Nothing is paid yet',
    noPayoutHelp: 'Add a Payout node at the end of the plan: its rows become the payouts of this screen.',
    noColumn: 'The payout has no such column. Keep it in the plan to see totals by it.',
    download: 'Download CSV',
    open: (who) => `Open the statement of ${who}`,
    back: 'All payouts',
    statement: 'Sales compensation statement',
    component: 'Component',
    on: 'On',
    rate: 'Rate',
    amount: 'Amount',
    howItAddsUp: 'How it adds up',
    sumsUp: 'Lines sum to the payout, to the cent',
    sumsNot: (difference) =>
      `Lines differ from the payout by ${difference}: the payout is rounded or limited as a whole.`,
    credited: (shown, all) => `largest ${shown} of ${all}`,
    moreRows: (count) => `${count} more`,
    why: (amount) => `Why ${amount}?`,
    whyOf: (label) => `Why this ${label}?`,
    copy: 'Copy',
    copied: 'Copied',
    close: 'Close',
    loading: 'Looking it up…',
    failed: 'This could not be traced. Change anything and ask again.',
    parameter: 'Parameter',
    rowsOf: (count, table) => `${count} rows of ${table}`,
    rowOf: (row, table) => `${table}, row ${row}`,
    upTo: 'and above',
    find: 'Find a person',
    all: (count) => `All ${count}`,
    preview: 'Preview, not yet kept',
    chart: 'Chart',
    chartTitle: 'Payout by',
    notComputed: 'The plan is being computed…',
    retroactive: 'retroactive',
    gain: (count) => `${count} gain`,
    lose: (count) => `${count} lose`,
    statements: 'Statements',
  },
  'zh-CN': {
    results: '应发',
    by: '合计方式',
    person: '人员',
    region: '区域',
    period: '期间',
    payout: '应发金额',
    share: '占比',
    people: '人数',
    total: '合计',
    before: '之前',
    now: '现在',
    change: '变化',
    noPayout: '尚无应发金额',
    noPayoutHelp: '请在方案末尾添加“发放”节点，它的数据会显示在这里。',
    noColumn: '应发结果中没有这一列。请在方案中保留它，以便按它合计。',
    download: '下载 CSV',
    open: (who) => `打开${who}的结算单`,
    back: '全部应发',
    statement: '销售薪酬结算单',
    component: '项目',
    on: '计算基数',
    rate: '费率',
    amount: '金额',
    howItAddsUp: '如何得出',
    sumsUp: '各行合计与应发金额分毫不差',
    sumsNot: (difference) => `各行合计与应发金额相差 ${difference}：应发金额是整体取整或受限的。`,
    credited: (shown, all) => `共 ${all} 笔，显示最大的 ${shown} 笔`,
    moreRows: (count) => `另有 ${count} 笔`,
    why: (amount) => `为什么是 ${amount}？`,
    whyOf: (label) => `${label}为什么是这个数？`,
    copy: '复制',
    copied: '已复制',
    close: '关闭',
    loading: '正在追溯…',
    failed: '无法追溯该值。请修改任意内容后再试。',
    parameter: '参数',
    rowsOf: (count, table) => `${table}的 ${count} 行`,
    rowOf: (row, table) => `${table}第 ${row} 行`,
    upTo: '及以上',
    find: '查找人员',
    all: (count) => `共 ${count} 人`,
    preview: '预览，尚未采用',
    chart: '图表',
    chartTitle: '应发金额，按',
    notComputed: '方案正在计算…',
    retroactive: '回溯',
    gain: (count) => `${count} 人增加`,
    lose: (count) => `${count} 人减少`,
    statements: '结算单',
  },
};
