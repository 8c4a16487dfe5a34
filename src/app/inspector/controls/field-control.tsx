/** Draws one field of a kind's inspector. The list of controls is closed: a new one does not compile until it is drawn here. */
import type { ReactNode } from 'react';
import type { InspectorField } from '#core/contracts/node-kind.ts';
import type { Problem } from '#core/problem/problem.ts';
import { useWords } from '#ui/language.tsx';
import { Select } from '#ui/select.tsx';
import { inspectorWords } from '../inspector.words.ts';
import { clearedValue, columnsFrom, useNodeEditing } from '../node-editing.ts';
import { problemsAt, problemsOf } from '../problems-at.ts';
import type { Amount } from '../read-amount.ts';
import { BandsTable } from '../bands/bands-table.tsx';
import { AmountField } from './amount-field.tsx';
import { ColumnSelect } from './column-select.tsx';
import styles from './controls.module.css';
import { BindingsControl, DesignControl } from './decision-controls.tsx';
import { FieldLine } from './field-line.tsx';
import { FieldProblems } from './field-problems.tsx';
import { FormulaControl } from './formula-control.tsx';
import { ColumnsControl, FormulasControl, OptionsControl, PairsControl, TakeControl } from './list-controls.tsx';
import { CurveControl, WeightsControl } from './score-controls.tsx';
import { TextLine } from './text-line.tsx';

export function FieldControl({ field }: { readonly field: InspectorField }) {
  const { compiled, currency, kind, language, problems, project, props, set } = useNodeEditing();
  const words = useWords(inspectorWords);
  const label = field.words[language];
  const help = field.help?.[language];
  const value = props[field.prop];
  const own = problemsAt(problems, field.prop);
  const text = typeof value === 'string' ? value : '';
  const line = { label, help, problems: own };
  const save = (next: unknown, typing = false) =>
    set([field.prop], next === undefined ? clearedValue(kind, props, field.prop) : next, field.words, typing);

  switch (field.control) {
    case 'text':
      return (
        <FieldLine {...line}>
          {(ids) => <TextLine {...ids} label={label} value={text} bad={own.length > 0} onChange={save} />}
        </FieldLine>
      );
    case 'number':
    case 'amount':
      return (
        <FieldLine {...line}>
          {(ids) => (
            <AmountField
              {...ids}
              label={label}
              value={typeof value === 'number' || text !== '' ? (value as Amount) : undefined}
              optional={field.optional}
              onChange={save}
              bad={own.some((one) => one.severity === 'error')}
              {...(field.control === 'number'
                ? { min: field.min, max: field.max, step: field.step }
                : { format: field.format, formula: true, currency })}
            />
          )}
        </FieldLine>
      );
    case 'toggle':
      return (
        <FieldLine {...line}>
          {({ id, describedBy }) => (
            <span className={styles.toggle}>
              <input
                id={id}
                type="checkbox"
                role="switch"
                className={styles.switch}
                checked={value === true}
                aria-describedby={describedBy}
                onChange={(event) => save(event.target.checked)}
              />
            </span>
          )}
        </FieldLine>
      );
    case 'choice':
      return (
        <SelectLine problems={own}>
          <Select
            label={label}
            inline
            help={help}
            value={text === '' ? undefined : text}
            placeholder={words.choose}
            options={field.options.map((one) => ({
              value: one.value,
              label: one.words[language],
              help: one.help?.[language],
            }))}
            onChange={save}
          />
        </SelectLine>
      );
    case 'table':
      return (
        <SelectLine problems={own}>
          <Select
            label={label}
            inline
            help={help}
            value={text === '' ? undefined : text}
            placeholder={words.choose}
            options={[
              ...project.tables.map((one) => ({ value: one.key, label: one.label, icon: 'table' })),
              ...(text === '' || project.tables.some((one) => one.key === text)
                ? []
                : [{ value: text, label: words.notThere(text), icon: 'alert-triangle' }]),
            ]}
            onChange={save}
            onClear={field.optional && text !== '' ? () => save(undefined) : undefined}
          />
        </SelectLine>
      );
    case 'column':
      return (
        <SelectLine problems={own}>
          <ColumnSelect
            label={label}
            columns={columnsFrom(compiled, field.from)}
            types={field.types}
            value={text}
            onChange={save}
            onClear={field.optional ? () => save(undefined) : undefined}
          />
        </SelectLine>
      );
    case 'formula':
      return (
        <FieldLine {...line} problems={notShownByFormula(own)} wide group>
          {() => (
            <FormulaControl
              label={label}
              words={field.words}
              value={text}
              path={[field.prop]}
              place={field.place}
              from={field.from}
              optional={field.optional}
            />
          )}
        </FieldLine>
      );
    case 'columns':
      return (
        <FieldLine label={label} help={help} problems={problemsOf(problems, field.prop)} wide group>
          {() => <ColumnsControl field={field} />}
        </FieldLine>
      );
    case 'formulas':
      return (
        <FieldLine label={label} help={help} problems={problemsOf(problems, field.prop)} wide group>
          {() => <FormulasControl field={field} />}
        </FieldLine>
      );
    case 'pairs':
      return (
        <FieldLine label={label} help={help} problems={problemsOf(problems, field.prop)} wide group>
          {() => <PairsControl field={field} />}
        </FieldLine>
      );
    case 'take':
      return (
        <FieldLine label={label} help={help} problems={problemsOf(problems, field.prop)} wide group>
          {() => <TakeControl field={field} />}
        </FieldLine>
      );
    case 'bands':
      return <BandsTable field={field} />;
    case 'curve':
    case 'weights':
      return (
        <FieldLine label={label} help={help} problems={own} wide group>
          {() => (field.control === 'curve' ? <CurveControl field={field} /> : <WeightsControl field={field} />)}
        </FieldLine>
      );
    case 'design':
      return <DesignControl field={field} />;
    case 'bindings':
      return (
        <FieldLine label={label} help={help} problems={[]} wide group>
          {() => <BindingsControl field={field} />}
        </FieldLine>
      );
    case 'options':
      return (
        <FieldLine label={label} help={help} problems={own} wide group>
          {() => <OptionsControl field={field} />}
        </FieldLine>
      );
  }
}

/** The formula editor shows what is wrong with the text itself; what else is wrong stands under it. */
function notShownByFormula(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter((one) => !one.code.startsWith('formula.') || one.code === 'formula.empty');
}

function SelectLine({ problems, children }: { readonly problems: readonly Problem[]; readonly children: ReactNode }) {
  return (
    <div className={styles.fields}>
      {children}
      <FieldProblems problems={problems} />
    </div>
  );
}
