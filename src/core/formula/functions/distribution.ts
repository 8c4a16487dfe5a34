import { errors, isError, type Value } from '../../data/value.ts';
import type { Operand } from '../evaluate/matrix.ts';
import { fifteenDigits, roundDown } from '../round.ts';
import { column, define, en, inGroup, number, or, type Ungrouped } from './declare.ts';
import { numbersIn, pairsIn } from './numbers-in.ts';
import {
  discretePercentile,
  exclusivePercentile,
  inclusivePercentile,
  sorted,
  spreadOf,
  type Spread,
} from './statistics.ts';

const like = { like: [0], type: 'number' } as const;

/** A function of a column's numbers and one more number. */
function ofColumn(
  name: string,
  second: string,
  help: readonly [string, string],
  example: readonly [string, Value],
  find: (numbers: readonly number[], k: number) => Value,
): Ungrouped {
  return define({
    name,
    parameters: [column('array'), number(second)],
    result: like,
    help: en(...help),
    example,
    kernel: ([operand, k]) => {
      const numbers = numbersIn([operand]);
      return isError(numbers) ? numbers : find(numbers, k);
    },
  });
}

function ranking(numbers: readonly number[], x: number, ascending: boolean): { before: number; equal: number } {
  const wanted = fifteenDigits(x);
  let [before, equal] = [0, 0];
  for (const one of numbers) {
    const known = fifteenDigits(one);
    if (known === wanted) equal++;
    else if (known < wanted === ascending) before++;
  }
  return { before, equal };
}

function rank(
  name: string,
  help: readonly [string, string],
  place: (before: number, equal: number) => number,
): Ungrouped {
  return define({
    name,
    parameters: [number('number'), column('ref'), or(number('order'), 0)],
    result: 'number',
    help: en(...help),
    example: [`${name}(7, {9, 7, 5})`, 2],
    kernel: ([x, operand, order]) => {
      const numbers = numbersIn([operand]);
      if (isError(numbers)) return numbers;
      const { before, equal } = ranking(numbers, x, order !== 0);
      return equal === 0 ? errors['#N/A'] : place(before, equal);
    },
  });
}

function percentRank(numbers: readonly number[], wanted: number, digits: number): Value {
  if (numbers.length === 0 || digits < 1) return errors['#NUM!'];
  const ordered = sorted(numbers.map(fifteenDigits));
  const x = fifteenDigits(wanted);
  const first = ordered[0] ?? 0;
  const last = ordered.at(-1) ?? 0;
  if (x < first || x > last) return errors['#N/A'];
  if (ordered.length === 1) return 1;
  const at = ordered.findIndex((one) => one >= x);
  const above = ordered[at] ?? x;
  const below = ordered[at - 1] ?? above;
  const place = above === x ? at : at - 1 + (x - below) / (above - below);
  return roundDown(place / (ordered.length - 1), Math.trunc(digits));
}

/** A function of two columns' paired numbers. */
function ofPairs(
  name: string,
  names: readonly [string, string],
  help: readonly [string, string],
  example: readonly [string, Value],
  find: (spread: Spread) => Value,
): Ungrouped {
  return define({
    name,
    parameters: [column(names[0]), column(names[1])],
    result: 'number',
    help: en(...help),
    example,
    kernel: ([first, second]) => withSpread(first, second, find),
  });
}

function withSpread(first: Operand, second: Operand, find: (spread: Spread) => Value): Value {
  const pairs = pairsIn(first, second);
  if (pairs === undefined) return errors['#N/A'];
  if (isError(pairs)) return pairs;
  return pairs.x.length === 0 ? errors['#DIV/0!'] : find(spreadOf(pairs.x, pairs.y));
}

/** The square of the correlation, at most 1. */
function determination({ xx, yy, xy }: Spread): Value {
  if (xx === 0 || yy === 0) return errors['#DIV/0!'];
  const product = xx * yy;
  const square = Number.isFinite(product) && product > 0 ? (xy * xy) / product : (xy / xx) * (xy / yy);
  return Math.min(1, square);
}

function correlation(spread: Spread): Value {
  const square = determination(spread);
  return typeof square === 'number' ? Math.sign(spread.xy) * Math.sqrt(square) : square;
}

