// Worked examples of draws and carried balances: folds over a person's months, the months out of order in the table.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Value } from '../../data/value.ts';
import type { TableStep } from '../../program/table-program.ts';
import { ask } from '../testing/ask.ts';
import { formulas } from '../testing/formulas.ts';
import { runs } from '../testing/runs.ts';
import { frame, step } from '../testing/programs.ts';

const columns = ['person:text', 'month', 'gross'];
const parameters = ['draw_level', 'minimum', 'recover_from', 'last_period', 'recovery'];
const read = step({ op: 'read', id: 'payouts', source: { from: 'table', table: 'payouts' } }, columns);

function fold(initial: Readonly<Record<string, string>>, made: Readonly<Record<string, string>>): TableStep {
  const names = { columns, parameters };
  return step(
    {
      op: 'scan',
      id: 'paid',
      input: 'payouts',
      partition: ['person'],
      order: [{ key: 'month', descending: false }],
      initial: formulas(initial, names),
      made: formulas(made, names, 'fold'),
    },
    [...columns, ...Object.keys(made)],
  );
}

const recoverable = fold(
  { owed: '0' },
  {
    draw: 'MAX(0, draw_level - gross)',
    repaid: 'MIN(prior[owed], MAX(0, gross - draw_level))',
    owed: 'prior[owed] + draw - repaid',
    net: 'gross + draw - repaid',
  },
);

/** Columns of one person's months, given in order of months and stored backwards. */
function months(own: readonly TableStep[], gross: readonly number[], values: Readonly<Record<string, Value>>) {
  const month = gross.map((_, at) => at + 1).reverse();
  const cells = { 'person:text': gross.map(() => 'Ann'), month, gross: [...gross].reverse() };
  const asked = ask([read, ...own], { payouts: frame(cells) }, values);
  return { asked, of: (key: string) => asked.cells('paid', key).reverse() };
}

const gross = [2750, 3000, 1500, 2375, 3000, 2750];

describe('worked examples of draws', () => {
  test('I11 a recoverable draw is owed and repaid from the surplus, which is not banked', () => {
    const { of, asked } = months([recoverable], gross, { draw_level: 2000 });
    expect(of('net')).toEqual([2750, 3000, 2000, 2000, 2875, 2750]);
    expect(of('owed')).toEqual([0, 0, 500, 125, 0, 0]);
    // The fourth month is the third row from the end of the table.
    const trace = asked.trace('paid', 2, 'owed');
    expect(trace.sentence.en).toBe('owed 125 = owed before + draw - repaid (500 + 0 - 375).');
    expect(trace.sentence['zh-CN']).toBe('owed 125 = 上一行的owed + draw - repaid（500 + 0 - 375）。');
    expect(asked.trace('paid', 2, 'repaid').sentence.en).toBe(
      'repaid 375 = the smaller of owed before 500 and the greater of 0 and gross - draw_level (2,375 - 2,000).',
    );
  });

  test('I12 a draw that is not recoverable is cost of the company', () => {
    const guaranteed = fold({}, { draw: 'MAX(0, draw_level - gross)', net: 'gross + draw' });
    const cost = step(
      {
        op: 'group',
        id: 'cost',
        input: 'paid',
        by: ['person'],
        made: formulas({ cost: 'SUM(draw)' }, { columns: ['draw'] }, 'group'),
      },
      ['person:text', 'cost'],
    );
    const { of, asked } = months([guaranteed, cost], gross, { draw_level: 2000 });
    expect(of('net')).toEqual([2750, 3000, 2000, 2375, 3000, 2750]);
    expect(asked.cells('cost', 'cost')).toEqual([500]);
  });

  test('I13 recovery begins later: a minimum for six periods, taken back from the fourth on', () => {
    const delayed = fold(
      { balance: '0' },
      {
        draw: 'IF(month <= last_period, MAX(0, minimum - gross), 0)',
        repaid: 'IF(month >= recover_from, MIN(prior[balance], recovery * MAX(0, gross - minimum)), 0)',
        balance: 'prior[balance] + draw - repaid',
        paid: 'gross + draw - repaid',
      },
    );
    const values = { minimum: 1000, recover_from: 4, last_period: 6, recovery: 1 };
    const { of } = months([delayed], [500, 700, 400, 1500], values);
    expect(of('paid')).toEqual([1000, 1000, 1000, 1000]);
    expect(of('balance')).toEqual([500, 800, 1400, 900]);
    const half = months([delayed], [500, 700, 400, 1500], { ...values, recovery: 0.5 });
    expect([half.of('paid').at(-1), half.of('balance').at(-1)]).toEqual([1250, 1150]);
  });

  test('I22 a negative month is carried, not paid back', () => {
    const carried = fold(
      { balance: '0' },
      { due: 'prior[balance] + gross', paid: 'MAX(0, due)', balance: 'MIN(0, due)' },
    );
    // January earned 0; February 600 and a de-booking of 1,500; March 1,400.
    const { of } = months([carried], [0, 600 - 1500, 1400], {});
    expect(of('paid')).toEqual([0, 0, 500]);
    expect(of('balance')).toEqual([0, -900, 0]);
  });
});

