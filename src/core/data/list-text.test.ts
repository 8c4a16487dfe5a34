import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listItems } from './list-items.ts';
import { listText } from './list-text.ts';

test('texts written as a list are read back as they were', () => {
  expect(listText(['a', 'b, c'])).toBe('a; b, c');
  expect(listText(['b, c'])).toBe('["b, c"]');
  expect(listText(['a; b', 'c'])).toBe('["a; b","c"]');
  const item = fc.oneof(fc.string(), fc.constantFrom('a', 'b, c', ' d', 'e;f', '[', '["x"]', '七、八', ''));
  const property = fc.property(fc.array(item), (items) => {
    expect(listItems(listText(items))).toEqual(items);
  });
  fc.assert(property);
});
