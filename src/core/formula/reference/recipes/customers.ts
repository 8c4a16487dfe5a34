/** Recipes on customers. */
import { serialOf } from '../../../calendar/civil.ts';
import { dates, given, money, numbers, table, texts } from '../example.ts';
import { recipesOn } from './recipe.ts';

const customer = texts('customer', 'Customer', '客户');
const orders = table(
  [customer, dates('ordered', 'Ordered', '下单日期'), money('amount', 'Amount', '金额')],
  [
    ['Orion', serialOf(2026, 9, 20), 9000],
    ['Orion', serialOf(2026, 5, 2), 4000],
    ['Orion', serialOf(2026, 1, 15), 2500],
    ['Lotus', serialOf(2026, 3, 1), 800],
  ],
);

export const customerRecipes = recipesOn('customers', {
  rfm: {
    title: ['RFM segment', 'RFM 客户分层'],
    purpose: [
      'Three digits for each customer: how lately (4 is best), how often, how much. 444 is a champion, 111 is leaving.',
      '每个客户三位数字：最近一次（4 最好）、频次、金额。444 是最佳客户，111 正在流失。',
    ],
    words: 'recency frequency monetary segment 最近 频次 金额 分层',
    formula: [
      'LET(',
      '  days, TODAY() - MAXIFS(orders[ordered], orders[customer], customer),',
      '  LOOKUP(days, {0, 31, 91, 181}, {4, 3, 2, 1})',
      '    & LOOKUP(COUNTIFS(orders[customer], customer), {0, 2, 3, 6}, {1, 2, 3, 4})',
      '    & LOOKUP(SUMIFS(orders[amount], orders[customer], customer), {0, 1000, 5000, 20000}, {1, 2, 3, 4})',
      ')',
    ].join('\n'),
    sample: {
      place: 'row',
      asOf: serialOf(2026, 9, 30),
      rows: table([customer], [['Orion'], ['Lotus']]),
      tables: { orders },
    },
    values: ['433', '111'],
  },
  'customer-total': {
    title: ['Total of each customer', '每个客户的总额'],
    purpose: ['Adds the rows of another table that belong to this row.', '把另一张表中属于本行的金额相加。'],
    words: 'sum by customer revenue join 汇总 客户 关联',
    formula: 'SUMIFS(orders[amount], orders[customer], customer)',
    sample: { place: 'row', rows: table([customer], [['Orion'], ['Lotus'], ['Quartz']]), tables: { orders } },
    values: [15_500, 800, 0],
  },
  'first-order': {
    title: ['Is it the first order?', '是否首单'],
    purpose: ['TRUE where no order of the customer is earlier.', '该客户没有更早的订单时为 TRUE。'],
    words: 'new customer first deal 新客户 首单',
    formula: 'ordered = MINIFS(orders[ordered], orders[customer], customer)',
    sample: { place: 'row', rows: orders, tables: { orders } },
    values: [false, false, true, true],
  },
  'renewal-date': {
    title: ['Renewal date and notice', '续约日与提醒'],
    purpose: [
      'The last day of a contract, and whether it is time to call: 60 days ahead of it.',
      '合同的最后一天，以及是否到了联系客户的时候：提前 60 天。',
    ],
    words: 'contract expiry subscription 合同 到期 续费',
    formula:
      'LET(ends, EDATE(start, months) - 1, TEXT(ends, "yyyy-mm-dd") & IF(ends - TODAY() <= notice, " call now", ""))',
    sample: {
      place: 'row',
      asOf: serialOf(2026, 9, 30),
      rows: table(
        [customer, dates('start', 'Start', '开始日期'), numbers('months', 'Months', '月数')],
        [
          ['Orion', serialOf(2025, 11, 1), 12],
          ['Lotus', serialOf(2026, 1, 31), 25],
        ],
      ),
      parameters: [given(numbers('notice', 'Notice, days', '提前天数'), 60)],
    },
    values: ['2026-10-31 call now', '2028-02-28'],
  },
  'lead-score': {
    title: ['Lead score', '线索评分'],
    purpose: [
      'Points on a curve for the size of the company and for visits, weighted. Points between the steps are interpolated.',
      '公司规模和访问次数按曲线得分再加权；两点之间插值。',
    ],
    words: 'lead scoring points weights 线索 评分 加权',
    formula: '0.6 * SCORE(staff, {0, 0; 50, 50; 500, 100}) + 0.4 * SCORE(visits, {0, 0; 10, 100})',
    sample: {
      place: 'row',
      rows: table(
        [texts('lead', 'Lead', '线索'), numbers('staff', 'Staff', '员工数'), numbers('visits', 'Visits', '访问次数')],
        [
          ['Orion', 500, 4],
          ['Lotus', 25, 12],
        ],
      ),
    },
    values: [76, 55],
  },
  'email-domain': {
    title: ['Domain of an e-mail address', '邮箱域名'],
    purpose: [
      'What stands after the @, in small letters; empty where there is none.',
      '取 @ 之后的部分并转为小写；没有则为空。',
    ],
    words: 'email company text split 邮箱 公司 拆分',
    formula: 'LOWER(TEXTAFTER(email, "@", , , , ""))',
    sample: { place: 'row', rows: table([texts('email', 'E-mail', '邮箱')], [['Ann.Lee@Orion.example'], ['none']]) },
    values: ['orion.example', ''],
  },
  'tidy-name': {
    title: ['Tidy up names', '整理姓名'],
    purpose: ['Spare spaces away, capitals at the beginning of words.', '去掉多余空格，单词首字母大写。'],
    words: 'clean trim proper name 清洗 空格 大小写',
    formula: 'PROPER(TRIM(name))',
    sample: { place: 'row', rows: table([texts('name', 'Name', '姓名')], [['  ann   LEE '], ['bo chen']]) },
    values: ['Ann Lee', 'Bo Chen'],
  },
  'survey-nps': {
    title: ['Net promoter score', '净推荐值'],
    purpose: [
      'Of the answers 0 to 10 of a group: promoters less detractors, in points.',
      '一组 0 到 10 分的回答：推荐者占比减去贬损者占比。',
    ],
    words: 'nps survey satisfaction 满意度 问卷',
    formula: 'NPS(answer)',
    sample: {
      place: 'group',
      rows: table(
        [customer, numbers('answer', 'Answer', '打分')],
        [
          ['Orion', 10],
          ['Lotus', 9],
          ['Quartz', 7],
          ['Delta', 3],
        ],
      ),
    },
    values: [25],
  },
  churn: {
    title: ['Churn rate', '流失率'],
    purpose: ['Customers lost in a period as a share of those at its start.', '期间流失的客户占期初客户的比例。'],
    words: 'retention lost attrition 流失 留存',
    formula: 'IF(at_start = 0, 0, lost / at_start)',
    sample: {
      place: 'row',
      rows: table(
        [texts('month', 'Month', '月份'), numbers('at_start', 'At start', '期初'), numbers('lost', 'Lost', '流失')],
        [
          ['2026-01', 200, 5],
          ['2026-02', 0, 0],
        ],
      ),
    },
    values: [0.025, 0],
  },
  'best-price': {
    title: ['Price that earns most', '利润最高的价格'],
    purpose: [
      'Demand falls as the price rises; MAXIMIZE tries prices and gives the best.',
      '价格越高需求越低；MAXIMIZE 在区间内找出利润最高的价格。',
    ],
    words: 'optimise margin demand bid 最优 定价 利润',
    formula: 'ROUND(MAXIMIZE(p, cost, 200, (p - cost) * (1000 - 5 * p)), 2)',
    sample: { place: 'scalar', parameters: [given(money('cost', 'Unit cost', '单位成本'), 60)] },
    values: [130],
  },
  'gross-margin': {
    title: ['Gross margin', '毛利率'],
    purpose: [
      'What is left of the price after cost, as a share. Blank costs show as blank, not as 100 %.',
      '扣除成本后占售价的比例。成本为空时结果为空文本，而不是 100%。',
    ],
    words: 'profit cost percent 毛利 利润 成本',
    formula: 'IF(ISBLANK(cost), "", (price - cost) / price)',
    sample: {
      place: 'row',
      rows: table(
        [texts('deal', 'Deal', '订单'), money('price', 'Price', '售价'), money('cost', 'Cost', '成本')],
        [
          ['D-1', 500, 350],
          ['D-2', 800, null],
        ],
      ),
    },
    values: [0.3, ''],
  },
  'target-share': {
    title: ['Share of the total', '占总额的比例'],
    purpose: ['This row’s part of the whole column of a table.', '本行占整列总额的比例。'],
    words: 'percent of total mix 占比 份额',
    formula: 'sales / SUM(products[sales])',
    sample: {
      place: 'row',
      rows: table(
        [texts('product', 'Product', '产品'), money('sales', 'Sales', '销售额')],
        [
          ['Basic', 20_000],
          ['Pro', 60_000],
        ],
      ),
      tables: {
        products: table(
          [texts('product', 'Product', '产品'), money('sales', 'Sales', '销售额')],
          [
            ['Basic', 20_000],
            ['Pro', 60_000],
          ],
        ),
      },
    },
    values: [0.25, 0.75],
  },
});
