/** Recipes on deals, prices and money that is due. */
import { serialOf } from '../../../calendar/civil.ts';
import { dates, given, money, numbers, percents, table, texts } from '../example.ts';
import { recipesOn } from './recipe.ts';

const amount = money('amount', 'Amount', '金额');
const closed = dates('closed', 'Closed', '成交日期');
const stage = texts('stage', 'Stage', '阶段');
const list = money('list', 'List price', '标价');
const price = money('price', 'Price', '成交价');

export const dealRecipes = recipesOn('deals', {
  'year-to-date': {
    title: ['Year to date', '本年累计'],
    purpose: [
      'What was closed since 1 January, up to the as-of date. Criteria are joined to dates with `&`.',
      '从 1 月 1 日到基准日期的成交额。条件与日期用 `&` 连接。',
    ],
    words: 'ytd this year cumulative 年初至今 累计',
    formula: 'SUMIFS(deals[amount], deals[closed], ">=" & DATE(YEAR(TODAY()), 1, 1), deals[closed], "<=" & TODAY())',
    sample: {
      place: 'scalar',
      asOf: serialOf(2026, 9, 30),
      tables: {
        deals: table(
          [closed, amount],
          [
            [serialOf(2025, 12, 30), 8000],
            [serialOf(2026, 2, 14), 12_000],
            [serialOf(2026, 9, 30), 5500],
            [serialOf(2026, 11, 2), 7000],
          ],
        ),
      },
    },
    values: [17_500],
  },
  growth: {
    title: ['Growth against last year', '同比增长'],
    purpose: [
      'The change as a share of last year. Where last year is blank or zero there is no growth rate: the result stays empty text.',
      '相对去年的变化比例。去年为空或为零时没有增长率，结果为空文本。',
    ],
    words: 'yoy change percent increase 同比 增长率',
    formula: 'IF(last_year = 0, "", this_year / last_year - 1)',
    sample: {
      place: 'row',
      rows: table(
        [
          texts('region', 'Region', '区域'),
          money('this_year', 'This year', '今年'),
          money('last_year', 'Last year', '去年'),
        ],
        [
          ['East', 125_000, 100_000],
          ['West', 45_000, 60_000],
          ['North', 20_000, null],
        ],
      ),
    },
    values: [0.25, -0.25, ''],
  },
  'days-overdue': {
    title: ['Days overdue', '逾期天数'],
    purpose: [
      'Open invoices count to the as-of date, paid ones to the day of payment; what was in time counts 0.',
      '未付发票算到基准日期，已付的算到付款日；按时的为 0。',
    ],
    words: 'late invoice payment receivable 应收 逾期 账期',
    formula: 'MAX(0, IF(ISBLANK(paid), TODAY(), paid) - due)',
    sample: {
      place: 'row',
      asOf: serialOf(2026, 9, 30),
      rows: table(
        [texts('invoice', 'Invoice', '发票'), dates('due', 'Due', '到期日'), dates('paid', 'Paid', '付款日')],
        [
          ['F-101', serialOf(2026, 9, 10), null],
          ['F-102', serialOf(2026, 9, 1), serialOf(2026, 9, 4)],
          ['F-103', serialOf(2026, 10, 15), null],
        ],
      ),
    },
    values: [20, 3, 0],
  },
  'ageing-bucket': {
    title: ['Ageing buckets', '账龄分段'],
    purpose: [
      'A name for how late an invoice is; the conditions are asked from the top.',
      '按逾期天数给出账龄段；条件从上往下判断。',
    ],
    words: 'aging receivable bucket 账龄 分段 逾期',
    formula: 'IFS(overdue <= 0, "in time", overdue <= 30, "1 to 30", overdue <= 60, "31 to 60", TRUE, "over 60")',
    sample: {
      place: 'row',
      rows: table(
        [texts('invoice', 'Invoice', '发票'), numbers('overdue', 'Days overdue', '逾期天数')],
        [
          ['F-101', 20],
          ['F-102', 0],
          ['F-103', 75],
        ],
      ),
    },
    values: ['1 to 30', 'in time', 'over 60'],
  },
  discount: {
    title: ['Discount', '折扣'],
    purpose: ['How far the price is below the list price.', '成交价比标价低多少。'],
    words: 'percent off rebate 折扣率 让利',
    formula: '1 - price / list',
    sample: {
      place: 'row',
      rows: table(
        [texts('deal', 'Deal', '订单'), list, price],
        [
          ['D-1', 1000, 850],
          ['D-2', 2500, 2500],
          ['D-3', 400, 300],
        ],
      ),
    },
    values: [0.15, 0, 0.25],
  },
  'discount-approval': {
    title: ['Who approves a discount', '折扣审批人'],
    purpose: [
      'The approver that a discount needs. The limits are in a table, so that they change without touching the formula.',
      '折扣需要谁审批。界限放在表里，修改时不必改公式。',
    ],
    words: 'approval limit authority 审批 权限',
    formula: 'XLOOKUP(discount, limits[from], limits[approver], "nobody", -1)',
    sample: {
      place: 'row',
      rows: table(
        [texts('deal', 'Deal', '订单'), percents('discount', 'Discount', '折扣')],
        [
          ['D-1', 0.05],
          ['D-2', 0.1],
          ['D-3', 0.32],
        ],
      ),
      tables: {
        limits: table(
          [percents('from', 'From', '起点'), texts('approver', 'Approver', '审批人')],
          [
            [0, 'rep'],
            [0.1, 'manager'],
            [0.3, 'director'],
          ],
        ),
      },
    },
    values: ['rep', 'manager', 'director'],
  },
  'volume-price': {
    title: ['Price by quantity', '按数量定价'],
    purpose: [
      'The unit price of the largest step that the quantity reaches, times the quantity.',
      '取数量所达到的最高一档的单价，再乘以数量。',
    ],
    words: 'volume scale price list 批量价 阶梯价',
    formula: 'quantity * XLOOKUP(quantity, prices[from], prices[unit], , -1)',
    sample: {
      place: 'row',
      rows: table(
        [texts('deal', 'Deal', '订单'), numbers('quantity', 'Quantity', '数量')],
        [
          ['D-1', 5],
          ['D-2', 10],
          ['D-3', 120],
        ],
      ),
      tables: {
        prices: table(
          [numbers('from', 'From', '起点'), money('unit', 'Unit price', '单价')],
          [
            [1, 20],
            [10, 18],
            [100, 15],
          ],
        ),
      },
    },
    values: [100, 180, 1800],
  },
  'convert-currency': {
    title: ['Convert currency', '币种换算'],
    purpose: [
      'An amount in dollars by the rate of its currency, to the cent. An unknown currency gives #N/A: better than a wrong number.',
      '按币种汇率换算成美元并保留两位小数。未知币种返回 #N/A，胜过错误的数。',
    ],
    words: 'exchange rate fx 汇率 外币',
    formula: 'ROUND(amount * XLOOKUP(currency, fx[currency], fx[usd]), 2)',
    sample: {
      place: 'row',
      rows: table(
        [texts('deal', 'Deal', '订单'), numbers('amount', 'Amount', '金额'), texts('currency', 'Currency', '币种')],
        [
          ['D-1', 1000, 'EUR'],
          ['D-2', 9900, 'CNY'],
          ['D-3', 250, 'USD'],
        ],
      ),
      tables: {
        fx: table(
          [texts('currency', 'Currency', '币种'), numbers('usd', 'In USD', '折美元')],
          [
            ['USD', 1],
            ['EUR', 1.085],
            ['CNY', 0.139],
          ],
        ),
      },
    },
    values: [1085, 1376.1, 250],
  },
  'weighted-pipeline': {
    title: ['Weighted pipeline', '加权商机额'],
    purpose: ['Each open deal counts by its probability.', '每个商机按成交概率折算。'],
    words: 'forecast probability expected value 预测 概率 期望',
    formula: 'SUMPRODUCT(deals[amount], deals[probability])',
    sample: {
      place: 'scalar',
      tables: {
        deals: table(
          [amount, percents('probability', 'Probability', '概率')],
          [
            [40_000, 0.25],
            [10_000, 0.8],
            [6000, 0.5],
          ],
        ),
      },
    },
    values: [21_000],
  },
  'win-rate': {
    title: ['Win rate', '赢单率'],
    purpose: [
      'Won deals among those that are decided; open ones do not count. A group formula: once for each group.',
      '已有结果的商机中赢单的比例，未决的不计。这是分组公式：每组算一次。',
    ],
    words: 'conversion close rate 成交率 转化率',
    formula: 'COUNTIFS(stage, "won") / COUNTIFS(stage, "<>open")',
    sample: {
      place: 'group',
      rows: table(
        [texts('deal', 'Deal', '订单'), stage],
        [
          ['D-1', 'won'],
          ['D-2', 'lost'],
          ['D-3', 'won'],
          ['D-4', 'open'],
          ['D-5', 'won'],
        ],
      ),
    },
    values: [0.75],
  },
  'sales-cycle': {
    title: ['Average sales cycle', '平均销售周期'],
    purpose: ['Mean days from creation to closing, in each group.', '每组从创建到成交的平均天数。'],
    words: 'cycle time days to close velocity 周期 天数',
    formula: 'AVERAGE(closed - created)',
    sample: {
      place: 'group',
      rows: table(
        [dates('created', 'Created', '创建日期'), closed],
        [
          [serialOf(2026, 1, 10), serialOf(2026, 2, 9)],
          [serialOf(2026, 3, 1), serialOf(2026, 4, 20)],
        ],
      ),
    },
    values: [40],
  },
  'fiscal-quarter': {
    title: ['Fiscal quarter of a deal', '订单所属财季'],
    purpose: [
      'The quarter in which a deal counts when the fiscal year begins in April.',
      '财年从四月开始时，订单计入的季度。',
    ],
    words: 'period fiscal quarter 财季 会计期间',
    formula: 'FISCALPERIOD(closed, start_month, "quarter")',
    sample: {
      place: 'row',
      rows: table(
        [texts('deal', 'Deal', '订单'), closed],
        [
          ['D-1', serialOf(2026, 3, 31)],
          ['D-2', serialOf(2026, 4, 1)],
        ],
      ),
      parameters: [given(numbers('start_month', 'First month', '起始月'), 4)],
    },
    values: ['FY2026-Q4', 'FY2027-Q1'],
  },
});