const cents = (least: number, most: number) => fc.integer({ min: least, max: most }).map((n) => n / 100);
const sum = (values: readonly Value[]) => values.reduce<number>((total, one) => total + Number(one), 0);

describe('invariants of draws', () => {
  const everything = fold(
    { owed: '0', debt: '0' },
    {
      due: 'gross - prior[debt]',
      earned: 'MAX(0, due)',
      debt: 'MAX(0, 0 - due)',
      draw: 'MAX(0, draw_level - earned)',
      repaid: 'MIN(prior[owed], MAX(0, earned - draw_level))',
      owed: 'prior[owed] + draw - repaid',
      net: 'earned + draw - repaid',
      change: 'debt - prior[debt]',
    },
  );
  const anyMonths = fc.array(cents(-300_000, 500_000), { minLength: 1, maxLength: 18 });
  const level = cents(0, 300_000);

  test('gross + draws - recoveries + balance change = net, in every month', () => {
    fc.assert(
      fc.property(anyMonths, level, (amounts, draw_level) => {
        const { of } = months([everything], amounts, { draw_level });
        const [draw, repaid, change, net] = [of('draw'), of('repaid'), of('change'), of('net')];
        amounts.forEach((one, at) => {
          expect(one + Number(draw[at]) - Number(repaid[at]) + Number(change[at])).toBeCloseTo(Number(net[at]), 6);
          expect(Number(net[at])).toBeGreaterThanOrEqual(0);
        });
        expect(sum(draw) - sum(repaid)).toBeCloseTo(Number(of('owed').at(-1)), 6);
        expect(sum(net)).toBeCloseTo(sum(amounts) + Number(of('owed').at(-1)) + Number(of('debt').at(-1)), 6);
      }),
      { numRuns: runs(100) },
    );
  });

  test('surplus is not banked: more pay in a month without debt changes no later month', () => {
    fc.assert(
      fc.property(
        fc.array(cents(0, 500_000), { minLength: 2, maxLength: 12 }),
        level,
        cents(1, 100_000),
        (amounts, draw_level, more) => {
          const { of } = months([recoverable], amounts, { draw_level });
          const owed = of('owed');
          const at = amounts.findIndex((one, month) => one >= draw_level && (month === 0 || owed[month - 1] === 0));
          fc.pre(at >= 0);
          const richer = months([recoverable], amounts.with(at, (amounts[at] ?? 0) + more), { draw_level });
          expect(richer.of('net').slice(at + 1)).toEqual(of('net').slice(at + 1));
          expect(richer.of('owed')).toEqual(owed);
        },
      ),
      { numRuns: runs(100) },
    );
  });

  test('what one person owes is nothing to another', () => {
    const cells = { 'person:text': ['Ann', 'Bo', 'Ann', 'bo'], month: [1, 1, 2, 2], gross: [1000, 5000, 2500, 2500] };
    const asked = ask([read, recoverable], { payouts: frame(cells) }, { draw_level: 2000 });
    expect(asked.cells('paid', 'net')).toEqual([2000, 5000, 2000, 2500]);
    expect(asked.cells('paid', 'owed')).toEqual([1000, 0, 500, 0]);
  });
});
