/** A new journey as a document: over the table that looks like customers, where there is one. */
import { emptyJourneyHeader } from '#core/project/journey-header.ts';
import type { JourneyDesign, Project } from '#core/project/project.ts';

export function emptyJourney(id: string, name: string, project: Pick<Project, 'tables'>): JourneyDesign {
  const named = (key: string) => /customer|client|contact|account|lead|客户|联系人|线索/i.test(key);
  const { tables } = project;
  const table =
    tables.find((one) => named(one.key) || named(one.label)) ??
    tables.find((one) => one.columns.some((column) => column.role === 'id')) ??
    tables[0];
  return {
    kind: 'journey',
    id,
    name,
    nodes: {},
    edges: [],
    layout: {},
    tests: [],
    header: { ...emptyJourneyHeader, customers: table?.key ?? '' },
  };
}
