import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ColumnInfo } from '../../data/schema.ts';
import { errors, type Value } from '../../data/value.ts';
import { sayProblem } from '../../problem/codes.ts';
import type { Band, BandsStep } from '../../program/table-program.ts';
import { payAlone, payAlong, type ReferenceBands } from '../reference/bands.ts';
import { rounded } from '../reference/rational.ts';
import { ask } from '../testing/ask.ts';
import { column, literal, parameter } from '../testing/expressions.ts';
import { frame, step, type Cells } from '../testing/programs.ts';

const band = (from: number, rate: number, more: Partial<Band> = {}): Band => ({
  from: literal(from),
  rate: literal(rate),
  ...more,
});
const money = (key: string): ColumnInfo => ({ key, type: 'number', format: { kind: 'currency', currency: 'USD' } });

function paid(
  cells: Cells,
  given: Partial<BandsStep> & Pick<BandsStep, 'bands'>,
  parameters: Record<string, Value> = {},
) {
  const names = Object.keys(cells);
  const columns = names.map((name) => (name.endsWith(':text') ? name : money(name)));
  const read = step({ op: 'read', id: 'rows', source: { from: 'table', table: 'rows' } }, columns);
  const bands = step(
    {
      op: 'bands',
      id: 'paid',
      input: 'rows',
      value: column('sales'),
      pays: { on: 'value' },
      mode: 'marginal',
      tie: 'lower-in',
      scope: { over: 'row' },
      decimals: 2,
      out: { amount: 'pay', band: 'band', rate: 'rate' },
      ...given,
    },
    [...columns, money('pay'), 'band:text', 'rate'],
  );
  return ask([read, bands], { rows: frame(cells) }, parameters);
}

const retroactive: readonly Band[] = [band(0, 0.02), band(1, 0.04, { retroactive: true }), band(1.2, 0.05)];

