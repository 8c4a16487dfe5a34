import { expect, test } from 'vitest';
import { definitionOrder } from './definition-order.ts';

const order = (definitions: Record<string, string>, given: string[] = ['amount']) =>
  definitionOrder(
    Object.entries(definitions).map(([key, formula]) => ({ key, formula })),
    given,
  );

test('columns are ordered by what they use, else as they stand', () => {
  expect(order({ c: 'B*2', a: 'amount', b: 'a+1' })).toEqual({ order: [1, 2, 0], circles: [] });
  expect(order({ a: 'amount', b: 'amount' }).order).toEqual([0, 1]);
});

test('a circle is named in the order of use, and the rest is still ordered', () => {
  expect(order({ a: 'b+1', b: 'c+1', c: 'a+1', d: 'amount' })).toEqual({
    order: [3, 0, 1, 2],
    circles: [['a', 'b', 'c']],
  });
  expect(order({ a: 'a+1' }).circles).toEqual([['a']]);
});

test('a column may be made from its own old value, and names in text, look-ups and LET are no use', () => {
  expect(order({ amount: 'amount*2', net: 'amount-1' })).toEqual({ order: [0, 1], circles: [] });
  expect(order({ a: '"b" & deals[b] & LET(b, 1, b)', b: 'a' })).toEqual({ order: [0, 1], circles: [] });
});

test('names match without case in every alphabet, and LET hides only where it holds', () => {
  expect(order({ ÜBER: 'amount', net: 'über + 1' }).order).toEqual([0, 1]);
  expect(order({ net: 'über + 1', ÜBER: 'NET' }).circles).toEqual([['net', 'ÜBER']]);
  expect(order({ Σ: 'x', x: 'σ' }).circles).toEqual([['Σ', 'x']]);
  expect(order({ a: 'LET(a, 1, a) + b', b: 'amount' })).toEqual({ order: [1, 0], circles: [] });
  expect(order({ a: 'LET(b, b, b)', b: 'MAXIMIZE(a, 0, 1, a) + a' }).circles).toEqual([['a', 'b']]);
});

test('several circles are each named once, and a column that only reads one is in none', () => {
  const { circles, order: made } = order({ a: 'b', b: 'a', c: 'd', d: 'c', e: 'a + c' });
  expect(circles).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  expect(made[0]).toBe(4);
});
