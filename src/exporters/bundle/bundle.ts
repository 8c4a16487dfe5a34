/** A project with its rows as one file: `project.json` and `data/<table>.csv` in a zip, as the command line reads it. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Frame } from '#core/data/column.ts';
import { writeCsv } from '#core/data/write-csv.ts';
import { printProject } from '#core/project/print-project.ts';
import type { Project } from '#core/project/project.ts';

/** The same project and rows give the same bytes: entries carry no clock. */
const written = new Date(1980, 0, 1);

export function writeBundle(project: Project, frames: ReadonlyMap<string, Frame>): Uint8Array<ArrayBuffer> {
  const plain: Project = { ...project, tables: project.tables.map(({ data: _, ...table }) => table) };
  const files: Zippable = { 'project.json': [strToU8(printProject(plain)), { mtime: written }] };
  for (const table of project.tables) {
    const frame = frames.get(table.key);
    if (frame) files[`data/${table.key}.csv`] = [strToU8(writeCsv(frame, table.columns)), { mtime: written }];
  }
  return zipSync(files, { level: 6 });
}
