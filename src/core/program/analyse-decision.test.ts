import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Value } from '../data/value.ts';
import { compileScalar } from '../formula/evaluate/compile-scalar.ts';
import { emptyEnvironment } from '../formula/evaluate/environment.ts';
import type { Expression } from '../formula/expression.ts';
import { textKey } from '../formula/key.ts';
import { analyseDecision, type Found, type Limit } from './analyse-decision.ts';
import { binary, call, column, number, parameter, text, truth } from './fixtures/build.ts';
import type { Deciding } from './judging-steps.ts';

type Table = Pick<Deciding, 'hit' | 'rules' | 'out'>;
type Point = Readonly<Record<string, Value>>;

function table(rules: readonly (readonly (Expression | null)[])[], hit: Deciding['hit'] = 'unique'): Table {
  return { hit, rules: rules.map((when) => ({ when, then: [number(1)] })), out: [{ key: 'out' }] };
}
const amount = column('amount');
const region = column('region', 'text');
const vip = column('vip', 'boolean');
const both = (a: Expression, b: Expression) => call('AND', a, b);
const from = (low: number, high: number) => both(binary(amount, '>=', number(low)), binary(amount, '<', number(high)));
const limits = (found: readonly Found[]) => found.map((one) => one.limits);

describe('what a decision table leaves open', () => {
  test('a gap between bands, with its ends, and a value in it', () => {
    const found = analyseDecision(
      table([[binary(amount, '<', number(10))], [from(10, 20)], [binary(amount, '>', number(20))]]),
    );
    expect(found.gaps).toEqual([
      {
        limits: [{ subject: 'amount', set: { of: 'numbers', from: 20, fromIn: true, to: 20, toIn: true } }],
        witness: { amount: 20 },
        certain: true,
      },
    ]);
    expect(found).toMatchObject({ overlaps: [], hidden: [], opaque: [], complete: true });
  });

  test('combinations nobody thought of, over texts, booleans and numbers', () => {
    const found = analyseDecision(
      table([
        [binary(region, '=', text('East')), binary(amount, '>=', number(100))],
        [call('OR', binary(region, '=', text('West')), binary(region, '=', text('North'))), null],
        [binary(region, '=', text('EAST')), vip],
      ]),
    );
    expect(limits(found.gaps)).toEqual([
      [
        { subject: 'region', set: { of: 'texts', texts: ['East'] } },
        { subject: 'amount', set: { of: 'numbers', from: null, fromIn: false, to: 100, toIn: false } },
        { subject: 'vip', set: { of: 'truth', is: false } },
      ],
      [{ subject: 'region', set: { of: 'other-texts', except: ['East', 'West', 'North'] } }],
    ]);
    expect(found.overlaps.map((one) => [one.rules, one.witness])).toEqual([
      [[0, 2], { region: 'East', amount: 100, vip: true }],
    ]);
  });

  test('a rule that can never decide is named', () => {
    const rules = [
      [binary(amount, '>=', number(10))],
      [from(20, 30)],
      [both(binary(amount, '<', number(1)), binary(amount, '>', number(2)))],
      [null],
      [binary(amount, '=', number(3))],
    ];
    expect(analyseDecision(table(rules, 'first'))).toMatchObject({ hidden: [1, 2, 4], gaps: [], complete: true });
    expect(analyseDecision(table(rules, 'collect')).hidden).toEqual([2]);
  });

  test('parameters stand for their values where these are known', () => {
    const rules = [[binary(amount, '<', parameter('limit'))], [binary(number(5), '<', amount)]];
    const known = analyseDecision(table(rules), { limit: 3 });
    expect(limits(known.gaps)).toEqual([
      [{ subject: 'amount', set: { of: 'numbers', from: 3, fromIn: true, to: 5, toIn: true } }],
    ]);
    const unknown = analyseDecision(table(rules));
    expect(unknown.opaque).toEqual([{ rule: 0, condition: 0 }]);
    expect(unknown.gaps.map((one) => one.certain)).toEqual([false]);
    expect(unknown.gaps[0]?.witness).toEqual({ 'amount < limit': false, amount: 0 });
  });

  test('a formula beside a constant is a subject; that it can come to what is missing is not certain', () => {
    const share = binary(amount, '/', column('quota'));
    const found = analyseDecision(table([[binary(share, '>=', number(1))], [binary(share, '<', number(0.5))]]));
    expect(found.opaque).toEqual([]);
    expect(found.gaps).toMatchObject([
      { certain: false, limits: [{ subject: 'amount / quota', set: { from: 0.5, to: 1 } }] },
    ]);
  });

  test('more than can be looked at is said, not left hanging', () => {
    const many = Array.from({ length: 24 }, (_, at) => column(`x${at}`));
    const rules = many.map((one, at) => many.map((_, i) => (i === at ? binary(one, '=', number(1)) : null)));
    const found = analyseDecision(table(rules));
    expect(found.complete).toBe(false);
    expect(found.gaps.length).toBeLessThanOrEqual(200);
  });

  test('finds on any table what trying every kind of row finds', () => {
    const constant = fc.constantFrom(0, 2.5, -3);
    const about = fc.constantFrom(amount, column('age'));
    const compared = fc
      .tuple(
        about,
        fc.constantFrom<('=' | '<>' | '<' | '<=' | '>' | '>=')[]>('=', '<>', '<', '<=', '>', '>='),
        constant,
        fc.boolean(),
      )
      .map(([subject, operator, one, turned]) =>
        turned ? binary(number(one), operator, subject) : binary(subject, operator, number(one)),
      );
    const named = fc
      .tuple(fc.constantFrom<('=' | '<>')[]>('=', '<>'), fc.constantFrom('East', 'EAST', 'West'))
      .map(([operator, one]) => binary(region, operator, text(one)));
    const flagged = fc.constantFrom(vip, call('NOT', vip), binary(vip, '=', truth(false)), truth(true));
    const simple = fc.oneof(compared, named, flagged);
    const condition = fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 6, arbitrary: simple },
      { weight: 2, arbitrary: fc.tuple(simple, simple).map(([a, b]) => both(a, b)) },
      { weight: 1, arbitrary: fc.tuple(named, named).map(([a, b]) => call('OR', a, b)) },
      { weight: 1, arbitrary: fc.tuple(compared).map(([a]) => call('NOT', a)) },
    );
    const conditions = fc.array(fc.array(condition, { minLength: 1, maxLength: 3 }), { maxLength: 5 });
    const points = everyKindOfRow();
    const property = fc.property(conditions, fc.constantFrom<Deciding['hit'][]>('first', 'unique'), (whens, hit) => {
      const given = table(whens, hit);
      const rules = whens.map(matcher);
      const found = analyseDecision(given);
      expect(found.complete).toBe(true);
      expect(found.opaque).toEqual([]);
      const matching = points.map((point) => rules.flatMap((matches, rule) => (matches(point) ? [rule] : [])));
      const pairs = new Set(found.overlaps.map((one) => one.rules.join(' ')));
      const meeting = new Set(
        matching.flatMap((own) => own.flatMap((a) => own.flatMap((b) => (a < b ? [`${a} ${b}`] : [])))),
      );
      expect([...pairs].sort()).toEqual([...meeting].sort());
      const open = points.map((point) => found.gaps.some((gap) => gap.limits.every((limit) => isIn(point, limit))));
      expect(open).toEqual(matching.map((own) => own.length === 0));
      for (const { witness } of found.gaps) expect(rules.some((matches) => matches(witness))).toBe(false);
      for (const { witness, rules: own } of found.overlaps) {
        for (const rule of own) expect(rules[rule]?.(witness)).toBe(true);
      }
      const deciding = new Set(matching.flatMap((own) => (hit === 'first' ? own.slice(0, 1) : own)));
      expect(found.hidden).toEqual(whens.map((_, rule) => rule).filter((rule) => !deciding.has(rule)));
    });
    fc.assert(property, { numRuns: 60 });
  });
});

