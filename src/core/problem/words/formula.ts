import type { Bilingual } from '../problem.ts';
import type { WordsOf } from './words-of.ts';

type Nothing = Readonly<Record<never, never>>;
type Named = { readonly name: string; readonly nearest?: string };

export interface FormulaProblems {
  'formula.empty': Nothing;
  'formula.too-long': { readonly length: number; readonly limit: number };
  'formula.too-deep': { readonly limit: number };
  'formula.too-many-parts': { readonly parts: number; readonly limit: number };
  'formula.array-too-large': { readonly limit: number };
  'formula.unexpected-sign': { readonly sign: string };
  /** A sign that another language writes where ours is `use`: `==`, `&&`, single quotes. */
  'formula.foreign-sign': { readonly sign: string; readonly use: string };
  'formula.number-too-large': Nothing;
  'formula.unclosed-text': Nothing;
  'formula.unclosed-comment': Nothing;
  'formula.unclosed-bracket': Nothing;
  'formula.unclosed-parenthesis': Nothing;
  'formula.unclosed-brace': Nothing;
  'formula.extra-parenthesis': Nothing;
  /** `before`: the sign that stands where the value should. */
  'formula.missing-value': { readonly before?: string };
  'formula.missing-operator': Nothing;
  'formula.semicolon': Nothing;
  'formula.uneven-array': Nothing;
  'formula.array-of-constants': Nothing;
  'formula.unknown-name': Named;
  'formula.unknown-function': Named;
  /** `amount(1)`: a name before a bracket is a function always. */
  'formula.name-as-function': { readonly name: string };
  'formula.unknown-table': Named;
  'formula.unknown-column': { readonly table: string; readonly name: string; readonly nearest?: string };
  'formula.unknown-state': Named;
  'formula.state-outside-fold': Nothing;
  /** `most` is absent where the function takes any number. */
  'formula.argument-count': {
    readonly name: string;
    readonly given: number;
    readonly least: number;
    readonly most?: number;
  };
  'formula.unpaired-arguments': { readonly name: string };
  'formula.local-name': { readonly name: string };
  /** MAXIMIZE inside what MAXIMIZE tries: thousands of values for each of thousands. */
  'formula.nested-search': { readonly name: string };
  'formula.column-outside-aggregate': { readonly name: string };
  'formula.many-for-one': Nothing;
  'formula.one-for-many': { readonly name: string; readonly parameter: string };
  'formula.text-as-number': Nothing;
  'formula.text-as-condition': Nothing;
  'formula.different-types': { readonly left: Bilingual; readonly right: Bilingual };
  /** A percentage beside a plain number that must be meant in percent: `attainment > 80`. */
  'formula.percent-points': { readonly value: number };
  'formula.money-times-money': Nothing;
  'formula.sum-of-dates': Nothing;
  'formula.different-units': { readonly left: Bilingual; readonly right: Bilingual };
  'formula.constant-condition': Nothing;
  'formula.zero-divisor': Nothing;
}

const tableOrPlain = (table: string) => (table ? `“${table}”` : 'the table');
const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

function expectedEn(p: FormulaProblems['formula.argument-count']): string {
  if (p.most === undefined) return `at least ${count(p.least, 'argument', 'arguments')}`;
  if (p.most === p.least) return p.most === 0 ? 'no arguments' : count(p.most, 'argument', 'arguments');
  return `${p.least} to ${p.most} arguments`;
}

function expectedZh(p: FormulaProblems['formula.argument-count']): string {
  if (p.most === undefined) return `至少 ${p.least} 个参数`;
  if (p.most === p.least) return p.most === 0 ? '不带参数' : `${p.most} 个参数`;
  return `${p.least} 到 ${p.most} 个参数`;
}

