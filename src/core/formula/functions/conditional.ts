import { errors, isError, type Value } from '../../data/value.ts';
import { rowsThatMatch } from '../evaluate/criteria.ts';
import type { Operand } from '../evaluate/matrix.ts';
import { sum } from '../sum.ts';
import { any, column, define, en, inGroup, maybe, rest, type Ungrouped } from './declare.ts';
import { asMatrix } from './numbers-in.ts';

/** The numbers of `values` where the criteria hold; an error among them is the answer. */
function chosen(values: Operand, ranges: readonly Operand[], criteria: readonly Value[]): number[] | Value {
  const rows = rowsThatMatch(ranges, criteria);
  const { cells, rows: height, columns } = asMatrix(values);
  const shape = asMatrix(ranges[0] ?? null);
  if (!rows || height !== shape.rows || columns !== shape.columns) return errors['#VALUE!'];
  const numbers: number[] = [];
  for (const row of rows) {
    const cell = cells[row] ?? null;
    if (isError(cell)) return cell;
    if (typeof cell === 'number') numbers.push(cell);
  }
  return numbers;
}

function average(numbers: readonly number[]): Value {
  return numbers.length === 0 ? errors['#DIV/0!'] : sum(numbers) / numbers.length;
}

const least = (numbers: readonly number[]): Value => numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? 0);
const greatest = (numbers: readonly number[]): Value => numbers.reduce((a, b) => Math.max(a, b), numbers[0] ?? 0);

function manyCriteria(
  name: string,
  values: string,
  help: readonly [string, string],
  value: number,
  fold: (numbers: readonly number[]) => Value,
): Ungrouped {
  return define({
    name,
    parameters: [column(values), rest(column('criteria_range')), rest(any('criteria'))],
    result: { like: [0] },
    help: en(...help),
    example: [`${name}({10, 20, 40}, {"a", "b", "a"}, "a")`, value],
    kernel: ([numbers, ranges, criteria]) => {
      const found = chosen(numbers, ranges, criteria);
      return Array.isArray(found) ? fold(found) : found;
    },
  });
}

function oneCriterion(
  name: string,
  values: string,
  help: readonly [string, string],
  value: number,
  fold: (numbers: readonly number[]) => Value,
): Ungrouped {
  return define({
    name,
    parameters: [column('range'), any('criteria'), maybe(column(values))],
    result: { like: [0, 2], type: 'number' },
    help: en(...help),
    example: [`${name}({10, 20, 40}, ">15")`, value],
    kernel: ([range, criterion, numbers]) => {
      const found = chosen(numbers ?? range, [range], [criterion]);
      return Array.isArray(found) ? fold(found) : found;
    },
  });
}

export const conditionalFunctions = inGroup('conditional', [
  oneCriterion('SUMIF', 'sum_range', ['Adds the numbers that meet a criterion.', '对满足条件的数求和。'], 60, sum),
  oneCriterion(
    'AVERAGEIF',
    'average_range',
    ['The mean of the numbers that meet a criterion.', '满足条件的数的平均值。'],
    30,
    average,
  ),
  manyCriteria(
    'SUMIFS',
    'sum_range',
    ['Adds the numbers of the rows that meet every criterion.', '对满足所有条件的行求和。'],
    50,
    sum,
  ),
  manyCriteria(
    'AVERAGEIFS',
    'average_range',
    ['The mean over the rows that meet every criterion.', '满足所有条件的行的平均值。'],
    25,
    average,
  ),
  manyCriteria(
    'MINIFS',
    'min_range',
    ['The smallest number of the rows that meet every criterion.', '满足所有条件的行的最小值。'],
    10,
    least,
  ),
  manyCriteria(
    'MAXIFS',
    'max_range',
    ['The largest number of the rows that meet every criterion.', '满足所有条件的行的最大值。'],
    40,
    greatest,
  ),
  define({
    name: 'COUNTIF',
    parameters: [column('range'), any('criteria')],
    result: 'number',
    help: en('How many cells meet a criterion.', '满足条件的单元格个数。'),
    example: ['COUNTIF({"Pro", "Pro Plus", "Basic"}, "Pro*")', 2],
    kernel: ([range, criterion]) => rowsThatMatch([range], [criterion])?.length ?? errors['#VALUE!'],
  }),
  define({
    name: 'COUNTIFS',
    parameters: [rest(column('criteria_range')), rest(any('criteria'))],
    result: 'number',
    help: en('How many rows meet every criterion.', '满足所有条件的行数。'),
    example: ['COUNTIFS({1, 2, 3}, ">1", {"a", "b", "a"}, "a")', 1],
    kernel: ([ranges, criteria]) => rowsThatMatch(ranges, criteria)?.length ?? errors['#VALUE!'],
  }),
]);
