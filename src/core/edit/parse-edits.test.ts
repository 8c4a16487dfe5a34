import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { arbitraryProject } from '../project/testing/arbitrary-project.ts';
import { applyEdit } from './apply.ts';
import { parseEdits } from './parse-edits.ts';
import { editFrom, editSeed } from './testing/random-edit.ts';

test.prop([arbitraryProject, fc.array(editSeed, { maxLength: 6 })], { numRuns: 40 })(
  'every edit and every inverse can be read from a file',
  (start, seeds) => {
    let project = start;
    for (const seed of seeds) {
      const edit = editFrom(project, seed);
      const applied = applyEdit(project, edit);
      project = applied.project;
      if (applied.problems.length > 0) continue;
      const file: unknown = JSON.parse(JSON.stringify([edit, applied.applied, applied.inverse]));
      expect(parseEdits(file)).toEqual({ edits: file, problems: [] });
    }
  },
);

test.each([
  [{ op: 'table.burn', table: 't' }],
  [{ op: 'node.prop', design: 'd' }],
  [{ op: 'node.set', design: 'd', node: 'n', patch: { props: {} } }],
  [{ op: 'batch', edits: [{ op: 'table.remove' }] }],
  ['table.remove'],
  [null],
])('%j is no edit', (edit) => {
  const { edits, problems } = parseEdits([{ op: 'table.remove', table: 't' }, edit]);
  expect(edits).toBeUndefined();
  expect(problems).toMatchObject([{ code: 'edit.bad-edit', params: { index: 1 } }]);
});
