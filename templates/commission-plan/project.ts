/** The sample's document, without the rows: a quarter's commission plan and what managers earn on top. */
import type { ColumnDefinition, PlanDesign, Project, TableDefinition } from '#core/project/project.ts';
import { commissionTests, overrideTests } from './design-tests.ts';
import { customers, regions, reps } from './people.ts';

type Column = Omit<ColumnDefinition, 'id' | 'key' | 'label'>;
const usd: Column['format'] = { kind: 'currency', currency: 'USD' };

function table(
  key: string,
  label: string,
  columns: Readonly<Record<string, [label: string, column: Column]>>,
): TableDefinition {
  return {
    id: key,
    key,
    label,
    columns: Object.entries(columns).map(([name, [title, column]]) => ({
      id: `${key}_${name}`,
      key: name,
      label: title,
      ...column,
    })),
  };
}

const allReps = regions.flatMap((region) => reps[region]);

export const deals: TableDefinition = {
  ...table('deals', 'Deals', {
    deal: ['Deal', { type: 'text', role: 'id' }],
    customer: ['Customer', { type: 'text' }],
    owner: ['Owner', { type: 'text', role: 'person' }],
    stage: ['Stage', { type: 'text' }],
    closed: ['Closed', { type: 'date', role: 'date' }],
    amount: ['Amount', { type: 'number', role: 'amount', format: usd }],
  }),
  grain: ['deal'],
  generator: {
    rows: 5000,
    seed: 26,
    columns: {
      deal: { rule: 'sequence', prefix: 'D-', start: 40001 },
      customer: { rule: 'pick', from: customers },
      owner: { rule: 'pick', from: allReps, weights: allReps.map((_, at) => 2 + ((at * 7) % 5)) },
      stage: { rule: 'pick', from: ['Won', 'Lost', 'Open'], weights: [80, 13, 7] },
      closed: { rule: 'date', from: '2026-06-22', to: '2026-10-07' },
      amount: { rule: 'number', min: 400, max: 24_000, decimals: 2, lean: 4 },
    },
  },
};

const splits: TableDefinition = {
  ...table('splits', 'Splits', {
    deal: ['Deal', { type: 'text', role: 'id' }],
    person: ['Person', { type: 'text', role: 'person' }],
    share: ['Share', { type: 'number', format: { kind: 'percent' } }],
    overlay: ['Overlay', { type: 'boolean' }],
  }),
  grain: ['deal', 'person'],
};

const quotas: TableDefinition = {
  ...table('quotas', 'Quotas', {
    person: ['Person', { type: 'text', role: 'person' }],
    region: ['Region', { type: 'text', role: 'region' }],
    period: ['Period', { type: 'text', role: 'period' }],
    starts: ['Starts', { type: 'date' }],
    quota: ['Quota', { type: 'number', role: 'quota', format: usd }],
  }),
  grain: ['person', 'period'],
};

const people: TableDefinition = {
  ...table('people', 'People', {
    person: ['Person', { type: 'text', role: 'person' }],
    region: ['Region', { type: 'text', role: 'region' }],
    title: ['Title', { type: 'text' }],
  }),
  grain: ['person'],
};

const hierarchy: TableDefinition = table('hierarchy', 'Reporting lines', {
  person: ['Person', { type: 'text', role: 'person' }],
  manager: ['Manager', { type: 'text', role: 'manager' }],
  since: ['Since', { type: 'date' }],
  until: ['Until', { type: 'date' }],
});

const won = 'AND(stage = "Won", closed >= quarter_start, closed < EDATE(quarter_start, 3))';
const edge = (from: string, to: string, port = 'in') => ({ from: { node: from, port: 'out' }, to: { node: to, port } });
const split = {
  deal: 'deal',
  owner: 'owner',
  amount: 'amount',
  splitDeal: 'deal',
  splitPerson: 'person',
  splitShare: 'share',
  overlay: 'overlay',
  rest: 'owner',
  decimals: 2,
};

