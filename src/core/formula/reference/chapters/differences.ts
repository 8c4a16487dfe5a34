/** Where the language differs from Excel: the one source, also of the table in the room's README. */
import type { Pair } from '../example.ts';

export interface Difference {
  readonly where: Pair;
  readonly why: Pair;
}

export const differences: readonly Difference[] = [
  {
    where: [
      '`=a` on a blank is blank, not 0; look-ups answer blank cells as blank',
      '对空值取 `=a` 得到空而不是 0；查找到空单元格时返回空',
    ],
    why: ['a table keeps "nothing" apart from zero', '数据表区分“没有”与零'],
  },
  {
    where: ['the first error in argument order wins, always', '多个错误时总取参数顺序中的第一个'],
    why: ["one rule; Excel's order depends on the function", '规则统一；Excel 的次序因函数而异'],
  },
  {
    where: [
      'every comparison is tolerant to 2^-48; INT, FLOOR, MOD take 15-digit values',
      '所有比较容许 2^-48 的误差；INT、FLOOR、MOD 按 15 位数值计算',
    ],
    why: ['a rep at exactly 120 % must reach the 120 % band', '恰好完成 120% 的人必须进入 120% 的档位'],
  },
  {
    where: ['look-ups, ranks and criteria compare 15-digit keys', '查找、排名和条件按 15 位的键比较'],
    why: ['tolerance is not transitive: groups and joins need keys', '误差不可传递：分组和关联需要确定的键'],
  },
  { where: ['SUM is compensated', 'SUM 带误差补偿'], why: ['ten times 0.1 is 1', '十个 0.1 等于 1'] },
  {
    where: ['serials below 61 count real days', '小于 61 的日期序号按真实天数计'],
    why: ['there was no 29 February 1900', '1900 年 2 月 29 日并不存在'],
  },
  {
    where: [
      'no cell references, sheets, volatile or dynamic arrays; whole columns only inside functions',
      '没有单元格引用、工作表、易失函数和动态数组；整列只能用在函数里',
    ],
    why: ['names instead of cells', '以名称代替单元格'],
  },
  {
    where: ["TODAY and NOW read the run's as-of instant; no RAND", 'TODAY 和 NOW 读取运行的基准时刻；没有 RAND'],
    why: ['runs repeat exactly', '每次运行的结果完全可重复'],
  },
  {
    where: [
      'at most 1,000 operators in one chain; 64 levels also count prefix signs',
      '一串运算最多 1,000 个运算符；64 层嵌套也计入前置符号',
    ],
    why: ['a bounded stack', '限制调用深度'],
  },
  {
    where: ['text orders by code point after case folding', '文本忽略大小写后按字符编码排序'],
    why: ["same everywhere; Excel's order depends on the locale", '处处一致；Excel 的次序因地区而异'],
  },
  {
    where: [
      "approximate look-ups and binary modes search in full; on columns in disorder Excel's answer is chance",
      '近似查找和二分方式也完整搜索；列未排序时 Excel 的结果纯属偶然',
    ],
    why: ['one answer whatever the order', '无论顺序如何，结果都一致'],
  },
  {
    where: ['regular expressions have no back references and no look-around', '正则表达式没有反向引用和环视'],
    why: ['they run in linear time', '保证线性时间内完成'],
  },
  {
    where: [
      'equal numbers have no spread: VAR, STDEV, SLOPE drop the dust of their mean',
      '相同的数没有离散：VAR、STDEV、SLOPE 去掉平均值的尾差',
    ],
    why: ['the same number three times varies by nothing', '同一个数出现三次，方差为零'],
  },
  {
    where: [
      'IRR, XIRR and RATE search on where Excel gives up; a return of nothing is 0',
      'Excel 放弃时，IRR、XIRR 和 RATE 继续求解；没有收益时为 0',
    ],
    why: ['an answer that exists is found', '存在的解总能找到'],
  },
  {
    where: [
      'SIN, COS and TAN take any number; Excel answers `#NUM!` from 2^27',
      'SIN、COS、TAN 接受任何数；Excel 从 2^27 起返回 `#NUM!`',
    ],
    why: ['no reason to refuse', '没有理由拒绝'],
  },
  {
    where: [
      'MROUND decides decimal ties away from zero; Excel promises nothing there',
      'MROUND 遇到小数中点时远离零；Excel 未作定义',
    ],
    why: ['the rule of ROUND', '与 ROUND 规则一致'],
  },
  {
    where: [
      'SUMIF and AVERAGEIF want ranges of one size; patterns and criteria may be longer than 255 signs',
      'SUMIF 和 AVERAGEIF 要求区域大小一致；模式和条件可超过 255 个字符',
    ],
    why: ['columns have no cells beside them; nothing is cut', '列的旁边没有单元格；也不截断'],
  },
  {
    where: ['`[DBNum]` is Chinese whatever the locale code says', '`[DBNum]` 无论区域代码如何都写中文数字'],
    why: ['the product speaks Chinese and English', '产品使用中文和英文'],
  },
  {
    where: [
      'PERCENTILE.DISC, COUNTUNIQUE and the `sales` group do not exist in Excel',
      'PERCENTILE.DISC、COUNTUNIQUE 和销售类函数是 Excel 没有的',
    ],
    why: ['ours', '本产品自有'],
  },
];
