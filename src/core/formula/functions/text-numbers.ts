import { errors, type Value } from '../../data/value.ts';
import { formatValue } from '../evaluate/format-value.ts';
import { fixedDigits, groupThousands } from '../evaluate/format-number.ts';
import { parseNumberText } from '../evaluate/number-text.ts';
import { round } from '../round.ts';
import { any, define, en, inGroup, number, or, text, truth } from './declare.ts';

/** Code points of the bytes 128 to 159 in Windows' western code page. */
const WESTERN = [
  8364, 129, 8218, 402, 8222, 8230, 8224, 8225, 710, 8240, 352, 8249, 338, 141, 381, 143, 144, 8216, 8217, 8220, 8221,
  8226, 8211, 8212, 732, 8482, 353, 8250, 339, 157, 382, 376,
];

function numberValue(source: string, decimal: string, group: string): Value {
  const [point = '.', comma = ','] = [decimal[0], group[0]];
  const bare = source.replace(/\s/g, '');
  if (bare === '') return 0;
  const at = bare.indexOf(point);
  const whole = (at < 0 ? bare : bare.slice(0, at)).replaceAll(comma, '');
  const rest = at < 0 ? '' : bare.slice(at + 1);
  const match = /^([+-]?\d*(?:\.\d*)?)(?:[eE]([+-]?\d+))?(%*)$/.exec(at < 0 ? whole : `${whole}.${rest}`);
  if (!match || !/\d/.test(match[1] ?? '')) return errors['#VALUE!'];
  // A percent is two powers of ten less: dividing would round once more.
  return Number(`${match[1]}e${Number(match[2] ?? 0) - 2 * (match[3] ?? '').length}`);
}

export const textNumberFunctions = inGroup('text', [
  define({
    name: 'TEXT',
    parameters: [any('value'), text('format')],
    result: 'text',
    help: en('A number or date written by a format code.', '按格式代码把数值或日期写成文本。'),
    example: ['TEXT(1234.567, "#,##0.00")', '1,234.57'],
    kernel: ([value, format]) => formatValue(value, format),
  }),
  define({
    name: 'VALUE',
    parameters: [any('text')],
    result: 'number',
    help: en('The number that a text stands for.', '把文本转换为数值。'),
    example: ['VALUE("1e3")', 1000],
    kernel: ([value]) => {
      if (typeof value === 'number') return value;
      if (value === null) return 0;
      return typeof value === 'string' ? (parseNumberText(value) ?? errors['#VALUE!']) : errors['#VALUE!'];
    },
  }),
  define({
    name: 'NUMBERVALUE',
    parameters: [text('text'), or(text('decimal_separator'), '.'), or(text('group_separator'), ',')],
    result: 'number',
    help: en(
      'The number that a text stands for, whatever its separators.',
      '按指定的小数点和千位分隔符把文本转换为数值。',
    ),
    example: ['NUMBERVALUE("2.500,27", ",", ".")', 2500.27],
    kernel: ([source, decimal, group]) => numberValue(source, decimal, group),
  }),
  define({
    name: 'FIXED',
    parameters: [number('number'), or(number('decimals'), 2), or(truth('no_commas'), false)],
    result: 'text',
    help: en('A number written with a fixed number of decimals.', '按固定小数位把数值写成文本。'),
    example: ['FIXED(1234.567, 1)', '1,234.6'],
    kernel: ([x, decimals, bare]) => {
      const places = Math.trunc(decimals);
      if (places > 127) return errors['#VALUE!'];
      const rounded = round(x, places);
      const [whole = '0', fraction] = fixedDigits(rounded, Math.max(0, places)).split('.');
      const grouped = bare ? whole : groupThousands(whole);
      return `${rounded < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
    },
  }),
  define({
    name: 'CHAR',
    parameters: [number('number')],
    result: 'text',
    help: en('The character with a code from 1 to 255.', '代码 1 到 255 对应的字符。'),
    example: ['CHAR(65)', 'A'],
    kernel: ([code]) => {
      const whole = Math.trunc(code);
      if (whole < 1 || whole > 255) return errors['#VALUE!'];
      return String.fromCodePoint(whole >= 128 && whole < 160 ? (WESTERN[whole - 128] ?? whole) : whole);
    },
  }),
  define({
    name: 'CODE',
    parameters: [text('text')],
    result: 'number',
    help: en('The code of the first character, from 1 to 255.', '第一个字符的代码，1 到 255。'),
    example: ['CODE("A")', 65],
    kernel: ([source]) => {
      const point = source.codePointAt(0);
      if (point === undefined) return errors['#VALUE!'];
      const western = WESTERN.indexOf(point);
      if (western >= 0) return 128 + western;
      return point < 256 ? point : 63;
    },
  }),
  define({
    name: 'UNICHAR',
    parameters: [number('number')],
    result: 'text',
    help: en('The character of a Unicode number.', 'Unicode 编号对应的字符。'),
    example: ['UNICHAR(66)', 'B'],
    kernel: ([code]) => {
      const whole = Math.trunc(code);
      if (whole < 1 || whole > 0x10ffff) return errors['#VALUE!'];
      return whole >= 0xd800 && whole < 0xe000 ? errors['#N/A'] : String.fromCodePoint(whole);
    },
  }),
  define({
    name: 'UNICODE',
    parameters: [text('text')],
    result: 'number',
    help: en('The Unicode number of the first character.', '第一个字符的 Unicode 编号。'),
    example: ['UNICODE("B")', 66],
    kernel: ([source]) => {
      const point = source.codePointAt(0);
      return point === undefined || (point >= 0xd800 && point < 0xe000) ? errors['#VALUE!'] : point;
    },
  }),
]);
