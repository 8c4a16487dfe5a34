import { describe, expect, test } from 'vitest';
import known from '../cases/formulas.json' with { type: 'json' };
import { completionsAt, helpAt, signatureAt } from '../complete/complete.ts';
import type { ExpressionType } from '../expression.ts';
import type { Scope } from '../scope.ts';
import { marked, testScope } from '../testing/marked.ts';
import { formatFormula } from '../text/format-formula.ts';
import { checkFormula } from './check-formula.ts';

const scope = testScope();

/** The type of what could be understood, and its format. */
function understood(text: string) {
  const { partial, expression } = checkFormula(text, scope);
  expect(expression).toBeUndefined();
  return { node: partial.node, type: partial.type, ...(partial.format ? { format: partial.format.kind } : {}) };
}
const offered = (text: string) => completionsAt(text, text.length, scope).map((one) => one.label);

describe('half-typed formulas', () => {
  test('what is there has its type', () => {
    const call = (type: ExpressionType) => ({ node: 'call', type });
    expect(understood('SUM(am')).toEqual(call('number'));
    expect(understood('SUM(amount, ')).toEqual({ ...call('number'), format: 'currency' });
    expect(understood('IF(amount > 1, "x", ')).toEqual(call('text'));
    expect(understood('ROUND(amount')).toEqual({ ...call('number'), format: 'currency' });
    expect(understood('"abc')).toEqual({ node: 'literal', type: 'text' });
    expect(understood('amount +')).toEqual({ node: 'binary', type: 'number', format: 'currency' });
    expect(understood('amount >')).toEqual({ node: 'binary', type: 'boolean' });
    expect(understood('(amount')).toEqual({ node: 'column', type: 'number', format: 'currency' });
    expect(understood('LET(x, amount, x *')).toEqual({ node: 'let', type: 'number', format: 'currency' });
    expect(understood('deals[')).toEqual({ node: 'table', type: 'array' });
    expect(understood('IF(,')).toMatchObject({ node: 'call' });
    expect(checkFormula('IF(amount > ', scope).partial).toMatchObject({
      name: 'IF',
      args: [{ node: 'binary', operator: '>', left: { node: 'column', key: 'amount' }, right: { type: 'any' } }],
    });
  });

  test('each is one problem at its place, with the missing sign as its fix', () => {
    for (const [source, ...codes] of [
      ['SUM«(»am', 'unclosed-parenthesis', 'unknown-name'],
      ['IF«(»amount>', 'unclosed-parenthesis'],
      ['SUM(deals«[»)', 'unclosed-bracket'],
      ['«"abc»', 'unclosed-text'],
      ['amount «+»', 'missing-value'],
      ['«(»amount', 'unclosed-parenthesis'],
    ] as const) {
      const { text, spans } = marked(source);
      const { problems } = checkFormula(text, scope);
      expect(problems[0]).toMatchObject({ code: `formula.${codes[0] ?? ''}`, at: { span: spans[0] } });
      if (codes[0]?.startsWith('unclosed')) expect(problems[0]?.fix).toBeDefined();
    }
  });

  test('a condition that is half-typed is not computed to see whether it is constant', () => {
    const codes = (text: string) => checkFormula(text, scope).problems.map((one) => one.code);
    const unclosed = 'formula.unclosed-parenthesis';
    expect(codes('IF(IF(1')).toEqual([unclosed, unclosed, 'formula.constant-condition']);
    expect(codes('IF(IF(1), 1, 2)')).toEqual(['formula.argument-count', 'formula.constant-condition']);
    expect(codes('IF(nope, 1, 2)')).toEqual(['formula.unknown-name']);
  });

  test('completion answers at the caret', () => {
    expect(offered('SUM(am')[0]).toBe('amount');
    expect(offered('IF(am')[0]).toBe('amount');
    expect(offered('IF(amount>')).toContain('quota');
    expect(offered('SUM(deals[')).toContain('Close Date');
    expect(offered('"abc')).toEqual([]);
    expect(offered('amount +')).toContain('qty');
    expect(offered('(qu')[0]).toBe('quota');
    expect(offered('IF(,')).toContain('amount');
    expect(offered('')).toContain('amount');
    expect(signatureAt('IF(,', 4, scope)).toMatchObject({ active: 1 });
  });
});

/** A scope with the names of one known case. */
function scopeOf(one: (typeof known)[number]): Scope {
  const infos = (row: object) => Object.keys(row).map((key) => ({ key, type: 'mixed' as const }));
  const tables = Object.entries('tables' in one ? (one.tables ?? {}) : {}).map(([key, rows]) => {
    const [first = {}] = Array.isArray(rows) ? (rows as readonly object[]) : [];
    return [key, infos(first)] as const;
  });
  const row = 'row' in one ? (one.row ?? {}) : {};
  return { place: 'row', columns: infos(row), parameters: [], tables: new Map(tables) };
}

describe('every known formula cut off anywhere', () => {
  test(
    'gives problems and a tree inside the text, completion at the caret, and is formatted',
    { timeout: 120_000 },
    () => {
      let tried = 0;
      for (const one of known) {
        const own = scopeOf(one);
        for (let end = 0; end <= one.formula.length; end++) {
          const text = one.formula.slice(0, end);
          tried++;
          const { problems, partial, tokens } = checkFormula(text, own);
          const spans = [partial.span, ...problems.flatMap(({ at, fix }) => [at.span, fix?.replace?.span ?? at.span])];
          for (const span of spans) {
            if (!span || span.start < 0 || span.end < span.start || span.end > end) {
              throw new Error(`${text}: ${JSON.stringify(span)} is not in it`);
            }
          }
          if ((tokens.at(-1)?.span.end ?? 0) > end) throw new Error(`${text}: a token ends beyond it`);
          for (const { span } of completionsAt(text, end, own)) {
            if (span.end !== end || span.start > end) throw new Error(`${text}: completion is not at the caret`);
          }
          helpAt(text, end, own);
          signatureAt(text, end, own);
          formatFormula(text);
        }
      }
      expect(tried).toBeGreaterThan(9000);
    },
  );
});
