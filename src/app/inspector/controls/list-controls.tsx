/** The controls that are lists: columns, named formulas, pairs of keys, columns taken under a name. */
import type { InspectorField } from '#core/contracts/node-kind.ts';
import type { Format } from '#core/data/column.ts';
import { isRecord } from '#core/edit/at-path.ts';
import { freeKey } from '#core/project/new-key.ts';
import { Icon } from '#ui/icon.tsx';
import { useWords } from '#ui/language.tsx';
import { Select } from '#ui/select.tsx';
import { inspectorWords } from '../inspector.words.ts';
import { columnsFrom, useNodeEditing } from '../node-editing.ts';
import { problemsAt } from '../problems-at.ts';
import { columnOptions } from './column-options.ts';
import { ColumnSelect } from './column-select.tsx';
import styles from './controls.module.css';
import { FieldProblems } from './field-problems.tsx';
import { FormatSelect } from './format-select.tsx';
import { FormulaControl } from './formula-control.tsx';
import { ListEditor } from './list-editor.tsx';
import { TextLine } from './text-line.tsx';

type Of<C extends InspectorField['control']> = InspectorField & { readonly control: C };

function records(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

export function ColumnsControl({ field }: { readonly field: Of<'columns'> }) {
  const { compiled, props, set, language, problems } = useNodeEditing();
  const words = useWords(inspectorWords);
  const columns = columnsFrom(compiled, field.from);
  const value = props[field.prop];
  const chosen = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  const label = (key: string) => columns.find((one) => one.key === key)?.label ?? key;
  const save = (next: readonly string[]) => set([field.prop], next, field.words);
  return (
    <ListEditor
      name={field.words[language]}
      items={chosen}
      onChange={save}
      nameOf={label}
      plain
      adder={
        <Select
          label={words.addTo(field.words[language])}
          hideLabel
          value={undefined}
          options={columnOptions(
            columns.filter((one) => !chosen.includes(one.key)),
            undefined,
            words,
          )}
          placeholder={columns.length === 0 ? words.noColumns : words.add}
          onChange={(key) => save([...chosen, key])}
        />
      }
    >
      {(key, index) => (
        <>
          <ColumnSelect
            label={words.item(words.column, index + 1)}
            hideLabel
            columns={columns.filter((one) => one.key === key || !chosen.includes(one.key))}
            value={key}
            onChange={(next) => set([field.prop, index], next, field.words)}
          />
          <FieldProblems problems={problemsAt(problems, `${field.prop}.${index}`)} />
        </>
      )}
    </ListEditor>
  );
}

export function FormulasControl({ field }: { readonly field: Of<'formulas'> }) {
  const { compiled, props, set, language, problems, currency } = useNodeEditing();
  const words = useWords(inspectorWords);
  const items = records(props[field.prop]);
  const given = columnsFrom(compiled, field.from).map((one) => one.key);
  const taken = [...given, ...items.map((one) => textOf(one.key))];
  /** Columns of one list may use each other in any order; what arrives comes before what is made further down. */
  const beside = (index: number) =>
    field.place !== 'row'
      ? []
      : items.map((one) => textOf(one.key)).filter((key, at) => at < index || (at > index && !given.includes(key)));
  return (
    <ListEditor
      name={field.words[language]}
      items={items}
      onChange={(next) => set([field.prop], next, field.words)}
      nameOf={(item, index) => textOf(item.label) || textOf(item.key) || words.item(words.column, index + 1)}
      fresh={() => ({ key: freeKey(words.column, taken), formula: '' })}
    >
      {(item, index) => {
        const path = [field.prop, index] as const;
        return (
          <>
            <div className={styles.pair} style={{ gridTemplateColumns: 'minmax(0, 1fr) 96px' }}>
              <TextLine
                label={words.item(words.columnName, index + 1)}
                value={textOf(item.key)}
                mono
                onLeave
                required
                bad={problemsAt(problems, `${field.prop}.${index}.key`).length > 0}
                onChange={(key) => set([...path, 'key'], key.trim(), field.words)}
              />
              <FormatSelect
                label={words.item(words.format, index + 1)}
                value={item.format as Format | undefined}
                currency={currency}
                onChange={(format) => set([...path, 'format'], format, field.words)}
              />
            </div>
            <FormulaControl
              label={words.item(words.formula, index + 1)}
              words={field.words}
              value={textOf(item.formula)}
              path={[...path, 'formula']}
              place={field.place}
              from={field.from}
              earlier={beside(index)}
              makes={textOf(item.key)}
            />
            <FieldProblems
              problems={problemsAt(problems, `${field.prop}.${index}`).filter(
                (one) => !one.code.startsWith('formula.') || one.code === 'formula.empty',
              )}
            />
          </>
        );
      }}
    </ListEditor>
  );
}

export function PairsControl({ field }: { readonly field: Of<'pairs'> }) {
  const { compiled, props, set, language, problems } = useNodeEditing();
  const words = useWords(inspectorWords);
  const items = records(props[field.prop]);
  const left = columnsFrom(compiled, field.left);
  const right = columnsFrom(compiled, field.right);
  return (
    <ListEditor
      name={field.words[language]}
      items={items}
      onChange={(next) => set([field.prop], next, field.words)}
      nameOf={(item, index) =>
        [textOf(item.left), textOf(item.right)].filter(Boolean).join(' = ') || words.item(words.column, index + 1)
      }
      fresh={() =>
        suggestedPair(
          left.map((one) => one.key),
          right.map((one) => one.key),
          items,
        )
      }
      plain
    >
      {(item, index) => (
        <>
          <div className={styles.pair}>
            <ColumnSelect
              label={words.item(words.left, index + 1)}
              hideLabel
              columns={left}
              value={textOf(item.left)}
              onChange={(key) => set([field.prop, index, 'left'], key, field.words)}
            />
            <Icon name="equal" size={14} />
            <ColumnSelect
              label={words.item(words.right, index + 1)}
              hideLabel
              columns={right}
              value={textOf(item.right)}
              onChange={(key) => set([field.prop, index, 'right'], key, field.words)}
            />
          </div>
          <FieldProblems problems={problemsAt(problems, `${field.prop}.${index}`)} />
        </>
      )}
    </ListEditor>
  );
}

/** The first column that both sides have and no pair uses; else empty. */
export function suggestedPair(
  left: readonly string[],
  right: readonly string[],
  pairs: readonly Record<string, unknown>[],
): { readonly left: string; readonly right: string } {
  const both = left.find((key) => right.includes(key) && !pairs.some((pair) => pair.left === key));
  return { left: both ?? '', right: both ?? '' };
}

export function TakeControl({ field }: { readonly field: Of<'take'> }) {
  const { compiled, props, set, language, problems } = useNodeEditing();
  const words = useWords(inspectorWords);
  const columns = columnsFrom(compiled, field.from);
  const items = records(props[field.prop]);
  const taken = items.map((one) => textOf(one.key));
  return (
    <ListEditor
      name={field.words[language]}
      items={items}
      onChange={(next) => set([field.prop], next, field.words)}
      nameOf={(item, index) => textOf(item.key) || words.item(words.column, index + 1)}
      plain
      adder={
        <Select
          label={words.addTo(field.words[language])}
          hideLabel
          value={undefined}
          options={columnOptions(columns, undefined, words)}
          placeholder={columns.length === 0 ? words.noColumns : words.add}
          onChange={(from) => set([field.prop], [...items, { key: freeKey(from, taken), from }], field.words)}
        />
      }
    >
      {(item, index) => (
        <>
          <div className={styles.pair}>
            <ColumnSelect
              label={words.item(words.takes, index + 1)}
              hideLabel
              columns={columns}
              value={textOf(item.from)}
              onChange={(from) => set([field.prop, index, 'from'], from, field.words)}
            />
            <Icon name="arrow-right" size={14} />
            <TextLine
              label={words.item(words.as, index + 1)}
              value={textOf(item.key)}
              mono
              onLeave
              required
              bad={problemsAt(problems, `${field.prop}.${index}.key`).length > 0}
              onChange={(key) => set([field.prop, index, 'key'], key.trim(), field.words)}
            />
          </div>
          <FieldProblems problems={problemsAt(problems, `${field.prop}.${index}`)} />
        </>
      )}
    </ListEditor>
  );
}

/** What can be chosen: the label is for people; its id, made from the first label, is what is answered and never changes. */
export function OptionsControl({ field }: { readonly field: Of<'options'> }) {
  const { props, set, language } = useNodeEditing();
  const words = useWords(inspectorWords);
  const items = records(props[field.prop]).map((one) => ({ id: textOf(one['id']), label: textOf(one['label']) }));
  const name = field.words[language];
  const save = (next: readonly { readonly id: string; readonly label: string }[]) =>
    set([field.prop], next, field.words);
  const fresh = () => {
    const label = words.item(name, items.length + 1);
    return { id: freeKey(label, items.map((one) => one.id), 'choice'), label }; // prettier-ignore
  };
  return (
    <ListEditor
      name={name}
      items={items}
      onChange={save}
      nameOf={(one, index) => one.label || words.item(name, index + 1)}
      fresh={fresh}
      plain
    >
      {(one, index) => (
        <TextLine
          label={words.item(name, index + 1)}
          value={one.label}
          onChange={(label, typing) => set([field.prop, index, 'label'], label, field.words, typing)}
        />
      )}
    </ListEditor>
  );
}
