import type { Words } from '#ui/language.tsx';

export interface ScorecardWords {
  readonly view: string;
  readonly card: string;
  readonly flow: string;
  readonly weights: string;
  readonly weightsHelp: string;
  readonly border: (left: string, right: string) => string;
  readonly borderValue: (left: string, leftShare: string, right: string, rightShare: string) => string;
  readonly was: (share: string) => string;
  readonly moved: (count: number) => string;
  readonly average: (before: string, after: string) => string;
  readonly reset: string;
  readonly keep: string;
  readonly metric: string;
  readonly weight: string;
  readonly weightOf: (name: string) => string;
  readonly scoreOf: (name: string) => string;
  readonly curveColumn: string;
  readonly mean: string;
  readonly total: string;
  readonly add: string;
  readonly addFrom: (table: string) => string;
  readonly remove: (name: string) => string;
  readonly edit: (name: string) => string;
  readonly ranking: string;
  readonly people: (count: string) => string;
  readonly rank: string;
  readonly person: string;
  readonly change: string;
  readonly parts: string;
  readonly score: string;
  readonly up: (places: number) => string;
  readonly down: (places: number) => string;
  readonly same: string;
  readonly why: (name: string, score: string) => string;
  readonly empty: string;
  readonly emptyHelp: string;
  readonly noTables: string;
  readonly computing: string;
  readonly noAnswer: string;
  readonly point: (n: number) => string;
  readonly pointAt: (n: number) => string;
  readonly pointScore: (n: number) => string;
  readonly curve: (points: string) => string;
  readonly missing: string;
}

export const scorecardWords: Words<ScorecardWords> = {
  en: {
    view: 'View',
    card: 'Scorecard',
    flow: 'Flow',
    weights: 'Weights',
    weightsHelp: 'Drag a handle, or focus it and press ← →',
    border: (left, right) => `Between ${left} and ${right}`,
    borderValue: (left, leftShare, right, rightShare) => `${left} ${leftShare}, ${right} ${rightShare}`,
    was: (share) => `was ${share}`,
    moved: (count) => (count === 1 ? '1 person changes rank' : `${count} people change rank`),
    average: (before, after) => `Average ${before} → ${after}`,
    reset: 'Reset',
    keep: 'Keep these weights',
    metric: 'Metric',
    weight: 'Weight',
    weightOf: (name) => `Weight of ${name}`,
    scoreOf: (name) => `${name} score`,
    curveColumn: 'Curve',
    mean: 'Average',
    total: 'Total score',
    add: 'Add a metric',
    addFrom: (table) => `From ${table}`,
    remove: (name) => `Remove ${name}`,
    edit: (name) => `Open ${name}`,
    ranking: 'Ranking',
    people: (count) => `${count} people`,
    rank: 'Rank',
    person: 'Person',
    change: 'Change',
    parts: 'Made of',
    score: 'Score',
    up: (places) => `up ${places}`,
    down: (places) => `down ${places}`,
    same: 'same rank',
    why: (name, score) => `Why does ${name} score ${score}?`,
    empty: 'Nothing is scored yet',
    emptyHelp:
      'Add a metric: choose the table it is counted from. It gets a curve and a weight, and people are ranked at once.',
    noTables: 'Import a table first: metrics are counted from its rows.',
    computing: 'Computing the ranking…',
    noAnswer: 'The ranking cannot be computed. The problems below say why.',
    point: (n) => `Point ${n}`,
    pointAt: (n) => `Value of point ${n}`,
    pointScore: (n) => `Score of point ${n}`,
    curve: (points) => `Score by value: ${points}`,
    missing: 'not measured',
  },
  'zh-CN': {
    view: '视图',
    card: '评分表',
    flow: '流程',
    weights: '权重',
    weightsHelp: '拖动手柄，或选中后按 ← →',
    border: (left, right) => `${left}与${right}之间`,
    borderValue: (left, leftShare, right, rightShare) => `${left} ${leftShare}，${right} ${rightShare}`,
    was: (share) => `原 ${share}`,
    moved: (count) => `${count} 人名次变动`,
    average: (before, after) => `平均分 ${before} → ${after}`,
    reset: '还原',
    keep: '采用新权重',
    metric: '指标',
    weight: '权重',
    weightOf: (name) => `${name}的权重`,
    scoreOf: (name) => `${name}得分`,
    curveColumn: '曲线',
    mean: '均分',
    total: '综合得分',
    add: '添加指标',
    addFrom: (table) => `取自${table}`,
    remove: (name) => `删除${name}`,
    edit: (name) => `打开${name}`,
    ranking: '实时排名',
    people: (count) => `${count} 人`,
    rank: '名次',
    person: '人员',
    change: '变动',
    parts: '得分构成',
    score: '得分',
    up: (places) => `上升 ${places} 位`,
    down: (places) => `下降 ${places} 位`,
    same: '名次不变',
    why: (name, score) => `${name}为什么得 ${score} 分？`,
    empty: '尚无评分指标',
    emptyHelp: '添加指标：选择从哪张表统计。随即得到曲线与权重，并立即排名。',
    noTables: '请先导入数据表：指标从表中的行统计。',
    computing: '正在计算排名…',
    noAnswer: '无法计算排名，原因见下方问题。',
    point: (n) => `第 ${n} 点`,
    pointAt: (n) => `第 ${n} 点的数值`,
    pointScore: (n) => `第 ${n} 点的得分`,
    curve: (points) => `各数值的得分：${points}`,
    missing: '未测',
  },
};

export const steps = {
  weights: { en: 'Change weights', 'zh-CN': '调整权重' },
  add: { en: 'Add a metric', 'zh-CN': '添加指标' },
  remove: { en: 'Remove a metric', 'zh-CN': '删除指标' },
} as const;
