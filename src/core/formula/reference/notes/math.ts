/** Notes on arithmetic and rounding. */
import type { Pair } from '../example.ts';
import { note, type Notes } from './note.ts';

const radians: Pair = ['Angles are in radians: RADIANS converts degrees.', '角度以弧度计：可用 RADIANS 从度换算。'];
const fifteen: Pair = [
  'It looks at the 15 digits of a number, as people read it: `ROUND(1.005, 2)` is 1.01 and `INT((0.1 + 0.7) * 10)` is 8.',
  '按人们看到的 15 位数字计算：`ROUND(1.005, 2)` 是 1.01，`INT((0.1 + 0.7) * 10)` 是 8。',
];
const negativeDigits: Pair = [
  'Negative digits round before the decimal point: −2 gives whole hundreds.',
  '小数位为负时舍入到小数点之前：-2 表示整百。',
];

export const mathNotes: Notes = {
  ABS: note('SIGN MAX', 'absolute magnitude distance 绝对值'),
  SIGN: note('ABS IF', 'positive negative 正负号 符号'),
  MOD: note('QUOTIENT INT', 'remainder every nth 余数 取模', [
    'The result has the sign of the divisor, unlike in most programming languages.',
    '结果与除数同号，与多数编程语言不同。',
  ]),
  QUOTIENT: note('MOD INT TRUNC', 'integer division 整除 商'),
  POWER: note('SQRT EXP', 'exponent growth 乘方 幂', ['The same as `number ^ power`.', '与 `数值 ^ 指数` 相同。']),
  SQRT: note('POWER', 'root 开方 平方根', ['A negative number gives #NUM!.', '负数返回 #NUM!。']),
  EXP: note('LN POWER', 'e exponential 指数'),
  LN: note('LOG EXP LOG10', 'natural logarithm 自然对数', [
    'Zero and negative numbers give #NUM!.',
    '零和负数返回 #NUM!。',
  ]),
  LOG10: note('LOG LN', 'logarithm 常用对数'),
  LOG: note('LOG10 LN', 'logarithm base 对数'),
  PI: note('RADIANS SIN', 'circle 圆周率'),
  GCD: note('LCM MOD', 'greatest common divisor 公约数'),
  LCM: note('GCD MOD', 'least common multiple 公倍数'),
  RADIANS: note('DEGREES SIN', 'angle 弧度'),
  DEGREES: note('RADIANS ATAN2', 'angle 角度'),
  SIN: note('COS RADIANS', 'sine angle 正弦', radians),
  COS: note('SIN RADIANS', 'cosine angle 余弦', radians),
  TAN: note('ATAN RADIANS', 'tangent angle 正切', radians),
  ASIN: note('SIN DEGREES', 'arcsine angle 反正弦', radians),
  ACOS: note('COS DEGREES', 'arccosine angle 反余弦', radians),
  ATAN: note('ATAN2 DEGREES', 'arctangent angle 反正切', radians),
  ATAN2: note('ATAN DEGREES', 'direction coordinates 方位角', [
    'x comes first, as in Excel.',
    '与 Excel 相同，x 在前。',
  ]),
  ROUND: note(
    'ROUNDUP ROUNDDOWN MROUND FIXED chapter/comparing-and-rounding',
    'round cents nearest 四舍五入 取整 保留小数',
    [
      'Halves go away from zero: `ROUND(2.5, 0)` is 3, `ROUND(-2.5, 0)` is −3.',
      '恰好一半时远离零：`ROUND(2.5, 0)` 是 3，`ROUND(-2.5, 0)` 是 -3。',
    ],
    fifteen,
    negativeDigits,
  ),
  ROUNDUP: note('ROUND CEILING', 'round up away 向上 进位', negativeDigits),
  ROUNDDOWN: note('ROUND FLOOR TRUNC', 'round down cut 向下 舍去', negativeDigits),
  TRUNC: note('INT ROUNDDOWN', 'cut decimals integer part 截尾 取整', [
    'Towards zero: `TRUNC(-2.5)` is −2 where `INT(-2.5)` is −3.',
    '向零的方向：`TRUNC(-2.5)` 是 -2，而 `INT(-2.5)` 是 -3。',
  ]),
  INT: note('TRUNC FLOOR ROUND chapter/comparing-and-rounding', 'floor whole number 取整 整数', fifteen),
  MROUND: note('ROUND CEILING FLOOR', 'nearest multiple step 倍数 取整到', [
    'Number and multiple must have the same sign, else #NUM!.',
    '数值与倍数须同号，否则返回 #NUM!。',
  ]),
  CEILING: note('FLOOR CEILING.MATH MROUND', 'round up multiple pack 向上取整 整箱', [
    'A positive number with a negative significance gives #NUM!.',
    '正数配负的基数返回 #NUM!。',
  ]),
  FLOOR: note('CEILING FLOOR.MATH', 'round down multiple 向下取整'),
  'CEILING.MATH': note('CEILING FLOOR.MATH', 'round up multiple negative 向上取整'),
  'FLOOR.MATH': note('FLOOR CEILING.MATH', 'round down multiple negative 向下取整'),
  EVEN: note('ODD CEILING', 'even number 偶数'),
  ODD: note('EVEN CEILING', 'odd number 奇数'),
};
