import { errors, isError, type Value } from '../../data/value.ts';
import { compareValues } from '../compare.ts';
import { toBoolean } from '../evaluate/coerce.ts';
import { isMatrix, pick, single, type Matrix, type Operand } from '../evaluate/matrix.ts';
import { any, condition, define, en, inGroup, lazy, maybe, number, range, raw, rest, truth } from './declare.ts';

/** The truths among values: text and blanks of columns are skipped, text that is given must be TRUE or FALSE. */
function truths(operands: readonly Operand[]): readonly boolean[] | Value {
  const found: boolean[] = [];
  for (const operand of operands) {
    if (!isMatrix(operand)) {
      if (operand === null) continue;
      const truth = toBoolean(operand);
      if (isError(truth)) return truth;
      found.push(truth);
    } else {
      for (const cell of operand.cells) {
        if (isError(cell)) return cell;
        if (typeof cell === 'boolean') found.push(cell);
        else if (typeof cell === 'number') found.push(cell !== 0);
      }
    }
  }
  return found.length > 0 ? found : errors['#VALUE!'];
}

function fold(combine: (truths: readonly boolean[]) => boolean) {
  return ([operands]: [readonly Operand[]]): Value => {
    const found = truths(operands);
    return Array.isArray(found) ? combine(found as readonly boolean[]) : (found as Value);
  };
}

const same = (a: Value, b: Value) => typeof (a ?? b) === typeof (b ?? a) && compareValues(a, b) === 0;

type Thunk = () => Operand;

/** One of two values for each truth of a matrix; a side is computed only if some cell asks for it. */
function chooseCells(truths: Matrix, then: Thunk, otherwise: Thunk): Operand {
  const sides = [otherwise, then].map((side) => {
    let known: { readonly operand: Operand } | undefined;
    return () => (known ??= { operand: side() }).operand;
  });
  const cells = truths.cells.map((cell, i) => {
    const holds = toBoolean(cell);
    if (isError(holds)) return holds;
    const side = sides[holds ? 1 : 0]?.() ?? null;
    return pick(side, Math.floor(i / truths.columns), i % truths.columns);
  });
  return { ...truths, cells };
}

/** The value beside the first condition that holds, cell by cell where a condition has many. */
function firstThatHolds(conditions: readonly Thunk[], values: readonly Thunk[], otherwise: Thunk, from = 0): Operand {
  for (let i = from; i < conditions.length; i++) {
    const condition = single(conditions[i]?.() ?? null);
    const value = () => values[i]?.() ?? null;
    if (isMatrix(condition)) {
      return chooseCells(condition, value, () => firstThatHolds(conditions, values, otherwise, i + 1));
    }
    const holds = toBoolean(condition);
    if (isError(holds)) return holds;
    if (holds) return value();
  }
  return otherwise();
}

