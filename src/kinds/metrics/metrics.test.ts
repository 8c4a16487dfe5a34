// Metrics, curves and totals with known results, run by the real engine.
import { describe, expect, test } from 'vitest';
import { applyEdit } from '#core/edit/apply.ts';
import type { Edit } from '#core/edit/edit.ts';
import { catalog } from '../catalog.ts';
import { money, number, person, projectOf, runSmall, text, type SmallPlan } from '../testing/small-plan.ts';
import { rescaled, withBorder, withWeight } from './scorecard/weights.ts';

/** The scores of some values on a curve. */
function scores(values: readonly (number | null)[], curve: Readonly<Record<string, unknown>>): readonly unknown[] {
  const plan: SmallPlan = {
    tables: {
      people: {
        columns: { person, actual: number },
        rows: values.map((actual, index) => ({ person: `P${index}`, actual })),
      },
    },
    nodes: { people: ['table', { table: 'people' }], kpi: ['kpi', { person: 'person', value: 'actual', ...curve }] },
    edges: ['people > kpi'],
  };
  const { rows, problems } = runSmall(plan, 'kpi');
  expect(problems).toEqual([]);
  return rows.map((row) => (typeof row['score'] === 'number' ? Number(row['score'].toFixed(4)) : row['score']));
}
const line = (...points: readonly (readonly [number, number])[]) => ({
  shape: 'line',
  points: points.map(([at, score]) => ({ at, score })),
});

describe('curves', () => {
  test('K03 goal and red flag: 0 to 10 with a third at the red flag and two thirds at the goal', () => {
    const found = scores([300, 500, 600, 700, 900], { shape: 'goal', goal: 700, red: 500, top: 10 });
    expect(found).toEqual([0, 3.3333, 5, 6.6667, 10]);
  });

  test('a goal below the red flag: less is better', () => {
    expect(scores([10, 20, 30], { shape: 'goal', goal: 10, red: 20, top: 9 })).toEqual([6, 3, 0]);
  });

  test('K04 the score runs straight between the ends of equal bands', () => {
    const third = 100 / 3;
    const found = scores([9000], line([0, 0], [4000, third], [6000, 2 * third], [12000, 100]));
    expect(found).toEqual([83.3333]);
  });

  test('K05 between worst and best, level outside', () => {
    const curve = line([60, 0], [100, 25]);
    expect(scores([85, 110, 50], curve)).toEqual([15.625, 25, 0]);
  });

  test('K06 grade coefficients, linear between', () => {
    expect(scores([85], line([100, 4], [90, 3], [80, 2], [70, 1]))).toEqual([2.5]);
  });

  test('bands: the score of the band reached, its lower edge included; nothing below the first', () => {
    const bands = { ...line([0.8, 60], [1, 100]), shape: 'bands' };
    expect(scores([0.79, 0.8, 0.99, 1, 3], bands)).toEqual([0, 60, 60, 100, 100]);
  });

  test('what was not measured has no score', () => {
    expect(scores([null, 1], line([0, 0], [1, 100]))).toEqual([null, 100]);
  });
});

const deals = {
  columns: { owner: person, stage: text, amount: money, cost: number },
  rows: [
    { owner: 'Ann', stage: 'Won', amount: 10, cost: 4 },
    { owner: 'Bo', stage: 'Won', amount: 30, cost: 3 },
    { owner: 'Ann', stage: 'Lost', amount: 90, cost: 9 },
    { owner: 'Ann', stage: 'Won', amount: 20, cost: 2 },
  ],
};

function measured(props: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const plan: SmallPlan = {
    tables: { deals },
    nodes: {
      deals: ['table', { table: 'deals' }],
      metric: ['metric', { person: 'owner', value: 'amount', key: 'm', ...props }],
    },
    edges: ['deals > metric'],
  };
  const { rows, problems } = runSmall(plan, 'metric');
  expect(problems).toEqual([]);
  return Object.fromEntries(rows.map((row) => [row['owner'], row['m']]));
}

test('a metric is one number per person, from the rows that count', () => {
  expect(measured({})).toEqual({ Ann: 120, Bo: 30 });
  expect(measured({ where: 'stage = "Won"' })).toEqual({ Ann: 30, Bo: 30 });
  expect(measured({ measure: 'count', value: '' })).toEqual({ Ann: 3, Bo: 1 });
  expect(measured({ measure: 'average' })).toEqual({ Ann: 40, Bo: 30 });
  expect(measured({ measure: 'distinct', value: 'stage' })).toEqual({ Ann: 2, Bo: 1 });
  expect(measured({ measure: 'max' })).toEqual({ Ann: 90, Bo: 30 });
  expect(measured({ measure: 'ratio', value: 'cost', per: 'amount' })).toEqual({ Ann: 0.125, Bo: 0.1 });
});