describe('bands', () => {
  test('amount, band and rate of rows that stand alone', () => {
    const run = paid({ sales: [2_500, 500, null] }, { bands: [band(0, 0.01, { label: 'Bronze' }), band(1_000, 0.02)] });
    expect(run.cells('paid', 'pay')).toEqual([40, 5, 0]);
    expect(run.cells('paid', 'band')).toEqual(['2', 'Bronze', 'Bronze']);
    expect(run.cells('paid', 'rate')).toEqual([0.016, 0.01, 0.01]);
    expect(run.cells('paid', 'sales')).toEqual([2_500, 500, null]);
  });

  test('the statement says what each rate pays on and why', () => {
    const cells = { sales: [415_885], quota: [325_000] };
    const run = paid(cells, { scale: column('quota'), mode: 'retroactive', bands: retroactive });
    expect(run.cells('paid', 'pay')).toEqual([16_894.25]);
    const trace = run.trace('paid', 0, 'pay');
    expect(trace.sentence).toEqual({
      en: '4% pays on everything up to 120% because 100% was passed: 390,000.00 × 4% = 15,600.00; 5% on the remaining 25,885.00 = 1,294.25; together 16,894.25.',
      'zh-CN':
        '已达到 100%，120% 以内全部按 4% 计提：390,000.00 × 4% = 15,600.00；其余 25,885.00 按 5% 计提 = 1,294.25；合计 16,894.25。',
    });
    expect(trace.substituted).toBe('390,000.00 × 4% + 25,885.00 × 5%');
    expect(trace.how).toMatchObject({ by: 'bands', mode: 'retroactive', measured: 'ratio' });
    expect(trace.how.by === 'bands' && trace.how.lines).toEqual([
      { label: '', from: 0, to: 1.2, on: 390_000, rate: 0.04, amount: 15_600, retroactive: true },
      { label: '', from: 1.2, to: null, on: 25_885, rate: 0.05, amount: 1_294.25, retroactive: false },
    ]);
    expect(trace.inputs.map((one) => [one.name, one.value])).toEqual([
      ['sales', 415_885],
      ['quota', 325_000],
    ]);
  });

  test('every mode has its sentence', () => {
    const said = (given: Partial<BandsStep> & Pick<BandsStep, 'bands'>, cells: Cells = { sales: [2_500] }) =>
      paid(cells, given).trace('paid', 0, 'pay').sentence.en;
    const two = [band(1_000, 0.01), band(2_000, 0.02)];
    expect(said({ mode: 'whole', bands: two })).toBe(
      'the band from 2,000.00 is reached, so 2% pays on everything: 2,500.00 × 2% = 50.00.',
    );
    expect(said({ mode: 'marginal', bands: two })).toBe(
      '1% on the part from 1,000.00 to 2,000.00: 1,000.00 × 1% = 10.00; 2% on the remaining 500.00 = 10.00; together 20.00.',
    );
    expect(said({ mode: 'marginal', bands: two }, { sales: [900] })).toBe(
      '900.00 lies below the first band, so nothing is earned.',
    );
    expect(said({ mode: 'interpolated', bands: [band(2_000, 0.01), band(3_000, 0.02)] })).toBe(
      'the rate read off between the bands is 1.5%: 2,500.00 × 1.5% = 37.50.',
    );
    const amounts: Band[] = [2_000, 3_000].map((from, i) => ({ from: literal(from), amount: literal(100 - 100 * i) }));
    expect(said({ mode: 'interpolated', bands: amounts })).toBe('of the band from 2,000.00 to 3,000.00, 50.00.');
    expect(
      said({
        bands: [band(0, 1), band(1, 1.5)],
        scale: literal(2_000),
        pays: { on: 'target', target: literal(10_000) },
      }),
    ).toBe(
      '1× on the part from 0% to 100%: 10,000.00 × 1× = 10,000.00; 1.5× on the remaining 2,500.00 = 3,750.00; together 13,750.00.',
    );
  });

  test('along a year, each deal earns what it adds, and a passed band pays anew on what came before', () => {
    const cells = {
      'rep:text': ['Ann', 'Bob', 'ann', 'Ann', 'Ann'],
      month: [2, 1, 1, 3, 4],
      sales: [300, 5_000, 200, 1_500, -1_500],
    };
    const bands = [band(0, 0.01), band(1_000, 0.02, { retroactive: true })];
    const scope = { over: 'running', by: ['rep'], order: [{ key: 'month', descending: false }] } as const;
    const run = paid(cells, { bands, mode: 'retroactive', scope });
    expect(run.cells('paid', 'pay')).toEqual([3, 100, 2, 35, -35]);
    expect(run.trace('paid', 3, 'pay').sentence).toEqual({
      en: 'On top of 500.00 reached before: 2% pays on everything because 1,000.00 was passed: 1,500.00 × 2% = 30.00; 1% more on the 500.00 before it, because 1,000.00 was passed: 5.00; together 35.00.',
      'zh-CN':
        '在此前累计 500.00 的基础上：已达到 1,000.00，全部按 2% 计提：1,500.00 × 2% = 30.00；因已超过 1,000.00，此前的 500.00 再补 1%：5.00；合计 35.00。',
    });
    expect(run.trace('paid', 4, 'pay').sentence.en).toContain(
      '1% less on the 1,000.00 before it, because the total fell back to the band from 0.00: -10.00',
    );
  });

  test('rates from parameters and from columns', () => {
    const bands: Band[] = [
      { from: literal(0), rate: parameter('base') },
      { from: column('start'), rate: literal(0.1) },
    ];
    const run = paid({ sales: [100, 100], start: [50, 200] }, { bands }, { base: 0.02 });
    expect(run.cells('paid', 'pay')).toEqual([6, 2]);
    expect(run.trace('paid', 0, 'pay').inputs.map((one) => one.parameter ?? one.name)).toEqual([
      'sales',
      'start',
      'base',
    ]);
  });

  test('no quota, bad cells and bad bands are errors in their rows, reported once', () => {
    const scaled = paid(
      { sales: [1, 1, 1, errors['#N/A']], quota: [0, null, -1, 5] },
      { scale: column('quota'), bands: retroactive },
    );
    expect(scaled.cells('paid', 'pay')).toEqual([
      errors['#DIV/0!'],
      errors['#DIV/0!'],
      errors['#NUM!'],
      errors['#N/A'],
    ]);
    expect(scaled.problems().map((one) => sayProblem(one, 'en'))).toEqual([
      '3 rows of “pay” have no quota above zero, so attainment is undefined there. Give a quota, or say with IFERROR what holds without one.',
    ]);
    expect(scaled.trace('paid', 0, 'pay').sentence.en).toBe(
      'There is no quota above zero, so attainment is undefined and no band is reached.',
    );
    const falling = paid({ sales: [1, 2] }, { bands: [band(0, 0.1), band(0, 0.2)] });
    expect(falling.cells('paid', 'pay')).toEqual([errors['#NUM!'], errors['#NUM!']]);
    expect(falling.problems().map((one) => [one.code, one.params])).toEqual([
      ['execute.bad-bands', { band: 2, fault: 'repeated' }],
    ]);
  });

  test('after an unknown value the running total is unknown, for that person only', () => {
    const cells = { 'rep:text': ['a', 'b', 'a', 'b'], sales: [errors['#VALUE!'], 100, 100, 100] };
    const scope = { over: 'running', by: ['rep'], order: [] } as const;
    expect(paid(cells, { bands: [band(0, 0.1)], scope }).cells('paid', 'pay')).toEqual([
      errors['#VALUE!'],
      10,
      errors['#VALUE!'],
      10,
    ]);
  });
});

