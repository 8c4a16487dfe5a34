import { errors, errorTexts, isError, type Value } from '../../data/value.ts';
import { define, en, inGroup, number, raw, type Ungrouped } from './declare.ts';

function test(
  name: string,
  help: readonly [string, string],
  example: readonly [string, boolean],
  holds: (value: Value) => boolean,
): Ungrouped {
  return define({
    name,
    parameters: [raw('value')],
    result: 'boolean',
    help: en(...help),
    example,
    kernel: ([value]) => holds(value),
  });
}

const isNotAvailable = (value: Value) => isError(value) && value.error === '#N/A';

export const informationFunctions = inGroup('information', [
  test('ISBLANK', ['TRUE for a blank.', '为空时返回 TRUE。'], ['ISBLANK("")', false], (value) => value === null),
  test(
    'ISNUMBER',
    ['TRUE for a number or date.', '为数值或日期时返回 TRUE。'],
    ['ISNUMBER("5")', false],
    (value) => typeof value === 'number',
  ),
  test(
    'ISTEXT',
    ['TRUE for text.', '为文本时返回 TRUE。'],
    ['ISTEXT("a")', true],
    (value) => typeof value === 'string',
  ),
  test(
    'ISNONTEXT',
    ['TRUE for anything but text.', '不是文本时返回 TRUE。'],
    ['ISNONTEXT(1)', true],
    (value) => typeof value !== 'string',
  ),
  test(
    'ISLOGICAL',
    ['TRUE for TRUE and FALSE.', '为逻辑值时返回 TRUE。'],
    ['ISLOGICAL(2 > 1)', true],
    (value) => typeof value === 'boolean',
  ),
  test('ISERROR', ['TRUE for any error.', '为任何错误时返回 TRUE。'], ['ISERROR(1 / 0)', true], isError),
  test(
    'ISERR',
    ['TRUE for any error but #N/A.', '为 #N/A 以外的错误时返回 TRUE。'],
    ['ISERR(#N/A)', false],
    (value) => isError(value) && !isNotAvailable(value),
  ),
  test('ISNA', ['TRUE for #N/A.', '为 #N/A 时返回 TRUE。'], ['ISNA(#N/A)', true], isNotAvailable),
  define({
    name: 'ISEVEN',
    parameters: [number('number')],
    result: 'boolean',
    help: en('TRUE for an even number.', '为偶数时返回 TRUE。'),
    example: ['ISEVEN(-2)', true],
    kernel: ([x]) => Math.trunc(x) % 2 === 0,
  }),
  define({
    name: 'ISODD',
    parameters: [number('number')],
    result: 'boolean',
    help: en('TRUE for an odd number.', '为奇数时返回 TRUE。'),
    example: ['ISODD(2.9)', false],
    kernel: ([x]) => Math.trunc(x) % 2 !== 0,
  }),
  define({
    name: 'ERROR.TYPE',
    parameters: [raw('error')],
    result: 'number',
    help: en('The number of an error, 1 for #NULL! to 7 for #N/A.', '错误的编号，#NULL! 为 1，#N/A 为 7。'),
    example: ['ERROR.TYPE(1 / 0)', 2],
    kernel: ([value]) => (isError(value) ? errorTexts.indexOf(value.error) + 1 : errors['#N/A']),
  }),
  define({
    name: 'NA',
    parameters: [],
    result: 'any',
    help: en('The error #N/A: no value.', '错误值 #N/A：没有值。'),
    example: ['ISNA(NA())', true],
    kernel: () => errors['#N/A'],
  }),
]);
