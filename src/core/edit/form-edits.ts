/** Edits of forms, spelled out as plain ones: a field comes, goes and moves together with its place on the page and with all that stands inside. */
import { problem, type Problem } from '../problem/problem.ts';
import { foldText } from '../formula/fold-text.ts';
import type { FormDesign } from '../project/form-design.ts';
import { formTree, type FormItem } from '../project/form-tree.ts';
import { isKey, isNodeKey } from '../project/key.ts';
import { isForm, type Project } from '../project/project.ts';
import type { Edit } from './edit.ts';

export type FieldEdit = Extract<Edit, { readonly op: 'field.add' | 'field.remove' | 'field.move' }>;
type Expanded = { readonly edits: readonly Edit[] } | { readonly problem: Problem };

export function isFieldEdit(edit: Edit): edit is FieldEdit {
  return edit.op === 'field.add' || edit.op === 'field.remove' || edit.op === 'field.move';
}

export function expandFieldEdit(project: Project, edit: FieldEdit): Expanded {
  const form = formOf(project, edit.design);
  if (!form)
    return { problem: problem('edit.not-found', { what: 'design', id: edit.design }, { design: edit.design }) };
  switch (edit.op) {
    case 'field.add':
      return addField(form, edit);
    case 'field.remove':
      return removeField(form, edit.node);
    case 'field.move':
      return moveField(form, edit);
  }
}

export function formOf(project: Project, id: string): FormDesign | undefined {
  return project.designs.filter(isForm).find((one) => one.id === id);
}

/** True where formulas could not tell the key from another field's. */
export function fieldKeyTaken(form: FormDesign, key: string, except?: string): boolean {
  const folded = foldText(key);
  return Object.keys(form.fields).some((one) => one !== except && foldText(one) === folded);
}

function addField(form: FormDesign, edit: Extract<FieldEdit, { readonly op: 'field.add' }>): Expanded {
  const { design, node, place, field } = edit;
  const at = { design, node };
  if (Object.hasOwn(form.nodes, node)) return { problem: problem('edit.key-taken', { what: 'node', key: node }, at) };
  if (!isNodeKey(node)) return { problem: problem('edit.bad-key', { what: 'node', key: node }, at) };
  const edits: Edit[] = [];
  if (field) {
    const { key, value } = field;
    if (!isKey(key)) return { problem: problem('edit.bad-key', { what: 'field', key }, at) };
    if (fieldKeyTaken(form, key)) return { problem: problem('edit.key-taken', { what: 'field', key }, at) };
    if (Object.values(form.fields).some((one) => one.id === value.id))
      return { problem: problem('edit.id-taken', { what: 'field', id: value.id }, at) };
    edits.push({ op: 'design.set', design, path: ['fields', key], value });
  }
  return { edits: [...edits, { op: 'design.set', design, path: ['nodes', node], value: place }] };
}

function removeField(form: FormDesign, node: string): Expanded {
  if (!Object.hasOwn(form.nodes, node)) return missing(form, node);
  const inside = (item: FormItem): readonly FormItem[] => [item, ...item.children.flatMap(inside)];
  const found = formTree(form).byNode.get(node);
  const all = found ? inside(found) : [];
  const gone = new Set(all.map((item) => item.field?.value.id ?? item.node));
  const edits: Edit[] = [];
  const set = (path: readonly (string | number)[], value?: unknown) =>
    edits.push({ op: 'design.set', design: form.id, path, ...(value === undefined ? {} : { value }) });
  for (const key of all.length > 0 ? all.map((item) => item.node) : [node]) set(['nodes', key]);
  for (const item of all) if (item.field) set(['fields', item.field.key]);
  // What only spoke of them goes with them; formulas that name them stay and say so.
  const left = (at: readonly string[]) => at.filter((one) => !gone.has(one));
  form.rules.forEach((rule, i) => {
    if (left(rule.at).length < rule.at.length) set(['rules', i, 'at'], left(rule.at));
  });
  form.checks.forEach((check, i) => {
    if (left(check.at).length < check.at.length) set(['checks', i, 'at'], left(check.at));
  });
  const into = form.into
    .filter((fill) => fill.of === undefined || !gone.has(fill.of))
    .map((fill) => ({
      ...fill,
      columns: Object.fromEntries(Object.entries(fill.columns).filter(([id]) => !gone.has(id))),
    }));
  if (JSON.stringify(into) !== JSON.stringify(form.into)) set(['into'], into);
  return { edits };
}

function moveField(form: FormDesign, edit: Extract<FieldEdit, { readonly op: 'field.move' }>): Expanded {
  const { design, node, parent, order } = edit;
  const place = Object.hasOwn(form.nodes, node) ? form.nodes[node] : undefined;
  if (!place) return missing(form, node);
  if (parent !== null) {
    if (!Object.hasOwn(form.nodes, parent)) return missing(form, parent);
    const { parents } = formTree(form);
    for (let at: string | undefined = parent; at !== undefined; at = parents.get(at)?.node)
      if (at === node) return { problem: problem('edit.into-itself', { node }, { design, node }) };
  }
  const edits: Edit[] = [];
  if (place.parent !== (parent ?? undefined))
    edits.push({
      op: 'design.set',
      design,
      path: ['nodes', node, 'parent'],
      ...(parent === null ? {} : { value: parent }),
    });
  if (place.order !== order) edits.push({ op: 'design.set', design, path: ['nodes', node, 'order'], value: order });
  return { edits };
}

function missing(form: FormDesign, node: string): Expanded {
  return { problem: problem('edit.not-found', { what: 'node', id: node }, { design: form.id, node }) };
}
