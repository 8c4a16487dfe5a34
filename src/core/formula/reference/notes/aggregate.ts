/** Notes on totals, statistics and totals with conditions. */
import type { Pair } from '../example.ts';
import { note, type Notes } from './note.ts';

const skips: Pair = [
  'Of columns and lists only numbers count: text, TRUE/FALSE and blanks are passed over. A value written as an argument counts if it can be read as a number.',
  '在列和列表中只计数值：文本、逻辑值和空单元格被跳过。直接写成参数的值，只要能读成数值就计入。',
];
const noNumbers: Pair = ['Without any number the result is #DIV/0!.', '没有任何数值时返回 #DIV/0!。'];
const pairs: Pair = ['Rows where one of the two is blank or text do not count.', '两列中有一个为空或文本的行不计入。'];
const criteria: Pair = [
  'Criteria are values or texts such as `">=10"`, `"<>won"`, `"Pro*"`; the chapter “Criteria and wildcards” has them all.',
  '条件可以是值，或 `">=10"`、`"<>won"`、`"Pro*"` 这样的文本；“条件与通配符”一章有完整说明。',
];
const sameSize: Pair = [
  'All ranges must be equally long, else #VALUE!. Several criteria must all hold.',
  '各区域长度必须相同，否则返回 #VALUE!。多个条件须同时成立。',
];
const rankFrom: Pair = [
  'Order 0 (or left off) counts from the largest, any other number from the smallest.',
  '次序为 0 或省略时从大到小排，其他数值从小到大排。',
];