describe('bands against exact fractions', () => {
  const cents = fc.integer({ min: -500_000, max: 5_000_000 }).map((units) => units / 100);
  const list = fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: 4_000_000 }), { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(fc.integer({ min: 0, max: 4_000 }), fc.boolean()), { minLength: 5, maxLength: 5 }),
    )
    .map(([starts, parts]) =>
      [0, ...starts.sort((a, b) => a - b)].map((start, i) => ({
        from: start / 100,
        rate: (parts[i]?.[0] ?? 0) / 10_000,
        retroactive: parts[i]?.[1] ?? false,
      })),
    );
  const toBands = (given: ReferenceBands['bands']): Band[] =>
    given.map((one) => band(one.from, one.rate ?? 0, { retroactive: one.retroactive === true }));
  const modes = fc.constantFrom<BandsStep['mode'][]>('whole', 'marginal', 'retroactive', 'interpolated');
  const on = fc.constantFrom('value' as const, 'amount' as const);

  test('rows alone and rows along a total, to the cent', () => {
    const row = fc.record({ rep: fc.constantFrom('a', 'b', 'A'), day: fc.nat(3), sales: cents, basis: cents });
    const property = fc.property(
      list,
      modes,
      on,
      fc.boolean(),
      fc.array(row, { maxLength: 20 }),
      (bands, mode, pays, running, rows) => {
        const cells = {
          'rep:text': rows.map((one) => one.rep),
          day: rows.map((one) => one.day),
          sales: rows.map((one) => one.sales),
          basis: rows.map((one) => one.basis),
        };
        const run = paid(cells, {
          bands: toBands(bands),
          mode,
          pays: pays === 'value' ? { on: 'value' } : { on: 'amount', amount: column('basis') },
          scope: running
            ? { over: 'running', by: ['rep'], order: [{ key: 'day', descending: false }] }
            : { over: 'row' },
        });
        const given: ReferenceBands = { bands, mode, tie: 'lower-in', on: pays };
        const values = rows.map((one) => ({ value: one.sales, basis: one.basis }));
        const expected = payAlone(given, values).map((one) => rounded(one, 2));
        if (running) {
          for (const rep of ['a', 'b']) {
            const own = rows.map((one, i) => ({ ...one, i })).filter((one) => one.rep.toLowerCase() === rep);
            own.sort((a, b) => a.day - b.day || a.i - b.i);
            payAlong(
              given,
              own.map((one) => values[one.i] ?? { value: 0 }),
            ).forEach((one, at) => {
              expected[own[at]?.i ?? 0] = rounded(one, 2);
            });
          }
        }
        expect(run.cells('paid', 'pay')).toEqual(expected);
      },
    );
    fc.assert(property, { numRuns: 200 });
  });

  test('whole bands on a quota, the quick way, to the cent', () => {
    const row = fc.tuple(
      cents,
      fc.integer({ min: 1, max: 9_999_999 }).map((units) => units / 100),
    );
    const property = fc.property(list, fc.array(row, { minLength: 1, maxLength: 20 }), (bands, rows) => {
      const scaled = bands.map((one) => ({ ...one, from: Number((one.from / 20_000).toFixed(4)) }));
      fc.pre(new Set(scaled.map((one) => one.from)).size === scaled.length);
      const cells = { sales: rows.map(([value]) => value), quota: rows.map(([, quota]) => quota) };
      const run = paid(cells, { bands: toBands(scaled), mode: 'whole', scale: column('quota') });
      const given: ReferenceBands = { bands: scaled, mode: 'whole', tie: 'lower-in', on: 'value' };
      const exact = payAlone(
        given,
        rows.map(([value, scale]) => ({ value, scale })),
      );
      expect(run.cells('paid', 'pay')).toEqual(exact.map((one) => rounded(one, 2)));
    });
    fc.assert(property, { numRuns: 200 });
  });
});
