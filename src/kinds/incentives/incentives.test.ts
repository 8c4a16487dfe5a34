// What each incentive kind does with the cases people ask about.
import { describe, expect, test } from 'vitest';
import { hasErrors } from '#core/problem/problem.ts';
import { date, id, money, number, person, runSmall, text, type SmallPlan } from '../testing/small-plan.ts';

const quota = { ...number, role: 'quota' } as const;
const pick = (rows: readonly Readonly<Record<string, unknown>>[], ...keys: string[]) =>
  rows.map((row) => keys.map((key) => row[key]));

describe('attainment', () => {
  const measured = (missing: string): SmallPlan => ({
    tables: {
      credits: {
        columns: { person, amount: money },
        rows: [
          { person: 'Ann', amount: 60 },
          { person: 'Emil', amount: 40 },
          { person: 'Ann', amount: 60 },
          { person: 'Zero', amount: 10 },
        ],
      },
      quotas: {
        columns: { person, region: { ...text, role: 'region' }, quota },
        rows: [
          { person: 'Ann', region: 'West', quota: 100 },
          { person: 'Quiet', region: 'East', quota: 50 },
          { person: 'Zero', region: 'East', quota: 0 },
        ],
      },
    },
    nodes: {
      credits: ['table', { table: 'credits' }],
      quotas: ['table', { table: 'quotas' }],
      attainment: [
        'attainment',
        { person: 'person', credit: 'amount', quotaPerson: 'person', quota: 'quota', keep: ['region'], missing },
      ],
      base: ['bands', { value: 'credited', quota: 'quota', mode: 'whole', bands: [{ from: 0, rate: 0.1 }] }],
      boost: ['accelerator', { value: 'credited', quota: 'quota', multiple: 2, rateColumn: 'base_rate' }],
      payout: ['payout', { person: 'person' }],
    },
    edges: [
      'credits > attainment',
      'quotas > attainment.quotas',
      'attainment > base',
      'base > boost',
      'boost > payout',
    ],
  });

  test('people without a quota are left out and named; people without credits stay', () => {
    const { rows, problems } = runSmall(measured('exclude'));
    expect(pick(rows, 'person', 'region', 'credited', 'quota', 'attainment', 'payout')).toEqual([
      ['Ann', 'West', 120, 100, 1.2, 14],
      ['Quiet', 'East', null, 50, 0, 0],
    ]);
    expect(problems).toMatchObject([
      { code: 'kind.says', severity: 'warning', at: { node: 'attainment' }, params: { id: 'no-quota' } },
    ]);
    const [told] = problems;
    expect(told?.code === 'kind.says' && told.params.words.en).toContain(
      '2 people have credits but no quota: Emil, Zero.',
    );
  });

  test('treated as 0%, they are paid the first rate and never accelerated', () => {
    const { rows, problems } = runSmall(measured('zero'));
    expect(hasErrors(problems)).toBe(false);
    expect(pick(rows, 'person', 'attainment', 'base', 'accelerator')).toEqual([
      ['Ann', 1.2, 12, 2],
      ['Emil', 0, 4, 0],
      ['Zero', 0, 1, 0],
      ['Quiet', 0, 0, 0],
    ]);
  });

  test('kept without attainment, they are paid nothing', () => {
    const { rows } = runSmall(measured('none'));
    expect(pick(rows, 'person', 'attainment', 'payout')).toEqual([
      ['Ann', 1.2, 14],
      ['Emil', null, 0],
      ['Zero', null, 0],
      ['Quiet', 0, 0],
    ]);
  });

  test('the headline is recomputed from sums, not averaged', () => {
    const { result } = runSmall(measured('exclude'));
    expect(result.answers['attainment']?.value).toBe(120 / 150);
  });

  test('two quotas for one person are an error, because pay would be doubled', () => {
    const plan = measured('exclude');
    const quotas = plan.tables['quotas'] as SmallPlan['tables'][string];
    const doubled = { ...quotas, rows: [...quotas.rows, { person: 'Ann', region: 'West', quota: 70 }] };
    const { problems } = runSmall({ ...plan, tables: { ...plan.tables, quotas: doubled } });
    expect(problems).toContainEqual(expect.objectContaining({ code: 'execute.join-repeats', severity: 'error' }));
  });

  test('by person and period', () => {
    const period = { ...text, role: 'period' } as const;
    const { rows } = runSmall({
      tables: {
        credits: {
          columns: { person, month: period, amount: money },
          rows: [
            { person: 'Ann', month: 'Jul', amount: 10 },
            { person: 'Ann', month: 'Aug', amount: 30 },
          ],
        },
        quotas: {
          columns: { person, month: period, quota },
          rows: [
            { person: 'Ann', month: 'Aug', quota: 20 },
            { person: 'Ann', month: 'Jul', quota: 20 },
          ],
        },
      },
      nodes: {
        credits: ['table', { table: 'credits' }],
        quotas: ['table', { table: 'quotas' }],
        attainment: [
          'attainment',
          {
            person: 'person',
            period: 'month',
            credit: 'amount',
            quotaPerson: 'person',
            quotaPeriod: 'month',
            quota: 'quota',
          },
        ],
      },
      edges: ['credits > attainment', 'quotas > attainment.quotas'],
    });
    expect(pick(rows, 'person', 'month', 'attainment')).toEqual([
      ['Ann', 'Jul', 0.5],
      ['Ann', 'Aug', 1.5],
    ]);
  });
});

