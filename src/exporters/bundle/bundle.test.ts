import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Frame } from '#core/data/column.ts';
import { parseProject } from '#core/project/parse-project.ts';
import { documentFormat, documentVersion, type Project } from '#core/project/project.ts';
import { writeBundle } from './bundle.ts';

const project: Project = {
  format: documentFormat,
  version: documentVersion,
  id: 'p',
  name: 'P',
  locale: 'en',
  calendars: [],
  parameters: [],
  designs: [],
  tables: [
    {
      id: 't',
      key: 'deals',
      label: 'Deals',
      columns: [{ id: 'c', key: 'rep', label: 'Rep', type: 'text' }],
      data: { rows: 2, chunks: ['x'] },
    },
  ],
};
const frame: Frame = {
  rowCount: 2,
  columns: new Map([['rep', { type: 'text', codes: Int32Array.of(0, 1), dictionary: ['Ann', '=1+1'] }]]),
};

test('a bundle holds the document without chunk names and each table as CSV, the same bytes every time', () => {
  const bytes = writeBundle(project, new Map([['deals', frame]]));
  expect(writeBundle(project, new Map([['deals', frame]]))).toEqual(bytes);
  const files = unzipSync(bytes);
  expect(Object.keys(files)).toEqual(['project.json', 'data/deals.csv']);
  expect(strFromU8(files['data/deals.csv'] ?? new Uint8Array())).toBe("rep\nAnn\n'=1+1\n");
  const parsed = parseProject(strFromU8(files['project.json'] ?? new Uint8Array()));
  expect([parsed.problems, parsed.project?.tables[0]?.data]).toEqual([[], undefined]);
});
