import { errors, isError, type Value } from '../../data/value.ts';
import { modulo } from '../arithmetic.ts';
import { power } from '../evaluate/operators.ts';
import { define, defineNumeric, en, inGroup, number, or, range, rest, type Ungrouped } from './declare.ts';
import { numbersIn } from './numbers-in.ts';
import { roundDown } from '../round.ts';

const plain = (
  name: string,
  english: string,
  chinese: string,
  example: readonly [string, number],
  f: (x: number) => Value,
): Ungrouped =>
  defineNumeric({
    name,
    parameters: [number('number')],
    result: 'number',
    help: en(english, chinese),
    example,
    numeric: f,
  });

/** From here on whole numbers are no longer exact: GCD and LCM answer `#NUM!`. */
const TOO_LARGE = 2 ** 53;

function gcd(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** Whole numbers of zero or more, or the error that says otherwise. */
function naturals(operands: Parameters<typeof numbersIn>[0]): readonly number[] | Value {
  const found = numbersIn(operands);
  if (isError(found)) return found;
  return found.some((x) => x < 0 || x >= TOO_LARGE) ? errors['#NUM!'] : found.map(Math.trunc);
}

export const mathFunctions = inGroup('math', [
  define({
    name: 'ABS',
    parameters: [number('number')],
    result: { like: [0], type: 'number' },
    help: en('The number without its sign.', '数的绝对值。'),
    example: ['ABS(-3.5)', 3.5],
    kernel: ([x]) => Math.abs(x),
  }),
  plain(
    'SIGN',
    '1, 0 or -1 for positive, zero or negative.',
    '正数为 1，零为 0，负数为 -1。',
    ['SIGN(-0.001)', -1],
    Math.sign,
  ),
  defineNumeric({
    name: 'MOD',
    parameters: [number('number'), number('divisor')],
    result: 'number',
    help: en('What remains after a division, with the sign of the divisor.', '相除后的余数，符号与除数相同。'),
    example: ['MOD(-3, 2)', 1],
    numeric: (x, divisor) => {
      if (divisor === 0) return errors['#DIV/0!'];
      const exact = Number.isSafeInteger(x) && Number.isSafeInteger(divisor);
      return !exact && Math.abs(x / divisor) >= 1e15 ? errors['#NUM!'] : modulo(x, divisor);
    },
  }),
  defineNumeric({
    name: 'QUOTIENT',
    parameters: [number('numerator'), number('denominator')],
    result: 'number',
    help: en('The whole part of a division.', '相除后的整数部分。'),
    example: ['QUOTIENT(-10, 3)', -3],
    numeric: (a, b) => (b === 0 ? errors['#DIV/0!'] : roundDown(a / b, 0)),
  }),
  defineNumeric({
    name: 'POWER',
    parameters: [number('number'), number('power')],
    result: 'number',
    help: en('A number raised to a power.', '数的乘幂。'),
    example: ['POWER(5, 2)', 25],
    numeric: (base, exponent) => power(base, exponent),
  }),
  plain('SQRT', 'The square root.', '平方根。', ['SQRT(16)', 4], (x) => (x < 0 ? errors['#NUM!'] : Math.sqrt(x))),
  plain('EXP', 'e raised to a power.', 'e 的乘幂。', ['EXP(0)', 1], Math.exp),
  plain('LN', 'The natural logarithm.', '自然对数。', ['LN(1)', 0], (x) => (x <= 0 ? errors['#NUM!'] : Math.log(x))),
  plain('LOG10', 'The logarithm to base 10.', '以 10 为底的对数。', ['LOG10(1000)', 3], (x) =>
    x <= 0 ? errors['#NUM!'] : Math.log10(x),
  ),
  defineNumeric({
    name: 'LOG',
    parameters: [number('number'), or(number('base'), 10)],
    result: 'number',
    help: en('The logarithm to a base, 10 if not given.', '以指定的底求对数，默认以 10 为底。'),
    example: ['LOG(8, 2)', 3],
    numeric: (x, base) => {
      if (x <= 0 || base <= 0) return errors['#NUM!'];
      if (base === 1) return errors['#DIV/0!'];
      if (base === 10) return Math.log10(x);
      return base === 2 ? Math.log2(x) : Math.log(x) / Math.log(base);
    },
  }),
  define({
    name: 'PI',
    parameters: [],
    result: 'number',
    help: en('3.14159265358979', '圆周率 3.14159265358979。'),
    example: ['PI()', Math.PI],
    kernel: () => Math.PI,
  }),
  define({
    name: 'GCD',
    parameters: [rest(range('number'))],
    result: 'number',
    help: en('The greatest common divisor.', '最大公约数。'),
    example: ['GCD(24, 36)', 12],
    kernel: ([operands]) => {
      const found = naturals(operands);
      return Array.isArray(found) ? (found as number[]).reduce(gcd, 0) : (found as Value);
    },
  }),
  define({
    name: 'LCM',
    parameters: [rest(range('number'))],
    result: 'number',
    help: en('The least common multiple.', '最小公倍数。'),
    example: ['LCM(24, 36)', 72],
    kernel: ([operands]) => {
      const found = naturals(operands);
      if (!Array.isArray(found)) return found as Value;
      const multiple = (found as number[]).reduce((a, b) => (a === 0 || b === 0 ? 0 : (a / gcd(a, b)) * b), 1);
      return multiple >= TOO_LARGE ? errors['#NUM!'] : multiple;
    },
  }),
  plain('RADIANS', 'Degrees as radians.', '角度换算为弧度。', ['RADIANS(180)', Math.PI], (x) => (x / 180) * Math.PI),
  plain('DEGREES', 'Radians as degrees.', '弧度换算为角度。', ['DEGREES(PI())', 180], (x) => (x / Math.PI) * 180),
  plain('SIN', 'The sine of an angle in radians.', '弧度角的正弦。', ['SIN(0)', 0], Math.sin),
  plain('COS', 'The cosine of an angle in radians.', '弧度角的余弦。', ['COS(0)', 1], Math.cos),
  plain('TAN', 'The tangent of an angle in radians.', '弧度角的正切。', ['TAN(0)', 0], Math.tan),
  plain('ASIN', 'The angle whose sine is given, in radians.', '反正弦，以弧度表示。', ['ASIN(0)', 0], Math.asin),
  plain('ACOS', 'The angle whose cosine is given, in radians.', '反余弦，以弧度表示。', ['ACOS(1)', 0], Math.acos),
  plain('ATAN', 'The angle whose tangent is given, in radians.', '反正切，以弧度表示。', ['ATAN(0)', 0], Math.atan),
  defineNumeric({
    name: 'ATAN2',
    parameters: [number('x'), number('y')],
    result: 'number',
    help: en('The angle of a point seen from the origin, in radians.', '由坐标求角度，以弧度表示。'),
    example: ['ATAN2(1, 0)', 0],
    numeric: (x, y) => (x === 0 && y === 0 ? errors['#DIV/0!'] : Math.atan2(y, x)),
  }),
]);
