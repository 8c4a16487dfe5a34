/** New designs and tables as documents; ids come from here because the core has no dice. */
import { nanoid } from 'nanoid';
import type { Edit } from '#core/edit/edit.ts';
import { freeKey } from '#core/project/new-key.ts';
import {
  documentFormat,
  documentVersion,
  type PlanDesign,
  type Project,
  type TableDefinition,
} from '#core/project/project.ts';
import type { Language } from '#core/problem/problem.ts';

export const newId = () => nanoid(12);

export function emptyProject(name: string, locale: Language): Project {
  return {
    format: documentFormat,
    version: documentVersion,
    id: newId(),
    name,
    locale,
    calendars: [],
    tables: [],
    parameters: [],
    designs: [],
  };
}

export function emptyPlan(name: string): PlanDesign {
  return { kind: 'plan', id: newId(), name, nodes: {}, edges: [], layout: {}, tests: [] };
}

/** A name nobody has yet: “Plan”, “Plan 2” … */
export function freeName(name: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const made = n === 1 ? name : `${name} ${n}`;
    if (!taken.includes(made)) return made;
  }
}

/** The table with a key and id of its own in this project. */
export function asNewTable(project: Project, table: TableDefinition): TableDefinition {
  const key = freeKey(
    table.key || table.label,
    project.tables.map((one) => one.key),
    'table',
  );
  return { ...table, id: newId(), key };
}

export function addTable(table: TableDefinition): Edit {
  return { op: 'table.add', table };
}
