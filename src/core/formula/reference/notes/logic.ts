/** Notes on logic and information functions. */
import { note, type Notes } from './note.ts';

export const logicNotes: Notes = {
  IF: note(
    'IFS SWITCH IFERROR AND',
    'if then else choose 如果 否则 判断 条件',
    [
      'Only the branch that is needed is computed: `IF(quota = 0, 0, sold / quota)` never divides by zero.',
      '只计算需要的分支：`IF(quota = 0, 0, sold / quota)` 不会除以零。',
    ],
    [
      'A blank condition counts as FALSE; a number as TRUE unless it is 0. Without the third argument the result is FALSE.',
      '空条件视为 FALSE；数值除 0 以外视为 TRUE。省略第三个参数时结果为 FALSE。',
    ],
  ),
  IFS: note('IF SWITCH BANDS', 'several conditions tiers grade 多条件 分级 等级', [
    'Conditions are asked in order; the first that holds wins. If none does, the result is #N/A: end with `TRUE, …` for “else”.',
    '按顺序判断，第一个成立的条件生效。都不成立时结果为 #N/A：用 `TRUE, …` 作为最后的“否则”。',
  ]),
  SWITCH: note('IFS CHOOSE XLOOKUP', 'case map codes 对照 代码 枚举', [
    'Text is compared without case. Without a default the result is #N/A when nothing is equal.',
    '文本比较不区分大小写。没有默认值且都不相等时，结果为 #N/A。',
  ]),
  CHOOSE: note('SWITCH INDEX', 'nth pick 第几个 选择', [
    'The index is cut to a whole number; outside the list the result is #VALUE!.',
    '序号取整；超出列表时结果为 #VALUE!。',
  ]),
  AND: note('OR NOT IF', 'all every both 并且 同时 全部', [
    'Every argument is computed, also after one was FALSE: protect a division with IF.',
    '所有参数都会计算，即使前面已有 FALSE：要避免除零，请用 IF。',
  ]),
  OR: note('AND XOR NOT', 'any either 或者 任一', [
    'To compare one value with several: `OR(region = "East", region = "West")`.',
    '一个值与多个值比较：`OR(region = "East", region = "West")`。',
  ]),
  XOR: note('OR AND', 'exclusive either or 异或'),
  NOT: note('AND OR IF', 'negate opposite 取反 非'),
  IFERROR: note('IFNA ISERROR IF chapter/blanks-and-errors', 'fallback default error handle 出错 默认值 容错', [
    'It hides every error, also a wrong name or wrong text. Where only “nothing found” is expected, IFNA hides less.',
    '它会掩盖所有错误，包括写错的内容。若只是“未找到”，用 IFNA 掩盖得更少。',
  ]),
  IFNA: note('IFERROR XLOOKUP ISNA', 'not found fallback 未找到 默认值'),
  TRUE: note('FALSE IF', 'yes 是 真', ['Also written without brackets: `TRUE`.', '也可以不写括号：`TRUE`。']),
  FALSE: note('TRUE IF', 'no 否 假', ['Also written without brackets: `FALSE`.', '也可以不写括号：`FALSE`。']),
  LET: note(
    'MAXIMIZE IF',
    'variable name step reuse 变量 命名 中间结果',
    [
      'A name holds only inside its LET and may use the names before it. It hides a column of the same name.',
      '名称只在本 LET 内有效，可使用前面的名称，并会遮住同名的列。',
    ],
    ['Each value is computed once, however often its name is used.', '每个值只计算一次，无论名称用了多少次。'],
  ),
  ISBLANK: note('COUNTBLANK IF N chapter/blanks-and-errors', 'empty missing null 空 缺失 未填', [
    'Empty text "" is not blank: it is a text without characters. `name = ""` holds for both.',
    '空文本 "" 不算空：它是没有字符的文本。`name = ""` 对两者都成立。',
  ]),
  ISNUMBER: note('ISTEXT VALUE ISBLANK', 'is numeric 是否数值', [
    'Dates are numbers too. Numeric text such as "5" is not.',
    '日期也是数值；"5" 这样的文本不是。',
  ]),
  ISTEXT: note('ISNONTEXT ISNUMBER', 'is string 是否文本'),
  ISNONTEXT: note('ISTEXT', 'not string 非文本'),
  ISLOGICAL: note('ISNUMBER ISTEXT', 'is boolean 是否逻辑值'),
  ISERROR: note('IFERROR ISERR ISNA', 'any error 是否错误'),
  ISERR: note('ISERROR ISNA', 'error except not found 错误'),
  ISNA: note('IFNA ISERROR', 'not found 未找到'),
  ISEVEN: note('ISODD MOD', 'parity 偶数', ['The decimal part is cut off first.', '先截去小数部分。']),
  ISODD: note('ISEVEN MOD', 'parity 奇数', ['The decimal part is cut off first.', '先截去小数部分。']),
  'ERROR.TYPE': note('ISERROR IFERROR', 'error number kind 错误编号', [
    'What is no error gives #N/A.',
    '不是错误的值返回 #N/A。',
  ]),
  NA: note('ISNA IFNA', 'missing not available 无值'),
};
