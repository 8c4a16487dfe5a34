import { describe, expect, test } from 'vitest';
import { catalog } from '#kinds/catalog.ts';
import { findKinds, nextKind } from './find-kinds.ts';

const found = (query: string) =>
  findKinds(catalog.nodes.values(), query).flatMap((group) => group.kinds.map((one) => one.kind));

describe('finding a kind in the palette', () => {
  test('every kind of the catalog stands under exactly one heading', () => {
    expect(found('').toSorted()).toEqual([...catalog.nodes.keys()].toSorted());
  });

  test('by label, by summary, by search words, in both languages whichever is shown', () => {
    expect(found('rate b')).toContain('bands');
    expect(found('retro')).toContain('bands');
    expect(found('阶梯')).toContain('bands');
    expect(found('TABLE')).toContain('table');
    expect(found('rate 累进')).toContain('bands');
  });

  test('letters inside a word do not count, and nonsense finds nothing', () => {
    expect(found('ands')).not.toContain('bands');
    expect(found('qqqzzz')).toEqual([]);
  });
});

test('arrow keys walk two columns across headings', () => {
  const sizes = [3, 1, 4];
  expect(nextKind(sizes, 0, 'ArrowDown')).toBe(2);
  expect(nextKind(sizes, 1, 'ArrowDown')).toBe(3);
  expect(nextKind(sizes, 2, 'ArrowDown')).toBe(3);
  expect(nextKind(sizes, 3, 'ArrowDown')).toBe(4);
  expect(nextKind(sizes, 3, 'ArrowUp')).toBe(2);
  expect(nextKind(sizes, 5, 'ArrowUp')).toBe(3);
  expect(nextKind(sizes, 7, 'ArrowUp')).toBe(5);
  expect(nextKind(sizes, 0, 'ArrowUp')).toBeUndefined();
  expect(nextKind(sizes, 7, 'ArrowDown')).toBeUndefined();
  expect(nextKind(sizes, 7, 'ArrowRight')).toBeUndefined();
  expect(nextKind(sizes, 4, 'Home')).toBe(0);
  expect(nextKind(sizes, 4, 'End')).toBe(7);
  expect(nextKind([], 0, 'Home')).toBeUndefined();
});
