/** Everything the parts of the form editor share about one form: its tree, its problems, and verbs that are edits. */
import { answersTableEdits } from '#core/compile/answers-table.ts';
import { labelOf as nameOf } from '#core/compile/compile-form.ts';
import type { CompiledForm } from '#core/compile/compiled-form.ts';
import type { FieldKind } from '#core/contracts/field-kind.ts';
import type { Edit } from '#core/edit/edit.ts';
import type { Bilingual, Problem } from '#core/problem/problem.ts';
import type { FormDesign, FormPlace } from '#core/project/form-design.ts';
import type { FormItem } from '#core/project/form-tree.ts';
import { freeKey } from '#core/project/new-key.ts';
import { isForm } from '#core/project/project.ts';
import { useLanguage } from '#ui/language.tsx';
import { announce } from '#ui/toast.ts';
import { useSession, useSessionVerbs } from '../session/session-context.tsx';
import { newId } from '../workbench/new-parts.ts';
import { formEditorWords, formSteps } from './form-editor.words.ts';
import { childrenOf, gapForNew, isRefused, orderAt, stepGap, type Gap, type Step } from './form-moves.ts';
import { setFormView } from './form-view-state.ts';

export interface FormEditing {
  readonly design: FormDesign;
  readonly compiled: CompiledForm;
  readonly problems: readonly Problem[];
  readonly labelOf: (item: FormItem) => string;
  readonly edit: (edits: readonly Edit[], label: Bilingual, group?: string) => boolean;
  /** After what is selected, or into a gap. */
  readonly add: (kind: FieldKind, selected: string | null, gap?: Gap) => void;
  readonly move: (node: string, gap: Gap) => void;
  readonly step: (node: string, step: Step) => void;
  readonly remove: (node: string) => void;
  readonly duplicate: (node: string) => void;
  /** A table for the answers, or the columns that are missing. */
  readonly makeRoom: () => void;
}

/** null where the design is not there (any more). */
export function useForm(id: string): FormEditing | null {
  const session = useSessionVerbs();
  const { language } = useLanguage();
  const words = formEditorWords[language];
  const project = useSession((state) => state.project);
  const catalog = useSession((state) => state.catalog);
  const compiled = useSession((state) => state.forms[id]);
  const design = project.designs.find((one) => one.id === id);
  if (!design || !isForm(design) || !compiled) return null;
  const { tree } = compiled;

  const labelOf = (item: FormItem): string => {
    const own = item.field?.value.label || item.place.label;
    return own || item.field?.key || catalog.fields.get(item.kind)?.words[language].label || nameOf(item, catalog);
  };
  const edit: FormEditing['edit'] = (edits, label, group) => edits.length > 0 && session.edit(edits, label, group);
  const move: FormEditing['move'] = (node, gap) => {
    const item = tree.byNode.get(node);
    if (!item) return;
    if (isRefused(tree, catalog, item, gap.parent)) return announce(words.noRowsInRows);
    const order = orderAt(tree, gap, node);
    if (!edit([{ op: 'field.move', design: id, node, parent: gap.parent, order }], formSteps.move)) return;
    const others = childrenOf(tree, gap.parent).filter((one) => one.node !== node);
    const place = gap.before === null ? others.length : others.findIndex((one) => one.node === gap.before);
    const within = gap.parent === null ? undefined : tree.byNode.get(gap.parent);
    announce(words.moved(labelOf(item), place + 1, others.length + 1, within ? labelOf(within) : null));
  };

  return {
    design,
    compiled,
    problems: compiled.problems,
    labelOf,
    edit,
    add(kind, selected, gap = gapForNew(tree, catalog, selected, kind.holds)) {
      if (isRefused(tree, catalog, kind.holds, gap.parent)) return announce(words.noRowsInRows);
      const label = kind.words[language].label;
      const node = freeKey(label, [...Object.keys(design.nodes), ...Object.keys(design.fields)], 'field');
      const order = orderAt(tree, gap);
      const props = (kind.fresh?.((word) => word[project.locale]) ?? kind.defaults) as FormPlace['props'] & object;
      const place = { order, ...(gap.parent === null ? {} : { parent: gap.parent }) };
      const version = kind.version > 1 ? { version: kind.version } : {};
      const added: Edit =
        kind.holds === 'value' || kind.holds === 'rows'
          ? fieldAdded(node, place, { kind: kind.kind, ...version, label, props })
          : {
              op: 'field.add',
              design: id,
              node,
              place: { ...place, kind: kind.kind, ...version, props, ...(kind.holds === 'fields' ? { label } : {}) },
            };
      if (!edit([added], formSteps.add)) return undefined;
      setFormView(id, { selected: node });
      return announce(words.added(label));
    },
    move,
    step(node, step) {
      const gap = stepGap(tree, catalog, node, step);
      const item = tree.byNode.get(node);
      if (gap) move(node, gap);
      else if (item) announce(words.cannotMove(labelOf(item)));
    },
    remove(node) {
      const item = tree.byNode.get(node);
      if (!item || !edit([{ op: 'field.remove', design: id, node }], formSteps.remove)) return;
      const around = childrenOf(tree, tree.parents.get(node)?.node ?? null);
      const at = around.findIndex((one) => one.node === node);
      setFormView(id, { selected: (around[at + 1] ?? around[at - 1] ?? tree.parents.get(node))?.node ?? null });
      announce(words.removed(labelOf(item)));
    },
    duplicate(node) {
      const item = tree.byNode.get(node);
      if (!item) return;
      const edits: Edit[] = [];
      const taken = [...Object.keys(design.nodes), ...Object.keys(design.fields)];
      const copy = (one: FormItem, parent: string | undefined, order: number): string => {
        const key = freeKey(one.field?.key ?? one.node, taken, 'field');
        taken.push(key);
        const { parent: _parent, field: _field, ...rest } = one.place;
        const place = { ...rest, order, ...(parent === undefined ? {} : { parent }) };
        if (one.field) {
          const { id: _id, ...value } = one.field.value;
          edits.push(fieldAdded(key, place, value));
        } else edits.push({ op: 'field.add', design: id, node: key, place });
        for (const child of one.children) copy(child, key, child.place.order);
        return key;
      };
      const parent = tree.parents.get(node)?.node;
      const list = childrenOf(tree, parent ?? null);
      const before = list[list.findIndex((one) => one.node === node) + 1]?.node ?? null;
      const made = copy(item, parent, orderAt(tree, { parent: parent ?? null, before }));
      if (edit(edits, formSteps.duplicate)) setFormView(id, { selected: made });
    },
    makeRoom() {
      edit(answersTableEdits(project, design, catalog), formSteps.answers);
    },
  };

  function fieldAdded(key: string, place: FormPlace, value: Omit<FormDesign['fields'][string], 'id'>): Edit {
    const field = newId();
    return {
      op: 'field.add',
      design: id,
      node: key,
      place: { ...place, field },
      field: { key, value: { id: field, ...value } },
    };
  }
}
