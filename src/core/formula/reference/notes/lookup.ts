/** Notes on look-ups. */
import type { Pair } from '../example.ts';
import { note, type Notes } from './note.ts';

const sorted: Pair = [
  'Approximate search needs the first row or column in ascending order.',
  '近似匹配要求首行或首列按升序排列。',
];
const exactPlease: Pair = [
  'The last argument is TRUE if left off: write FALSE for an exact match.',
  '省略最后一个参数时为近似匹配：精确匹配请写 FALSE。',
];

export const lookupNotes: Notes = {
  XLOOKUP: note(
    'SUMIFS INDEX VLOOKUP IFNA',
    'find join map price lookup 查找 匹配 关联 取值',
    [
      'The fourth argument is given back where nothing is found; without it the result is #N/A.',
      '第四个参数是找不到时的结果；省略则返回 #N/A。',
    ],
    [
      'Match mode: 0 exact, −1 exact or next smaller, 1 exact or next larger, 2 with wildcards, 3 a regular expression. No order of rows is needed.',
      '匹配方式：0 精确，-1 精确或次小，1 精确或次大，2 通配符，3 正则表达式。行的顺序不限。',
    ],
    ['Search mode −1 looks from the end: the latest row of a kind.', '搜索方式 -1 从末尾开始：取同类中最后的一行。'],
  ),
  XMATCH: note('MATCH INDEX XLOOKUP', 'position 位置 查找', [
    'Match and search modes are those of XLOOKUP.',
    '匹配方式和搜索方式与 XLOOKUP 相同。',
  ]),
  MATCH: note('XMATCH INDEX', 'position 位置 查找', [
    'Type 1 (when left off) and −1 need sorted columns; 0 finds the exact value in any order and takes wildcards.',
    '类型 1（省略时）和 -1 要求已排序；0 为精确查找，顺序不限，可用通配符。',
  ]),
  VLOOKUP: note('XLOOKUP HLOOKUP INDEX', 'find table column lookup 查找 首列', exactPlease, sorted, [
    'XLOOKUP needs no column number and survives new columns.',
    'XLOOKUP 不需要列号，增加列也不受影响。',
  ]),
  HLOOKUP: note('VLOOKUP XLOOKUP', 'find table row lookup 查找 首行', exactPlease, sorted),
  LOOKUP: note('XLOOKUP BANDS', 'find nearest below 查找 区间', sorted, [
    'Below the first value the result is #N/A.',
    '小于第一个值时返回 #N/A。',
  ]),
  INDEX: note('MATCH XMATCH XLOOKUP', 'nth cell position 第几行 取值', [
    'Row 0 means the whole column, column 0 the whole row: put it into SUM or another function of many values.',
    '行号 0 表示整列，列号 0 表示整行：请放进 SUM 等接受多个值的函数。',
  ]),
};
