/** Opens a project from a folder, a `.saleswright.json` file or a `.zip` bundle, with the rows that travel beside it. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import type { RunTable } from '#core/execute/execution.ts';
import type { Problem } from '#core/problem/problem.ts';
import { parseProject } from '#core/project/parse-project.ts';
import type { Project, TableDefinition } from '#core/project/project.ts';
import { readTableCsv } from '#importers/csv/read-table.ts';
import { catalog } from '#kinds/catalog.ts';
import { UsageError } from './arguments.ts';
import { readBytes, type Streams } from './host.ts';

/** What a bundle may hold, unpacked. */
const MOST_BYTES = 512 * 1024 * 1024;
const MOST_FILES = 1000;

export interface ProjectFile {
  /** Absent where the document cannot be read. */
  readonly project?: Project;
  readonly problems: readonly Problem[];
  /** The rows beside the document; undefined where there are none. */
  readonly rows: (table: string) => Uint8Array | undefined;
}

export function openProjectFile(path: string, streams: Streams): ProjectFile {
  const file = resolve(streams.folder, path);
  if (!existsSync(file)) throw new UsageError(`there is no ${path}`);
  if (statSync(file).isDirectory()) return fromFolder(file, join(file, 'project.json'), streams);
  const bytes = readBytes(file, streams);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return fromBundle(path, bytes);
  return fromFolder(dirname(file), file, streams);
}

function fromFolder(folder: string, document: string, streams: Streams): ProjectFile {
  const text = new TextDecoder().decode(readBytes(document, streams));
  return {
    ...parseProject(text, catalog),
    rows(table) {
      const data = join(folder, 'data', `${table}.csv`);
      return existsSync(data) ? readBytes(data, streams) : undefined;
    },
  };
}

function fromBundle(path: string, bytes: Uint8Array): ProjectFile {
  let total = 0;
  let count = 0;
  let files: Readonly<Record<string, Uint8Array>>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/(^|\/)(project\.json|[^/]+\.saleswright\.json|data\/[^/]+\.csv)$/.test(name)) return false;
        total += originalSize;
        count++;
        if (total > MOST_BYTES || count > MOST_FILES) throw new UsageError(`${path} holds more than a project may`);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path} is not a readable bundle`);
  }
  const names = Object.keys(files).sort((a, b) => a.length - b.length);
  const document = names.find((name) => name.endsWith('.json'));
  if (document === undefined) throw new UsageError(`${path} holds no project.json`);
  const folder = document.slice(0, document.lastIndexOf('/') + 1);
  return {
    ...parseProject(new TextDecoder().decode(files[document]), catalog),
    rows: (table) => files[`${folder}data/${table}.csv`],
  };
}

/** The tables of a run: rows beside the document, and those given by `--table KEY=FILE.csv` in their place. */
export function tablesOfRun(
  project: Project,
  file: ProjectFile,
  given: readonly (readonly [key: string, path: string])[],
  streams: Streams,
): { readonly tables: ReadonlyMap<string, RunTable>; readonly problems: readonly Problem[] } {
  const replaced = new Map(given);
  for (const key of replaced.keys())
    if (!project.tables.some((table) => table.key === key)) throw new UsageError(`the project has no table ${key}`);
  const problems: Problem[] = [];
  const tables = new Map<string, RunTable>();
  for (const table of project.tables) {
    const path = replaced.get(table.key);
    const bytes = path === undefined ? file.rows(table.key) : readBytes(path, streams);
    if (!bytes) continue;
    const read = readTableCsv(table, bytes);
    problems.push(...read.problems.map((one) => atTable(one, table)));
    tables.set(table.key, { frame: read.frame, stamp: 1 });
  }
  return { tables, problems };
}

function atTable(problem: Problem, table: TableDefinition): Problem {
  return { ...problem, at: { table: table.key, ...problem.at } };
}
