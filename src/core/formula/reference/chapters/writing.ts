/** Chapters on how formulas are written: the first formula, values, operators, names. */
import { serialOf } from '../../../calendar/civil.ts';
import { dates, given, money, numbers, percents, table, texts } from '../example.ts';
import { chapter, heading, list, rows, show, showOn, text, type Chapter } from './chapter.ts';

const deals = table(
  [texts('rep', 'Rep', '销售'), money('amount', 'Amount', '金额')],
  [
    ['Ann', 12_000],
    ['Bo', 7000],
    ['Ann', 3000],
  ],
);

const first = chapter('first-formula', {
  title: ['Your first formula', '第一个公式'],
  summary: [
    'Who knows Excel knows this language: same signs, same functions, names instead of cells.',
    '会用 Excel 就会用：运算符和函数相同，只是用名称代替单元格。',
  ],
  words: 'start basics syntax comment tutorial 入门 语法 注释 教程 基础',
  blocks: [
    text(
      'A formula is made of values, names and functions. Change anything below: the answer follows at once.',
      '公式由值、名称和函数组成。下面的内容都可以改，结果立即更新。',
    ),
    showOn(
      {
        place: 'row',
        rows: table(
          [texts('rep', 'Rep', '销售'), money('amount', 'Amount', '金额')],
          [
            ['Ann', 12_000],
            ['Bo', 7000],
          ],
        ),
        parameters: [given(percents('rate', 'Rate', '费率'), 0.03)],
      },
      'ROUND(amount * rate, 2)',
      [360, 210],
      '`amount` is this row’s amount, `rate` a parameter: one value for all rows.',
      '`amount` 是本行的金额，`rate` 是参数：所有行共用一个值。',
    ),
    list(
      [
        'Arguments are separated by commas: `IF(a > b, a, b)`. A leading `=` may stand there; it is ignored.',
        '参数用逗号分隔：`IF(a > b, a, b)`。开头可以写 `=`，会被忽略。',
      ],
      [
        'Upper and lower case are the same: `sum(Amount)` is `SUM(amount)`. Spaces and line breaks are free.',
        '不区分大小写：`sum(Amount)` 就是 `SUM(amount)`。空格和换行随意。',
      ],
      [
        'Chinese punctuation is read as its twin: `IF（a，b）` works. Inside a text it stays as it is.',
        '中文标点等同于英文标点：`IF（a，b）` 可用。文本内部保持原样。',
      ],
      ['Comments stand between `/*` and `*/`.', '注释写在 `/*` 和 `*/` 之间。'],
    ),
    show(
      'IF（3 > 2，“是”，“否”）/* 中文标点 */',
      '是',
      'Full-width brackets, commas and quotes, and a comment.',
      '全角括号、逗号、引号和注释。',
    ),
    text(
      'Press F1 in any formula for the function under the cursor. While typing, functions are found by English name or Chinese help.',
      '在任何公式里按 F1 查看光标处的函数。输入时可按英文名称或中文说明查找函数。',
    ),
  ],
});

const values = chapter('values', {
  title: ['Numbers, text and dates', '数值、文本与日期'],
  summary: [
    'What a value can be, how it is written, and how one kind becomes another.',
    '值有哪些类型、怎么写、如何转换。',
  ],
  words: 'type literal string boolean percent serial 类型 字面量 逻辑值 序列号',
  blocks: [
    rows(
      [
        ['Kind', '类型'],
        ['Written', '写法'],
        ['Mind', '注意'],
      ],
      [['number', '数值'], '`1`  `1.5`  `1e6`  `12%`', ['`12%` is 0.12', '`12%` 就是 0.12']],
      [['text', '文本'], '`"won"`  `"say ""hi"""`', ['a quote inside is doubled', '内部的引号写两个']],
      [['truth', '逻辑值'], '`TRUE`  `FALSE`', ['counts as 1 and 0 in arithmetic', '参与运算时为 1 和 0']],
      [
        ['date', '日期'],
        '`DATE(2026, 9, 30)`',
        ['a number of days: adding 1 is the next day', '即天数：加 1 就是第二天'],
      ],
      [['list', '列表'], '`{1, 2; 3, 4}`', ['only as an argument; `;` begins a row', '只能作为参数；`;` 表示换行']],
    ),
    show(
      '"5" + 1',
      6,
      'Numeric text is a number in arithmetic; the checker says so, because a typing error in the data would give #VALUE!.',
      '数字文本可参与运算；检查器会提醒，因为数据写错时会得到 #VALUE!。',
    ),
    show('12% * 50', 6, '% divides by a hundred.', '% 表示除以一百。'),
    show(
      '"total: " & 5 * 2',
      'total: 10',
      '& joins; a number becomes text with up to 15 digits.',
      '& 用于连接；数值转成最多 15 位的文本。',
    ),
    show(
      'DATE(2026, 9, 30) + 30',
      serialOf(2026, 10, 30),
      'Thirty days later. The result is a date and is shown as one.',
      '三十天之后。结果仍是日期，按日期显示。',
    ),
    show(
      'DATE(2026, 10, 1) - DATE(2026, 9, 1)',
      30,
      'The difference of two dates is a number of days.',
      '两个日期相减得到天数。',
    ),
    heading('Order between kinds', '不同类型之间的大小'),
    text(
      'Numbers come before text, text before TRUE and FALSE. `1 = "1"` is FALSE: convert with VALUE or TEXT where both should match.',
      '数值小于文本，文本小于逻辑值。`1 = "1"` 为 FALSE：需要相等时请用 VALUE 或 TEXT 转换。',
    ),
  ],
});

