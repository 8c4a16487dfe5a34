/** Names in the formulas of forms: where they stand, and what they become when a field, a parameter, a table or a column gets another key. */
import type { Catalog } from '../contracts/catalog.ts';
import { foldText } from '../formula/fold-text.ts';
import { namesIn } from '../formula/text/names-in.ts';
import { renameName, type RenameTarget } from '../formula/text/rename-name.ts';
import { problem, type Problem } from '../problem/problem.ts';
import type { FormDesign, FormExample } from '../project/form-design.ts';
import { isKey } from '../project/key.ts';
import { isForm, type Project } from '../project/project.ts';
import { isRecord, type Path } from './at-path.ts';
import type { Edit } from './edit.ts';
import { Capture, type Followed } from './follow-name.ts';
import { fieldKeyTaken, formOf } from './form-edits.ts';

export interface FormulaSpot {
  /** Inside the design. */
  readonly path: Path;
  readonly text: string;
  /** What it belongs to, as people call it. */
  readonly where: string;
}

const fieldFormulas = ['required', 'default', 'visible', 'enabled'] as const;

/** Every formula of a form. Without a catalog those in the props of kinds cannot be told from other texts. */
export function formulaSpots(form: FormDesign, catalog?: Catalog): readonly FormulaSpot[] {
  const spots: FormulaSpot[] = [];
  const add = (path: Path, text: unknown, where: string) => {
    if (typeof text === 'string' && text.trim() !== '') spots.push({ path, text, where });
  };
  const inProps = (base: Path, kind: string | undefined, props: unknown, where: string) => {
    if (!isRecord(props)) return;
    for (const { prop, control } of catalog?.fields.get(kind ?? '')?.inspector ?? [])
      if (control === 'formula' || control === 'amount') add([...base, 'props', prop], props[prop], where);
  };
  for (const [key, field] of Object.entries(form.fields)) {
    for (const part of fieldFormulas) add(['fields', key, part], field[part], field.label || key);
    inProps(['fields', key], field.kind, field.props, field.label || key);
  }
  for (const [key, node] of Object.entries(form.nodes)) {
    add(['nodes', key, 'visible'], node.visible, node.label ?? key);
    inProps(['nodes', key], node.kind, node.props, node.label ?? key);
  }
  form.rules.forEach((rule, i) => add(['rules', i, 'when'], rule.when, form.name));
  form.checks.forEach((check, i) => add(['checks', i, 'assert'], check.assert, form.name));
  return spots;
}

/** Renames of tables, columns and parameters reach forms too. Throws `Capture` where the new name means a field there. */
export function renameInForms(project: Project, target: Followed, catalog: Catalog | undefined): Edit[] {
  if (target.what === 'made') return [];
  const name: RenameTarget =
    target.what === 'parameter'
      ? { kind: 'bare', from: target.from }
      : target.what === 'column'
        ? { kind: 'tableColumn', from: target.from, table: target.table }
        : { kind: 'table', from: target.from };
  return project.designs.filter(isForm).flatMap((form): Edit[] => {
    // A field of that name stands before the parameter.
    if (target.what === 'parameter' && fieldKeyTaken(form, target.from)) return [];
    const hides = target.what === 'parameter' && fieldKeyTaken(form, target.to);
    return formulaSpots(form, catalog).flatMap((spot): Edit[] => {
      const renamed = renameName(spot.text, name, target.to);
      if (renamed.captured.length > 0 || (hides && renamed.text !== spot.text)) throw new Capture(spot.where);
      return setText(form, spot.path, spot.text, renamed.text);
    });
  });
}

type RenameField = Extract<Edit, { readonly op: 'rename'; readonly what: 'field' }>;

/** The key, and the token spans of every formula of the form that names it. Answers and columns are kept by id and do not change. */
export function renameField(
  project: Project,
  edit: RenameField,
  catalog: Catalog | undefined,
): { readonly edits: readonly Edit[] } | { readonly problem: Problem } {
  const form = formOf(project, edit.design);
  const entries = Object.entries(form?.fields ?? {});
  const index = entries.findIndex(([, field]) => field.id === edit.id);
  const [from, field] = entries[index] ?? [];
  const at = { design: edit.design };
  if (!form || !field || from === undefined)
    return { problem: problem('edit.not-found', { what: 'field', id: edit.id }, at) };
  const { to, design } = edit;
  if (to === from) return { edits: [] };
  if (!isKey(to)) return { problem: problem('edit.bad-key', { what: 'field', key: to }, at) };
  if (fieldKeyTaken(form, to, from)) return { problem: problem('edit.key-taken', { what: 'field', key: to }, at) };
  const edits: Edit[] = [
    { op: 'design.set', design, path: ['fields', from] },
    { op: 'design.set', design, path: ['fields', to], value: field, index },
  ];
  for (const { path, text, where } of formulaSpots(form, catalog)) {
    const renamed = renameName(text, { kind: 'bare', from }, to);
    const taken = namesIn(text).some((use) => use.kind === 'bare' && foldText(use.name) === foldText(to));
    if (renamed.captured.length > 0 || (taken && foldText(from) !== foldText(to)))
      return { problem: problem('edit.captures', { from, to, where }, at) };
    const moved = path[0] === 'fields' && path[1] === from ? ['fields', to, ...path.slice(2)] : path;
    edits.push(...setText(form, moved, text, renamed.text));
  }
  const examples = form.examples.map((one) => exampleWith(one, from, to));
  if (JSON.stringify(examples) !== JSON.stringify(form.examples))
    edits.push({ op: 'design.set', design, path: ['examples'], value: examples });
  return { edits };
}

function setText(form: FormDesign, path: Path, was: string, value: string): Edit[] {
  return was === value ? [] : [{ op: 'design.set', design: form.id, path, value }];
}

function exampleWith(example: FormExample, from: string, to: string): FormExample {
  const named = (key: string) => (key === from ? to : key);
  const inside = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(inside)
      : isRecord(value)
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [named(key), inside(one)]))
        : value;
  const path = (text: string) => text.split('.').map(named).join('.');
  const { values, visible } = example.expect;
  return {
    ...example,
    answers: inside(example.answers) as FormExample['answers'],
    expect: {
      ...example.expect,
      ...(values ? { values: inside(values) as typeof values } : {}),
      ...(visible ? { visible: visible.map(path) } : {}),
    },
  };
}
