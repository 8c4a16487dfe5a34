/** Recipes that pay people. */
import { given, money, numbers, percents, table, texts, truths, dates } from '../example.ts';
import { serialOf } from '../../../calendar/civil.ts';
import { recipesOn } from './recipe.ts';

const rep = texts('rep', 'Rep', '销售');
const sold = money('sold', 'Sold', '销售额');
const quota = money('quota', 'Quota', '指标');
const commission = money('commission', 'Commission', '提成');
const rate = percents('rate', 'Rate', '费率');

export const payRecipes = recipesOn('pay', {
  'commission-by-tier': {
    title: ['Commission by tier', '阶梯提成'],
    purpose: [
      'Each part of the amount is paid at the rate of its own tier: 2 % up to 50,000, 3 % up to 100,000, 5 % above.',
      '金额的每一段按所在档位的费率计算：5 万以内 2%，10 万以内 3%，以上 5%。',
    ],
    words: 'bands progressive marginal rate table 累进 分档',
    formula: 'BANDS(sold, {0, 0.02; 50000, 0.03; 100000, 0.05}, "marginal")',
    sample: {
      place: 'row',
      rows: table(
        [rep, sold],
        [
          ['Ann', 40_000],
          ['Bo', 120_000],
          ['Chen', 50_000],
        ],
      ),
    },
    values: [800, 3500, 1000],
  },
  attainment: {
    title: ['Attainment of quota', '指标完成率'],
    purpose: [
      'What was sold as a share of the quota. Without a quota there is no attainment: 0 instead of an error.',
      '销售额占指标的比例。没有指标时为 0，而不是错误。',
    ],
    words: 'percent achievement target 达成率 完成率',
    formula: 'IF(quota = 0, 0, sold / quota)',
    sample: {
      place: 'row',
      rows: table(
        [rep, sold, quota],
        [
          ['Ann', 90_000, 100_000],
          ['Bo', 144_000, 120_000],
          ['Chen', 5000, null],
        ],
      ),
    },
    values: [0.9, 1.2, 0],
  },
  'rate-by-attainment': {
    title: ['Commission rate by attainment', '按完成率取费率'],
    purpose: [
      'The rate that belongs to the attainment, on everything sold. The table of rates is sorted by where each begins.',
      '按完成率取对应的费率，乘以全部销售额。费率表按起点升序排列。',
    ],
    words: 'tier lookup accelerator retroactive 档位 追溯',
    formula: 'sold * LOOKUP(sold / quota, rates[from], rates[rate])',
    sample: {
      place: 'row',
      rows: table(
        [rep, sold, quota],
        [
          ['Ann', 90_000, 100_000],
          ['Bo', 144_000, 120_000],
        ],
      ),
      tables: {
        rates: table(
          [percents('from', 'From', '起点'), rate],
          [
            [0, 0.02],
            [0.8, 0.03],
            [1.2, 0.05],
          ],
        ),
      },
    },
    values: [2700, 7200],
  },
  accelerator: {
    title: ['Accelerator above quota', '超额加速'],
    purpose: [
      'Everything up to the quota at the base rate, the rest at a multiple of it. LET names the part above the quota once.',
      '指标以内按基础费率，超出部分按其倍数。LET 给超出部分起一个名称，只算一次。',
    ],
    words: 'over quota kicker multiplier 超额 倍数',
    formula: 'LET(over, MAX(0, sold - quota), (sold - over) * rate + over * rate * multiple)',
    sample: {
      place: 'row',
      rows: table(
        [rep, sold, quota],
        [
          ['Ann', 90_000, 100_000],
          ['Bo', 150_000, 100_000],
        ],
      ),
      parameters: [given(rate, 0.04), given(numbers('multiple', 'Multiple', '倍数'), 1.5)],
    },
    values: [3600, 7000],
  },
  'cap-and-floor': {
    title: ['Cap and guarantee', '封顶与保底'],
    purpose: [
      'At least a guarantee, at most a cap: MAX lifts, MIN limits.',
      '不低于保底，不超过封顶：MAX 抬高，MIN 限制。',
    ],
    words: 'limit minimum maximum guarantee 上限 下限',
    formula: 'MIN(cap, MAX(guarantee, commission))',
    sample: {
      place: 'row',
      rows: table(
        [rep, commission],
        [
          ['Ann', 800],
          ['Bo', 3500],
          ['Chen', 9200],
        ],
      ),
      parameters: [given(money('guarantee', 'Guarantee', '保底'), 1000), given(money('cap', 'Cap', '封顶'), 5000)],
    },
    values: [1000, 3500, 5000],
  },
  'split-credit': {
    title: ['Split a deal, no cent lost', '业绩拆分，一分不差'],
    purpose: [
      'Shares of 100.00 by weight. Rounding each share alone would lose a cent; ALLOCATE gives it to the largest remainder.',
      '把 100.00 按权重拆分。各自四舍五入会少一分钱，ALLOCATE 把它分给余数最大的人。',
    ],
    words: 'share team credit overlay 分成 团队 分摊',
    formula: 'ALLOCATE(amount, shares[weight], position)',
    sample: {
      place: 'row',
      rows: table(
        [numbers('position', 'Position', '位置'), money('amount', 'Amount', '金额')],
        [
          [1, 100],
          [2, 100],
          [3, 100],
        ],
      ),
      tables: {
        shares: table(
          [rep, numbers('weight', 'Weight', '权重')],
          [
            ['Ann', 1],
            ['Bo', 1],
            ['Chen', 1],
          ],
        ),
      },
    },
    values: [33.34, 33.33, 33.33],
  },
  'prorated-quota': {
    title: ['Quota of who joined in the year', '年中入职的指标折算'],
    purpose: [
      'The year’s quota by days employed, rounded to whole units. The empty second date means: until the period ends.',
      '全年指标按在职天数折算并取整。第二个日期留空表示到期末。',
    ],
    words: 'prorate joiner mid-year hire 折算 入职 在职',
    formula: 'ROUND(quota * PRORATE(hired, , "2026"), 0)',
    sample: {
      place: 'row',
      rows: table(
        [rep, quota, dates('hired', 'Hired', '入职日期')],
        [
          ['Ann', 365_000, serialOf(2026, 1, 1)],
          ['Bo', 365_000, serialOf(2026, 6, 1)],
        ],
      ),
    },
    values: [365_000, 214_000],
  },
  'draw-balance': {
    title: ['Recoverable draw', '预支与扣回'],
    purpose: [
      'The balance owed after each month: what was drawn ahead, less what was earned, never below zero. `prior[balance]` is the month before.',
      '每月之后尚欠的余额：加上预支，减去所得，不低于零。`prior[balance]` 是上月的余额。',
    ],
    words: 'advance carry forward balance fold 预支 余额 结转',
    formula: 'MAX(0, prior[balance] + draw - commission)',
    sample: {
      place: 'fold',
      rows: table(
        [texts('month', 'Month', '月份'), money('draw', 'Draw', '预支'), commission],
        [
          ['2026-01', 2000, 1200],
          ['2026-02', 2000, 1500],
          ['2026-03', 0, 2600],
        ],
      ),
      state: given(money('balance', 'Balance', '余额'), 0),
    },
    values: [800, 1300, 0],
  },
  clawback: {
    title: ['Clawback of cancelled deals', '退单追回'],
    purpose: [
      'What was paid is taken back if the deal was cancelled within so many days. A blank date means: not cancelled.',
      '在规定天数内取消的订单追回已付提成。日期为空表示未取消。',
    ],
    words: 'cancel refund return chargeback 退款 追回 取消',
    formula: 'IF(AND(NOT(ISBLANK(cancelled)), cancelled - closed <= days), -commission, 0)',
    sample: {
      place: 'row',
      rows: table(
        [dates('closed', 'Closed', '成交日期'), dates('cancelled', 'Cancelled', '取消日期'), commission],
        [
          [serialOf(2026, 3, 1), null, 500],
          [serialOf(2026, 3, 1), serialOf(2026, 4, 15), 320],
          [serialOf(2026, 1, 5), serialOf(2026, 8, 1), 250],
        ],
      ),
      parameters: [given(numbers('days', 'Days', '天数'), 90)],
    },
    values: [0, -320, 0],
  },
  spiff: {
    title: ['Bonus for new customers', '新客户奖励'],
    purpose: [
      'A fixed bonus for each deal that is the customer’s first and large enough.',
      '客户的首单且金额达标时，给固定奖励。',
    ],
    words: 'spiff spif fixed bonus first deal 奖金 首单',
    formula: 'IF(AND(first, amount >= 10000), bonus, 0)',
    sample: {
      place: 'row',
      rows: table(
        [
          texts('customer', 'Customer', '客户'),
          truths('first', 'First deal', '首单'),
          money('amount', 'Amount', '金额'),
        ],
        [
          ['Orion', true, 18_000],
          ['Lotus', true, 6000],
          ['Orion', false, 42_000],
        ],
      ),
      parameters: [given(money('bonus', 'Bonus', '奖励'), 300)],
    },
    values: [300, 0, 0],
  },
});