describe('credit', () => {
  const split = (rest: string, rows: SmallPlan['tables'][string]['rows'], overlay = ''): SmallPlan => ({
    tables: {
      deals: {
        columns: { deal: id, person, amount: money },
        rows: [
          { deal: 'D1', person: 'Ann', amount: 100 },
          { deal: 'D2', person: 'Bo', amount: 50 },
        ],
      },
      splits: { columns: { deal: text, person, share: number, overlay: { type: 'boolean' } }, rows },
    },
    nodes: {
      deals: ['table', { table: 'deals' }],
      splits: ['table', { table: 'splits' }],
      credits: [
        'credit',
        {
          deal: 'deal',
          owner: 'person',
          amount: 'amount',
          splitDeal: 'deal',
          splitPerson: 'person',
          splitShare: 'share',
          rest,
          overlay,
        },
      ],
    },
    edges: ['deals > credits', 'splits > credits.splits'],
  });
  const rows = [{ deal: 'D1', person: 'Cy', share: 0.3, overlay: false }];

  test('the rest goes to the owner, and a deal without split rows goes to its owner', () => {
    const { rows: credits, problems } = runSmall(split('owner', rows));
    expect(problems).toEqual([]);
    expect(pick(credits, 'deal', 'person', 'share', 'credit')).toEqual([
      ['D1', 'Cy', 0.3, 30],
      ['D1', 'Ann', 0.7, 70],
      ['D2', 'Bo', 1, 50],
    ]);
  });

  test('the rest to nobody', () => {
    const credits = runSmall(split('nobody', rows)).rows;
    expect(pick(credits, 'deal', 'person', 'credit')).toEqual([
      ['D1', 'Cy', 30],
      ['D2', 'Bo', 50],
    ]);
  });

  test('overlay credit comes on top; more than 100% that is not overlay is named', () => {
    const two = [...rows, { deal: 'D1', person: 'Di', share: 0.8, overlay: true }];
    const marked = runSmall(split('owner', two, 'overlay'));
    expect(marked.problems).toEqual([]);
    expect(pick(marked.rows, 'person', 'credit')).toEqual([
      ['Cy', 30],
      ['Di', 80],
      ['Ann', 70],
      ['Bo', 50],
    ]);
    expect(runSmall(split('owner', two)).problems).toMatchObject([{ params: { id: 'over-credited' } }]);
  });

  test('without split rows every deal is its owner’s', () => {
    const plan = split('owner', []);
    const { rows: credits } = runSmall({ ...plan, edges: ['deals > credits'] }, 'credits');
    expect(pick(credits, 'deal', 'person', 'credit')).toEqual([
      ['D1', 'Ann', 100],
      ['D2', 'Bo', 50],
    ]);
  });
});

