/** A column's name, its name in formulas, type and format; each change is an edit of its own. */
import type { Format } from '#core/data/column.ts';
import type { ColumnDefinition, TableDefinition } from '#core/project/project.ts';
import { sayProblem } from '#core/problem/codes.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { ProblemCard } from '#ui/problem-card.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useState } from 'react';
import { useSessionVerbs } from '../../session/session-context.tsx';
import styles from './edit.module.css';
import { editWords } from './edit.words.ts';
import { steps } from './table-edits.ts';
import type { TableEditing } from './use-table-editing.ts';

const types = ['text', 'number', 'boolean', 'date', 'datetime', 'time'] as const;
const forms = ['plain', 'number', 'percent', 'currency'] as const;
const currencies = ['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'HKD', 'TWD', 'KRW', 'INR', 'SGD', 'AUD', 'CAD', 'CHF'] as const;

interface ColumnDialogProps {
  readonly table: TableDefinition;
  readonly column: ColumnDefinition;
  readonly editing: TableEditing;
}

export function ColumnDialog({ table, column, editing }: ColumnDialogProps) {
  const words = useWords(editWords);
  const { language } = useLanguage();
  const session = useSessionVerbs();
  const [refused, setRefused] = useState<string | null>(null);
  const { edits, told } = editing;
  const close = () => editing.openColumn(undefined);
  const { format, type } = column;
  const kind = format?.kind === 'unit' ? 'number' : (format?.kind ?? 'plain');
  const known: readonly string[] = types;

  const rename = (to: string) => {
    const done = session.edit(
      [{ op: 'rename', what: 'column', table: table.id, id: column.id, to: to.trim() }],
      steps.column,
    );
    const [why] = session.state.getState().refused;
    setRefused(done || !why ? null : sayProblem(why, language));
  };
  const show = (next: Format | null) => edits.setColumn(column.id, { format: next });
  const formed = (form: (typeof forms)[number]) => {
    const decimals = format?.decimals === undefined ? {} : { decimals: format.decimals };
    if (form === 'plain') show(null);
    else if (form === 'currency') show({ kind: 'currency', currency: language === 'en' ? 'USD' : 'CNY', ...decimals });
    else show({ kind: form, ...decimals });
  };
  const decimal = (text: string) => {
    if (!format) return;
    const { decimals: _, ...rest } = format;
    show(text === '' ? rest : { ...rest, decimals: Number(text) });
  };
  return (
    <Dialog
      open
      title={words.columnTitle(column.label || column.key)}
      onClose={close}
      actions={
        <>
          <Button
            icon="trash"
            onClick={() => {
              edits.removeColumn(column.id);
              close();
            }}
          >
            {words.removeColumn}
          </Button>
          <Button look="primary" onClick={close}>
            {words.close}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        {refused !== null && <ProblemCard severity="error" title={refused} />}
        <TextField
          label={words.name}
          value={column.label}
          autoFocus
          onCommit={(label) => edits.setColumn(column.id, { label: label.trim().slice(0, 200) })}
        />
        <TextField label={words.key} value={column.key} onCommit={rename} />
        <Select
          label={words.type}
          value={type}
          options={[
            ...types.map((value) => ({ value, label: words.types[value] })),
            ...(known.includes(type) ? [] : [{ value: type, label: words.types[type] }]),
          ]}
          onChange={(next) => told(edits.retype(column.id, next as ColumnDefinition['type'], editing.order))}
        />
        {type === 'number' && (
          <Select
            label={words.format}
            value={kind}
            options={forms.map((value) => ({ value, label: words.formats[value] }))}
            onChange={(form) => formed(forms.find((one) => one === form) ?? 'plain')}
          />
        )}
        {type === 'number' && format?.kind === 'currency' && (
          <Select
            label={words.currency}
            value={format.currency}
            options={[...new Set([...currencies, format.currency])].map((value) => ({ value, label: value }))}
            onChange={(currency) => show({ ...format, currency })}
          />
        )}
        {type === 'number' && format && (
          <Select
            label={words.decimals}
            value={format.decimals === undefined ? '' : String(format.decimals)}
            options={[
              { value: '', label: words.asNeeded },
              ...[0, 1, 2, 3, 4].map((one) => ({ value: String(one), label: String(one) })),
            ]}
            onChange={decimal}
          />
        )}
      </div>
    </Dialog>
  );
}
