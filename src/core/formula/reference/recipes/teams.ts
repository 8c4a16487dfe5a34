/** Recipes on teams and time. */
import { serialOf } from '../../../calendar/civil.ts';
import { dates, given, money, numbers, percents, table, texts } from '../example.ts';
import { recipesOn } from './recipe.ts';

const rep = texts('rep', 'Rep', '销售');
const sold = money('sold', 'Sold', '销售额');
const team = table(
  [rep, sold],
  [
    ['Ann', 90_000],
    ['Bo', 144_000],
    ['Chen', 90_000],
  ],
);

export const teamRecipes = recipesOn('teams', {
  'sold-by-rep': {
    title: ['Sold by each rep', '每个销售的成交额'],
    purpose: [
      'Adds the won deals of each person; text criteria compare without case.',
      '汇总每个人赢单的金额；文本条件不区分大小写。',
    ],
    words: 'sum by person total won 汇总 业绩 人员',
    formula: 'SUMIFS(deals[amount], deals[rep], rep, deals[stage], "won")',
    sample: {
      place: 'row',
      rows: table([rep], [['Ann'], ['Bo']]),
      tables: {
        deals: table(
          [rep, texts('stage', 'Stage', '阶段'), money('amount', 'Amount', '金额')],
          [
            ['Ann', 'won', 12_000],
            ['Ann', 'lost', 5000],
            ['Bo', 'Won', 7000],
            ['Ann', 'won', 3000],
          ],
        ),
      },
    },
    values: [15_000, 7000],
  },
  ranking: {
    title: ['Ranking', '业绩排名'],
    purpose: [
      'Place of each rep, the largest first; equals share the better place.',
      '从大到小的名次；并列者取较好的名次。',
    ],
    words: 'rank leaderboard place 排名 排行榜',
    formula: 'RANK.EQ(sold, team[sold])',
    sample: { place: 'row', rows: team, tables: { team } },
    values: [2, 1, 2],
  },
  'running-total': {
    title: ['Running total', '逐行累计'],
    purpose: ['The sum up to and including each row, in order.', '按顺序累计到本行的总和。'],
    words: 'cumulative ytd fold 累计 滚动',
    formula: 'prior[total] + amount',
    sample: {
      place: 'fold',
      rows: table(
        [texts('month', 'Month', '月份'), money('amount', 'Amount', '金额')],
        [
          ['2026-01', 12_000],
          ['2026-02', 8000],
          ['2026-03', null],
          ['2026-04', 5000],
        ],
      ),
      state: given(money('total', 'Total', '累计'), 0),
    },
    values: [12_000, 20_000, 20_000, 25_000],
  },
  'working-days-left': {
    title: ['Working days left in the quarter', '本季剩余工作日'],
    purpose: [
      'From the as-of date to the end of the quarter, both counted, without weekends and holidays.',
      '从基准日期到季末（含首尾），不含周末和节假日。',
    ],
    words: 'remaining days quarter end holidays 剩余 工作日 季末',
    formula: 'NETWORKDAYS(TODAY(), EOMONTH(TODAY(), MOD(-MONTH(TODAY()), 3)), holidays[day])',
    sample: {
      place: 'scalar',
      asOf: serialOf(2026, 12, 21),
      tables: { holidays: table([dates('day', 'Day', '日期')], [[serialOf(2026, 12, 25)]]) },
    },
    values: [8],
  },
  scorecard: {
    title: ['Weighted scorecard', '加权绩效得分'],
    purpose: [
      'Points of several measures, each by its weight; measures without points do not count.',
      '多项指标的得分按权重平均；没有得分的指标不计。',
    ],
    words: 'kpi performance weight average 绩效 考核 权重',
    formula: 'WEIGHTEDMEAN(measures[points], measures[weight])',
    sample: {
      place: 'scalar',
      tables: {
        measures: table(
          [
            texts('measure', 'Measure', '指标'),
            numbers('points', 'Points', '得分'),
            percents('weight', 'Weight', '权重'),
          ],
          [
            ['Revenue', 90, 0.5],
            ['Renewals', 70, 0.3],
            ['Coaching', null, 0.2],
          ],
        ),
      },
    },
    values: [82.5],
  },
  'top-tenth': {
    title: ['Who is in the top tenth', '前 10% 的人'],
    purpose: ['TRUE from the value on that nine in ten do not exceed.', '达到“九成的人不超过”的那个值即为 TRUE。'],
    words: 'president club percentile best 前百分之十 精英',
    formula: 'sold >= PERCENTILE.DISC(team[sold], 0.9)',
    sample: { place: 'row', rows: team, tables: { team } },
    values: [false, true, false],
  },
  'trend-next-month': {
    title: ['Next month by trend', '按趋势预测下月'],
    purpose: ['A straight line through the months so far, one step on.', '用以往各月拟合直线，再往后推一个月。'],
    words: 'forecast linear regression 预测 趋势 线性',
    formula: 'FORECAST.LINEAR(4, months[amount], months[number])',
    sample: {
      place: 'scalar',
      tables: {
        months: table(
          [numbers('number', 'Month', '月份'), money('amount', 'Amount', '金额')],
          [
            [1, 10_000],
            [2, 12_000],
            [3, 14_000],
          ],
        ),
      },
    },
    values: [16_000],
  },
  tenure: {
    title: ['Tenure in words', '工龄'],
    purpose: ['Whole years and months since the day of hiring.', '自入职以来满多少年、多少月。'],
    words: 'seniority employed since 工龄 司龄 入职',
    formula: 'DATEDIF(hired, TODAY(), "Y") & "y " & DATEDIF(hired, TODAY(), "YM") & "m"',
    sample: {
      place: 'row',
      asOf: serialOf(2026, 9, 30),
      rows: table(
        [rep, dates('hired', 'Hired', '入职日期')],
        [
          ['Ann', serialOf(2021, 3, 15)],
          ['Bo', serialOf(2026, 7, 1)],
        ],
      ),
    },
    values: ['5y 6m', '0y 2m'],
  },
});
