import { expect, test } from 'vitest';
import type { FormulaPlace } from '../scope.ts';
import { marked, testScope } from '../testing/marked.ts';
import { checkFormula } from './check-formula.ts';

/** Each with the place the problem points at, its code, and the formula once the fix is taken. */
const cases: readonly (readonly [source: string, code: string, fixed: string, place?: FormulaPlace])[] = [
  ['«amuont» * 2', 'unknown-name', 'amount * 2'],
  ['«closedate» + 1', 'unknown-name', '[Close Date] + 1'],
  ['«金额» * 2', 'unknown-name', 'amount * 2'],
  ['«PI» * 2', 'unknown-name', 'PI() * 2'],
  ['LET(total, 1, «totl» * 2)', 'unknown-name', 'LET(total, 1, total * 2)'],
  ['«balance» + 1', 'unknown-name', 'prior[balance] + 1', 'fold'],
  ['«prior[balanc]» + 1', 'unknown-state', 'prior[balance] + 1', 'fold'],
  ['SUM(«deasl»[amount])', 'unknown-table', 'SUM(deals[amount])'],
  ['SUM(deals«[amout]»)', 'unknown-column', 'SUM(deals[amount])'],
  ['SUM(deals«[close dat]»)', 'unknown-column', 'SUM(deals[Close Date])'],
  ['«SUMM»(1, 2)', 'unknown-function', 'SUM(1, 2)'],
  ['«AVG»(amount, qty)', 'unknown-function', 'AVERAGE(amount, qty)'],
  ['«求和»(amount, qty)', 'unknown-function', 'SUM(amount, qty)'],
  ['«amount»()', 'name-as-function', 'amount'],
  ['«amount»(1 + rate)', 'name-as-function', 'amount * (1 + rate)'],
  ['LET(x, 2, «x»(3))', 'name-as-function', 'LET(x, 2, x * (3))'],
  ['SUM(amount) + «quota»', 'column-outside-aggregate', 'SUM(amount) + SUM(quota)', 'group'],
  ['«[Close Date]» + 1', 'column-outside-aggregate', 'MAX([Close Date]) + 1', 'group'],
  ['«won»', 'column-outside-aggregate', 'INDEX(won, 1)', 'group'],
  ['LET(x, «amount», SUM(x))', 'column-outside-aggregate', 'LET(x, SUM(amount), SUM(x))', 'group'],
  ['1 + «deals[amount]» * 2', 'many-for-one', '1 + SUM(deals[amount]) * 2'],
  ['ROUND(«deals[amount]», 2)', 'many-for-one', 'ROUND(SUM(deals[amount]), 2)'],
  ['MONTH(«deals[Close Date]»)', 'many-for-one', 'MONTH(MAX(deals[Close Date]))'],
  ['«deals[rep]» & "!"', 'many-for-one', 'INDEX(deals[rep], 1) & "!"'],
  ['«deals[]»', 'many-for-one', 'INDEX(deals[], 1, 1)'],
  ['qty * «{1,2}»', 'many-for-one', 'qty * SUM({1,2})'],
  ['LET(all, deals[amount], «all» * 2)', 'many-for-one', 'LET(all, deals[amount], SUM(all) * 2)'],
  ['LARGE(«5», 1)', 'one-for-many', 'LARGE({5}, 1)'],
  ['«rep» + 1', 'text-as-number', 'VALUE(rep) + 1'],
  ['qty + «"5"»', 'text-as-number', 'qty + 5'],
  ['qty - «"-5"»', 'text-as-number', 'qty - (-5)'],
  ['ABS(«rep»)', 'text-as-number', 'ABS(VALUE(rep))'],
  ['-«(rep & "1")»', 'text-as-number', '-VALUE((rep & "1"))'],
  ['«qty = "5"»', 'different-types', 'qty = 5'],
  ['«rep <> 5»', 'different-types', 'rep <> "5"'],
  ['«[Close Date] >= "2026-01-31"»', 'different-types', '[Close Date] >= DATEVALUE("2026-01-31")'],
  ['IF(«won = 1», 1, 2)', 'different-types', 'IF(won = TRUE, 1, 2)'],
  ['rate > «80»', 'percent-points', 'rate > 80%'],
  ['amount / quota >= «120»', 'percent-points', 'amount / quota >= 120%'],
  ['2 * IF(«TRUE», qty + 1, 0)', 'constant-condition', '2 * (qty + 1)'],
  ['IF(«1 > 2», amount)', 'constant-condition', 'FALSE'],
  ['«(»1 + 2', 'unclosed-parenthesis', '(1 + 2)'],
  ['SUM«(»1, 2', 'unclosed-parenthesis', 'SUM(1, 2)'],
  ['1 + 2«)»', 'extra-parenthesis', '1 + 2'],
  ['rep & «"abc»', 'unclosed-text', 'rep & "abc"'],
  ['«[Close Date» + 1', 'unclosed-bracket', '[Close Date] + 1'],
  ['SUM(deals«[amount»)', 'unclosed-bracket', 'SUM(deals[amount])'],
  ['SUM(deals«[Close Date» , 1)', 'unclosed-bracket', 'SUM(deals[Close Date] , 1)'],
  ['SUM(«{»1,2)', 'unclosed-brace', 'SUM({1,2})'],
  ['SUM«(»{1,2', 'unclosed-parenthesis', 'SUM({1,2)'],
  ['IF«(»won, "abc', 'unclosed-parenthesis', 'IF(won, "abc")'],
  ['1 + 2 «/* open»', 'unclosed-comment', '1 + 2 /* open*/'],
  ['ROUND(amount«;» 2)', 'semicolon', 'ROUND(amount, 2)'],
  ['IF(won«;» SUM(1, 2);　{1;2})', 'semicolon', 'IF(won, SUM(1, 2),　{1;2})'],
  ['SUM(amount«、»qty)', 'foreign-sign', 'SUM(amount,qty)'],
  ['qty «==» 1', 'foreign-sign', 'qty = 1'],
  ['«==»qty + 1', 'foreign-sign', '=qty + 1'],
  ['qty «!=» 1', 'foreign-sign', 'qty <> 1'],
  ['qty «=>» 1', 'foreign-sign', 'qty >= 1'],
  ['qty «=<» 1', 'foreign-sign', 'qty <= 1'],
  ['qty «**» 2', 'foreign-sign', 'qty ^ 2'],
  ["rep = «'Ann'»", 'foreign-sign', 'rep = "Ann"'],
  ['rep = «‘安’»', 'foreign-sign', 'rep = "安"'],
  ['won «&&» qty > 1 /* x */ && amount > 2', 'foreign-sign', 'AND(won, qty > 1 /* x */, amount > 2)'],
  ['IF(won «||» (qty > 1), 1, 2)', 'foreign-sign', 'IF(OR(won, (qty > 1)), 1, 2)'],
  ['IF(«!»won, 1, 2)', 'foreign-sign', 'IF(NOT(won), 1, 2)'],
  ['«!»(qty > 1)', 'foreign-sign', 'NOT(qty > 1)'],
  ['«Close Date» + 1', 'missing-operator', '[Close Date] + 1'],
  ['SUM(«deals [amount]»)', 'missing-operator', 'SUM(deals[amount])'],
];

const take = (text: string, place: FormulaPlace) => {
  const replace = checkFormula(text, testScope(place)).problems.find((one) => one.fix)?.fix?.replace;
  return replace && text.slice(0, replace.span.start) + replace.text + text.slice(replace.span.end);
};

test.each(cases.map(([source, code, fixed, place = 'row']) => ({ source, code, fixed, place })))(
  '$source ($code) becomes $fixed',
  ({ source, code, fixed, place }) => {
    const { text, spans } = marked(source);
    const { problems } = checkFormula(text, testScope(place));
    const first = problems.find((one) => one.fix);
    expect(first && { code: first.code, span: first.at.span }).toEqual({ code: `formula.${code}`, span: spans[0] });
    expect(take(text, place)).toBe(fixed);
  },
);

test('a formula with a fix checks clean once its fixes are taken', () => {
  for (const [source, , , place = 'row'] of cases) {
    let text = marked(source).text;
    for (let next = take(text, place); next !== undefined; next = take(text, place)) {
      expect(next).not.toBe(text);
      text = next;
    }
    expect([text, checkFormula(text, testScope(place)).problems]).toEqual([text, []]);
  }
});
