import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFormula } from '../check/check-formula.ts';
import type { Expression } from '../expression.ts';
import { parseFormula } from '../parse.ts';
import { brokenFormulaOf, formulaOf } from '../testing/random-formula.ts';
import { testScope } from '../testing/marked.ts';
import { tokenize } from '../tokens.ts';
import { formatFormula } from './format-formula.ts';
import { namesIn } from './names-in.ts';
import { printFormula, substitute } from './print-formula.ts';
import { renameName } from './rename-name.ts';

function expressionOf(text: string): Expression {
  const { expression, problems } = checkFormula(text, testScope('fold'));
  if (!expression) throw new Error(`${text}: ${problems.map((one) => one.code).join(', ')}`);
  return expression;
}

/** A tree without its places in the text. */
function bare(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree, (name, value: unknown) => (/span$/i.test(name) ? undefined : value)));
}

describe('printing', { timeout: 60_000 }, () => {
  test.each([
    ['=min( base_x+1,2 )', undefined],
    ['1+2*3', '1 + 2 * 3'],
    ['(1+2)*3', '(1 + 2) * 3'],
    ['1-(2-3)', '1 - (2 - 3)'],
    ['(1-2)-3', '1 - 2 - 3'],
    ['2^(3^2)', '2 ^ (3 ^ 2)'],
    ['-(2^2)', '-(2 ^ 2)'],
    ['-2^2', '-2 ^ 2'],
    ['-(50%)', '-(50%)'],
    ['-50%', '-50%'],
    ['"a""b"&[close date]', '"a""b" & [Close Date]'],
    ['sum({1,-2;3%,"x"})', 'SUM({1, -2; 0.03, "x"})'],
    ['let(x,1,y,x+1,x*y)', 'LET(x, 1, y, x + 1, x * y)'],
    ['xlookup(rep,deals[rep],deals[amount],,0)', 'XLOOKUP(rep, deals[rep], deals[amount], , 0)'],
    ['index(deals[],1,2)+prior[balance]', 'INDEX(deals[], 1, 2) + prior[balance]'],
    ['1e21+#n/a', '1E+21 + #N/A'],
  ])('%s', (text, printed) => {
    if (printed === undefined) return expect(checkFormula(text, testScope()).expression).toBeUndefined();
    expect(printFormula(expressionOf(text))).toBe(printed);
  });

  test('what is printed reads back as the same tree', () => {
    fc.assert(
      fc.property(formulaOf(testScope('fold')), (text) => {
        const { expression } = checkFormula(text, testScope('fold'));
        fc.pre(expression !== undefined);
        expect(bare(expressionOf(printFormula(expression as Expression)))).toEqual(bare(expression));
      }),
      { numRuns: 300 },
    );
  });

  test('a formula is read with its values in it', () => {
    const values: Record<string, string> = { amount: '16,894.25', quota: '−3,408.19', rate: '8%' };
    const say = (text: string) =>
      substitute(expressionOf(text), (leaf) => ('key' in leaf ? values[leaf.key] : undefined));
    expect(say('MIN(amount + quota, 25000)')).toBe('MIN(16,894.25 + −3,408.19, 25000)');
    expect(say('amount - quota ^ 2 * rate')).toBe('16,894.25 - −3,408.19 ^ 2 * 8%');
    expect(say('-quota')).toBe('-−3,408.19');
  });
});

