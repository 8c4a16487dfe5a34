/** Notes on text functions. */
import type { Pair } from '../example.ts';
import { note, type Notes } from './note.ts';

const characters: Pair = ['A Chinese character counts as one.', '一个汉字算一个字符。'];
const notFound: Pair = ['If it is not there, the result is #VALUE!.', '找不到时返回 #VALUE!。'];
const afterBefore: Pair = [
  'A negative occurrence counts from the end; match mode 1 ignores case. If the delimiter is missing, the result is #N/A or the last argument.',
  '第几处为负时从末尾数；匹配方式 1 不区分大小写。没有分隔符时返回 #N/A 或最后一个参数。',
];
const same: Pair = ['`a & b` does the same for two texts.', '两段文本也可写作 `a & b`。'];

export const textNotes: Notes = {
  CONCAT: note('TEXTJOIN CONCATENATE', 'join combine 连接 拼接 合并', same),
  CONCATENATE: note('CONCAT TEXTJOIN', 'join combine 连接 拼接', same),
  TEXTJOIN: note('CONCAT SUBSTITUTE', 'join list separator 连接 拼接 分隔', [
    'In the group place it lists a whole column: `TEXTJOIN(", ", TRUE, product)`.',
    '在分组公式中可列出整列：`TEXTJOIN(", ", TRUE, product)`。',
  ]),
  LEFT: note('RIGHT MID TEXTBEFORE', 'first characters prefix 前几位 开头', characters),
  RIGHT: note('LEFT MID TEXTAFTER', 'last characters suffix 后几位 末尾', characters),
  MID: note('LEFT RIGHT FIND', 'substring part 中间 截取', characters, [
    'The first character is number 1.',
    '第一个字符的位置是 1。',
  ]),
  LEN: note('TRIM LEFT', 'length how long 长度 字数', characters),
  LOWER: note('UPPER PROPER', 'lower case 小写'),
  UPPER: note('LOWER PROPER', 'upper case capitals 大写'),
  PROPER: note('UPPER LOWER', 'title case names 首字母大写 姓名'),
  TRIM: note('CLEAN SUBSTITUTE', 'spaces clean 空格 清理 去空格'),
  CLEAN: note('TRIM SUBSTITUTE', 'control characters 不可见字符 清理'),
  SUBSTITUTE: note('REPLACE TRIM TEXTAFTER', 'replace find change 替换 更换', [
    'Case matters here. Without an occurrence every one is replaced.',
    '区分大小写。不写第几处时全部替换。',
  ]),
  REPLACE: note('SUBSTITUTE MID', 'replace position overwrite 替换 位置 掩码'),
  FIND: note('SEARCH MID', 'position case sensitive 查找 位置', notFound),
  SEARCH: note('FIND ISNUMBER', 'position contains 包含 查找 位置', notFound, [
    'To ask whether a text contains another: `ISNUMBER(SEARCH("renew", name))`. `~?` and `~*` find the signs themselves.',
    '判断是否包含：`ISNUMBER(SEARCH("renew", name))`。`~?` 和 `~*` 查找符号本身。',
  ]),
  EXACT: note('IF', 'same case sensitive 完全相同 区分大小写', [
    'The sign `=` compares text without case.',
    '等号 `=` 比较文本时不区分大小写。',
  ]),
  REPT: note('LEN TEXT', 'repeat pad bar 重复 条形'),
  T: note('N ISTEXT', 'only text 取文本'),
  N: note('T VALUE', 'only number 取数值'),
  TEXTBEFORE: note('TEXTAFTER LEFT', 'before delimiter split 之前 拆分 前缀', afterBefore),
  TEXTAFTER: note('TEXTBEFORE RIGHT', 'after delimiter split domain 之后 拆分 后缀', afterBefore),
  TEXT: note(
    'FIXED VALUE FISCALPERIOD',
    'format date number string 格式 日期文本 千分位',
    [
      'Codes: `0` and `#` digits, `,` thousands, `%`, `yyyy-mm-dd`, `h:mm`, `"text"`; parts after `;` for negatives, zero and text.',
      '代码：`0`、`#` 数位，`,` 千位，`%`，`yyyy-mm-dd`，`h:mm`，`"文本"`；用 `;` 分开负数、零和文本的格式。',
    ],
    [
      'The result is text: sums pass over it. For display alone, set the column’s format instead.',
      '结果是文本，求和时会被跳过。只为显示时，请改设列的格式。',
    ],
  ),
  VALUE: note('NUMBERVALUE TEXT ISNUMBER', 'parse convert number 转换 转数值', [
    'It reads `1,234.50`, `$5`, `12%`, `(5)`, dates and times; anything else gives #VALUE!.',
    '可读 `1,234.50`、`$5`、`12%`、`(5)`、日期和时间；其他返回 #VALUE!。',
  ]),
  NUMBERVALUE: note('VALUE SUBSTITUTE', 'parse european decimal comma 转换 小数点'),
  FIXED: note('TEXT ROUND', 'format decimals string 固定小数', [
    'The result is text. ROUND keeps a number.',
    '结果是文本；ROUND 的结果仍是数值。',
  ]),
  CHAR: note('CODE UNICHAR', 'character line break 字符 换行', ['`CHAR(10)` is a line break.', '`CHAR(10)` 是换行。']),
  CODE: note('CHAR UNICODE', 'character number 字符代码', [
    'Characters beyond Western European ones give 63; UNICODE knows them all.',
    '西欧字符以外返回 63；UNICODE 支持所有字符。',
  ]),
  UNICHAR: note('UNICODE CHAR', 'character symbol 字符 符号'),
  UNICODE: note('UNICHAR CODE', 'character number 字符编号'),
};
