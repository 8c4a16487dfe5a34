/** Chapters on what formulas mean: blanks and errors, places, comparing and rounding, criteria. */
import { given, money, percents, table, texts } from '../example.ts';
import { chapter, heading, list, rows, show, showOn, text, type Chapter } from './chapter.ts';

const amount = money('amount', 'Amount', '金额');
const rep = texts('rep', 'Rep', '销售');

const blanks = chapter('blanks-and-errors', {
  title: ['Blanks and errors', '空值与错误'],
  summary: ['“Nothing” is not zero, and one bad row never stops a column.', '“没有”不等于零；一行出错不会影响整列。'],
  words: 'null empty missing #N/A #VALUE! #DIV/0! error 空 缺失 错误 报错',
  blocks: [
    text(
      'A blank is 0 in arithmetic, empty text beside text and FALSE as a condition. Totals pass over it: an average of 10 and a blank is 10.',
      '空值在运算中为 0，与文本连接时为空文本，作条件时为 FALSE。汇总时跳过：10 与空的平均值是 10。',
    ),
    showOn(
      {
        place: 'row',
        rows: table(
          [rep, amount],
          [
            ['Ann', 10],
            ['Bo', null],
          ],
        ),
      },
      'IF(ISBLANK(amount), "missing", amount + 1)',
      [11, 'missing'],
      'Clear a cell and see. Empty text `""` is not blank.',
      '清空一个单元格看看。空文本 `""` 不算空。',
    ),
    showOn(
      {
        place: 'group',
        rows: table(
          [rep, amount],
          [
            ['Ann', 10],
            ['Bo', null],
          ],
        ),
      },
      'AVERAGE(amount)',
      [10],
      'The blank does not count.',
      '空值不计入。',
    ),
    heading('Errors are values', '错误也是值'),
    text(
      'An error goes through every operator and most functions; of several, the first from the left is the result. IFERROR and IFNA catch it.',
      '错误会穿过所有运算符和大多数函数；有多个时取最左边的。IFERROR 和 IFNA 可以接住它。',
    ),
    rows(
      [
        ['Error', '错误'],
        ['Meaning', '含义'],
        ['What helps', '怎么办'],
      ],
      [
        '`#DIV/0!`',
        ['divided by zero, or a mean of nothing', '除以零，或对空数据求平均'],
        ['`IF(quota = 0, 0, sold / quota)`', '`IF(quota = 0, 0, sold / quota)`'],
      ],
      ['`#N/A`', ['nothing found', '未找到'], ['the default of XLOOKUP, or IFNA', 'XLOOKUP 的默认值，或 IFNA']],
      [
        '`#VALUE!`',
        ['text where a number is needed, or ranges of different size', '需要数值却是文本，或区域大小不同'],
        ['repair the data, or VALUE', '修正数据，或用 VALUE'],
      ],
      [
        '`#NUM!`',
        ['a number outside what the function takes', '数值超出函数的范围'],
        ['look at the arguments', '检查参数'],
      ],
      [
        '`#REF!`',
        ['a row or column that does not exist', '行或列不存在'],
        ['the positions given to INDEX or VLOOKUP', '检查 INDEX、VLOOKUP 的位置'],
      ],
      ['`#NAME?`', ['a name that is not known', '名称未知'], ['the quick fix under the formula', '公式下方的一键修正']],
    ),
    show(
      'IFERROR(VALUE("n/a"), 0)',
      0,
      'Take the IFERROR away to see the error itself.',
      '去掉 IFERROR 就能看到错误本身。',
    ),
  ],
});

