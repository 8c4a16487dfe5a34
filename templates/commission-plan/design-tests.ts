/** Tests that the sample's designs hold: worked by hand, kept with the plan, run whenever it is saved. */
import type { DesignTest } from '#core/project/project.ts';

const won = { stage: 'Won', closed: '2026-08-10', customer: 'Quarry Cement' };
const quota = (person: string, amount: number) => ({
  person,
  region: 'West',
  period: 'Q3 FY26',
  starts: '2026-07-01',
  quota: amount,
});

export const commissionTests: DesignTest[] = [
  {
    name: 'Past 100% the 4% rate pays on everything up to 120%',
    tables: {
      deals: [{ ...won, deal: 'D-1', owner: 'Mei Lin', amount: 415_885 }],
      quotas: [quota('Mei Lin', 325_000)],
    },
    expect: [
      { person: 'Mei Lin', credited: 415_885, base: 16_894.25, accelerator: 2272.13, cap: 0, payout: 19_166.38 },
    ],
  },
  {
    name: 'The accelerator pays more at a higher multiple',
    tables: {
      deals: [{ ...won, deal: 'D-1', owner: 'Mei Lin', amount: 415_885 }],
      quotas: [quota('Mei Lin', 325_000)],
    },
    parameters: { accelerator_multiple: 1.75, pay_cap: 25_000 },
    expect: [{ person: 'Mei Lin', accelerator: 3408.19, payout: 20_302.44 }],
  },
  {
    name: 'Below 80% the lowest rate pays',
    tables: {
      deals: [{ ...won, deal: 'D-1', owner: 'Mei Lin', amount: 79_999.99 }],
      quotas: [quota('Mei Lin', 100_000)],
    },
    expect: [{ person: 'Mei Lin', base: 1600, accelerator: 0, payout: 1600 }],
  },
  {
    name: 'Nobody is paid more than the cap',
    tables: {
      deals: [{ ...won, deal: 'D-1', owner: 'Ben Carter', amount: 800_000 }],
      quotas: [quota('Ben Carter', 400_000)],
    },
    parameters: { pay_cap: 25_000 },
    expect: [{ person: 'Ben Carter', base: 35_200, accelerator: 10_000, cap: -20_200, payout: 25_000 }],
  },
  {
    name: 'Split deals are credited to the cent; overlay comes on top',
    tables: {
      deals: [{ ...won, deal: 'D-1', owner: 'Mei Lin', amount: 1000.01 }],
      splits: [
        { deal: 'D-1', person: 'Xin Zhao', share: 0.3, overlay: false },
        { deal: 'D-1', person: 'Ben Carter', share: 0.1, overlay: true },
      ],
    },
    node: 'credits',
    expect: [
      { person: 'Xin Zhao', share: 0.3, credit: 300 },
      { person: 'Ben Carter', share: 0.1, credit: 100 },
      { person: 'Mei Lin', share: 0.7, credit: 700.01 },
    ],
  },
  {
    name: 'Only deals won inside the quarter count',
    tables: {
      deals: [
        { ...won, deal: 'D-1', owner: 'Mei Lin', amount: 1, closed: '2026-06-30' },
        { ...won, deal: 'D-2', owner: 'Mei Lin', amount: 2, closed: '2026-07-01' },
        { ...won, deal: 'D-3', owner: 'Mei Lin', amount: 4, closed: '2026-09-30' },
        { ...won, deal: 'D-4', owner: 'Mei Lin', amount: 8, closed: '2026-10-01' },
        { ...won, deal: 'D-5', owner: 'Mei Lin', amount: 16, stage: 'Open' },
      ],
    },
    node: 'won',
    expect: [{ deal: 'D-2' }, { deal: 'D-3' }],
  },
];

export const overrideTests: DesignTest[] = [
  {
    name: 'A deal counts for the manager of its day, and half for the one above',
    tables: {
      deals: [
        { ...won, deal: 'D-1', owner: 'Nora Lind', amount: 100_000, closed: '2026-08-14' },
        { ...won, deal: 'D-2', owner: 'Nora Lind', amount: 50_000, closed: '2026-08-15' },
      ],
      hierarchy: [
        { person: 'Nora Lind', manager: 'Henrik Dahl', since: '2025-01-01', until: '2026-08-15' },
        { person: 'Nora Lind', manager: 'Ida Nyberg', since: '2026-08-15', until: null },
        { person: 'Henrik Dahl', manager: 'Grace Okafor', since: '2025-01-01', until: '2026-08-15' },
        { person: 'Ida Nyberg', manager: 'Grace Okafor', since: '2026-08-15', until: null },
      ],
    },
    expect: [
      { person: 'Henrik Dahl', team_credit: 100_000, payout: 200 },
      { person: 'Grace Okafor', team_credit: 75_000, payout: 150 },
      { person: 'Ida Nyberg', team_credit: 50_000, payout: 100 },
    ],
  },
];
