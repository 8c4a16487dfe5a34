/** A small plan, open as the app opens it: stored in IndexedDB, compiled, and run by the real engine in the same thread. For tests. */
import { render, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import type { Catalog } from '#core/contracts/catalog.ts';
import type { NodeKind } from '#core/contracts/node-kind.ts';
import type { Column, Frame } from '#core/data/column.ts';
import { drain } from '#core/execute/run.ts';
import { isPlan, type ColumnDefinition, type Parameter, type PlanDesign, type Project } from '#core/project/project.ts';
import { createEngineState, serve } from '#engine/serve.ts';
import { catalog } from '#kinds/catalog.ts';
import { openWorkspace } from '#store/workspace.ts';
import type { Language } from '#ui/language.tsx';
import { UiProvider } from '#ui/ui-provider.tsx';
import { SessionProvider } from '../../session/session-context.tsx';
import { createSession, type Session } from '../../session/session.ts';

const people = ['Ann', 'Bo', 'Cy', 'Di', 'Ed', 'Fay'];
const credited = [50_000, 85_000, 95_000, 99_000, 110_000, 130_000];
const quotas = people.map(() => 100_000);

const text = (values: readonly string[]): Column => ({
  type: 'text',
  codes: Int32Array.from(values, (_, index) => index),
  dictionary: values,
});
const numbers = (values: readonly number[]): Column => ({ type: 'number', values: Float64Array.from(values) });
const frame = (columns: Readonly<Record<string, Column>>): Frame => ({
  rowCount: people.length,
  columns: new Map(Object.entries(columns)),
});
const money = { kind: 'currency', currency: 'USD' } as const;
const column = (table: string, key: string, label: string, more: Partial<ColumnDefinition>): ColumnDefinition => ({
  id: `${table}_${key}`,
  key,
  label,
  type: 'number',
  ...more,
});

/** Six people around a quota of 100,000 each: 50, 85, 95, 99, 110 and 130 %. */
export const smallPlan: PlanDesign = {
  kind: 'plan',
  id: 'plan',
  name: 'Small plan',
  header: { currency: 'USD' },
  nodes: {
    deals: { kind: 'table', props: { table: 'deals' } },
    quotas: { kind: 'table', props: { table: 'quotas' } },
    attainment: {
      kind: 'attainment',
      props: {
        person: 'person',
        period: '',
        credit: 'amount',
        quotaPerson: 'person',
        quotaPeriod: '',
        quota: 'quota',
        keep: [],
        missing: 'exclude',
      },
    },
    base: {
      kind: 'bands',
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
          { from: 1, rate: 'top_rate', retroactive: true },
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
    payout: { kind: 'payout', props: { person: 'person', period: '', components: [], rounding: 'payment' } },
  },
  edges: [
    { from: { node: 'deals', port: 'out' }, to: { node: 'attainment', port: 'credits' } },
    { from: { node: 'quotas', port: 'out' }, to: { node: 'attainment', port: 'quotas' } },
    { from: { node: 'attainment', port: 'out' }, to: { node: 'base', port: 'in' } },
    { from: { node: 'base', port: 'out' }, to: { node: 'payout', port: 'in' } },
  ],
  layout: {},
  tests: [],
};

export const topRate: Parameter = {
  id: 'p1',
  key: 'top_rate',
  label: 'Top rate',
  type: 'number',
  value: 0.04,
  format: { kind: 'percent', decimals: 1 },
  min: 0.02,
  max: 0.1,
  step: 0.005,
};

export function smallProject(design: PlanDesign = smallPlan): Project {
  return {
    format: 'saleswright',
    version: 2,
    id: `project-${opened++}`,
    name: 'Small project',
    locale: 'en',
    calendars: [],
    tables: [
      {
        id: 'deals',
        key: 'deals',
        label: 'Deals',
        columns: [
          column('deals', 'person', 'Person', { type: 'text', role: 'person' }),
          column('deals', 'amount', 'Amount', { role: 'amount', format: money }),
        ],
        grain: ['person'],
      },
      {
        id: 'quotas',
        key: 'quotas',
        label: 'Quotas',
        columns: [
          column('quotas', 'person', 'Person', { type: 'text', role: 'person' }),
          column('quotas', 'quota', 'Quota', { role: 'quota', format: money }),
        ],
        grain: ['person'],
      },
    ],
    parameters: [topRate],
    designs: [design],
  };
}
let opened = 0;

export interface OpenedPlan {
  readonly session: Session;
  readonly node: (key: string) => PlanDesign['nodes'][string] | undefined;
  readonly props: (key: string) => Readonly<Record<string, unknown>>;
  readonly project: () => Project;
  readonly show: (element: ReactElement, language?: Language) => ReturnType<typeof render>;
}

/** Opens the project and waits for its first answer. `kinds` are added to the catalog. */
export async function openPlan(
  project: Project = smallProject(),
  kinds: readonly NodeKind[] = [],
): Promise<OpenedPlan> {
  const known: Catalog = {
    ...catalog,
    nodes: new Map([...catalog.nodes, ...kinds.map((kind) => [kind.kind, kind] as const)]),
  };
  const workspace = await openWorkspace({ name: `inspector-${project.id}`, catalog: known });
  if (!workspace.ok) throw new Error(workspace.problem.code);
  const frames = new Map([
    ['deals', frame({ person: text(people), amount: numbers(credited) })],
    ['quotas', frame({ person: text(people), quota: numbers(quotas) })],
  ]);
  const made = await workspace.value.create(project, frames);
  if (!made.ok) throw new Error(made.problem.code);
  const stored = await workspace.value.open(project.id);
  if (!stored.ok) throw new Error(stored.problem.code);
  const state = createEngineState();
  const session = createSession({
    stored: stored.value,
    engine: { ask: (name, ask) => Promise.resolve().then(() => drain(serve(state, name, ask))) },
    catalog: known,
    asOf: 46_000,
    clock: () => 0,
    now: () => 0,
  });
  const id = project.designs[0]?.id ?? '';
  await waitFor(() => {
    if (session.state.getState().runs[id]?.status !== 'done') throw new Error('not computed yet');
  });
  const design = () => {
    const found = session.state.getState().project.designs.find((one) => one.id === id);
    if (!found || !isPlan(found)) throw new Error('no plan');
    return found;
  };
  return {
    session,
    node: (key) => design().nodes[key],
    props: (key) => design().nodes[key]?.props ?? {},
    project: () => session.state.getState().project,
    show: (element, language = 'en') =>
      render(
        <UiProvider env="test" language={language}>
          <SessionProvider session={session}>{element}</SessionProvider>
        </UiProvider>,
      ),
  };
}
