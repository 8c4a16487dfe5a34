import { describe, expect, test } from 'vitest';
import { testScope } from '../testing/marked.ts';
import { completionsAt, helpAt, signatureAt } from './complete.ts';

/** The offset of `|`, and the text without it. */
function at(source: string): [text: string, offset: number] {
  return [source.replace('|', ''), source.indexOf('|')];
}
const labels = (source: string, place: 'row' | 'fold' = 'row') =>
  completionsAt(...at(source), testScope(place)).map((one) => one.label);

/** The text after the first completion is taken. */
function taken(source: string): string | undefined {
  const [text, offset] = at(source);
  const first = completionsAt(text, offset, testScope())[0];
  return first && text.slice(0, first.span.start) + first.insert + text.slice(first.span.end);
}

describe('completion', () => {
  test('names come before functions, and brackets where a name needs them', () => {
    expect(labels('am|')[0]).toBe('amount');
    expect(taken('am|')).toBe('amount');
    expect(taken('clo|')).toBe('[Close Date]');
    expect(taken('ROUND(am|, 2)')).toBe('ROUND(amount, 2)');
    expect(taken('ra| * 2')).toBe('rate * 2');
    expect(labels('|')).toContain('deals');
    expect(labels('|', 'fold')).toContain('prior');
  });

  test('a function is found by its name, its Chinese help or what it does', () => {
    expect(labels('XLOO|')[0]).toBe('XLOOKUP');
    expect(labels('四舍五入|')).toContain('ROUND');
    expect(labels('nps|')[0]).toBe('NPS');
    expect(labels('median|')).toContain('MEDIAN');
    expect(labels('金额|')[0]).toBe('amount');
    expect(taken('rou|(1, 2)')).toBe('ROUND(1, 2)');
  });

  test('in a table’s brackets stand its columns', () => {
    expect(labels('SUM(deals[am|')).toEqual(['amount']);
    expect(taken('SUM(deals[clo|]) + 1')).toBe('SUM(deals[Close Date]) + 1');
    expect(labels('prior[|', 'fold')).toEqual(['balance']);
    expect(labels('deals[amount]|')).toEqual([]);
  });

  test('LET names are offered once they are bound', () => {
    expect(labels('LET(total, 1, tot|')[0]).toBe('total');
    expect(labels('LET(total, tot|')).not.toContain('total');
  });

  test('nothing is offered in texts, comments and numbers', () => {
    for (const source of ['"am|"', '/* am| */', '12|']) expect(labels(source)).toEqual([]);
  });
});

describe('the order of completions', () => {
  const first = (source: string, count: number, place: 'row' | 'group' = 'row') =>
    completionsAt(...at(source), testScope(place)).slice(0, count);
  const kinds = (source: string, place: 'row' | 'group' = 'row') =>
    completionsAt(...at(source), testScope(place)).map((one) => `${one.kind} ${one.label}`);

  test('columns of the wanted type come first, then parameters, LET names and functions that give it', () => {
    const asNumber = kinds('LET(half, qty / 2, half * |)');
    expect(asNumber.slice(0, 7)).toEqual([
      'column amount',
      'column quota',
      'column cost',
      'column qty',
      'column 销售额',
      'parameter rate',
      'local half',
    ]);
    expect(asNumber.indexOf('function ABS')).toBeLessThan(asNumber.indexOf('column rep'));
    expect(asNumber.indexOf('column rep')).toBeLessThan(asNumber.indexOf('function CONCAT'));
    expect(first('"for " & |', 1)[0]?.label).toBe('rep');
    expect(first('IF(|', 1)[0]?.label).toBe('won');
    expect(first('UPPER(|', 1)[0]?.label).toBe('rep');
    expect(first('YEAR(|', 1)[0]?.label).toBe('Close Date');
    expect(first('rep = |', 1)[0]?.label).toBe('rep');
    expect(first('[Close Date] >= |', 1)[0]?.label).toBe('Close Date');
  });

  test('where rows are summed up, aggregates and the keys of groups come first, and columns inside an aggregate', () => {
    const bare = kinds('|', 'group');
    expect(bare[0]).toMatch(/^function /);
    expect(bare.indexOf('function SUM')).toBeLessThan(bare.indexOf('column rep'));
    expect(bare.indexOf('column rep')).toBeLessThan(bare.indexOf('column amount'));
    expect(first('SUM(|', 1, 'group')[0]?.kind).toBe('column');
    expect(first('SUM(amount) / |', 1, 'group')[0]?.kind).toBe('function');
  });

  test('where a whole column is wanted, tables come first', () => {
    expect(first('SUMIFS(|', 1)[0]).toMatchObject({ kind: 'table', insert: 'deals[' });
  });
});

describe('help', () => {
  test('hovering says what a name is', () => {
    const scope = testScope();
    expect(helpAt('ROUND(amount, 2)', 1, scope)).toMatchObject({
      title: 'ROUND(number, digits)',
      span: { start: 0, end: 5 },
    });
    expect(helpAt('ROUND(amount, 2)', 8, scope)?.text).toEqual({
      en: '金额 · number (CNY)',
      'zh-CN': '金额 · 数值 (CNY)',
    });
    expect(helpAt('deals[Close Date]', 8, scope)).toMatchObject({ title: 'deals[Close Date]' });
    expect(helpAt('deals[amount]', 2, scope)?.text.en).toBe('table with 8 columns');
    expect(helpAt('1 + 2', 0, scope)).toBeUndefined();
  });

  test('the signature follows the argument being typed', () => {
    const scope = testScope();
    const active = (source: string) => signatureAt(...at(source), scope)?.active;
    expect(signatureAt(...at('ROUND(|'), scope)).toMatchObject({ label: 'ROUND(number, digits)', active: 0 });
    expect(active('ROUND(SUM(1, 2), |')).toBe(1);
    expect(active('SUMIFS(deals[amount], deals[rep], rep, |')).toBe(1);
    expect(active('SUMIFS(deals[amount], deals[rep], |')).toBe(2);
    expect(active('SUM(1, 2, (3|')).toBe(0);
    expect(signatureAt(...at('1 + |'), scope)).toBeUndefined();
    expect(signatureAt(...at('ROUND(1, 2)|'), scope)).toBeUndefined();
  });
});
