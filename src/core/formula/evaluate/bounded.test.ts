import { describe, expect, test } from 'vitest';
import { errors, type Value } from '../../data/value.ts';
import { checkFormula } from '../check/check-formula.ts';
import { MAX_TEXT } from '../limits.ts';
import { readCounter } from '../testing/fuzz-runs.ts';
import { testScope } from '../testing/marked.ts';
import { evaluate } from './compile-scalar.ts';
import { emptyEnvironment } from './environment.ts';

const reads = readCounter();
const long = Array.from({ length: 100_000 }, () => 'x'.repeat(1000));

function valueOf(formula: string): Value {
  const { expression, problems } = checkFormula(formula, testScope());
  if (!expression) throw new Error(`${formula}: ${problems.map((one) => one.code).join(', ')}`);
  reads.reset();
  const column = (key: string): Value => {
    reads.count();
    return key === 'rep' ? 'x'.repeat(20_000) : 3;
  };
  return evaluate(expression, { ...emptyEnvironment(46_000), column, whole: () => long });
}

describe('nothing grows without end', () => {
  const tooLong = errors['#VALUE!'];

  test('a text longer than a cell holds is #VALUE!, and is never put together', () => {
    expect(valueOf(`LEN(REPT("x", ${MAX_TEXT}))`)).toBe(MAX_TEXT);
    for (const formula of [
      `REPT("x", ${MAX_TEXT + 1})`,
      'REPT("xy", 1e300)',
      'rep & rep',
      'SUBSTITUTE(REPT("a", 30000), "a", rep)',
      'SUBSTITUTE(rep, "x", REPT("y", 32000))',
      'REPLACE(rep, 1, 0, rep)',
      'CONCAT(deals[rep])',
      'CONCATENATE(rep, rep)',
      'TEXTJOIN(rep, TRUE, deals[rep])',
      'TEXTJOIN(rep, FALSE, 1, 2, 3)',
      'TEXT(1, REPT("0", 32767) & "0")',
    ])
      expect([formula, valueOf(formula)]).toEqual([formula, tooLong]);
    expect(valueOf('REPT("", 1e300)')).toBe('');
    expect(valueOf('TEXTJOIN(rep, TRUE, "a", "")')).toBe('a');
  });

  test('an error among the texts wins over their length', () => {
    expect(valueOf('CONCAT(rep, rep, #N/A)')).toEqual(errors['#N/A']);
  });

  test('names that double each other stop at the text limit', () => {
    const steps = Array.from({ length: 100 }, (_, i) => `a${i + 1}, a${i} & a${i}`).join(', ');
    expect(valueOf(`LET(a0, "x", ${steps}, a100)`)).toEqual(tooLong);
    expect(valueOf(`LET(a0, "x", ${steps}, LEN(a14))`)).toBe(2 ** 14);
  });

  test('arrays do not spread over more cells than the limit', () => {
    const wide = `{${Array.from({ length: 60 }, (_, i) => i).join(',')}}`;
    expect(valueOf(`SUM((deals[rep] = "y") * ${wide})`)).toEqual(errors['#NUM!']);
  });

  test('searches and calendars end, however far they reach', () => {
    expect(valueOf('MAXIMIZE(p, 0, 10, 0 - (p - qty) ^ 2)')).toBeCloseTo(3, 6);
    expect(valueOf('MAXIMIZE(p, -1e308, 1e308, p * qty)')).toBeDefined();
    expect(valueOf('WORKDAY(1, 1e300)')).toEqual(errors['#NUM!']);
    expect(valueOf('WORKDAY(1, 2000000)')).toBeGreaterThan(2_000_000);
    expect(valueOf('WORKDAY.INTL(1, 400000, "1111110")')).toBeGreaterThan(2_000_000);
    expect(valueOf('NETWORKDAYS(1, 2958465)')).toBeGreaterThan(2_000_000);
    expect(valueOf('EDATE(1, 1e300)')).toEqual(errors['#NUM!']);
    expect(valueOf('DATEDIF(1, 2958465, "m")')).toBeGreaterThan(90_000);
    expect(valueOf('YEARFRAC(1, 2958465, 1)')).toBeGreaterThan(8000);
    expect(valueOf('GCD(9007199254740991, 1) + LCM(9007199254740991, 1)')).toBeDefined();
    expect(valueOf('NPER(1e-300, -1, 1e300)')).toBeDefined();
    expect(valueOf('RATE(1e9, -1, 1e9)')).toBeDefined();
  });
});