/** Two scores, 60 and 40: Ann has both, Bo only the first, Cy only the second, Di none. */
function card(props: Readonly<Record<string, unknown>> = {}): SmallPlan {
  const full = line([0, 0], [100, 100]);
  return {
    tables: {
      people: {
        columns: { name: person, region: text },
        rows: ['Ann', 'Bo', 'Cy', 'Di'].map((name, i) => ({ name, region: i < 2 ? 'North' : 'South' })),
      },
      sales: {
        columns: { owner: person, a: number },
        rows: [
          { owner: 'Ann', a: 80 },
          { owner: 'Bo', a: 70 },
        ],
      },
      service: {
        columns: { agent: person, b: number },
        rows: [
          { agent: 'Ann', b: 55 },
          { agent: 'Cy', b: 90 },
        ],
      },
    },
    nodes: {
      people: ['table', { table: 'people' }],
      sales: ['table', { table: 'sales' }],
      service: ['table', { table: 'service' }],
      first: ['kpi', { person: 'owner', value: 'a', key: 'first', ...full }],
      second: ['kpi', { person: 'agent', value: 'b', key: 'second', ...full }],
      total: [
        'scorecard',
        {
          weights: [
            { key: 'first', weight: 0.6 },
            { key: 'second', weight: 0.4 },
          ],
          ...props,
        },
      ],
    },
    edges: ['sales > first', 'service > second', 'first > total', 'second > total', 'people > total.people'],
  };
}
function totals(props: Readonly<Record<string, unknown>> = {}) {
  const { rows, problems } = runSmall(card(props), 'total');
  return {
    table: rows.map((row) => [row['rank'], row['name'], row['total']]),
    problems: problems.filter((one) => one.severity === 'error'),
  };
}

describe('total score', () => {
  test('a weight without its score is shared out over the others', () => {
    expect(totals().table).toEqual([
      [1, 'Cy', 90],
      [2, 'Ann', 70],
      [2, 'Bo', 70],
      [null, 'Di', null],
    ]);
  });

  test('or a missing score counts as 0, or there is no total', () => {
    expect(totals({ missing: 'zero' }).table).toEqual([
      [1, 'Ann', 70],
      [2, 'Bo', 42],
      [3, 'Cy', 36],
      [4, 'Di', 0],
    ]);
    expect(totals({ missing: 'block' }).table).toEqual([
      [1, 'Ann', 70],
      [null, 'Bo', null],
      [null, 'Cy', null],
      [null, 'Di', null],
    ]);
  });

  test('people are ranked within their region where one is named', () => {
    expect(totals({ within: 'region', missing: 'zero' }).table.map(([rank, name]) => `${name} ${rank}`)).toEqual([
      'Ann 1',
      'Bo 2',
      'Cy 1',
      'Di 2',
    ]);
  });

  test('without a table of people everybody with any score is ranked', () => {
    const plan = card();
    const { rows } = runSmall({ ...plan, edges: plan.edges.filter((edge) => !edge.includes('people')) }, 'total');
    expect(rows.map((row) => row['owner'])).toEqual(['Cy', 'Ann', 'Bo']);
  });

  test('points add up to the total, and are the score times its share', () => {
    const { rows } = runSmall(card({ missing: 'zero', decimals: 2 }), 'total');
    expect(rows[0]).toMatchObject({ name: 'Ann', total: 70 });
    expect(rows[0]?.['first_points']).toBeCloseTo(48, 12);
    expect(rows[0]?.['second_points']).toBeCloseTo(22, 12);
  });

  test('weights that are not 100 % are told, counted in proportion, and put right by the fix', () => {
    const wrong = {
      weights: [
        { key: 'first', weight: 0.6 },
        { key: 'second', weight: 0.3 },
      ],
      missing: 'zero',
    };
    const found = totals(wrong);
    expect(found.table[0]).toEqual([1, 'Ann', 71.7]);
    const [told] = found.problems;
    expect(told?.params).toMatchObject({ id: 'weights', words: { en: expect.stringContaining('90 %') as string } });
    const edits = told?.fix?.edits as readonly Edit[];
    const fixed = applyEdit(projectOf(card(wrong)), { op: 'batch', edits }, catalog).project.designs[0];
    expect(fixed?.kind === 'plan' && fixed.nodes['total']?.props['weights']).toEqual([
      { key: 'first', weight: 0.67 },
      { key: 'second', weight: 0.33 },
    ]);
  });

  test('a score without a weight is told, with an edit that gives it an even share', () => {
    const [told] = totals({ weights: [{ key: 'first', weight: 1 }] }).problems;
    expect(told?.fix?.edits).toMatchObject([
      {
        value: [
          { key: 'first', weight: 0.5 },
          { key: 'second', weight: 0.5 },
        ],
      },
    ]);
  });
});

describe('weights', () => {
  const weights = [
    { key: 'a', weight: 0.5 },
    { key: 'b', weight: 0.3 },
    { key: 'c', weight: 0.2 },
  ];
  const shares = (of: readonly { readonly weight: number }[]) => of.map((one) => Math.round(one.weight * 100));

  test('moving one rescales the others in their proportions, in whole percents that add up', () => {
    expect(shares(withWeight(weights, 'a', 0.6))).toEqual([60, 24, 16]);
    expect(shares(withWeight(weights, 'c', 0.33))).toEqual([42, 25, 33]);
    expect(shares(withWeight(weights, 'a', 1))).toEqual([100, 0, 0]);
    expect(
      shares(
        withWeight(
          [
            { key: 'a', weight: 1 },
            { key: 'b', weight: 0 },
          ],
          'a',
          0.4,
        ),
      ),
    ).toEqual([40, 60]);
  });

  test('a handle moves weight between two neighbours only', () => {
    expect(shares(withBorder(weights, 0, 0.55))).toEqual([55, 25, 20]);
    expect(shares(withBorder(weights, 1, 0.2))).toEqual([50, 0, 50]);
  });

  test('nothing to go by: evenly', () => {
    expect(shares(rescaled(['a', 'b', 'c'].map((key) => ({ key, weight: 0 }))))).toEqual([34, 33, 33]);
  });
});
