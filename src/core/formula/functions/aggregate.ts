import { errors, isError, type Value } from '../../data/value.ts';
import { isMatrix, type Operand } from '../evaluate/matrix.ts';
import { toNumber } from '../evaluate/coerce.ts';
import { key, type Key } from '../key.ts';
import { addTo, newSum, sum, sumOf } from '../sum.ts';
import { define, en, inGroup, range, rest, type ResultType, type Ungrouped } from './declare.ts';
import { asMatrix, cellsIn, numbersIn } from './numbers-in.ts';
import { median, mode, variance } from './statistics.ts';

/** An aggregate of the numbers among its arguments. */
function ofNumbers(
  name: string,
  result: ResultType,
  help: readonly [string, string],
  example: readonly [string, Value],
  fold: (numbers: number[]) => Value,
): Ungrouped {
  return define({
    name,
    parameters: [rest(range('number'))],
    result,
    help: en(...help),
    example,
    kernel: ([operands]) => {
      const numbers = numbersIn(operands);
      return isError(numbers) ? numbers : fold(numbers);
    },
  });
}

const like: ResultType = { like: [0], type: 'number' };

/** Whether a given value would count as a number; of columns only numbers do. */
function isCountable(value: Value, given: boolean): boolean {
  if (typeof value === 'number') return true;
  return given && value !== null && !isError(value) && !isError(toNumber(value));
}

function countNumbers(operands: readonly Operand[]): number {
  let count = 0;
  for (const operand of operands) {
    if (!isMatrix(operand)) count += isCountable(operand, true) ? 1 : 0;
    else for (const cell of operand.cells) count += isCountable(cell, false) ? 1 : 0;
  }
  return count;
}

function sumOfProducts(operands: readonly Operand[]): Value {
  const matrices = operands.map(asMatrix);
  const first = matrices[0];
  if (!first || matrices.some((one) => one.rows !== first.rows || one.columns !== first.columns))
    return errors['#VALUE!'];
  const total = newSum();
  for (let i = 0; i < first.cells.length; i++) {
    let product = 1;
    for (const { cells } of matrices) {
      const cell = cells[i] ?? null;
      if (isError(cell)) return cell;
      product *= typeof cell === 'number' ? cell : 0;
    }
    addTo(total, product);
  }
  return sumOf(total);
}

function extreme(numbers: readonly number[], better: (a: number, b: number) => boolean): number {
  let best = numbers[0] ?? 0;
  for (const x of numbers) if (better(x, best)) best = x;
  return best;
}

export const aggregateFunctions = inGroup('aggregate', [
  ofNumbers('SUM', like, ['Adds numbers.', '求和。'], ['SUM(1, 2, 3)', 6], sum),
  ofNumbers(
    'AVERAGE',
    like,
    ['The mean of numbers; blanks do not count.', '平均值；空值不计。'],
    ['AVERAGE(4, 8)', 6],
    (numbers) => (numbers.length === 0 ? errors['#DIV/0!'] : sum(numbers) / numbers.length),
  ),
  ofNumbers('MIN', { like: [0] }, ['The smallest number.', '最小值。'], ['MIN(3, 1, 2)', 1], (numbers) =>
    extreme(numbers, (a, b) => a < b),
  ),
  ofNumbers('MAX', { like: [0] }, ['The largest number.', '最大值。'], ['MAX(3, 1, 2)', 3], (numbers) =>
    extreme(numbers, (a, b) => a > b),
  ),
  ofNumbers('PRODUCT', 'number', ['Multiplies numbers.', '求乘积。'], ['PRODUCT(2, 3, 4)', 24], (numbers) =>
    numbers.length === 0 ? 0 : numbers.reduce((a, b) => a * b, 1),
  ),
  ofNumbers('MEDIAN', like, ['The number in the middle.', '中位数。'], ['MEDIAN(1, 2, 9)', 2], median),
  ofNumbers(
    'MODE.SNGL',
    like,
    ['The number that occurs most often.', '出现次数最多的数。'],
    ['MODE.SNGL(1, 2, 2, 3)', 2],
    mode,
  ),
  ofNumbers(
    'VAR.S',
    'number',
    ['The variance estimated from a sample.', '样本方差。'],
    ['VAR.S(1, 2, 3)', 1],
    (numbers) => variance(numbers, 1),
  ),
  ofNumbers('VAR.P', 'number', ['The variance of a whole population.', '总体方差。'], ['VAR.P(1, 3)', 1], (numbers) =>
    variance(numbers, 0),
  ),
  ofNumbers(
    'STDEV.S',
    like,
    ['The standard deviation estimated from a sample.', '样本标准差。'],
    ['STDEV.S(1, 2, 3)', 1],
    (numbers) => {
      const squared = variance(numbers, 1);
      return typeof squared === 'number' ? Math.sqrt(squared) : squared;
    },
  ),
  ofNumbers(
    'STDEV.P',
    like,
    ['The standard deviation of a whole population.', '总体标准差。'],
    ['STDEV.P(1, 3)', 1],
    (numbers) => {
      const squared = variance(numbers, 0);
      return typeof squared === 'number' ? Math.sqrt(squared) : squared;
    },
  ),
  define({
    name: 'COUNT',
    parameters: [rest(range('value'))],
    result: 'number',
    help: en('How many values are numbers.', '数值的个数。'),
    example: ['COUNT(1, "2", "x")', 2],
    kernel: ([operands]) => countNumbers(operands),
  }),
  define({
    name: 'COUNTA',
    parameters: [rest(range('value'))],
    result: 'number',
    help: en('How many values are not blank.', '非空值的个数。'),
    example: ['COUNTA(1, "x", TRUE)', 3],
    kernel: ([operands]) => cellsIn(operands).filter((cell) => cell !== null).length,
  }),
  define({
    name: 'COUNTBLANK',
    parameters: [range('range')],
    result: 'number',
    help: en('How many cells are blank.', '空单元格的个数。'),
    example: ['COUNTBLANK({1, "", 3})', 1],
    kernel: ([operand]) => asMatrix(operand).cells.filter((cell) => cell === null || cell === '').length,
  }),
  define({
    name: 'COUNTUNIQUE',
    parameters: [rest(range('value'))],
    result: 'number',
    help: en('How many different values there are; blanks do not count.', '不同值的个数；空值不计。'),
    example: ['COUNTUNIQUE({"a", "A", "b"})', 2],
    kernel: ([operands]) => {
      const seen = new Set<Key>();
      for (const cell of cellsIn(operands)) {
        if (isError(cell)) return cell;
        if (cell !== null) seen.add(key(cell));
      }
      return seen.size;
    },
  }),
  define({
    name: 'SUMPRODUCT',
    parameters: [rest(range('array'))],
    result: like,
    help: en('Multiplies columns row by row and adds the products.', '各列逐行相乘后求和。'),
    example: ['SUMPRODUCT({1, 2}, {3, 4})', 11],
    kernel: ([operands]) => sumOfProducts(operands),
  }),
]);