const operators = chapter('operators', {
  title: ['Operators and precedence', '运算符与优先级'],
  summary: [
    'The signs, which binds first, and two surprises that Excel has too.',
    '有哪些运算符、谁先算，以及与 Excel 相同的两处意外。',
  ],
  words: 'plus minus times power compare precedence order 加减乘除 乘方 比较 优先级',
  blocks: [
    text(
      'The tightest first; of equals, from left to right. Brackets decide otherwise.',
      '越靠上越先算；同级从左到右。用括号可以改变顺序。',
    ),
    rows(
      [
        ['Sign', '运算符'],
        ['Meaning', '含义'],
        ['Example', '示例'],
      ],
      ['`-` `+`', ['sign of a number', '正负号'], '`-amount`'],
      ['`%`', ['hundredths', '百分之'], '`5%`'],
      ['`^`', ['power', '乘方'], '`1.05 ^ 3`'],
      ['`*` `/`', ['times, divided by', '乘、除'], '`amount * rate`'],
      ['`+` `-`', ['plus, minus', '加、减'], '`base + bonus`'],
      ['`&`', ['joins texts', '连接文本'], '`first & " " & last`'],
      ['`=` `<>` `<` `<=` `>` `>=`', ['compares', '比较'], '`stage <> "lost"`'],
    ),
    show(
      '-2 ^ 2',
      4,
      'The sign binds before the power, as in Excel. Write `-(2 ^ 2)` for −4.',
      '与 Excel 相同，负号先于乘方。要得到 -4 请写 `-(2 ^ 2)`。',
    ),
    show('2 ^ 3 ^ 2', 64, 'Powers are taken from the left: (2³)².', '乘方从左往右算：(2³)²。'),
    show('1 + 2 & 3', '33', '& comes after +.', '& 在 + 之后计算。'),
    show(
      '"East" = "EAST"',
      true,
      'Texts are compared without case; EXACT looks at case.',
      '文本比较不区分大小写；EXACT 区分。',
    ),
  ],
});

const names = chapter('names-and-tables', {
  title: ['Names and tables', '名称与数据表'],
  summary: [
    'Columns, parameters and whole tables instead of cells such as B2.',
    '用列、参数和整张表代替 B2 这样的单元格。',
  ],
  words: 'column parameter table reference brackets name rename 列 参数 引用 方括号 改名',
  blocks: [
    rows(
      [
        ['Written', '写法'],
        ['Means', '含义'],
      ],
      ['`amount`', ['this row’s amount, a parameter, or a name of LET', '本行的金额，或参数，或 LET 中的名称']],
      ['`[Close Date]`', ['a name with spaces or signs; `]]` stands for `]`', '含空格或符号的名称；`]]` 表示 `]`']],
      ['`deals[amount]`', ['the whole column of the table deals', '表 deals 的整列']],
      ['`deals[]`', ['the whole table, for VLOOKUP and INDEX', '整张表，用于 VLOOKUP、INDEX']],
      ['`prior[balance]`', ['the state before this row, where rows are carried forward', '逐行结转时本行之前的状态']],
    ),
    showOn(
      { place: 'row', rows: table([texts('rep', 'Rep', '销售')], [['Ann'], ['Bo']]), tables: { deals } },
      'SUMIFS(deals[amount], deals[rep], rep)',
      [15_000, 7000],
      '`rep` is this row’s, `deals[rep]` the whole column. Computed as a group and a join, never row by row.',
      '`rep` 是本行的值，`deals[rep]` 是整列。按“分组再关联”计算，不会逐行扫描。',
    ),
    showOn(
      {
        place: 'row',
        rows: table(
          [
            money('销售额', 'Sales', '销售额'),
            dates('Close Date', 'Close date', '成交日期'),
            numbers('提成率', 'Rate', '提成率'),
          ],
          [[5000, serialOf(2026, 9, 30), 0.04]],
        ),
      },
      'IF(MONTH([Close Date]) = 9, 销售额 * 提成率, 0)',
      [200],
      'Names may be Chinese; only names with spaces or signs need brackets.',
      '名称可以是中文；只有含空格或符号的名称才需要方括号。',
    ),
    text(
      'A name that does not exist is told with the nearest one as a quick fix. Renaming a column changes every formula that uses it, in one step that can be undone.',
      '名称不存在时会提示最接近的名称并可一键修正。给列改名时，所有用到它的公式一并修改，一步即可撤销。',
    ),
  ],
});

export const writingChapters: readonly Chapter[] = [first, values, operators, names];
