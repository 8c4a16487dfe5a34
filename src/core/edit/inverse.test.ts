import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { parseProject } from '../project/parse-project.ts';
import { printProject } from '../project/print-project.ts';
import { arbitraryProject, flawedProject } from '../project/testing/arbitrary-project.ts';
import { applyEdit } from './apply.ts';
import { editFrom, editSeed } from './testing/random-edit.ts';

test.prop([fc.oneof(arbitraryProject, flawedProject), fc.array(editSeed, { maxLength: 12 })], { numRuns: 30 })(
  'every edit has an inverse that gives the very same document, down to the order of keys',
  (start, seeds) => {
    let project = start;
    const back: { readonly before: string; readonly inverse: Parameters<typeof applyEdit>[1] }[] = [];
    for (const seed of seeds) {
      const before = JSON.stringify(project);
      const edit = editFrom(project, seed);
      const applied = applyEdit(project, edit);
      expect(JSON.stringify(project)).toBe(before);
      if (applied.problems.length > 0) {
        expect(applied.project).toBe(project);
        continue;
      }
      // What the log holds does the same without a catalog, even after a trip through JSON.
      const replayed = applyEdit(project, JSON.parse(JSON.stringify(applied.applied)) as typeof edit);
      expect(JSON.stringify(replayed.project)).toBe(JSON.stringify(applied.project));
      back.push({ before, inverse: JSON.parse(JSON.stringify(applied.inverse)) as typeof edit });
      project = applied.project;
    }
    for (const { before, inverse } of back.reverse()) {
      const undone = applyEdit(project, inverse);
      expect(undone.problems).toEqual([]);
      expect(JSON.stringify(undone.project)).toBe(before);
      project = undone.project;
    }
  },
);

test.prop([arbitraryProject, fc.array(editSeed, { maxLength: 8 })], { numRuns: 30 })(
  'whatever edits make of a document can be written and read again',
  (start, seeds) => {
    const end = seeds.reduce((project, seed) => applyEdit(project, editFrom(project, seed)).project, start);
    const read = parseProject(printProject(end));
    expect(read.project).toEqual(end);
  },
);

test('random edits exercise every operation and are mostly accepted', () => {
  const seen = new Map<string, number>();
  const samples = fc.sample(fc.tuple(arbitraryProject, editSeed), { numRuns: 800, seed: 7 });
  for (const [project, seed] of samples) {
    const edit = editFrom(project, seed);
    const name = edit.op === 'rename' ? `rename ${edit.what}` : edit.op;
    if (applyEdit(project, edit).problems.length === 0) seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  expect([...seen.keys()].sort()).toHaveLength(31 + 1);
});