const places = chapter('places', {
  title: ['Places: row, group, one value, carried forward', '位置：逐行、分组、单值、结转'],
  summary: [
    'The same language stands in four places; what a bare name means depends on the place.',
    '同一种语言用在四个位置；单独的名称在不同位置含义不同。',
  ],
  words: 'row group scalar fold prior aggregate context 逐行 分组 聚合 结转 上下文',
  blocks: [
    heading('Row', '逐行'),
    text(
      'A column or a filter: once for each row. A bare name is this row’s value.',
      '用于新列和筛选：每行算一次。单独的名称是本行的值。',
    ),
    showOn(
      {
        place: 'row',
        rows: table(
          [rep, amount],
          [
            ['Ann', 400],
            ['Bo', 1000],
          ],
        ),
      },
      'amount * 0.05',
      [20, 50],
      'Two rows, two values.',
      '两行，两个值。',
    ),
    heading('Group', '分组'),
    text(
      'Over the rows of a group. Columns stand inside totals such as SUM; what the groups are made by may stand bare.',
      '对一组的各行计算。列要放在 SUM 等汇总函数里；分组依据的列可以单独出现。',
    ),
    showOn(
      {
        place: 'group',
        rows: table(
          [rep, amount, money('quota', 'Quota', '指标')],
          [
            ['Ann', 400, 1000],
            ['Ann', 800, 500],
          ],
        ),
      },
      'SUM(amount) / SUM(quota)',
      [0.8],
      'One value for the whole group. Totals are divided, never shares averaged.',
      '整组一个值：先求和再相除，而不是平均各行的比例。',
    ),
    heading('One value', '单值'),
    text(
      'Parameters and whole tables only: a limit, a metric, the value of a form.',
      '只有参数和整张表：如限额、指标、表单的值。',
    ),
    showOn(
      {
        place: 'scalar',
        parameters: [given(percents('rate', 'Rate', '费率'), 0.03)],
        tables: {
          deals: table(
            [rep, amount],
            [
              ['Ann', 400],
              ['Bo', 1000],
            ],
          ),
        },
      },
      'SUM(deals[amount]) * rate',
      [42],
      'No row: columns need their table before them.',
      '没有“本行”：列前要写表名。',
    ),
    heading('Carried forward', '结转'),
    text(
      'Rows in order, each with the state that the row before left: balances, running totals, draws. `prior[…]` reads that state.',
      '按顺序逐行计算，每行可读取上一行留下的状态：余额、累计、预支。`prior[…]` 读取该状态。',
    ),
    showOn(
      {
        place: 'fold',
        rows: table(
          [texts('month', 'Month', '月份'), amount],
          [
            ['2026-01', 400],
            ['2026-02', 1000],
            ['2026-03', -200],
          ],
        ),
        state: given(money('balance', 'Balance', '余额'), 100),
      },
      'prior[balance] + amount',
      [500, 1500, 1300],
      'The first row sees what the state begins with.',
      '第一行看到的是初始状态。',
    ),
  ],
});

const comparing = chapter('comparing-and-rounding', {
  title: ['Comparing and rounding', '比较与舍入'],
  summary: [
    'Numbers behave as people read them: no cent is lost to binary fractions.',
    '数值按人的读法处理：不会因二进制小数差一分钱。',
  ],
  words: 'precision floating point tolerance cents equal 精度 浮点 误差 相等 四舍五入',
  blocks: [
    text(
      'Numbers are doubles with about 15 digits. Comparisons and bands take numbers as equal when they differ only by rounding noise (a relative 2⁻⁴⁸).',
      '数值为双精度，约 15 位有效数字。比较和阶梯会忽略舍入噪声（相对误差 2⁻⁴⁸）。',
    ),
    show('0.1 + 0.2 = 0.3', true, 'Most languages say FALSE here.', '多数编程语言这里得到 FALSE。'),
    show('0.1 + 0.2 - 0.3', 0, 'What is left by noise alone is 0.', '只剩噪声时结果为 0。'),
    show(
      'BANDS(1.1999999999999997, {0, 0.02; 1.2, 0.05}, "whole")',
      1.1999999999999997 * 0.05,
      'Who is at exactly 120 % reaches the 120 % band.',
      '恰好完成 120% 的人会进入 120% 的档位。',
    ),
    heading('Rounding', '舍入'),
    text(
      'ROUND and its kin look at the 15 digits that people read; halves go away from zero. INT, MOD and FLOOR do the same.',
      'ROUND 一族按人看到的 15 位数字处理，恰好一半时远离零。INT、MOD、FLOOR 也是如此。',
    ),
    show('ROUND(1.005, 2)', 1.01, 'Binary fractions alone would give 1.00.', '只按二进制小数会得到 1.00。'),
    show('ROUND(-2.5, 0)', -3, 'Halves go away from zero.', '恰好一半时远离零。'),
    show('INT((0.1 + 0.7) * 10)', 8, 'Not 7.', '不是 7。'),
    heading('Where nothing is tolerated', '不容误差之处'),
    text(
      'Groups, joins, distinct counts, ranks and exact look-ups compare keys: a number’s 15 digits, a text without case. Tolerance there would make groups overlap.',
      '分组、关联、去重、排名和精确查找按“键”比较：数值取 15 位，文本不区分大小写。若在此容许误差，各组就会重叠。',
    ),
    show('COUNTUNIQUE({"Ann", "ANN", "Bo"})', 2, 'Without case, as everywhere.', '与其他地方一样不区分大小写。'),
    text(
      'Amounts are rounded only where a formula or a node says so. Columns may show fewer digits than they hold.',
      '只有公式或节点要求时才会舍入金额。列显示的位数可能少于实际保存的位数。',
    ),
  ],
});