describe('formatting', { timeout: 60_000 }, () => {
  test.each([
    ['=round( a*0.5,1 )', '=ROUND(a * 0.5, 1)'],
    ['  = 1 + - 2 %', '=1 + -2%'],
    ['if（销售额>=目标，“达标”，“未达标”）', 'IF(销售额 >= 目标, "达标", "未达标")'],
    ['sum(1,/* two */2)', 'SUM(1, /* two */ 2)'],
    ['Sum(deals[Close Date])+nope(true)', 'SUM(deals[Close Date]) + nope(TRUE)'],
    ['let(x,1,\nx+1\n)', 'LET(\n  x, 1,\n  x + 1\n)'],
    ['1\n+2*\n3', '1\n  + 2 * 3'],
    ['sum(［销售额］,deals［Close Date］)', 'SUM([销售额], deals[Close Date])'],
    ['（销售额×２）', '(销售额 * ２)'],
    ['a>=1，b≥2、“x”', 'a >= 1, b >= 2, "x"'],
    ['[open  name  +1', '[open  name  +1'],
    ['a==1&&!b', 'a == 1 && !b'],
    [
      'IF(attainment>=1.2,amount*0.12,IF(attainment>=1,amount*0.1,IF(attainment>=0.8,amount*0.05,0)))',
      'IF(attainment >= 1.2, amount * 0.12,\nIF(attainment >= 1, amount * 0.1,\nIF(attainment >= 0.8, amount * 0.05,\n0)))',
    ],
    [
      'LET(attainment,amount/quota,rate,IF(attainment>=1,0.1,0.05),/* capped */MIN(amount*rate,20000))',
      'LET(\n  attainment, amount / quota,\n  rate, IF(attainment >= 1, 0.1, 0.05),\n  /* capped */ MIN(amount * rate, 20000)\n)',
    ],
    [
      'SUMIFS(deals[amount],deals[rep],rep,deals[Close Date],">="&start,deals[Close Date],"<="&finish)',
      'SUMIFS(\n  deals[amount],\n  deals[rep], rep,\n  deals[Close Date], ">=" & start,\n  deals[Close Date], "<=" & finish\n)',
    ],
    [
      'ROUND(amount*rate,2)+ROUND(renewals*renewal_rate,2)-ROUND(clawback*clawback_rate,2)+bonus',
      'ROUND(amount * rate, 2)\n  + ROUND(renewals * renewal_rate, 2)\n  - ROUND(clawback * clawback_rate, 2)\n  + bonus',
    ],
    ['--(a>1)*{1,2;3,4}', '--(a > 1) * {1, 2; 3, 4}'],
    ['a-b', 'a - b'],
    ['a b', 'a b'],
    ['1+', '1 +'],
    ['"open', '"open'],
    ['50%-1', '50% - 1'],
    ['= <>a', '= <> a'],
    ['"a"“b”', '"a" "b"'],
  ])('%j becomes %j', (text, tidy) => {
    expect(formatFormula(text)).toBe(tidy);
    expect(formatFormula(tidy)).toBe(tidy);
  });

  test('formatting never changes what a formula means', () => {
    fc.assert(
      fc.property(formulaOf(testScope('fold')), (text) => {
        const before = parseFormula(text);
        fc.pre(before.problems.length === 0);
        const tidy = formatFormula(text);
        const upper = (tree: unknown) => JSON.stringify(bare(tree)).toUpperCase();
        expect(upper(parseFormula(tidy).tree)).toBe(upper(before.tree));
        expect(formatFormula(tidy)).toBe(tidy);
        const comments = (of: string) =>
          parseFormula(of).tokens.flatMap((one) => (one.kind === 'comment' ? [one.value] : []));
        expect(comments(tidy)).toEqual(comments(text));
      }),
      { numRuns: 300 },
    );
  });

  test('formatting twice changes nothing, in broken formulas too', () => {
    fc.assert(
      fc.property(brokenFormulaOf(testScope('fold')), (text) => {
        const tidy = formatFormula(text);
        expect(formatFormula(tidy)).toBe(tidy);
        const kinds = (of: string) => tokenize(of).tokens.map((one) => one.kind);
        expect(kinds(tidy)).toEqual(kinds(text));
      }),
      { numRuns: 500 },
    );
  });

  test('a long formula of short parts has no long line', () => {
    const { formula } = fc.letrec<{ formula: string }>((tie) => ({
      formula: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom('amount', 'quota', '销售额', '12%', '"abc"'),
        fc.tuple(tie('formula'), fc.constantFrom('+', '*', '&', '>='), tie('formula')).map((parts) => parts.join('')),
        fc.array(tie('formula'), { minLength: 3, maxLength: 3 }).map((args) => `IF(${args.join(',')})`),
        fc.array(tie('formula'), { minLength: 2, maxLength: 6 }).map((args) => `SUM(${args.join(',')})`),
      ),
    }));
    fc.assert(
      fc.property(formula, (text) => {
        // Indents and brackets that close come on top of the width.
        for (const line of formatFormula(text).split('\n')) expect(line.length).toBeLessThanOrEqual(100);
      }),
      { numRuns: 300 },
    );
  });
});

