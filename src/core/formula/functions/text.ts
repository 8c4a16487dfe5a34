import { errors, isError, type Value } from '../../data/value.ts';
import { toText } from '../evaluate/coerce.ts';
import { foldCase } from '../fold-text.ts';
import { MAX_TEXT } from '../limits.ts';
import { readPattern, searchPattern } from '../evaluate/wildcard.ts';
import { any, define, emptyOmits, en, inGroup, maybe, number, or, rest, text, texts, truth } from './declare.ts';
import { cellsIn } from './numbers-in.ts';

/** The arguments' texts joined, blanks as ""; the first error is the answer. What no cell could hold is never put together. */
function joined(operands: Parameters<typeof cellsIn>[0], delimiter = '', ignoreEmpty = false): Value {
  const found: string[] = [];
  let length = -delimiter.length;
  for (const cell of cellsIn(operands)) {
    const one = toText(cell);
    if (isError(one)) return one;
    if (ignoreEmpty && one === '') continue;
    length += delimiter.length + one.length;
    if (length <= MAX_TEXT) found.push(one);
  }
  return length > MAX_TEXT ? errors['#VALUE!'] : found.join(delimiter);
}

function proper(source: string): string {
  return source.toLowerCase().replace(/\p{L}+/gu, (word) => {
    const [first = ''] = word;
    return first.toUpperCase() + word.slice(first.length);
  });
}

function substitute(source: string, old: string, fresh: string, occurrence: number | undefined): Value {
  if (occurrence !== undefined && occurrence < 1) return errors['#VALUE!'];
  if (old === '') return source;
  if (occurrence === undefined) {
    const parts = source.split(old);
    return source.length + (parts.length - 1) * (fresh.length - old.length) > MAX_TEXT
      ? errors['#VALUE!']
      : parts.join(fresh);
  }
  let at = -1;
  for (let seen = 0; seen < Math.trunc(occurrence); seen++) {
    at = source.indexOf(old, at < 0 ? 0 : at + old.length);
    if (at < 0) return source;
  }
  return source.slice(0, at) + fresh + source.slice(at + old.length);
}

const countOf = (count: number) => Math.trunc(count);

