/** The project's parameters: add, change, rename, delete. */
import { useEffect, useId, useRef, useState } from 'react';
import type { Edit } from '#core/edit/edit.ts';
import { freeKey } from '#core/project/new-key.ts';
import type { Parameter } from '#core/project/project.ts';
import { sayProblem } from '#core/problem/codes.ts';
import { Button } from '#ui/button.tsx';
import { formatValue } from '#ui/format-value.ts';
import { Icon } from '#ui/icon.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { Select } from '#ui/select.tsx';
import { showToast } from '#ui/toast.ts';
import { AmountField } from '../../inspector/controls/amount-field.tsx';
import { FormatSelect } from '../../inspector/controls/format-select.tsx';
import { TextLine } from '../../inspector/controls/text-line.tsx';
import { typeIcon } from '../../inspector/inspector.words.ts';
import { useSession, useSessionVerbs } from '../../session/session-context.tsx';
import { newId } from '../../workbench/new-parts.ts';
import styles from './parameters.module.css';
import { useShownParameter } from './shown-parameter.ts';
import { parametersWords, parameterSteps } from './parameters.words.ts';

export function ParameterList({ currency }: { readonly currency: string | undefined }) {
  const session = useSessionVerbs();
  const words = useWords(parametersWords);
  const { language } = useLanguage();
  const parameters = useSession((state) => state.project.parameters);
  const [opened, setOpened] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const { id: shown, set: setShown } = useShownParameter();
  const index = parameters.findIndex((one) => one.id === shown);
  const open = index < 0 ? opened : shown;
  const setOpen = (id: string | null) => {
    setShown(null);
    setOpened(id);
  };
  useEffect(() => {
    if (index < 0) return;
    const button = list.current?.children[index]?.querySelector('button');
    button?.scrollIntoView({ block: 'nearest' });
    button?.focus();
  }, [shown, index]);

  function add() {
    const key = freeKey(
      words.fresh,
      parameters.map((one) => one.key),
    );
    const parameter: Parameter = { id: newId(), key, label: words.fresh, type: 'number', value: 0 };
    if (session.edit([{ op: 'parameter.add', parameter }], parameterSteps.add)) setOpen(parameter.id);
  }

  return (
    <div className={styles.section}>
      <div className={styles.head}>
        <h3>{words.parameters}</h3>
        <Button size="small" look="ghost" icon="plus" onClick={add}>
          {words.add}
        </Button>
      </div>
      <p className={styles.quiet}>{parameters.length === 0 ? words.none : words.parametersHelp}</p>
      <ul ref={list} className={styles.list}>
        {parameters.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className={styles.parameter}
              aria-expanded={open === one.id}
              aria-label={words.edit(one.label)}
              onClick={() => setOpen(open === one.id ? null : one.id)}
            >
              <Icon name={typeIcon(one.type, one.format)} size={14} />
              <span className={styles.name}>{one.label}</span>
              <code>{one.key}</code>
              <b>{shownValue(one, language, words)}</b>
            </button>
            {open === one.id && <ParameterForm parameter={one} currency={currency} onGone={() => setOpen(null)} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function shownValue(parameter: Parameter, language: 'en' | 'zh-CN', words: { yes: string; no: string }): string {
  const { value, type, format } = parameter;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return formatValue(value, type, format, language);
}

interface ParameterFormProps {
  readonly parameter: Parameter;
  readonly currency: string | undefined;
  readonly onGone: () => void;
}

type Patch = Extract<Edit, { readonly op: 'parameter.set' }>['patch'];

/** A value of the new type, kept where it can be. */
export function valueOfType(type: Parameter['type'], value: Parameter['value'], today: string): Parameter['value'] {
  switch (type) {
    case 'number':
      return typeof value === 'number' ? value : Number(value) || 0;
    case 'text':
      return typeof value === 'string' ? value : String(value);
    case 'boolean':
      return value === true || value === 'true' || (typeof value === 'number' && value !== 0);
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : today;
  }
}

function ParameterForm({ parameter, currency, onGone }: ParameterFormProps) {
  const session = useSessionVerbs();
  const words = useWords(parametersWords);
  const { language } = useLanguage();
  const ids = useId();
  const { id, format, label, type, value } = parameter;
  const amount = format?.kind === 'percent' ? 'percent' : 'number';

  function patch(change: Patch, typing = false) {
    const field = Object.keys(change).join('.');
    session.edit(
      [{ op: 'parameter.set', parameter: id, patch: change }],
      parameterSteps.change,
      typing ? `${id}.${field}` : undefined,
    );
  }
  function rename(to: string) {
    const done = session.edit([{ op: 'rename', what: 'parameter', id, to: to.trim() }], parameterSteps.rename);
    const { refused } = session.state.getState();
    if (!done) showToast(refused.map((one) => sayProblem(one, language)).join(' '), { tone: 'bad' });
  }
  const limits = (['min', 'max', 'step'] as const).map((part) => (
    <label key={part}>
      {words[part]}
      <AmountField
        label={words[part]}
        value={parameter[part]}
        optional
        format={amount}
        onChange={(next, typing) => {
          if (part === 'step' && typeof next === 'number' && next <= 0) return;
          if (typeof next !== 'string') patch({ [part]: next ?? null }, typing);
        }}
      />
    </label>
  ));
  return (
    <div className={styles.form}>
      <div className={styles.line}>
        <label htmlFor={`${ids}-label`}>{words.label}</label>
        <TextLine
          id={`${ids}-label`}
          label={words.label}
          value={label}
          required
          onChange={(next, typing) => patch({ label: next }, typing)}
        />
      </div>
      <div className={styles.line}>
        <label htmlFor={`${ids}-key`}>{words.key}</label>
        <TextLine id={`${ids}-key`} label={words.key} value={parameter.key} mono required onLeave onChange={rename} />
      </div>
      <div className={styles.line}>
        <label htmlFor={`${ids}-value`}>{words.current}</label>
        {type === 'number' ? (
          <AmountField
            id={`${ids}-value`}
            label={words.current}
            value={typeof value === 'number' ? value : 0}
            format={amount}
            onChange={(next, typing) => {
              if (typeof next === 'number') patch({ value: next }, typing);
            }}
          />
        ) : type === 'boolean' ? (
          <span>
            <input
              id={`${ids}-value`}
              type="checkbox"
              checked={value === true}
              onChange={(event) => patch({ value: event.target.checked })}
            />
          </span>
        ) : type === 'date' ? (
          <input
            id={`${ids}-value`}
            type="date"
            className={styles.area}
            style={{ minHeight: 28, padding: '0 8px' }}
            value={String(value)}
            onChange={(event) => {
              if (event.target.value !== '') patch({ value: event.target.value });
            }}
          />
        ) : (
          <TextLine
            id={`${ids}-value`}
            label={words.current}
            value={String(value)}
            onChange={(next, typing) => patch({ value: next }, typing)}
          />
        )}
      </div>
      <Select
        label={words.type}
        inline
        value={type}
        options={(['number', 'text', 'boolean', 'date'] as const).map((one) => ({
          value: one,
          label: words.types[one],
          icon: typeIcon(one),
        }))}
        onChange={(next) => {
          if (next === 'number' || next === 'text' || next === 'boolean' || next === 'date')
            patch({ type: next, value: valueOfType(next, value, new Date().toISOString().slice(0, 10)) });
        }}
      />
      {type === 'number' && (
        <>
          <FormatSelect
            label={words.format}
            inline
            value={format}
            currency={currency}
            onChange={(next) => patch({ format: next ?? null })}
          />
          <div className={styles.three}>{limits}</div>
        </>
      )}
      <Button
        size="small"
        look="ghost"
        icon="trash"
        className={styles.end}
        aria-label={words.remove(label)}
        onClick={() => {
          onGone();
          session.edit([{ op: 'parameter.remove', parameter: id }], parameterSteps.remove);
          showToast(words.removed(label), { action: { label: words.undo, run: () => session.undo() } });
        }}
      >
        {words.remove(label)}
      </Button>
    </div>
  );
}
