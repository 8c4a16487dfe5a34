import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { templates } from './templates.ts';

const folder = new URL('../../templates/', import.meta.url);
const filesIn = (path: string): string[] => {
  try {
    return readdirSync(new URL(path, folder));
  } catch {
    return [];
  }
};

test('every template folder with a document is offered, and its rows come with it', async () => {
  const slugs = filesIn('.').filter((slug) => filesIn(`${slug}/`).includes('project.json'));
  expect(templates.map((one) => one.slug)).toEqual(slugs.sort());
  for (const template of templates) {
    const { project, csv } = await template.load();
    const files = filesIn(`${template.slug}/data/`).filter((file) => file.endsWith('.csv'));
    expect([...csv.keys()].map((key) => `${key}.csv`).sort()).toEqual(files.sort());
    const keys = project.tables.map((table) => table.key);
    expect([...csv.keys()].filter((key) => !keys.includes(key))).toEqual([]);
    expect([...csv.values()].every((text) => text.includes('\n'))).toBe(true);
  }
});
