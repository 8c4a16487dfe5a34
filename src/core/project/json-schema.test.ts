import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projectJsonSchema } from './json-schema.ts';
import { parseProject } from './parse-project.ts';
import { printProject } from './print-project.ts';
import { arbitraryProject } from './testing/arbitrary-project.ts';

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(projectJsonSchema());
const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

/** `npx vitest run --project unit src/core/project/json-schema -u` writes it. */
test('the published JSON Schema is the one of the code', async () => {
  const text = `${JSON.stringify(projectJsonSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../../public/schema/project.schema.json');
});

test('an independent validator accepts what we write', () => {
  const old = parseProject(fixture('v1-commission.saleswright.json')).project;
  for (const project of [old!, ...fc.sample(arbitraryProject, { numRuns: 60, seed: 3 })]) {
    validate(JSON.parse(printProject(project)));
    expect(validate.errors).toBeNull();
  }
});

test.each<[string, (text: string) => string]>([
  ['an old version', (text) => text.replace('"version": 2', '"version": 1')],
  ['a node without a kind', (text) => text.replace('"kind": "rate-bands",', '')],
  ['an edge as a text', (text) => text.replace(/"edges": \[/, '"edges": ["a.out->b.in",')],
  ['an unknown language', (text) => text.replace('"locale": "en"', '"locale": "fr"')],
  ['an unknown column type', (text) => text.replace('"type": "text"', '"type": "money"')],
  ['a missing list', (text) => text.replace('"designs"', '"design"')],
])('an independent validator and we both refuse %s', (_what, breakIt) => {
  const good = printProject(parseProject(fixture('v1-commission.saleswright.json')).project!);
  const broken = breakIt(good);
  expect(broken).not.toBe(good);
  expect(validate(JSON.parse(broken))).toBe(false);
  // Version 1 alone is read by migrating it.
  if (!broken.includes('"version": 1')) expect(parseProject(broken).project).toBeUndefined();
});
