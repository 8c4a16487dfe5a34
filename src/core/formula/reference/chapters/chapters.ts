/** All chapters, in the order of reading. */
import { MAX_ARRAY, MAX_CHAIN, MAX_DEPTH, MAX_LENGTH, MAX_TEXT, MAX_TOKENS } from '../../limits.ts';
import { chapter, rows, show, text, type Chapter } from './chapter.ts';
import { differences } from './differences.ts';
import { meaningChapters } from './meaning.ts';
import { writingChapters } from './writing.ts';

const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
const most = (count: number, en: string, zh: string): [string, string] => [
  `${grouped(count)} ${en}`,
  `${grouped(count)} ${zh}`,
];

const limits = chapter('limits', {
  title: ['Limits', '限制'],
  summary: ['How large and how deep a formula may be.', '公式的长度和层数限制。'],
  words: 'maximum length depth size 最大 长度 层数 上限',
  blocks: [
    rows(
      [
        ['What', '项目'],
        ['At most', '上限'],
        ['If it is not enough', '不够时'],
      ],
      [
        ['length of a formula', '公式长度'],
        most(MAX_LENGTH, 'characters', '个字符'),
        ['split it into columns', '拆成几列'],
      ],
      [
        ['names, values and operators', '名称、值和运算符'],
        most(MAX_TOKENS, 'in one formula', '个'),
        ['split it into columns', '拆成几列'],
      ],
      [
        ['operators in one chain', '连写的运算符'],
        most(MAX_CHAIN, 'side by side', '个'),
        ['compute a part in a column of its own', '把一部分单独算成一列'],
      ],
      [
        ['nested brackets and calls', '括号与函数嵌套'],
        most(MAX_DEPTH, 'levels', '层'),
        ['name parts with LET', '用 LET 给各部分命名'],
      ],
      [
        ['length of a text', '文本长度'],
        most(MAX_TEXT, 'characters', '个字符'),
        ['the result is #VALUE!', '结果为 #VALUE!'],
      ],
      [
        ['constants in one list', '一个列表中的常量'],
        most(MAX_ARRAY, 'values', '个'),
        ['put them into a table', '放到数据表里'],
      ],
      [
        ['digits of a number', '数值位数'],
        ['15, as in Excel', '15 位，与 Excel 相同'],
        ['keep long numbers such as order numbers as text', '订单号等长数字请存为文本'],
      ],
      [
        ['dates', '日期'],
        ['30 December 1899 to the end of 9999 in functions', '函数中为 1899-12-30 到 9999 年底'],
        ['the result is #NUM!', '结果为 #NUM!'],
      ],
    ),
    text(
      'There is no clock and no dice: TODAY() and NOW() read the run’s as-of date, RAND does not exist. The same run gives the same answer, always.',
      '没有时钟也没有随机数：TODAY() 和 NOW() 读取运行的基准日期，没有 RAND。同一次运行的结果永远相同。',
    ),
    show('LEN(REPT("x", 32767))', 32_767, 'One more gives #VALUE!.', '再多一个就是 #VALUE!。'),
  ],
});

const excel = chapter('differences-from-excel', {
  title: ['Differences from Excel', '与 Excel 的差异'],
  summary: [
    'Where this page is silent, the language does what Excel’s documentation says.',
    '这里没有提到的，都与 Excel 文档一致。',
  ],
  words: 'excel spreadsheet compatibility 兼容 电子表格 区别',
  blocks: [
    rows(
      [
        ['Where we differ', '差异'],
        ['Why', '原因'],
      ],
      ...differences.map(({ where, why }) => [where, why]),
    ),
    show(
      '-2 ^ 2',
      4,
      'Many surprises are Excel’s own, and kept: exported workbooks must compute the same.',
      '许多“意外”本就是 Excel 的规则，我们照样保留：导出的工作簿必须算出相同的结果。',
    ),
  ],
});

export const chapters: readonly Chapter[] = [...writingChapters, ...meaningChapters, limits, excel];
