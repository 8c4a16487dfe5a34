/** A small commission plan, for tests. */
import type { Project } from '#core/project/project.ts';

export function sampleProject(id = 'p1'): Project {
  return {
    format: 'saleswright',
    version: 2,
    id,
    name: 'Commission 2026',
    locale: 'en',
    calendars: [],
    tables: [
      {
        id: 't1',
        key: 'deals',
        label: 'Deals',
        columns: [
          { id: 'c1', key: 'rep', label: 'Rep', type: 'text' },
          { id: 'c2', key: 'amount', label: 'Amount', type: 'number' },
        ],
      },
    ],
    parameters: [{ id: 'r1', key: 'rate', label: 'Rate', type: 'number', value: 0.05 }],
    designs: [
      {
        kind: 'plan',
        id: 'd1',
        name: 'Commission',
        nodes: {
          source: { kind: 'table', props: { table: 'deals' } },
          bands: { kind: 'rate-bands', props: { bands: [{ from: 0, rate: 0.02 }] } },
        },
        edges: [{ from: { node: 'source', port: 'out' }, to: { node: 'bands', port: 'in' } }],
        layout: { source: { x: 0, y: 0 }, bands: { x: 240, y: 60 } },
        tests: [],
      },
    ],
  };
}