const commission: PlanDesign = {
  kind: 'plan',
  id: 'q3-commission',
  name: 'Q3 commission',
  header: {
    currency: 'USD',
    period: 'Q3 FY26',
    description: 'Commission of the account executives, July to September 2026.',
  },
  nodes: {
    deals: { kind: 'table', props: { table: 'deals' } },
    won: { kind: 'filter', label: 'Won in Q3', props: { where: won } },
    splits: { kind: 'table', label: 'Split rows', props: { table: 'splits' } },
    credits: { kind: 'credit', props: split },
    quotas: { kind: 'table', props: { table: 'quotas' } },
    quarter_quotas: { kind: 'filter', label: 'Quotas, Q3', props: { where: 'starts = quarter_start' } },
    attainment: {
      kind: 'attainment',
      props: {
        person: 'person',
        period: '',
        credit: 'credit',
        quotaPerson: 'person',
        quotaPeriod: '',
        quota: 'quota',
        keep: ['region'],
        missing: 'exclude',
      },
    },
    base: {
      kind: 'bands',
      label: 'Base commission',
      props: {
        key: 'base',
        measure: 'attainment',
        value: 'credited',
        quota: 'quota',
        pays: 'value',
        base: '',
        bands: [
          { from: 0, rate: 0.02 },
          { from: 0.8, rate: 0.03 },
          { from: 1, rate: 0.04, retroactive: true },
          { from: 1.2, rate: 0.05 },
        ],
        mode: 'retroactive',
        scope: 'row',
        by: [],
        order: [],
        opening: '',
        tie: 'lower-in',
        rounding: 'line',
      },
    },
    accelerator: {
      kind: 'accelerator',
      props: {
        key: 'accelerator',
        value: 'credited',
        quota: 'quota',
        threshold: 1,
        multiple: 'accelerator_multiple',
        rateColumn: 'base_rate',
        rate: 0.05,
      },
    },
    cap: { kind: 'cap', props: { key: 'cap', of: 'total', column: '', most: 'pay_cap', least: '' } },
    payout: { kind: 'payout', props: { person: 'person', period: '', components: [], rounding: 'payment' } },
  },
  edges: [
    edge('deals', 'won'),
    edge('won', 'credits', 'deals'),
    edge('splits', 'credits', 'splits'),
    edge('credits', 'attainment', 'credits'),
    edge('quotas', 'quarter_quotas'),
    edge('quarter_quotas', 'attainment', 'quotas'),
    edge('attainment', 'base'),
    edge('base', 'accelerator'),
    edge('accelerator', 'cap'),
    edge('cap', 'payout'),
  ],
  layout: {
    deals: { x: 0, y: 0 },
    won: { x: 212, y: 0 },
    credits: { x: 424, y: 0 },
    attainment: { x: 636, y: 0 },
    splits: { x: 212, y: 132 },
    quotas: { x: 212, y: 264 },
    quarter_quotas: { x: 424, y: 264 },
    base: { x: 0, y: 440 },
    accelerator: { x: 212, y: 440 },
    cap: { x: 424, y: 440 },
    payout: { x: 636, y: 440 },
  },
  tests: commissionTests,
};

const override: PlanDesign = {
  kind: 'plan',
  id: 'manager-override',
  name: 'Manager override',
  header: {
    currency: 'USD',
    period: 'Q3 FY26',
    description: 'What managers earn on their teams’ credits, by the reporting line that held on the day of each deal.',
  },
  nodes: {
    deals: { kind: 'table', props: { table: 'deals' } },
    won: { kind: 'filter', label: 'Won in Q3', props: { where: won } },
    splits: { kind: 'table', label: 'Split rows', props: { table: 'splits' } },
    credits: { kind: 'credit', props: split },
    hierarchy: { kind: 'table', label: 'Reporting lines', props: { table: 'hierarchy' } },
    team: {
      kind: 'roll-up',
      label: 'Team credits',
      props: {
        person: 'person',
        amount: 'credit',
        date: 'closed',
        below: 'person',
        above: 'manager',
        from: 'since',
        to: 'until',
        level1: 1,
        level2: 0.5,
        level3: 0,
        own: false,
      },
    },
    managers: {
      kind: 'group',
      label: 'By manager',
      props: {
        by: ['person'],
        made: [{ key: 'team_credit', label: 'Team credit', formula: 'SUM(credit)', format: usd }],
      },
    },
    override: {
      kind: 'bonus',
      label: 'Override',
      props: { key: 'override', when: '', amount: 'team_credit * override_rate' },
    },
    payout: { kind: 'payout', props: { person: 'person', period: '', components: [], rounding: 'payment' } },
  },
  edges: [
    edge('deals', 'won'),
    edge('won', 'credits', 'deals'),
    edge('splits', 'credits', 'splits'),
    edge('credits', 'team', 'credits'),
    edge('hierarchy', 'team', 'hierarchy'),
    edge('team', 'managers'),
    edge('managers', 'override'),
    edge('override', 'payout'),
  ],
  layout: {
    deals: { x: 0, y: 0 },
    won: { x: 212, y: 0 },
    credits: { x: 424, y: 0 },
    team: { x: 636, y: 0 },
    splits: { x: 212, y: 132 },
    hierarchy: { x: 424, y: 132 },
    managers: { x: 0, y: 308 },
    override: { x: 212, y: 308 },
    payout: { x: 424, y: 308 },
  },
  tests: overrideTests,
};

export const project: Project = {
  format: 'saleswright',
  version: 2,
  id: 'commission-plan',
  name: 'FY26 sales compensation',
  locale: 'en',
  calendars: [{ id: 'fiscal', key: 'fiscal', label: 'Fiscal year', firstMonth: 1 }],
  tables: [deals, people, quotas, splits, hierarchy],
  parameters: [
    {
      id: 'accelerator_multiple',
      key: 'accelerator_multiple',
      label: 'Accelerator multiple',
      type: 'number',
      value: 1.5,
      format: { kind: 'unit', unit: '×', decimals: 2 },
      min: 1,
      max: 3,
      step: 0.05,
    },
    {
      id: 'pay_cap',
      key: 'pay_cap',
      label: 'Cap',
      type: 'number',
      value: 20_000,
      format: { ...usd, decimals: 0 },
      min: 10_000,
      max: 50_000,
      step: 500,
    },
    {
      id: 'override_rate',
      key: 'override_rate',
      label: 'Override rate',
      type: 'number',
      value: 0.002,
      format: { kind: 'percent', decimals: 2 },
      min: 0,
      max: 0.01,
      step: 0.0005,
    },
    { id: 'quarter_start', key: 'quarter_start', label: 'First day of the quarter', type: 'date', value: '2026-07-01' },
  ],
  designs: [commission, override],
};