export const aggregateNotes: Notes = {
  SUM: note('SUMIFS SUMPRODUCT AVERAGE', 'total add sum 合计 总和 求和', skips, [
    'The sum is compensated: ten times 0.1 is exactly 1.',
    '求和带误差补偿：十个 0.1 恰好等于 1。',
  ]),
  AVERAGE: note('AVERAGEIFS MEDIAN WEIGHTEDMEAN', 'mean 平均 均值', skips, noNumbers),
  MIN: note('MINIFS SMALL MAX', 'least smallest cap limit 最小 不超过 封顶', [
    'As a cap: `MIN(commission, 5000)` never pays more than 5,000.',
    '用作封顶：`MIN(commission, 5000)` 最多支付 5,000。',
  ]),
  MAX: note('MAXIFS LARGE MIN', 'greatest largest floor 最大 不低于 保底', [
    'As a floor: `MAX(commission, 1000)` pays at least 1,000.',
    '用作保底：`MAX(commission, 1000)` 至少支付 1,000。',
  ]),
  PRODUCT: note('SUMPRODUCT POWER', 'multiply 相乘 乘积', skips),
  MEDIAN: note('AVERAGE PERCENTILE.INC QUARTILE.INC', 'middle typical 中位数 中间值', skips),
  'MODE.SNGL': note('MEDIAN COUNTIFS', 'most frequent 众数 最常见', [
    'If no number comes twice, the result is #N/A.',
    '没有重复的数值时返回 #N/A。',
  ]),
  'VAR.S': note('VAR.P STDEV.S', 'variance sample 方差', ['Needs two numbers at least.', '至少需要两个数值。']),
  'VAR.P': note('VAR.S STDEV.P', 'variance population 方差'),
  'STDEV.S': note('STDEV.P VAR.S', 'deviation spread volatility 标准差 波动', [
    'Needs two numbers at least.',
    '至少需要两个数值。',
  ]),
  'STDEV.P': note('STDEV.S VAR.P', 'deviation spread 标准差 波动'),
  COUNT: note('COUNTA COUNTIFS COUNTBLANK', 'how many numbers 计数 个数'),
  COUNTA: note('COUNT COUNTBLANK COUNTUNIQUE', 'how many filled non-empty 非空 计数', [
    'Empty text "" counts: it is a value.',
    '空文本 "" 也计入：它是一个值。',
  ]),
  COUNTBLANK: note('COUNTA ISBLANK', 'empty missing 空白 缺失 计数', [
    'Empty text "" counts as empty here, as in Excel.',
    '与 Excel 相同，空文本 "" 在这里算作空。',
  ]),
  COUNTUNIQUE: note('COUNTA COUNTIFS', 'distinct unique customers 去重 不同 客户数', [
    'Text is compared without case; numbers by their 15 digits. Excel has no such function.',
    '文本不区分大小写，数值按 15 位比较。Excel 没有这个函数。',
  ]),
  SUMPRODUCT: note('SUM SUMIFS WEIGHTEDMEAN', 'multiply and add weighted 乘积之和 加权', [
    'With conditions: `SUMPRODUCT((deals[stage] = "won") * deals[amount])`.',
    '带条件：`SUMPRODUCT((deals[stage] = "won") * deals[amount])`。',
  ]),
  'PERCENTILE.INC': note('PERCENTILE.EXC PERCENTILE.DISC QUARTILE.INC', 'percentile quantile 百分位 分位数', [
    'k runs from 0 to 1; between two values it interpolates.',
    'k 取 0 到 1；两个值之间按比例插值。',
  ]),
  'PERCENTILE.EXC': note('PERCENTILE.INC PERCENTILE.DISC', 'percentile quantile 百分位 分位数', [
    'k must lie between 1/(n+1) and n/(n+1), else #NUM!.',
    'k 必须在 1/(n+1) 与 n/(n+1) 之间，否则返回 #NUM!。',
  ]),
  'PERCENTILE.DISC': note('PERCENTILE.INC LARGE', 'percentile discrete threshold top 百分位 阈值 前', [
    'Always one of the values themselves: good for “top 10 %” limits. Excel has no such function.',
    '结果总是数据中的一个值，适合“前 10%”这样的界限。Excel 没有这个函数。',
  ]),
  'QUARTILE.INC': note('PERCENTILE.INC MEDIAN', 'quarter quartile 四分位'),
  LARGE: note('SMALL MAX RANK.EQ', 'nth largest top 第几大 前几名', [
    'k beyond the count of numbers gives #NUM!.',
    'k 超过数值个数时返回 #NUM!。',
  ]),
  SMALL: note('LARGE MIN RANK.EQ', 'nth smallest bottom 第几小', [
    'k beyond the count of numbers gives #NUM!.',
    'k 超过数值个数时返回 #NUM!。',
  ]),
  'RANK.EQ': note('RANK.AVG LARGE PERCENTRANK.INC', 'rank place leaderboard 排名 名次 排行', rankFrom, [
    'A number that is not in the list gives #N/A.',
    '不在列表中的数返回 #N/A。',
  ]),
  'RANK.AVG': note('RANK.EQ', 'rank ties average 排名 并列', rankFrom),
  'PERCENTRANK.INC': note('RANK.EQ PERCENTILE.INC', 'percent rank share below 百分比排名', [
    'Cut (not rounded) to three digits unless told otherwise.',
    '默认截取（而非四舍五入）三位有效数字。',
  ]),
  CORREL: note('RSQ SLOPE', 'correlation relation 相关 相关性', pairs),
  SLOPE: note('INTERCEPT FORECAST.LINEAR RSQ', 'trend regression 斜率 趋势 回归', pairs),
  INTERCEPT: note('SLOPE FORECAST.LINEAR', 'trend regression 截距 回归', pairs),
  RSQ: note('CORREL SLOPE', 'fit r squared 决定系数 拟合', pairs),
  'FORECAST.LINEAR': note('SLOPE INTERCEPT', 'forecast predict trend 预测 趋势', pairs),
  SUMIF: note('SUMIFS COUNTIF AVERAGEIF chapter/criteria', 'sum if total where 条件求和 按条件', criteria, [
    'Without the third column, the first is added itself.',
    '省略第三列时，对第一列本身求和。',
  ]),
  SUMIFS: note(
    'COUNTIFS AVERAGEIFS SUMPRODUCT XLOOKUP chapter/criteria',
    'sum if total where group by several 多条件求和 条件求和 按条件 汇总',
    criteria,
    sameSize,
    [
      'In the row place this is a group and a join: `SUMIFS(deals[amount], deals[rep], rep)` reads each table once, however many rows there are.',
      '在逐行公式中它等同于分组再关联：`SUMIFS(deals[amount], deals[rep], rep)` 无论多少行，每张表只读一次。',
    ],
  ),
  AVERAGEIF: note('AVERAGEIFS SUMIF chapter/criteria', 'average if where 条件平均', criteria, [
    'If no row fits, the result is #DIV/0!.',
    '没有符合的行时返回 #DIV/0!。',
  ]),
  AVERAGEIFS: note('AVERAGEIF SUMIFS COUNTIFS chapter/criteria', 'average if where 多条件平均', criteria, sameSize),
  COUNTIF: note('COUNTIFS SUMIF COUNTA chapter/criteria', 'count if where 条件计数', criteria),
  COUNTIFS: note('COUNTIF SUMIFS COUNTUNIQUE chapter/criteria', 'count if where 多条件计数', criteria, sameSize),
  MINIFS: note('MAXIFS MIN chapter/criteria', 'minimum where first earliest 条件最小 最早', criteria, [
    'If no row fits, the result is 0.',
    '没有符合的行时结果为 0。',
  ]),
  MAXIFS: note('MINIFS MAX chapter/criteria', 'maximum where last latest 条件最大 最近', criteria, [
    'If no row fits, the result is 0.',
    '没有符合的行时结果为 0。',
  ]),
};
