/**
 * The plan that speed and exactness are measured on, as people compose it on the canvas: nodes and edges of a project, compiled like any other. It pays
 * what `reference/plan-workload.ts` pays. `top_rate` is the rate of the highest tier; on `team_rate` nothing but totals of regions depends.
 */
import { compile } from '#core/compile/compile.ts';
import { parameterValues } from '#core/compile/parameter-values.ts';
import type { Value } from '#core/data/value.ts';
import type { Project } from '#core/project/project.ts';
import type { TableProgram } from '#core/program/table-program.ts';
import { catalog } from '../catalog.ts';
import { person, projectOf } from './small-plan.ts';

const number = { type: 'number' } as const;
const text = { type: 'text' } as const;

export const planProject: Project = projectOf({
  tables: {
    deals: {
      columns: {
        rep: person,
        region: text,
        product: text,
        is_new: { type: 'boolean' },
        amount: { ...number, role: 'amount' },
        cost: number,
      },
      rows: [],
    },
    quotas: { columns: { rep: person, quota: { ...number, role: 'quota' } }, grain: ['rep'], rows: [] },
  },
  parameters: [
    { key: 'top_rate', type: 'number', value: 0.085 },
    { key: 'team_rate', type: 'number', value: 0.01 },
  ],
  nodes: {
    deals: ['table', { table: 'deals' }],
    quotas: ['table', { table: 'quotas' }],
    margins: ['columns', { columns: [{ key: 'margin', formula: '(amount - cost) / amount' }] }],
    base: [
      'bands',
      {
        key: 'base',
        measure: 'amount',
        value: 'margin',
        quota: '',
        pays: 'amount',
        base: 'amount',
        bands: [
          { from: 0, rate: 0.02 },
          { from: 0.2, rate: 0.04 },
          { from: 0.3, rate: 0.06 },
          { from: 0.4, rate: '=top_rate' },
        ],
        mode: 'whole',
        scope: 'row',
        by: [],
        order: [],
        tie: 'lower-in',
        rounding: 'later',
      },
    ],
    attainment: [
      'attainment',
      { person: 'rep', credit: 'amount', quotaPerson: 'rep', quota: 'quota', keep: [], missing: 'exclude' },
    ],
    factors: [
      'columns',
      {
        columns: [
          {
            key: 'factor',
            formula: 'IF(attainment >= 1.2, 1.5, IF(attainment >= 1, 1.25, IF(attainment >= 0.8, 1, 0.8)))',
          },
        ],
      },
    ],
    accelerated: [
      'lookup',
      {
        how: 'lookup',
        pairs: [{ left: 'rep', right: 'rep' }],
        take: [{ key: 'factor', from: 'factor' }],
        missing: 'error',
      },
    ],
    payouts: [
      'columns',
      {
        columns: [
          { key: 'bonus', formula: 'IF(AND(is_new, OR(product = "Router", product = "Gateway")), 150, 0)' },
          { key: 'payout', formula: 'ROUND(MIN(amount * base_rate * factor + bonus, 20000), 2)' },
        ],
      },
    ],
    by_rep: ['group', { by: ['rep'], made: [{ key: 'payout', formula: 'SUM(payout)' }] }],
    by_region: ['group', { by: ['region'], made: [{ key: 'payout', formula: 'SUM(payout)' }] }],
    teams: ['columns', { columns: [{ key: 'team', formula: 'ROUND(payout * team_rate, 2)' }] }],
  },
  edges: [
    'deals > margins',
    'margins > base',
    'deals > attainment.credits',
    'quotas > attainment.quotas',
    'attainment > factors',
    'base > accelerated.in',
    'factors > accelerated.table',
    'accelerated > payouts',
    'payouts > by_rep',
    'payouts > by_region',
    'by_region > teams',
  ],
});

export interface PlanCanvas {
  readonly program: TableProgram;
  readonly parameters: Readonly<Record<string, Value>>;
}

export function planCanvas(): PlanCanvas {
  const { program, problems } = compile(planProject, catalog, 'plan');
  const faults = problems.filter((one) => one.severity === 'error');
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return { program, parameters: parameterValues(planProject) };
}

/** What the plan is run for: nodes and their columns. Headlines alone would leave payouts unmade, for a table of rows shows how many they are. */
export const wantedOfPlan = [
  ['payouts', 'payout'],
  ['by_rep', 'payout'],
  ['by_region', 'payout'],
  ['teams', 'team'],
] as const;

/** The step that a node answers with. */
export function stepOfNode(program: TableProgram, node: string): string {
  const step = Object.values(program.answers[node]?.ports ?? {})[0];
  if (step === undefined) throw new Error(`${node} has no answer`);
  return step;
}