const deals = table(
  [texts('product', 'Product', '产品'), amount],
  [
    ['Pro', 900],
    ['Pro Plus', 1500],
    ['Basic', 300],
    [null, 50],
  ],
);
const over = { place: 'scalar', tables: { deals } } as const;

const criteria = chapter('criteria', {
  title: ['Criteria and wildcards', '条件与通配符'],
  summary: ['What SUMIFS, COUNTIFS and their kin take as conditions.', 'SUMIFS、COUNTIFS 等函数接受的条件写法。'],
  words: 'criteria condition wildcard pattern contains starts with between 条件 通配符 包含 开头 区间',
  blocks: [
    rows(
      [
        ['Criterion', '条件'],
        ['Holds for', '匹配'],
      ],
      ['`"won"`', ['this text, in any case', '该文本，不区分大小写']],
      ['`100`', ['this number, also as text "100"', '该数值，也包括文本 "100"']],
      ['`">=100"`', ['numbers from 100 on; text never', '大于等于 100 的数值，不含文本']],
      ['`"<>lost"`', ['everything else, blanks too', '其他一切，包括空值']],
      ['`"Pro*"`', ['texts that begin with Pro', '以 Pro 开头的文本']],
      ['`"*plus*"`', ['texts that contain plus', '包含 plus 的文本']],
      ['`"?????"`', ['texts of five signs', '正好五个字符的文本']],
      ['`"~*"`', ['an asterisk itself', '星号本身']],
      ['`""`', ['blanks and empty texts', '空值和空文本']],
      ['`"<>"`', ['everything that is not blank', '所有非空的值']],
      ['`">=" & limit`', ['a sign joined to a computed value', '比较符与计算出的值连接']],
    ),
    showOn(
      over,
      'SUMIFS(deals[amount], deals[product], "Pro*")',
      [2400],
      'Pro and Pro Plus. Try `"Pro"` or `"<>Pro*"`.',
      'Pro 和 Pro Plus。试试 `"Pro"` 或 `"<>Pro*"`。',
    ),
    showOn(
      over,
      'COUNTIFS(deals[amount], ">=300", deals[amount], "<1000")',
      [2],
      'Between two limits: the same column twice.',
      '介于两个界限之间：同一列写两次。',
    ),
    showOn(over, 'COUNTIF(deals[product], "")', [1], 'Rows without a product.', '没有产品的行。'),
    list(
      ['Dates are joined as numbers: `">=" & DATE(2026, 1, 1)`.', '日期按数值连接：`">=" & DATE(2026, 1, 1)`。'],
      [
        '“Either … or” is the sum of two counts, as long as no row fits both.',
        '“或者”可用两个计数相加，只要没有同时满足的行。',
      ],
    ),
  ],
});

export const meaningChapters: readonly Chapter[] = [blanks, places, comparing, criteria];
