/** Small forms for tests: written in a few lines, compiled and filled in for real. */
import { compileForm } from '#core/compile/compile-form.ts';
import type { CompiledForm } from '#core/compile/compiled-form.ts';
import type { FormSession } from '#core/interact/form-session.ts';
import { openForm } from '#core/interact/open-form.ts';
import { readDraft } from '#core/interact/read-draft.ts';
import { submissionOf, type Submission } from '#core/interact/submission.ts';
import type { FormDesign, FormField, FormPlace } from '#core/project/form-design.ts';
import type { Parameter, Project, TableDefinition } from '#core/project/project.ts';
import { catalog } from '../catalog.ts';

type Props = Readonly<Record<string, unknown>>;
/** `in`: the key of the field or part that it stands in. Of parts of the page only label, visible and props count. */
export type SmallField = { readonly kind: string; readonly in?: string; readonly props?: Props } & Partial<
  Omit<FormField, 'id' | 'kind' | 'props'>
>;

export interface SmallForm {
  /** By key; ids are the keys with `f_` before them. Kinds that hold no data are parts of the page. */
  readonly fields: Readonly<Record<string, SmallField>>;
  readonly rules?: FormDesign['rules'];
  readonly checks?: FormDesign['checks'];
  readonly into?: FormDesign['into'];
  readonly tables?: readonly TableDefinition[];
  readonly parameters?: readonly Parameter[];
}

export function smallFormDesign({ fields, rules = [], checks = [], into = [] }: SmallForm): FormDesign {
  const own: [string, FormField][] = [];
  const nodes: [string, FormPlace][] = [];
  Object.entries(fields).forEach(([key, { kind, in: parent, props, ...more }], i) => {
    const known = catalog.fields.get(kind);
    const all = { ...(known?.defaults as Props | undefined), ...props };
    const isField = known?.holds === 'value' || known?.holds === 'rows' || !known;
    const place = { order: i, ...(parent === undefined ? {} : { parent: `n_${parent}` }) };
    if (isField) {
      own.push([key, { id: `f_${key}`, kind, label: key, props: all, ...more }]);
      nodes.push([`n_${key}`, { ...place, field: `f_${key}` }]);
    } else {
      const { label, visible } = more;
      nodes.push([
        `n_${key}`,
        {
          ...place,
          kind,
          props: all,
          ...(label === undefined ? {} : { label }),
          ...(visible === undefined ? {} : { visible }),
        },
      ]);
    }
  });
  return {
    kind: 'form',
    id: 'form',
    name: 'Small form',
    fields: Object.fromEntries(own),
    nodes: Object.fromEntries(nodes),
    rules,
    checks,
    into,
    examples: [],
  };
}

export function formProject(form: SmallForm): Project {
  return {
    format: 'saleswright',
    version: 2,
    id: 'project',
    name: 'Small project',
    locale: 'en',
    calendars: [],
    tables: [...(form.tables ?? [])],
    parameters: [...(form.parameters ?? [])],
    designs: [smallFormDesign(form)],
  };
}

export interface Filled {
  readonly compiled: CompiledForm;
  readonly form: FormSession;
  readonly submission: () => Submission;
}

/** Compiled and opened with answers by key; as of 2026-07-01. */
export function fillSmall(small: SmallForm, answers: unknown = {}): Filled {
  const compiled = compileForm(formProject(small), catalog, 'form');
  const { draft } = readDraft(compiled.program, answers);
  const form = openForm(compiled.program, { asOf: 46_204, draft });
  return { compiled, form, submission: () => submissionOf(form) };
}

/** Codes of problems that are errors. */
export const errorCodes = (filled: Filled): readonly string[] =>
  filled.compiled.problems.filter((one) => one.severity === 'error').map((one) => one.code);