export const logicFunctions = inGroup('logic', [
  define({
    name: 'IF',
    parameters: [condition('condition'), lazy('then'), { ...maybe(lazy('otherwise')), whenOmitted: 'boolean' }],
    result: { like: [1, 2] },
    help: en('One value if a condition holds, another if not.', '条件成立时取一个值，否则取另一个值。'),
    example: ['IF(3 > 2, "more", "less")', 'more'],
    kernel: ([holds, then, otherwise]) => (holds ? then() : otherwise ? otherwise() : false),
  }),
  define({
    name: 'IFS',
    parameters: [rest(lazy('condition')), rest(lazy('then'))],
    result: { like: [1] },
    help: en('The value of the first condition that holds.', '取第一个成立的条件所对应的值。'),
    example: ['IFS(85 >= 90, "A", 85 >= 80, "B", TRUE, "C")', 'B'],
    kernel: ([conditions, values]) => firstThatHolds(conditions, values, () => errors['#N/A']),
  }),
  define({
    name: 'SWITCH',
    parameters: [any('expression'), lazy('value'), lazy('result'), maybe(rest(lazy('value_or_default')))],
    result: { like: [2] },
    help: en(
      'The result that stands beside the first equal value; a last single argument is the default.',
      '与第一个相等的值对应的结果；最后单独的参数为默认值。',
    ),
    example: ['SWITCH(2, 1, "one", 2, "two", "other")', 'two'],
    kernel: ([expression, value, result, more]) => {
      const thunks = [value, result, ...(more ?? [])];
      const equal = (cell: Value) => (isError(cell) ? cell : same(expression, cell));
      const conditions: Thunk[] = [];
      const results: Thunk[] = [];
      for (let i = 0; i + 1 < thunks.length; i += 2) {
        conditions.push(() => {
          const candidate = single(thunks[i]?.() ?? null);
          return isMatrix(candidate) ? { ...candidate, cells: candidate.cells.map(equal) } : equal(candidate);
        });
        results.push(() => thunks[i + 1]?.() ?? null);
      }
      const last = thunks.length % 2 === 1 ? thunks.at(-1) : undefined;
      return firstThatHolds(conditions, results, last ?? (() => errors['#N/A']));
    },
  }),
  define({
    name: 'CHOOSE',
    parameters: [number('index'), rest(lazy('value'))],
    result: { like: [1] },
    help: en('The value at a position in the list of arguments.', '取参数列表中指定位置的值。'),
    example: ['CHOOSE(2, "low", "middle", "high")', 'middle'],
    kernel: ([index, values]) => values[Math.trunc(index) - 1]?.() ?? errors['#VALUE!'],
  }),
  define({
    name: 'AND',
    parameters: [rest(range('condition'))],
    result: 'boolean',
    help: en('TRUE if every condition holds.', '所有条件都成立时为 TRUE。'),
    example: ['AND(2 > 1, 3 > 2)', true],
    kernel: fold((found) => found.every((one) => one)),
  }),
  define({
    name: 'OR',
    parameters: [rest(range('condition'))],
    result: 'boolean',
    help: en('TRUE if at least one condition holds.', '至少一个条件成立时为 TRUE。'),
    example: ['OR(1 > 2, 3 > 2)', true],
    kernel: fold((found) => found.some((one) => one)),
  }),
  define({
    name: 'XOR',
    parameters: [rest(range('condition'))],
    result: 'boolean',
    help: en('TRUE if an odd number of conditions holds.', '成立的条件为奇数个时为 TRUE。'),
    example: ['XOR(TRUE, FALSE)', true],
    kernel: fold((found) => found.filter((one) => one).length % 2 === 1),
  }),
  define({
    name: 'NOT',
    parameters: [truth('condition')],
    result: 'boolean',
    help: en('TRUE for FALSE and FALSE for TRUE.', '把 TRUE 变为 FALSE，FALSE 变为 TRUE。'),
    example: ['NOT(1 > 2)', true],
    kernel: ([holds]) => !holds,
  }),
  define({
    name: 'IFERROR',
    parameters: [raw('value'), lazy('value_if_error')],
    result: { like: [0, 1] },
    help: en('A value, or another one if it is an error.', '取一个值；若它是错误则取另一个值。'),
    example: ['IFERROR(1 / 0, "none")', 'none'],
    kernel: ([value, otherwise]) => (isError(value) ? otherwise() : value),
  }),
  define({
    name: 'IFNA',
    parameters: [raw('value'), lazy('value_if_na')],
    result: { like: [0, 1] },
    help: en('A value, or another one if it is #N/A: nothing found.', '取一个值；若为 #N/A（未找到）则取另一个值。'),
    example: ['IFNA(#N/A, 0)', 0],
    kernel: ([value, otherwise]) => (isError(value) && value.error === '#N/A' ? otherwise() : value),
  }),
  define({
    name: 'TRUE',
    parameters: [],
    result: 'boolean',
    help: en('The logical value TRUE.', '逻辑值 TRUE。'),
    example: ['TRUE()', true],
    kernel: () => true,
  }),
  define({
    name: 'FALSE',
    parameters: [],
    result: 'boolean',
    help: en('The logical value FALSE.', '逻辑值 FALSE。'),
    example: ['FALSE()', false],
    kernel: () => false,
  }),
]);
