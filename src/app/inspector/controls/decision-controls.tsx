/** The controls of a decision node: which decision table, and what its inputs are here. */
import type { InspectorField } from '#core/contracts/node-kind.ts';
import { isRecord } from '#core/edit/at-path.ts';
import { isDecision } from '#core/project/project.ts';
import { Select } from '#ui/select.tsx';
import { useWords } from '#ui/language.tsx';
import { decisionWords } from '../../decision-editor/decision-editor.words.ts';
import { columnsFrom, useNodeEditing } from '../node-editing.ts';
import { problemsAt } from '../problems-at.ts';
import { FieldProblems } from './field-problems.tsx';
import styles from './score-controls.module.css';
import { TextLine } from './text-line.tsx';

type Of<C extends InspectorField['control']> = InspectorField & { readonly control: C };

export function DesignControl({ field }: { readonly field: Of<'design'> }) {
  const { project, props, set, language, problems } = useNodeEditing();
  const words = useWords(decisionWords);
  const value = props[field.prop];
  const chosen = typeof value === 'string' && value !== '' ? value : undefined;
  const designs = project.designs.filter((one) => one.kind === field.design);
  return (
    <div className={styles.binding}>
      <Select
        label={field.words[language]}
        inline
        value={chosen}
        placeholder={designs.length === 0 ? words.noDecisions : words.choose}
        options={designs.map((one) => ({ value: one.id, label: one.name, icon: 'grid-3x3' }))}
        onChange={(next) => set([field.prop], next, field.words)}
      />
      <FieldProblems problems={problemsAt(problems, field.prop)} />
    </div>
  );
}

interface Binding {
  readonly key: string;
  readonly formula: string;
}

export function BindingsControl({ field }: { readonly field: Of<'bindings'> }) {
  const { compiled, project, props, set, problems } = useNodeEditing();
  const words = useWords(decisionWords);
  const design = project.designs.find((one) => one.id === props[field.of]);
  if (!design || !isDecision(design)) return null;
  const value = props[field.prop];
  const bindings: readonly Binding[] = (Array.isArray(value) ? value.filter(isRecord) : []).map((one) => ({
    key: String(one['key']),
    formula: String(one['formula']),
  }));
  const columns = columnsFrom(compiled, field.from);
  const save = (key: string, formula: string) => {
    const others = bindings.filter((one) => one.key !== key);
    set([field.prop], formula.trim() === '' ? others : [...others, { key, formula }], field.words, true);
  };
  return (
    <>
      <ul className={styles.bindings}>
        {design.inputs.map((input) => {
          const index = bindings.findIndex((one) => one.key === input.key);
          const own = columns.find((column) => column.key === input.key);
          return (
            <li key={input.id} className={styles.binding}>
              <label htmlFor={`bind-${input.id}`}>{input.label}</label>
              <TextLine
                id={`bind-${input.id}`}
                label={input.label}
                value={bindings[index]?.formula ?? ''}
                placeholder={own ? words.takes(own.label ?? own.key) : words.columnOrFormula}
                onChange={(formula) => save(input.key, formula)}
              />
              <FieldProblems problems={problemsAt(problems, `${field.prop}.${index}.formula`)} />
            </li>
          );
        })}
      </ul>
      <FieldProblems problems={problemsAt(problems, field.prop)} />
    </>
  );
}
