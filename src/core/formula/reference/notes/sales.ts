/** Notes on sales and finance. */
import type { Pair } from '../example.ts';
import { note, type Notes } from './note.ts';

const signs: Pair = [
  'Money that you pay is negative, money that you receive positive. Rate and periods must be of the same length: months with a monthly rate.',
  '付出的钱为负，收到的钱为正。利率与期数的单位须一致：按月计则用月利率。',
];
const oursAlone: Pair = ['Excel has no such function.', 'Excel 没有这个函数。'];

export const salesNotes: Notes = {
  BANDS: note(
    'SCORE IFS LOOKUP',
    'tier commission rate bracket accelerator 阶梯 提成 分档 费率 累进',
    [
      '"marginal" pays each part at its own rate; "whole" pays all at the rate of the band reached; "retro" does so from the first unit on once a band is reached; "interpolated" moves between the amounts of the bands.',
      '"marginal"：每段按各自的比率；"whole"：全部按所到档位的比率；"retro"：到档后从头按该比率补算；"interpolated"：在各档金额之间插值。',
    ],
    [
      'A value exactly at a start belongs to the upper band; tie "upper" leaves it in the lower one. Rounding noise does not decide: 1.1999999999999997 reaches 120 %.',
      '恰好等于起点的值属于上一档；tie 为 "upper" 时留在下一档。舍入误差不影响判断：1.1999999999999997 算达到 120%。',
    ],
    oursAlone,
  ),
  ALLOCATE: note(
    'PRORATE ROUND',
    'split divide cents credit 分摊 拆分 分成 尾差',
    [
      'Cents left over go to the largest remainders, so that the parts always add up to the amount.',
      '余下的分按最大余数法分配，各部分之和总是等于总额。',
    ],
    oursAlone,
  ),
  PRORATE: note(
    'YEARFRAC NETWORKDAYS',
    'partial period join mid-year quota 折算 在职 按天 比例',
    [
      'An end left empty means the end of the period. Days outside the period do not count.',
      '结束日期留空表示到期末。期间以外的日子不计。',
    ],
    oursAlone,
  ),
  FISCALYEAR: note(
    'FISCALPERIOD YEAR',
    'fiscal year 财年 会计年度',
    [
      'The second argument is the first month of the fiscal year: 4 for April.',
      '第二个参数是财年的第一个月：4 表示四月。',
    ],
    oursAlone,
  ),
  FISCALPERIOD: note(
    'FISCALYEAR TEXT PRORATE',
    'quarter month fiscal period name 季度 财季 期间',
    [
      'The name sorts as text and is what PRORATE reads: 2026-Q3, FY2027-Q1 for shifted years.',
      '名称可按文本排序，也能被 PRORATE 读取：2026-Q3；错开的财年写作 FY2027-Q1。',
    ],
    oursAlone,
  ),
  NPS: note('COUNTIFS AVERAGE', 'net promoter score survey 净推荐值 满意度 问卷', oursAlone),
  WEIGHTEDMEAN: note(
    'SUMPRODUCT AVERAGE',
    'weighted average score 加权平均',
    [
      'Weights need not add up to 1; if they add up to 0 the result is #DIV/0!.',
      '权重之和不必为 1；和为 0 时返回 #DIV/0!。',
    ],
    oursAlone,
  ),
  SCORE: note('BANDS WEIGHTEDMEAN', 'points kpi curve interpolate 得分 评分 绩效', oursAlone),
  MAXIMIZE: note(
    'LET',
    'optimise best price argmax 最优 最佳价格',
    [
      'It finds one peak; a formula with several may give one of them. The name holds only inside.',
      '只找一个峰值；公式有多个峰值时可能取其中之一。名称只在其中有效。',
    ],
    oursAlone,
  ),
  PMT: note('PV NPER RATE', 'loan instalment payment 还款 月供 分期', signs),
  PV: note('FV PMT NPV', 'present value discount 现值 折现', signs),
  FV: note('PV PMT', 'future value savings 终值 储蓄', signs),
  NPER: note('PMT RATE', 'how many periods 期数', signs),
  RATE: note('PMT IRR', 'interest per period 利率', signs),
  NPV: note('IRR XNPV PV', 'net present value 净现值', [
    'The first value is one period away: add a payment of today outside, `-cost + NPV(rate, flows)`.',
    '第一个值在一期之后：今天的支出请写在外面，`-cost + NPV(rate, flows)`。',
  ]),
  IRR: note('XIRR NPV RATE', 'internal rate of return 内部收益率', [
    'Needs payments and receipts; without both signs the result is #NUM!.',
    '须有支出和收入；只有一种符号时返回 #NUM!。',
  ]),
  XNPV: note('NPV XIRR', 'net present value dates 净现值 日期'),
  XIRR: note('IRR XNPV', 'internal rate of return dates 内部收益率 日期'),
};
