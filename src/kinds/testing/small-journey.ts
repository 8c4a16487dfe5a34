/** Small journeys for tests: customers as rows, a graph as text, compiled with the real catalog and simulated by the real engine. */
import { compileJourney } from '#core/compile/compile-journey.ts';
import { parameterValues } from '#core/compile/parameter-values.ts';
import { parseIsoDate } from '#core/calendar/iso-text.ts';
import { columnsOfTable } from '#core/compile/columns-of.ts';
import { frameOfRows } from '#core/execute/frame-of-rows.ts';
import { emptyJourneyHeader, type JourneyHeader } from '#core/project/journey-header.ts';
import type { Edge, JourneyDesign, Project } from '#core/project/project.ts';
import { simulateAll, type SimulationInput } from '#core/simulate/simulate.ts';
import { catalog } from '../catalog.ts';
import { projectOf, type SmallTable } from './small-plan.ts';

export interface SmallJourney {
  readonly customers: SmallTable;
  readonly header?: Partial<JourneyHeader>;
  /** `{ key: [kind, props] }`; props left out are the kind's defaults. */
  readonly nodes: Readonly<Record<string, readonly [kind: string, props?: Readonly<Record<string, unknown>>]>>;
  /** `start > pause`, `ask.yes > mail`; the first port where none is named. */
  readonly edges: readonly string[];
}

export function journeyProject(small: SmallJourney): Project {
  const base = projectOf({ tables: { customers: small.customers }, nodes: {}, edges: [] });
  const edge = (text: string): Edge => {
    const [from = '', to = ''] = text.split('>').map((one) => one.trim());
    const [node = '', port] = from.split('.');
    const first = catalog.steps.get(small.nodes[node]?.[0] ?? '')?.outputs[0]?.key ?? 'out';
    return { from: { node, port: port ?? first }, to: { node: to, port: 'in' } };
  };
  const design: JourneyDesign = {
    kind: 'journey',
    id: 'journey',
    name: 'Journey',
    nodes: Object.fromEntries(
      Object.entries(small.nodes).map(([key, [kind, props]]) => [
        key,
        { kind, props: { ...(catalog.steps.get(kind)?.defaults as object | undefined), ...props } },
      ]),
    ),
    edges: small.edges.map(edge),
    layout: {},
    tests: [],
    header: { ...emptyJourneyHeader, customers: 'customers', ...small.header },
  };
  return { ...base, designs: [design] };
}

export function compileSmallJourney(small: SmallJourney) {
  return compileJourney(journeyProject(small), catalog, 'journey');
}

/** From the first day of July 2026 for 60 days, unless said otherwise. */
export function inputOf(
  small: SmallJourney,
  options: { readonly seed?: number; readonly from?: string; readonly until?: string } = {},
): SimulationInput {
  const project = journeyProject(small);
  const { program, problems } = compileJourney(project, catalog, 'journey');
  if (!program) throw new Error(problems.map((one) => one.code).join(', '));
  const table = project.tables[0];
  if (!table) throw new Error('no customers');
  return {
    program,
    tables: new Map([['customers', frameOfRows(columnsOfTable(table), small.customers.rows)]]),
    parameters: parameterValues(project),
    seed: options.seed ?? 1,
    from: parseIsoDate(options.from ?? '2026-07-01') ?? 0,
    until: parseIsoDate(options.until ?? '2026-08-30') ?? 0,
  };
}

export function simulateSmall(small: SmallJourney, options: Parameters<typeof inputOf>[1] = {}) {
  return simulateAll(inputOf(small, options));
}
