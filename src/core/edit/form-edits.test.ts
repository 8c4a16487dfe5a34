import { describe, expect, test } from 'vitest';
import { catalog } from '#kinds/catalog.ts';
import { formProject, type SmallForm } from '#kinds/testing/small-form.ts';
import { compileForm } from '../compile/compile-form.ts';
import { isForm, projectSchema, type Project } from '../project/project.ts';
import { applyEdit } from './apply.ts';
import type { Edit } from './edit.ts';
import { parseEdits } from './parse-edits.ts';

const small: SmallForm = {
  fields: {
    amount: { kind: 'number', props: { most: 'limit' } },
    part: { kind: 'section' },
    lines: { kind: 'repeat', in: 'part' },
    price: { kind: 'number', in: 'lines', visible: 'amount>0' },
    total: { kind: 'computed', props: { formula: 'SUM(price)+amount /* amount stays */' } },
  },
  rules: [{ id: 'r', when: 'Amount > limit', do: 'show', at: ['f_price', 'f_total'] }],
  checks: [{ id: 'c', assert: 'LET(x, 1, x+amount>0)', level: 'error', at: ['f_amount'], message: 'No.' }],
  parameters: [{ id: 'p', key: 'limit', label: 'Limit', type: 'number', value: 100 }],
};
const formOf = (project: Project) => {
  const form = project.designs.find(isForm);
  if (!form) throw new Error('no form');
  return form;
};
const start = (): Project => {
  const project = formProject(small);
  const examples = [
    { name: 'One', answers: { amount: 1, lines: [{ price: 2 }] }, expect: { visible: ['lines.0.price'] } },
  ];
  return projectSchema.parse({ ...project, designs: [{ ...formOf(project), examples }] });
};
function done(project: Project, edit: Edit): Project {
  const applied = applyEdit(project, edit, catalog);
  expect(applied.problems).toEqual([]);
  expect(JSON.stringify(applyEdit(applied.project, applied.inverse).project)).toBe(JSON.stringify(project));
  return applied.project;
}
const refusedWith = (edit: Edit) => applyEdit(start(), edit, catalog).problems.map((one) => one.code);
const codes = (project: Project) =>
  compileForm(project, catalog, 'form').problems.filter((one) => one.severity === 'error');

describe('fields of a form', () => {
  test('one comes with its place, and goes with all that stands inside it', () => {
    const value = { id: 'f_new', kind: 'text', label: 'New', props: { pattern: '' } };
    const place = { order: 2.5, parent: 'n_part', field: 'f_new' };
    const added = done(start(), {
      op: 'field.add',
      design: 'form',
      node: 'n_new',
      place,
      field: { key: 'new', value },
    });
    expect(formOf(added).fields['new']).toEqual(value);
    const gone = formOf(done(added, { op: 'field.remove', design: 'form', node: 'n_part' }));
    expect(Object.keys(gone.fields)).toEqual(['amount', 'total']);
    expect(Object.keys(gone.nodes)).toEqual(['n_amount', 'n_total']);
    expect(gone.rules[0]?.at).toEqual(['f_total']);
  });

  test('moving keeps the field, and nothing moves into itself', () => {
    const moved = formOf(
      done(start(), { op: 'field.move', design: 'form', node: 'n_lines', parent: null, order: 0.5 }),
    );
    expect(moved.nodes['n_lines']).toEqual({ order: 0.5, field: 'f_lines' });
    const into = { op: 'field.move', design: 'form', node: 'n_part', parent: 'n_lines', order: 1 } as const;
    expect(refusedWith(into)).toEqual(['edit.into-itself']);
    expect(refusedWith({ ...into, node: 'ghost' })).toEqual(['edit.not-found']);
  });

  test('renaming edits the spans of every formula, and answers by key, and leaves comments', () => {
    const renamed = done(start(), { op: 'rename', what: 'field', design: 'form', id: 'f_amount', to: '金额' });
    const form = formOf(renamed);
    expect(Object.keys(form.fields)).toEqual(['金额', 'lines', 'price', 'total']);
    expect(form.fields['price']?.visible).toBe('金额>0');
    expect(form.fields['total']?.props['formula']).toBe('SUM(price)+金额 /* amount stays */');
    expect(form.rules[0]?.when).toBe('金额 > limit');
    expect(form.checks[0]?.assert).toBe('LET(x, 1, x+金额>0)');
    expect(form.examples[0]?.answers).toEqual({ 金额: 1, lines: [{ price: 2 }] });
    expect(codes(renamed)).toEqual([]);
    const row = done(start(), { op: 'rename', what: 'field', design: 'form', id: 'f_price', to: 'unit_price' });
    expect(formOf(row).examples[0]?.answers).toEqual({ amount: 1, lines: [{ unit_price: 2 }] });
    expect(formOf(row).examples[0]?.expect.visible).toEqual(['lines.0.unit_price']);
  });

  test('a rename that would mean something else is refused', () => {
    const rename = (id: string, to: string) => refusedWith({ op: 'rename', what: 'field', design: 'form', id, to });
    expect(rename('f_amount', 'limit')).toEqual(['edit.captures']);
    expect(rename('f_amount', 'x')).toEqual(['edit.captures']);
    expect(rename('f_amount', 'PRICE')).toEqual(['edit.key-taken']);
    expect(rename('f_amount', 'not a key')).toEqual(['edit.bad-key']);
    expect(rename('ghost', 'fine')).toEqual(['edit.not-found']);
    expect(refusedWith({ op: 'rename', what: 'parameter', id: 'p', to: 'amount' })).toEqual(['edit.captures']);
  });

  test('a parameter renamed is renamed in forms too', () => {
    const form = formOf(done(start(), { op: 'rename', what: 'parameter', id: 'p', to: 'ceiling' }));
    expect(form.fields['amount']?.props['most']).toBe('ceiling');
    expect(form.rules[0]?.when).toBe('Amount > ceiling');
  });

  test('edits of fields can be read from a file', () => {
    const edits: Edit[] = [
      { op: 'field.add', design: 'form', node: 'n', place: { order: 1, kind: 'section', label: 'Part' } },
      { op: 'field.move', design: 'form', node: 'n', parent: null, order: 2 },
      { op: 'rename', what: 'field', design: 'form', id: 'f_amount', to: 'sum' },
      { op: 'field.remove', design: 'form', node: 'n' },
    ];
    expect(parseEdits(JSON.parse(JSON.stringify(edits)))).toEqual({ edits, problems: [] });
  });
});
