import { errors, type Value } from '../../data/value.ts';
import { ceil15, fifteenDigits, floor15, round, roundDown, roundUp } from '../round.ts';
import { defineNumeric, en, inGroup, number, or } from './declare.ts';

/** Decimals as ROUND takes them: whole, and no farther than any double reaches. */
const places = (digits: number) => Math.max(-330, Math.min(330, Math.trunc(digits)));

/** `steps` multiples of `step`, without the dust of the multiplication. */
const multiple = (steps: number, step: number) => fifteenDigits(steps * step);

function ceilingMath(x: number, step: number, awayFromZero: boolean): Value {
  const size = Math.abs(step);
  if (size === 0) return 0;
  const steps = x / size;
  return multiple(x < 0 && awayFromZero ? floor15(steps) : ceil15(steps), size);
}

function floorMath(x: number, step: number, towardsZero: boolean): Value {
  const size = Math.abs(step);
  if (size === 0) return 0;
  const steps = x / size;
  return multiple(x < 0 && towardsZero ? ceil15(steps) : floor15(steps), size);
}

/** The next whole number away from zero whose rest by 2 is `rest`. */
function nextParity(x: number, rest: 0 | 1): number {
  const up = ceil15(Math.abs(x));
  const found = up % 2 === rest ? up : up + 1;
  return x < 0 ? -found : found;
}

const like = { like: [0], type: 'number' } as const;

export const roundingFunctions = inGroup('math', [
  defineNumeric({
    name: 'ROUND',
    parameters: [number('number'), number('digits')],
    result: like,
    help: en('Rounds to a number of decimals, half away from zero.', '四舍五入到指定的小数位。'),
    example: ['ROUND(1.005, 2)', 1.01],
    numeric: (x, digits) => round(x, places(digits)),
  }),
  defineNumeric({
    name: 'ROUNDUP',
    parameters: [number('number'), number('digits')],
    result: like,
    help: en('Rounds away from zero.', '向远离零的方向舍入。'),
    example: ['ROUNDUP(3.14159, 2)', 3.15],
    numeric: (x, digits) => roundUp(x, places(digits)),
  }),
  defineNumeric({
    name: 'ROUNDDOWN',
    parameters: [number('number'), number('digits')],
    result: like,
    help: en('Rounds towards zero.', '向零的方向舍入。'),
    example: ['ROUNDDOWN(-3.14159, 1)', -3.1],
    numeric: (x, digits) => roundDown(x, places(digits)),
  }),
  defineNumeric({
    name: 'TRUNC',
    parameters: [number('number'), or(number('digits'), 0)],
    result: like,
    help: en('Cuts decimals off.', '截去小数部分。'),
    example: ['TRUNC(4.67, 1)', 4.6],
    numeric: (x, digits) => roundDown(x, places(digits)),
  }),
  defineNumeric({
    name: 'INT',
    parameters: [number('number')],
    result: like,
    help: en('The largest whole number that is not above.', '向下取整为最接近的整数。'),
    example: ['INT(-8.9)', -9],
    numeric: (x) => floor15(x),
  }),
  defineNumeric({
    name: 'MROUND',
    parameters: [number('number'), number('multiple')],
    result: like,
    help: en('Rounds to the nearest multiple.', '舍入到最接近的倍数。'),
    example: ['MROUND(10, 3)', 9],
    numeric: (x, step) => {
      if (step === 0 || x === 0) return 0;
      if (x < 0 !== step < 0) return errors['#NUM!'];
      return multiple(round(x / step, 0), step);
    },
  }),
  defineNumeric({
    name: 'CEILING',
    parameters: [number('number'), number('significance')],
    result: like,
    help: en('Rounds up to a multiple.', '向上舍入到指定基数的倍数。'),
    example: ['CEILING(2.5, 1)', 3],
    numeric: (x, step) => {
      if (step === 0 || x === 0) return 0;
      if (x > 0 && step < 0) return errors['#NUM!'];
      return multiple(ceil15(x / step), step);
    },
  }),
  defineNumeric({
    name: 'FLOOR',
    parameters: [number('number'), number('significance')],
    result: like,
    help: en('Rounds down to a multiple.', '向下舍入到指定基数的倍数。'),
    example: ['FLOOR(3.7, 2)', 2],
    numeric: (x, step) => {
      if (x === 0) return 0;
      if (step === 0) return errors['#DIV/0!'];
      if (x > 0 && step < 0) return errors['#NUM!'];
      return multiple(floor15(x / step), step);
    },
  }),
  defineNumeric({
    name: 'CEILING.MATH',
    parameters: [number('number'), or(number('significance'), 1), or(number('mode'), 0)],
    result: like,
    help: en(
      'Rounds up to a multiple; with a mode, negative numbers away from zero.',
      '向上舍入到倍数；给出模式时负数远离零。',
    ),
    example: ['CEILING.MATH(-5.5, 2)', -4],
    numeric: (x, step, mode) => ceilingMath(x, step, mode !== 0),
  }),
  defineNumeric({
    name: 'FLOOR.MATH',
    parameters: [number('number'), or(number('significance'), 1), or(number('mode'), 0)],
    result: like,
    help: en(
      'Rounds down to a multiple; with a mode, negative numbers towards zero.',
      '向下舍入到倍数；给出模式时负数靠近零。',
    ),
    example: ['FLOOR.MATH(-8.1, 2)', -10],
    numeric: (x, step, mode) => floorMath(x, step, mode !== 0),
  }),
  defineNumeric({
    name: 'EVEN',
    parameters: [number('number')],
    result: like,
    help: en('Rounds away from zero to an even number.', '向远离零的方向舍入到偶数。'),
    example: ['EVEN(-1)', -2],
    numeric: (x) => nextParity(x, 0),
  }),
  defineNumeric({
    name: 'ODD',
    parameters: [number('number')],
    result: like,
    help: en('Rounds away from zero to an odd number.', '向远离零的方向舍入到奇数。'),
    example: ['ODD(1.5)', 3],
    numeric: (x) => nextParity(x, 1),
  }),
]);