/** A row for every region that the constants above can make. */
function everyKindOfRow(): readonly Point[] {
  const numbers = [-9, -3, -1, 0, 1, 2.5, 7];
  return numbers.flatMap((one) =>
    numbers.flatMap((age) =>
      ['East', 'west', 'South'].flatMap((name) =>
        [true, false].map((is) => ({ amount: one, age, region: name, vip: is })),
      ),
    ),
  );
}

function matcher(when: readonly (Expression | null)[]): (point: Point) => boolean {
  const conditions = when.flatMap((one) => (one === null ? [] : [compileScalar(one)]));
  return (point) =>
    conditions.every((holds) => holds({ ...emptyEnvironment(0), column: (key) => point[key] ?? null }) === true);
}

function isIn(point: Point, { subject, set }: Limit): boolean {
  const value = point[subject] ?? null;
  switch (set.of) {
    case 'numbers': {
      if (typeof value !== 'number') return false;
      const above = set.from === null || value > set.from || (set.fromIn && value === set.from);
      return above && (set.to === null || value < set.to || (set.toIn && value === set.to));
    }
    case 'texts':
      return set.texts.some((one) => textKey(one) === textKey(String(value)));
    case 'other-texts':
      return !set.except.some((one) => textKey(one) === textKey(String(value)));
    case 'truth':
      return value === set.is;
  }
}