describe('roll-up', () => {
  test('each deal follows the hierarchy of its day, with a part for each level', () => {
    const { rows, problems } = runSmall({
      tables: {
        credits: {
          columns: { deal: id, person, closed: date, amount: money },
          rows: [
            { deal: 'D1', person: 'Ann', closed: '2026-07-31', amount: 100 },
            { deal: 'D2', person: 'Ann', closed: '2026-08-01', amount: 10 },
          ],
        },
        lines: {
          columns: { person, manager: { ...text, role: 'manager' }, since: { type: 'date' }, until: { type: 'date' } },
          rows: [
            { person: 'Ann', manager: 'Mo', since: '2026-01-01', until: '2026-08-01' },
            { person: 'Ann', manager: 'Nia', since: '2026-08-01' },
            { person: 'Mo', manager: 'Top', since: '2026-01-01' },
            { person: 'Nia', manager: 'Top', since: '2026-01-01' },
          ],
        },
      },
      nodes: {
        credits: ['table', { table: 'credits' }],
        lines: ['table', { table: 'lines' }],
        up: [
          'roll-up',
          {
            person: 'person',
            amount: 'amount',
            date: 'closed',
            below: 'person',
            above: 'manager',
            from: 'since',
            to: 'until',
            level1: 0.5,
            level2: 0.1,
          },
        ],
      },
      edges: ['credits > up', 'lines > up.hierarchy'],
    });
    expect(problems).toEqual([]);
    expect(pick(rows, 'deal', 'person', 'from_person', 'level', 'amount')).toEqual([
      ['D1', 'Ann', 'Ann', 0, 100],
      ['D2', 'Ann', 'Ann', 0, 10],
      ['D1', 'Mo', 'Ann', 1, 50],
      ['D1', 'Top', 'Ann', 2, 10],
      ['D2', 'Nia', 'Ann', 1, 5],
      ['D2', 'Top', 'Ann', 2, 1],
    ]);
  });
});

describe('bonus, cap and payout', () => {
  const paid = (nodes: SmallPlan['nodes'], edges: readonly string[]) =>
    runSmall({
      tables: {
        people: {
          columns: { person, amount: money, target: number },
          grain: ['person'],
          rows: [
            { person: 'Ann', amount: 1000, target: 5 },
            { person: 'Bo', amount: 10, target: 5 },
          ],
        },
      },
      nodes: { people: ['table', { table: 'people' }], ...nodes },
      edges,
    });

  test('a floor adds, a cap cuts, and the components still add up to the payout', () => {
    const { rows } = paid(
      {
        bonus: ['bonus', { when: 'amount >= 100', amount: 'amount * 10%' }],
        limit: ['cap', { most: '80', least: 'target * 2' }],
        payout: ['payout', { person: 'person' }],
      },
      ['people > bonus', 'bonus > limit', 'limit > payout'],
    );
    expect(pick(rows, 'person', 'bonus', 'cap', 'payout')).toEqual([
      ['Ann', 100, -20, 80],
      ['Bo', 0, 10, 10],
    ]);
  });

  test('the rounding point: each component, or the payment', () => {
    const thirds: SmallPlan['nodes'] = {
      one: [
        'bands',
        { key: 'one', measure: 'amount', value: 'amount', bands: [{ from: 0, rate: 0.00333 }], rounding: 'later' },
      ],
      two: [
        'bands',
        { key: 'two', measure: 'amount', value: 'amount', bands: [{ from: 0, rate: 0.00333 }], rounding: 'later' },
      ],
    };
    const edges = ['people > one', 'one > two', 'two > payout'];
    const by = (rounding: string) =>
      pick(paid({ ...thirds, payout: ['payout', { person: 'person', rounding }] }, edges).rows, 'payout');
    expect(by('component')).toEqual([[6.66], [0.06]]);
    expect(by('payment')).toEqual([[6.66], [0.07]]);
  });

  test('a component named like a column is refused with a free name', () => {
    const { problems } = paid({ bonus: ['bonus', { key: 'amount' }] }, ['people > bonus']);
    expect(problems).toMatchObject([{ at: { node: 'bonus', path: 'key' }, params: { id: 'component-taken' } }]);
  });

  test('nothing to limit and nothing to pay are said', () => {
    expect(paid({ limit: ['cap'] }, ['people > limit']).problems).toMatchObject([
      { params: { id: 'nothing-to-limit' } },
    ]);
    expect(paid({ pay: ['payout', { person: 'person' }] }, ['people > pay']).problems).toMatchObject([
      { params: { id: 'nothing-paid' } },
    ]);
  });

  test('bands out of order, or none, are said', () => {
    const bands = (list: readonly unknown[]) =>
      paid({ base: ['bands', { measure: 'amount', value: 'amount', bands: list }] }, ['people > base']).problems;
    expect(bands([])).toMatchObject([{ params: { id: 'no-bands' } }]);
    expect(
      bands([
        { from: 5, rate: 1 },
        { from: 5, rate: 2 },
      ]),
    ).toMatchObject([{ params: { id: 'unordered-bands' }, at: { path: 'bands.1.from' } }]);
  });
});
