import { errors, type Value } from '../../data/value.ts';
import { sameShape } from '../evaluate/criteria.ts';
import { foldSelection, isFolded, type Fold, type Folded } from '../evaluate/fold-selection.ts';
import type { Operand } from '../evaluate/matrix.ts';
import { selectRows, sizeOf } from '../evaluate/select-rows.ts';
import { any, column, define, en, inGroup, maybe, rest, type Ungrouped } from './declare.ts';
import { asMatrix } from './numbers-in.ts';

/** What a function makes of the numbers that were chosen. */
interface Answer {
  readonly fold: Fold;
  readonly of: (folded: Folded) => Value;
}

const total: Answer = { fold: 'sum', of: ({ value }) => value };
const mean: Answer = { fold: 'sum', of: ({ count, value }) => (count === 0 ? errors['#DIV/0!'] : value / count) };
const least: Answer = { fold: 'least', of: ({ value }) => value };
const greatest: Answer = { fold: 'greatest', of: ({ value }) => value };

/** The answer over the numbers of `values` where the criteria hold; an error among them is the answer. */
function answerOf(
  { fold, of }: Answer,
  values: Operand,
  ranges: readonly Operand[],
  criteria: readonly Value[],
): Value {
  const matrices = sameShape(ranges);
  const [shape] = matrices ?? [];
  const numbers = asMatrix(values);
  if (!matrices || !shape || numbers.rows !== shape.rows || numbers.columns !== shape.columns) return errors['#VALUE!'];
  const folded = foldSelection(selectRows(matrices, criteria, numbers), numbers, fold);
  return isFolded(folded) ? of(folded) : folded;
}

function countOf(ranges: readonly Operand[], criteria: readonly Value[]): Value {
  const matrices = sameShape(ranges);
  return matrices ? sizeOf(selectRows(matrices, criteria)) : errors['#VALUE!'];
}

function manyCriteria(
  name: string,
  values: string,
  help: readonly [string, string],
  value: number,
  answer: Answer,
): Ungrouped {
  return define({
    name,
    parameters: [column(values), rest(column('criteria_range')), rest(any('criteria'))],
    result: { like: [0] },
    help: en(...help),
    example: [`${name}({10, 20, 40}, {"a", "b", "a"}, "a")`, value],
    kernel: ([numbers, ranges, criteria]) => answerOf(answer, numbers, ranges, criteria),
  });
}

function oneCriterion(
  name: string,
  values: string,
  help: readonly [string, string],
  value: number,
  answer: Answer,
): Ungrouped {
  return define({
    name,
    parameters: [column('range'), any('criteria'), maybe(column(values))],
    result: { like: [0, 2], type: 'number' },
    help: en(...help),
    example: [`${name}({10, 20, 40}, ">15")`, value],
    kernel: ([range, criterion, numbers]) => answerOf(answer, numbers ?? range, [range], [criterion]),
  });
}

export const conditionalFunctions = inGroup('conditional', [
  oneCriterion('SUMIF', 'sum_range', ['Adds the numbers that meet a criterion.', '对满足条件的数求和。'], 60, total),
  oneCriterion(
    'AVERAGEIF',
    'average_range',
    ['The mean of the numbers that meet a criterion.', '满足条件的数的平均值。'],
    30,
    mean,
  ),
  manyCriteria(
    'SUMIFS',
    'sum_range',
    ['Adds the numbers of the rows that meet every criterion.', '对满足所有条件的行求和。'],
    50,
    total,
  ),
  manyCriteria(
    'AVERAGEIFS',
    'average_range',
    ['The mean over the rows that meet every criterion.', '满足所有条件的行的平均值。'],
    25,
    mean,
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
    kernel: ([range, criterion]) => countOf([range], [criterion]),
  }),
  define({
    name: 'COUNTIFS',
    parameters: [rest(column('criteria_range')), rest(any('criteria'))],
    result: 'number',
    help: en('How many rows meet every criterion.', '满足所有条件的行数。'),
    example: ['COUNTIFS({1, 2, 3}, ">1", {"a", "b", "a"}, "a")', 1],
    kernel: ([ranges, criteria]) => countOf(ranges, criteria),
  }),
]);
