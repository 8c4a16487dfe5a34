import { describe, expect, test } from 'vitest';
import { conditionText, resultText } from './decision-cells.ts';

const column = (type: 'number' | 'text' | 'boolean' | 'date') => ({ key: 'x', type });

describe('conditions', () => {
  test.each([
    ['', null],
    [' - ', null],
    ['> 20%', '[x] > 20%'],
    ['≥5', '[x] >= 5'],
    ['!= 3', '[x] <> 3'],
    ['7', '[x] = 7'],
    ['limit', '[x] = limit'],
    ['<= limit * 2', '[x] <= limit * 2'],
    ['10..20', 'AND([x] >= 10, [x] <= 20)'],
    ['[10..20)', 'AND([x] >= 10, [x] < 20)'],
    ['(10..20]', 'AND([x] > 10, [x] <= 20)'],
    ['10..<20', 'AND([x] >= 10, [x] < 20)'],
    ['20..', '[x] >= 20'],
    ['..20', '[x] <= 20'],
    ['< 5, > 10', 'OR([x] < 5, [x] > 10)'],
    ['not 10..20', 'NOT(AND([x] >= 10, [x] <= 20))'],
    ['MAX(1, 2)', '[x] = MAX(1, 2)'],
  ])('number: %s', (cell, formula) => {
    expect(conditionText(cell, column('number'))).toBe(formula);
  });

  test.each([
    ['West', '[x] = "West"'],
    ['West, East', 'OR([x] = "West", [x] = "East")'],
    ['华东、华北', 'OR([x] = "华东", [x] = "华北")'],
    ['"a, b"', '[x] = "a, b"'],
    ['<> West', '[x] <> "West"'],
    ['非 West', 'NOT([x] = "West")'],
    ['= =home', '[x] = home'],
  ])('text: %s', (cell, formula) => {
    expect(conditionText(cell, column('text'))).toBe(formula);
  });

  test('yes, no and dates', () => {
    expect(conditionText('yes', column('boolean'))).toBe('[x] = TRUE');
    expect(conditionText('否', column('boolean'))).toBe('[x] = FALSE');
    expect(conditionText('>= 2026-07-01', column('date'))).toBe('[x] >= DATE(2026, 7, 1)');
  });
});

test('results: texts need no quotes, a formula stands after =', () => {
  expect(resultText('', column('text'))).toBe(null);
  expect(resultText('Ask the boss', column('text'))).toBe('"Ask the boss"');
  expect(resultText('say "no"', column('text'))).toBe('"say ""no"""');
  expect(resultText('=region & "!"', column('text'))).toBe('region & "!"');
  expect(resultText('20%', column('number'))).toBe('20%');
  expect(resultText('是', column('boolean'))).toBe('TRUE');
});