export const textFunctions = inGroup('text', [
  define({
    name: 'CONCAT',
    parameters: [rest(texts('text'))],
    result: 'text',
    help: en('Joins texts.', '连接文本。'),
    example: ['CONCAT("x", "/", 12)', 'x/12'],
    kernel: ([operands]) => joined(operands),
  }),
  define({
    name: 'CONCATENATE',
    parameters: [rest(text('text'))],
    result: 'text',
    help: en(
      'Joins texts one by one, as & does; CONCAT takes whole columns too.',
      '逐个连接文本，与 & 相同；CONCAT 还可连接整列。',
    ),
    example: ['CONCATENATE("a", "b")', 'ab'],
    kernel: ([found]) => found.join(''),
  }),
  define({
    name: 'TEXTJOIN',
    parameters: [text('delimiter'), truth('ignore_empty'), rest(texts('text'))],
    result: 'text',
    help: en('Joins texts with a delimiter between them.', '用分隔符连接文本。'),
    example: ['TEXTJOIN("-", TRUE, "a", "", "b")', 'a-b'],
    kernel: ([delimiter, ignoreEmpty, operands]) => joined(operands, delimiter, ignoreEmpty),
  }),
  define({
    name: 'LEFT',
    parameters: [text('text'), or(number('count'), 1)],
    result: 'text',
    help: en('The first characters of a text.', '取文本开头的字符。'),
    example: ['LEFT("Sale Price", 4)', 'Sale'],
    kernel: ([source, count]) => (count < 0 ? errors['#VALUE!'] : source.slice(0, countOf(count))),
  }),
  define({
    name: 'RIGHT',
    parameters: [text('text'), or(number('count'), 1)],
    result: 'text',
    help: en('The last characters of a text.', '取文本末尾的字符。'),
    example: ['RIGHT("Stock Number", 6)', 'Number'],
    kernel: ([source, count]) =>
      count < 0 ? errors['#VALUE!'] : source.slice(Math.max(0, source.length - countOf(count))),
  }),
  define({
    name: 'MID',
    parameters: [text('text'), number('start'), number('count')],
    result: 'text',
    help: en('Characters from the middle of a text.', '从指定位置取若干字符。'),
    example: ['MID("Fluid Flow", 7, 20)', 'Flow'],
    kernel: ([source, start, count]) => {
      if (start < 1 || count < 0) return errors['#VALUE!'];
      const from = countOf(start) - 1;
      return source.slice(from, from + countOf(count));
    },
  }),
  define({
    name: 'LEN',
    parameters: [text('text')],
    result: 'number',
    help: en('How many characters a text has.', '文本的字符数。'),
    example: ['LEN("张伟，你好")', 5],
    kernel: ([source]) => source.length,
  }),
  define({
    name: 'LOWER',
    parameters: [text('text')],
    result: 'text',
    help: en('The text in small letters.', '转换为小写。'),
    example: ['LOWER("Total")', 'total'],
    kernel: ([source]) => source.toLowerCase(),
  }),
  define({
    name: 'UPPER',
    parameters: [text('text')],
    result: 'text',
    help: en('The text in capital letters.', '转换为大写。'),
    example: ['UPPER("total")', 'TOTAL'],
    kernel: ([source]) => source.toUpperCase(),
  }),
  define({
    name: 'PROPER',
    parameters: [text('text')],
    result: 'text',
    help: en('Each word with a capital first letter.', '每个单词首字母大写。'),
    example: ['PROPER("this is a TITLE")', 'This Is A Title'],
    kernel: ([source]) => proper(source),
  }),
  define({
    name: 'TRIM',
    parameters: [text('text')],
    result: 'text',
    help: en('Without spaces at the ends, single spaces inside.', '去掉首尾空格，中间只留单个空格。'),
    example: ['TRIM("  First   Quarter ")', 'First Quarter'],
    kernel: ([source]) => source.split(' ').filter(Boolean).join(' '),
  }),
  define({
    name: 'CLEAN',
    parameters: [text('text')],
    result: 'text',
    help: en('Without characters that cannot be printed.', '去掉不可打印的字符。'),
    example: ['CLEAN("a" & CHAR(7) & "b")', 'ab'],
    kernel: ([source]) => Array.from(source, (sign) => (sign < ' ' ? '' : sign)).join(''),
  }),
  define({
    name: 'SUBSTITUTE',
    parameters: [text('text'), text('old_text'), text('new_text'), maybe(number('occurrence'))],
    result: 'text',
    help: en('Replaces a text by another, everywhere or at one occurrence.', '用新文本替换旧文本，可指定第几处。'),
    example: ['SUBSTITUTE("Sales Data", "Sales", "Cost")', 'Cost Data'],
    kernel: ([source, old, fresh, occurrence]) => substitute(source, old, fresh, occurrence),
  }),
  define({
    name: 'REPLACE',
    parameters: [text('text'), number('start'), number('count'), text('new_text')],
    result: 'text',
    help: en('Replaces characters at a position.', '替换指定位置的字符。'),
    example: ['REPLACE("abcdefghijk", 6, 5, "*")', 'abcde*k'],
    kernel: ([source, start, count, fresh]) => {
      if (start < 1 || count < 0) return errors['#VALUE!'];
      const from = countOf(start) - 1;
      return source.slice(0, from) + fresh + source.slice(from + countOf(count));
    },
  }),
  define({
    name: 'FIND',
    parameters: [text('find_text'), text('within_text'), or(number('start'), 1)],
    result: 'number',
    help: en('Where a text stands inside another; capitals count.', '查找文本的位置，区分大小写。'),
    example: ['FIND("M", "Miriam McGovern", 3)', 8],
    kernel: ([wanted, source, start]) => {
      const from = countOf(start) - 1;
      if (from < 0 || from > source.length) return errors['#VALUE!'];
      const at = source.indexOf(wanted, from);
      return at < 0 ? errors['#VALUE!'] : at + 1;
    },
  }),
  define({
    name: 'SEARCH',
    parameters: [text('find_text'), text('within_text'), or(number('start'), 1)],
    result: 'number',
    help: en(
      'Where a text stands inside another; capitals do not count, * and ? stand for any characters.',
      '查找文本的位置，不区分大小写，可用 * 和 ?。',
    ),
    example: ['SEARCH("p?o", "Big Pro")', 5],
    kernel: ([wanted, source, start]) => {
      const from = countOf(start) - 1;
      if (from < 0 || from > source.length) return errors['#VALUE!'];
      const at = searchPattern(readPattern(wanted), source, from);
      return at < 0 ? errors['#VALUE!'] : at + 1;
    },
  }),
  define({
    name: 'EXACT',
    parameters: [text('text1'), text('text2')],
    result: 'boolean',
    help: en('TRUE if two texts are the same, capitals included.', '两个文本完全相同（含大小写）时为 TRUE。'),
    example: ['EXACT("abc", "ABC")', false],
    kernel: ([a, b]) => a === b,
  }),
  define({
    name: 'REPT',
    parameters: [text('text'), number('times')],
    result: 'text',
    help: en('A text repeated.', '重复文本。'),
    example: ['REPT("-*", 3)', '-*-*-*'],
    kernel: ([source, times]) =>
      times < 0 || source.length * countOf(times) > MAX_TEXT ? errors['#VALUE!'] : source.repeat(countOf(times)),
  }),
  define({
    name: 'T',
    parameters: [any('value')],
    result: 'text',
    help: en('A text as it is, anything else as nothing.', '文本原样返回，其他返回空文本。'),
    example: ['T(5)', ''],
    kernel: ([value]) => (typeof value === 'string' ? value : ''),
  }),
  define({
    name: 'N',
    parameters: [any('value')],
    result: 'number',
    help: en('A number as it is, TRUE as 1, anything else as 0.', '数值原样返回，TRUE 为 1，其他为 0。'),
    example: ['N(TRUE)', 1],
    kernel: ([value]) => (typeof value === 'number' ? value : value === true ? 1 : 0),
  }),
  ...[
    {
      name: 'TEXTBEFORE',
      before: true,
      value: 'CN',
      help: en('What stands before a delimiter.', '取分隔符之前的文本。'),
    },
    {
      name: 'TEXTAFTER',
      before: false,
      value: 'SH-0042',
      help: en('What stands after a delimiter.', '取分隔符之后的文本。'),
    },
  ].map(({ name, before, value, help }) =>
    define({
      name,
      parameters: [
        text('text'),
        text('delimiter'),
        emptyOmits(or(number('occurrence'), 1)),
        or(number('match_mode'), 0),
        or(number('match_end'), 0),
        emptyOmits(maybe(any('if_not_found'))),
      ],
      result: 'text',
      help,
      example: [`${name}("CN-SH-0042", "-")`, value],
      kernel: ([source, delimiter, occurrence, mode, end, otherwise]) =>
        cutAt(source, delimiter, countOf(occurrence), mode !== 0, end !== 0, before) ?? otherwise ?? errors['#N/A'],
    }),
  ),
]);

/** The part before or after an occurrence of a delimiter, counted from the end where negative. Undefined: not found. */
function cutAt(
  source: string,
  delimiter: string,
  occurrence: number,
  ignoreCase: boolean,
  matchEnd: boolean,
  before: boolean,
): Value | undefined {
  if (occurrence === 0 || Math.abs(occurrence) > Math.max(1, source.length)) return errors['#VALUE!'];
  const [searched, wanted] = ignoreCase ? [foldCase(source), foldCase(delimiter)] : [source, delimiter];
  if (wanted === '') return occurrence > 0 === before ? '' : source;
  const places: number[] = [];
  for (let at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, at + wanted.length)) places.push(at);
  const place = occurrence > 0 ? places[occurrence - 1] : places[places.length + occurrence];
  if (place !== undefined) return before ? source.slice(0, place) : source.slice(place + wanted.length);
  if (!matchEnd || Math.abs(occurrence) !== places.length + 1) return undefined;
  return occurrence > 0 === before ? source : '';
}
