import { expect, test } from 'vitest';
import { namesIn, renameIn } from './formula-names.ts';

const said = (text: string): string[] =>
  namesIn(text).uses.map((use) =>
    use.what === 'column' ? `${use.table}[${use.name}]` : use.what === 'table' ? `${use.name}[` : use.name,
  );

test.each<[string, string[]]>([
  ['=a + b2 * 销售额', ['a', 'b2', '销售额']],
  ['SUM(deals[amount]) / deals[]', ['deals[', 'deals[amount]', 'deals[']],
  ['IF(TRUE, "a" & [Close Date], 2)', ['Close Date']],
  ['LET(x, x + 1, y, x, x * y + z) + x', ['x', 'z', 'x']],
  ['MAXIMIZE(p, low, high, p * q)', ['low', 'high', 'q']],
  ['LET(x, MAX(a, b), {1,2;3,4}, x', ['a', 'b']],
  ['a /* b */ + c', ['a', 'c']],
  ['', []],
])('%j mentions %j', (text, names) => {
  expect(said(text)).toEqual(names);
});

test('only the span of the name changes', () => {
  const text = '=  [amount]*2 + amount%  /* amount */ + "amount"';
  expect(renameIn(text, namesIn(text).uses, () => 'value')).toBe('=  [value]*2 + value%  /* amount */ + "amount"');
});
