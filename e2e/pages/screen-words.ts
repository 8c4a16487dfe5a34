/** What the screens are called, for stories that are told in both languages. */
export type Language = 'en' | 'zh-CN';

export interface ScreenWords {
  readonly startEmpty: string;
  readonly openSample: string;
  readonly payout: string;
  readonly project: string;
  readonly outline: string;
  readonly canvas: string;
  readonly problems: string;
  readonly trace: string;
  readonly data: string;
  readonly payouts: RegExp;
  readonly region: string;
  readonly person: string;
  readonly statementOf: RegExp;
  readonly why: RegExp;
  readonly find: string;
  readonly keys: string;
  readonly close: string;
  readonly importing: string;
  readonly results: string;
  readonly allPayouts: string;
  readonly keep: string;
  readonly saved: RegExp;
  readonly sums: string;
}

export const screenWords: Readonly<Record<Language, ScreenWords>> = {
  en: {
    startEmpty: 'Start empty',
    openSample: 'Open the sample',
    payout: 'Payout',
    project: 'Project',
    outline: 'Outline',
    canvas: 'Canvas',
    problems: 'Problems',
    trace: 'Trace',
    data: 'Data',
    payouts: /^Payouts · Q3/,
    region: 'Region',
    person: 'Person',
    statementOf: /^Open the statement of/,
    why: /^Why \$/,
    find: 'Find or do anything',
    keys: 'Keyboard shortcuts',
    close: 'Close',
    importing: 'Import',
    results: 'See the results',
    allPayouts: 'All payouts',
    keep: 'Keep',
    saved: /^Saved/,
    sums: 'Lines sum to the payout, to the cent',
  },
  'zh-CN': {
    startEmpty: '从空白开始',
    openSample: '打开示例',
    payout: '发放',
    project: '项目',
    outline: '大纲',
    canvas: '画布',
    problems: '问题',
    trace: '追溯',
    data: '数据',
    payouts: /^应发 · Q3/,
    region: '区域',
    person: '人员',
    statementOf: /^打开.*的结算单$/,
    why: /^为什么是 .*\d/,
    find: '搜索或执行任何操作',
    keys: '键盘快捷键',
    close: '关闭',
    importing: '导入',
    results: '查看结果',
    allPayouts: '全部应发',
    keep: '采用',
    saved: /^已保存/,
    sums: '各行合计与应发金额分毫不差',
  },
};