export const distributionFunctions = inGroup('aggregate', [
  ofColumn(
    'PERCENTILE.INC',
    'k',
    ['The value below which a share of the numbers lies, ends included.', '百分位数（含端点）。'],
    ['PERCENTILE.INC({15, 20, 35, 40, 50}, 0.9)', 46],
    inclusivePercentile,
  ),
  ofColumn(
    'PERCENTILE.EXC',
    'k',
    ['The value below which a share of the numbers lies, ends excluded.', '百分位数（不含端点）。'],
    ['PERCENTILE.EXC({1, 2, 3}, 0.5)', 2],
    exclusivePercentile,
  ),
  ofColumn(
    'PERCENTILE.DISC',
    'k',
    ['The smallest of the numbers that a share of them does not exceed.', '离散百分位数：取数据中的一个值。'],
    ['PERCENTILE.DISC({15, 20, 35, 40, 50}, 0.9)', 50],
    discretePercentile,
  ),
  ofColumn(
    'QUARTILE.INC',
    'quart',
    ['The quartile 0 to 4 of numbers.', '四分位数（0 到 4）。'],
    ['QUARTILE.INC({1, 2, 4, 7, 8, 9, 10, 12}, 1)', 3.5],
    (numbers, quart) => {
      const whole = Math.trunc(quart);
      return whole < 0 || whole > 4 ? errors['#NUM!'] : inclusivePercentile(numbers, whole / 4);
    },
  ),
  ofColumn('LARGE', 'k', ['The k-th largest number.', '第 k 个最大值。'], ['LARGE({3, 5, 1}, 2)', 3], (numbers, k) =>
    k < 1 ? errors['#NUM!'] : (sorted(numbers).at(-Math.trunc(k)) ?? errors['#NUM!']),
  ),
  ofColumn('SMALL', 'k', ['The k-th smallest number.', '第 k 个最小值。'], ['SMALL({3, 5, 1}, 2)', 3], (numbers, k) =>
    k < 1 ? errors['#NUM!'] : (sorted(numbers)[Math.trunc(k) - 1] ?? errors['#NUM!']),
  ),
  rank(
    'RANK.EQ',
    [
      'The place of a number among numbers, the largest first; equal numbers share the best place.',
      '数在列表中的名次，从大到小；并列取最佳名次。',
    ],
    (before) => before + 1,
  ),
  rank(
    'RANK.AVG',
    ['The place of a number among numbers; equal numbers share the mean place.', '数在列表中的名次；并列取平均名次。'],
    (before, equal) => before + (equal + 1) / 2,
  ),
  define({
    name: 'PERCENTRANK.INC',
    parameters: [column('array'), number('x'), or(number('significance'), 3)],
    result: 'number',
    help: en('The share of numbers that lie below a value, ends included.', '数值在数据中的百分比排名（含端点）。'),
    example: ['PERCENTRANK.INC({1, 2, 3, 4, 5}, 2)', 0.25],
    kernel: ([operand, x, digits]) => {
      const numbers = numbersIn([operand]);
      return isError(numbers) ? numbers : percentRank(numbers, x, digits);
    },
  }),
  ofPairs(
    'CORREL',
    ['array1', 'array2'],
    ['The correlation of two columns, from -1 to 1.', '两列的相关系数，-1 到 1。'],
    ['CORREL({1, 2, 3}, {2, 4, 6})', 1],
    correlation,
  ),
  ofPairs(
    'SLOPE',
    ['known_ys', 'known_xs'],
    ['The slope of the straight line through points.', '线性回归直线的斜率。'],
    ['SLOPE({2, 4, 6}, {1, 2, 3})', 2],
    ({ yy, xy }) => (yy === 0 ? errors['#DIV/0!'] : xy / yy),
  ),
  ofPairs(
    'INTERCEPT',
    ['known_ys', 'known_xs'],
    ['Where the straight line through points meets the y axis.', '线性回归直线的截距。'],
    ['INTERCEPT({3, 5, 7}, {1, 2, 3})', 1],
    ({ yy, xy, meanX, meanY }) => (yy === 0 ? errors['#DIV/0!'] : meanX - (xy / yy) * meanY),
  ),
  ofPairs(
    'RSQ',
    ['known_ys', 'known_xs'],
    ['The square of the correlation.', '相关系数的平方。'],
    ['RSQ({1, 2, 3}, {2, 4, 6})', 1],
    determination,
  ),
  define({
    name: 'FORECAST.LINEAR',
    parameters: [number('x'), column('known_ys'), column('known_xs')],
    result: { like: [1], type: 'number' },
    help: en('The value at x on the straight line through points.', '按线性趋势预测 x 处的值。'),
    example: ['FORECAST.LINEAR(4, {2, 4, 6}, {1, 2, 3})', 8],
    kernel: ([x, ys, xs]) =>
      withSpread(ys, xs, ({ yy, xy, meanX, meanY }) =>
        yy === 0 ? errors['#DIV/0!'] : meanX + (xy / yy) * (x - meanY),
      ),
  }),
]);