export const formulaWords: WordsOf<FormulaProblems> = {
  en: {
    'formula.empty': () => 'The formula is empty. Type a value, a name or a function.',
    'formula.too-long': (p) =>
      `The formula has ${p.length} characters; ${p.limit} is the most. Split it into several columns.`,
    'formula.too-deep': (p) =>
      `The formula is nested or chained more than ${p.limit} deep. Compute a part of it in a column of its own.`,
    'formula.too-many-parts': (p) =>
      `The formula has ${p.parts} parts; ${p.limit} is the most. Compute some of them in columns of their own.`,
    'formula.array-too-large': (p) =>
      `A list in { } holds at most ${p.limit} constants. Keep longer lists in a table and name its columns.`,
    'formula.foreign-sign': (p) => `“${p.sign}” is not used in formulas: write ${p.use} instead.`,
    'formula.unexpected-sign': (p) =>
      `“${p.sign}” cannot stand here. Remove it, or put text in quotes and names in [brackets].`,
    'formula.number-too-large': () => 'This number is too large to compute with. The largest is about 1.8E+308.',
    'formula.unclosed-text': () => 'This text has no closing quote. Add " at its end.',
    'formula.unclosed-comment': () => 'This comment is not closed. Add */ at its end.',
    'formula.unclosed-bracket': () => 'This name has no closing bracket. Add ] at its end.',
    'formula.unclosed-parenthesis': () => 'This bracket is not closed. Add ) where it should end.',
    'formula.unclosed-brace': () => 'This list of constants is not closed. Add } at its end.',
    'formula.extra-parenthesis': () => 'There is a closing bracket too many. Remove it, or add ( before.',
    'formula.missing-value': (p) =>
      p.before
        ? `A value is missing before “${p.before}”. Type a number, a name or a function.`
        : 'The formula stops too early: a value is missing at its end.',
    'formula.missing-operator': () =>
      'Two values stand side by side. Put an operator such as +, * or & between them; a name with a space needs [brackets].',
    'formula.semicolon': () => 'Arguments are separated by commas. Replace ; with a comma.',
    'formula.uneven-array': () => 'The rows of a list in { } must be equally long, and not empty.',
    'formula.array-of-constants': () => 'A list in { } may hold only constants: numbers, text, TRUE and FALSE.',
    'formula.unknown-name': (p) =>
      `There is no column or parameter called “${p.name}”.${p.nearest ? ` Did you mean “${p.nearest}”?` : ' Check the spelling or add it first.'}`,
    'formula.unknown-function': (p) =>
      `There is no function called ${p.name}.${p.nearest ? ` Did you mean ${p.nearest}?` : ' Check the spelling.'}`,
    'formula.name-as-function': (p) =>
      `“${p.name}” is a name, not a function. Remove the brackets, or put an operator such as * before them.`,
    'formula.unknown-table': (p) =>
      `There is no table called “${p.name}”.${p.nearest ? ` Did you mean “${p.nearest}”?` : ' Check the spelling or add the table first.'}`,
    'formula.unknown-column': (p) =>
      `There is no column “${p.name}” in ${tableOrPlain(p.table)}.${p.nearest ? ` Did you mean “${p.nearest}”?` : ' Check the spelling.'}`,
    'formula.unknown-state': (p) =>
      `The state before this row has no value called “${p.name}”.${p.nearest ? ` Did you mean “${p.nearest}”?` : ' Check the spelling.'}`,
    'formula.state-outside-fold': () =>
      'prior[…] is the state before a row: it means something only where rows are carried forward in order.',
    'formula.argument-count': (p) => `${p.name} takes ${expectedEn(p)}, not ${p.given}.`,
    'formula.unpaired-arguments': (p) =>
      `The arguments of ${p.name} come in pairs; the last one has no partner. Add it, or remove the odd one.`,
    'formula.local-name': (p) =>
      `${p.name} needs a plain name here, such as total: letters, digits and _, starting with a letter.`,
    'formula.nested-search': (p) =>
      `${p.name} cannot stand inside what another ${p.name} tries: it would never end. Compute the inner one in a column of its own.`,
    'formula.column-outside-aggregate': (p) =>
      `“${p.name}” has many values in a group. Put it into an aggregate such as SUM(${p.name}), or group by it.`,
    'formula.many-for-one': () =>
      'A whole column or list stands where one value is needed. Put it into SUM, MAX, INDEX or another function that makes one value of it.',
    'formula.one-for-many': (p) => `“${p.parameter}” of ${p.name} must be a column, a table or a list such as {1,2}.`,
    'formula.text-as-number': () =>
      'Text is used as a number here. Where it is not numeric the result is #VALUE!; VALUE( ) says so openly.',
    'formula.text-as-condition': () =>
      'Text is used as a condition here: unless it reads TRUE or FALSE the result is #VALUE!. Compare it with something.',
    'formula.different-types': (p) =>
      `This compares ${p.left.en} with ${p.right.en}: they are never equal. Convert one of them.`,
    'formula.percent-points': (p) =>
      `${p.value} beside a percentage means ${Number((p.value * 100).toPrecision(12))} %. Write ${p.value}% if that is meant.`,
    'formula.money-times-money': () => 'Money times money has no meaning. Multiply money by a number or a percentage.',
    'formula.sum-of-dates': () => 'A date plus a date has no meaning. Add a number of days, or subtract the dates.',
    'formula.different-units': (p) =>
      `This puts ${p.left.en} and ${p.right.en} together. Check that it is meant, or convert one of them.`,
    'formula.constant-condition': () => 'This condition never changes: one of the branches is never used.',
    'formula.zero-divisor': () => 'This divides by zero: the result is always #DIV/0!.',
  },
  'zh-CN': {
    'formula.empty': () => '公式是空的。请输入数值、名称或函数。',
    'formula.too-long': (p) => `公式有 ${p.length} 个字符，最多 ${p.limit} 个。请拆分成几列。`,
    'formula.too-deep': (p) => `公式的嵌套或连写超过 ${p.limit} 层。请把其中一部分单独算成一列。`,
    'formula.too-many-parts': (p) => `公式有 ${p.parts} 个部分，最多 ${p.limit} 个。请把一部分单独算成列。`,
    'formula.array-too-large': (p) => `{ } 里最多放 ${p.limit} 个常量。更长的列表请放在表里，再引用它的列。`,
    'formula.foreign-sign': (p) => `公式里不用“${p.sign}”，请改写为 ${p.use}。`,
    'formula.unexpected-sign': (p) => `“${p.sign}”不能出现在这里。请删除它；文本要加引号，名称要加 [方括号]。`,
    'formula.number-too-large': () => '这个数太大，无法计算。最大约为 1.8E+308。',
    'formula.unclosed-text': () => '这段文本缺少右引号。请在末尾补上 "。',
    'formula.unclosed-comment': () => '这段注释没有结束。请在末尾补上 */。',
    'formula.unclosed-bracket': () => '这个名称缺少右方括号。请在末尾补上 ]。',
    'formula.unclosed-parenthesis': () => '这个括号没有闭合。请在该结束的地方补上 )。',
    'formula.unclosed-brace': () => '这个常量列表没有闭合。请在末尾补上 }。',
    'formula.extra-parenthesis': () => '多了一个右括号。请删除它，或在前面补上 (。',
    'formula.missing-value': (p) =>
      p.before ? `“${p.before}”之前缺少一个值。请输入数值、名称或函数。` : '公式没有写完：末尾缺少一个值。',
    'formula.missing-operator': () => '两个值并排在一起。请在中间加运算符，如 +、* 或 &；带空格的名称要加 [方括号]。',
    'formula.semicolon': () => '参数之间用逗号分隔。请把 ; 换成逗号。',
    'formula.uneven-array': () => '{ } 里的各行长度必须相同，且不能为空。',
    'formula.array-of-constants': () => '{ } 里只能放常量：数值、文本、TRUE 和 FALSE。',
    'formula.unknown-name': (p) =>
      `没有名为“${p.name}”的列或参数。${p.nearest ? `是否想用“${p.nearest}”？` : '请检查拼写，或先添加它。'}`,
    'formula.unknown-function': (p) =>
      `没有名为 ${p.name} 的函数。${p.nearest ? `是否想用 ${p.nearest}？` : '请检查拼写。'}`,
    'formula.name-as-function': (p) => `“${p.name}”是名称，不是函数。请去掉括号，或在括号前加 * 等运算符。`,
    'formula.unknown-table': (p) =>
      `没有名为“${p.name}”的表。${p.nearest ? `是否想用“${p.nearest}”？` : '请检查拼写，或先添加这张表。'}`,
    'formula.unknown-column': (p) =>
      `${p.table ? `表“${p.table}”` : '这张表'}里没有列“${p.name}”。${p.nearest ? `是否想用“${p.nearest}”？` : '请检查拼写。'}`,
    'formula.unknown-state': (p) =>
      `上一行的状态里没有“${p.name}”。${p.nearest ? `是否想用“${p.nearest}”？` : '请检查拼写。'}`,
    'formula.state-outside-fold': () => 'prior[…] 表示本行之前的状态，只能用在按顺序逐行结转的地方。',
    'formula.argument-count': (p) => `${p.name} 需要${expectedZh(p)}，这里有 ${p.given} 个。`,
    'formula.unpaired-arguments': (p) => `${p.name} 的参数要成对出现，最后一个没有配对。请补上或删除多出的那个。`,
    'formula.local-name': (p) =>
      `${p.name} 在这里需要一个普通名称，例如 合计：以字母或汉字开头，由字母、汉字、数字和 _ 组成。`,
    'formula.nested-search': (p) =>
      `${p.name} 不能放在另一个 ${p.name} 试算的公式里，否则永远算不完。请把里面的单独算成一列。`,
    'formula.column-outside-aggregate': (p) =>
      `“${p.name}”在一组里有多个值。请放进聚合函数，如 SUM(${p.name})，或把它设为分组列。`,
    'formula.many-for-one': () => '这里需要一个值，却给了整列或列表。请用 SUM、MAX、INDEX 等函数得到一个值。',
    'formula.one-for-many': (p) => `${p.name} 的“${p.parameter}”必须是一列、一张表或 {1,2} 这样的列表。`,
    'formula.text-as-number': () => '这里把文本当作数值使用。文本不是数字时结果为 #VALUE!；用 VALUE( ) 可明确表示。',
    'formula.text-as-condition': () =>
      '这里把文本当作条件使用。除非文本是 TRUE 或 FALSE，结果为 #VALUE!。请把它与某个值比较。',
    'formula.different-types': (p) =>
      `这里把${p.left['zh-CN']}与${p.right['zh-CN']}比较，两者永远不相等。请转换其中一个。`,
    'formula.percent-points': (p) =>
      `${p.value} 与百分比放在一起表示 ${Number((p.value * 100).toPrecision(12))} %。如果是指 ${p.value}%，请写成 ${p.value}%。`,
    'formula.money-times-money': () => '金额乘以金额没有意义。请用金额乘以数值或百分比。',
    'formula.sum-of-dates': () => '日期加日期没有意义。请加天数，或把两个日期相减。',
    'formula.different-units': (p) =>
      `这里把${p.left['zh-CN']}和${p.right['zh-CN']}放在一起。请确认是否有意如此，或先换算其中一个。`,
    'formula.constant-condition': () => '这个条件永远不变：有一个分支永远不会用到。',
    'formula.zero-divisor': () => '这里除以零：结果总是 #DIV/0!。',
  },
};
