/** From anything a file, a store or a template holds to a project of today's version, or to problems that say why not. */
import type { Catalog } from '../contracts/catalog.ts';
import { problem, type Problem } from '../problem/problem.ts';
import type { Thing } from '../problem/words/project.ts';
import { checkProject, migrateNodes } from './check-project.ts';
import { jsonFault } from './json-fault.ts';
import { migrations } from './migrations.ts';
import { deepest as nearest, misfitOf, pathText } from './misfit.ts';
import { deepest, plainData } from './plain-data.ts';
import { documentFormat, documentVersion, isGraph, projectSchema, type Project } from './project.ts';

/** Characters of a document, in millions; rows travel beside it. */
export const longestDocument = 32;
/** Faults of shape reported at once. */
const mostFaults = 50;

export interface ParsedProject {
  /** Absent where the document cannot be read at all. Nodes of unknown kinds and with bad props are in it, untouched. */
  readonly project?: Project;
  readonly problems: readonly Problem[];
}

/** `input`: the text of a file, or what was parsed from one. Without a catalog, kinds, props and ports are not looked at. */
export function parseProject(input: unknown, catalog?: Catalog): ParsedProject {
  let raw = input;
  if (typeof input === 'string') {
    const megabytes = Math.ceil(input.length / 1e6);
    if (megabytes > longestDocument) return no(problem('project.too-large', { megabytes, limit: longestDocument }));
    const text = input.startsWith('\uFEFF') ? input.slice(1) : input;
    try {
      raw = JSON.parse(text);
    } catch {
      return no(problem('project.bad-json', jsonFault(text)));
    }
  }
  const plain = plainData(raw);
  if (!plain) {
    const misfit = { en: `it is nested more than ${deepest} deep`, 'zh-CN': `嵌套超过 ${deepest} 层` };
    return no(problem('project.bad-shape', { path: '', misfit }));
  }
  const migrated = migrate(plain.value);
  if ('problem' in migrated) return no(migrated.problem);
  const parsed = projectSchema.safeParse(migrated.document);
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.slice(0, mostFaults).map((one) => {
        const issue = nearest(one);
        const path = pathText(issue.path);
        return problem('project.bad-shape', { path, misfit: misfitOf(issue) }, { path });
      }),
    };
  }
  const problems: Problem[] = [...migrated.notes];
  const unique = withUniqueIds(withoutStrayPositions(parsed.data), problems);
  const project = catalog ? migrateNodes(unique, catalog) : unique;
  problems.push(...checkProject(project, catalog));
  return { project, problems };
}

function no(why: Problem): ParsedProject {
  return { problems: [why] };
}

type Migrated =
  | { readonly problem: Problem }
  | { readonly document: Readonly<Record<string, unknown>>; readonly notes: readonly Problem[] };

function migrate(raw: unknown): Migrated {
  if (typeof raw !== 'object' || raw === null || !('format' in raw) || raw.format !== documentFormat) {
    return { problem: problem('project.not-a-project', {}) };
  }
  let document = raw as Readonly<Record<string, unknown>>;
  const found = document['version'];
  if (typeof found !== 'number' || !Number.isInteger(found) || found < 1) {
    return { problem: problem('project.bad-version', { found: String(found) }) };
  }
  if (found > documentVersion) return { problem: problem('project.newer-version', { found, known: documentVersion }) };
  for (let version = found; version < documentVersion; version++) {
    document = { ...migrations[version]?.(document), version: version + 1 };
  }
  const note = problem('project.migrated', { from: found, to: documentVersion }, {}, { severity: 'info' });
  return { document, notes: found < documentVersion ? [note] : [] };
}

/** Positions of nodes that do not exist mean nothing. */
function withoutStrayPositions(project: Project): Project {
  return {
    ...project,
    designs: project.designs.map((design) => {
      if (!isGraph(design)) return design;
      const placed = Object.entries(design.layout).filter(([key]) => Object.hasOwn(design.nodes, key));
      return { ...design, layout: Object.fromEntries(placed) };
    }),
  };
}

/** Edits name things by id, so two of one id could never be told apart: the second gets another, and the problem says so. */
function withUniqueIds(project: Project, problems: Problem[]): Project {
  const unique = <T extends { readonly id: string }>(what: Thing, list: readonly T[]): T[] => {
    const taken = new Set(list.map((one) => one.id));
    const seen = new Set<string>();
    return list.map((one) => {
      if (!seen.has(one.id)) {
        seen.add(one.id);
        return one;
      }
      const given = freeId(one.id, taken);
      taken.add(given);
      problems.push(problem('project.duplicate-id', { what, id: one.id, given }, {}, { severity: 'warning' }));
      return { ...one, id: given };
    });
  };
  return {
    ...project,
    calendars: unique('calendar', project.calendars),
    tables: unique('table', project.tables).map((table) => ({ ...table, columns: unique('column', table.columns) })),
    parameters: unique('parameter', project.parameters),
    designs: unique('design', project.designs),
  };
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let n = 2; ; n++) {
    const tail = `~${n}`;
    const free = id.slice(0, 64 - tail.length) + tail;
    if (!taken.has(free)) return free;
  }
}