describe('names and renaming', { timeout: 60_000 }, () => {
  const said = (text: string) =>
    namesIn(text).map((use) =>
      use.kind === 'tableColumn' ? `${use.table}[${use.name}]` : use.kind === 'table' ? `${use.name}[` : use.name,
    );

  test('names are found, LET’s own left out', () => {
    expect(said('=a + SUM(deals[amount]) * [Close Date] /* b */ & "c" + TRUE')).toEqual([
      'a',
      'deals[',
      'deals[amount]',
      'Close Date',
    ]);
    expect(said('LET(x, x + 1, y, x, x * y + z) + x')).toEqual(['x', 'z', 'x']);
    expect(said('MAXIMIZE(p, low, p, p * q)')).toEqual(['low', 'p', 'q']);
    expect(said('LET(x, MAX(a, b), {1,2;3,4}, x')).toEqual(['a', 'b']);
    expect(said('deals[] + prior[owed]')).toEqual(['deals[', 'prior[', 'prior[owed]']);
  });

  test('only the spans of the name change', () => {
    const text = '=  AMOUNT*2 + [amount]%  /* amount */ + "amount" + deals[amount] + amount(1';
    expect(renameName(text, { kind: 'bare', from: 'amount' }, 'value').text).toBe(
      '=  value*2 + value%  /* amount */ + "amount" + deals[amount] + amount(1',
    );
    expect(renameName(text, { kind: 'tableColumn', table: 'Deals', from: 'Amount' }, 'a]b').text).toContain(
      'deals[a]]b]',
    );
    expect(renameName('deals[x] + deals', { kind: 'table', from: 'deals' }, 'orders').text).toBe('orders[x] + deals');
    expect(renameName('amount+1', { kind: 'bare', from: 'amount' }, 'Deal Size').text).toBe('[Deal Size]+1');
    expect(renameName('amount+1', { kind: 'bare', from: 'amount' }, 'true').text).toBe('[true]+1');
  });

  test('a rename that LET would capture changes nothing and says where', () => {
    const text = 'LET(total, 1, amount + total) + amount';
    const { text: kept, captured } = renameName(text, { kind: 'bare', from: 'amount' }, 'Total');
    expect(kept).toBe(text);
    expect(captured).toEqual([{ start: 14, end: 20 }]);
    expect(renameName('LET(total, amount, total) + amount', { kind: 'bare', from: 'amount' }, 'total')).toEqual({
      text: 'LET(total, total, total) + total',
      captured: [],
    });
    expect(renameName('LET(amount, 1, amount)', { kind: 'bare', from: 'amount' }, 'x').text).toBe(
      'LET(amount, 1, amount)',
    );
  });

  test('a rename and its inverse give the text back', () => {
    fc.assert(
      fc.property(formulaOf(testScope('fold')), (text) => {
        fc.pre(!text.toLowerCase().includes('zz9'));
        const there = renameName(text, { kind: 'bare', from: 'qty' }, 'zz9').text;
        const back = renameName(there, { kind: 'bare', from: 'zz9' }, 'qty').text;
        expect(said(back)).toEqual(said(text).map((name) => (name.toLowerCase() === 'qty' ? 'qty' : name)));
      }),
      { numRuns: 200 },
    );
  });
});
