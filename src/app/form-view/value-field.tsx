/** One question: the control its node asks for, with its label, help and problems. */
import { useState } from 'react';
import { printIsoDate, printIsoDatetime, printIsoTime } from '#core/calendar/iso-text.ts';
import { isError, type Value } from '#core/data/value.ts';
import type { FieldState, FormSession } from '#core/interact/form-session.ts';
import { sayProblem } from '#core/problem/codes.ts';
import type { ValueNode } from '#core/program/form-program.ts';
import { ChoiceInput, isChips, type Choice } from '#ui/controls/choice-input.tsx';
import { DateInput } from '#ui/controls/date-input.tsx';
import { FieldFrame, type ControlIds } from '#ui/controls/field-frame.tsx';
import { NumberInput } from '#ui/controls/number-input.tsx';
import { ShownValue } from '#ui/controls/shown-value.tsx';
import { TextArea } from '#ui/controls/text-area.tsx';
import { TextInput } from '#ui/controls/text-input.tsx';
import { formatValue } from '#ui/format-value.ts';
import type { Language } from '#ui/language.tsx';
import { formViewWords, type FormViewWords } from './form-view.words.ts';
import { useField } from './use-field.ts';

export interface NodeProps {
  readonly form: FormSession;
  readonly row?: string | undefined;
  readonly language: Language;
  /** Problems stand at every field, not only at those that were left. */
  readonly showAll: boolean;
}

export function ValueField({ node, form, row, language, showAll }: NodeProps & { readonly node: ValueNode }) {
  const state = useField(form, node.id, row);
  const [left, setLeft] = useState(false);
  const words = formViewWords[language];
  if (!state.visible) return null;
  // A choice is made at once; what is typed is judged when it is left.
  const told = showAll || left || (state.answer !== undefined && node.input === 'choice');
  const problems = told || node.input === 'shown' ? state.problems : [];
  return (
    <FieldFrame
      label={node.label || node.key}
      help={node.help}
      requiredWord={state.required ? words.required : undefined}
      group={isGroup(node)}
      wide={node.input === 'lines' || (row !== undefined && node.input === 'choice' && isGroup(node))}
      problems={
        node.input === 'shown' && !showAll
          ? []
          : problems.map((one) => ({
              text: sayProblem(one, language),
              tone: one.severity === 'error' ? ('bad' as const) : ('warn' as const),
            }))
      }
    >
      {(ids) => (
        <div id={anchorOf(node.id, row)}>
          <Control
            {...{ node, state, ids, words, language }}
            onChange={(answer) => form.set(node.id, answer, row)}
            onLeave={() => setLeft(true)}
          />
        </div>
      )}
    </FieldFrame>
  );
}

/** Where a field stands on the page, so that a problem leads to it. */
export const anchorOf = (id: string, row: string | undefined) => `answer-${id}${row === undefined ? '' : `-${row}`}`;

interface ControlProps {
  readonly node: ValueNode;
  readonly state: FieldState;
  readonly ids: ControlIds;
  readonly words: FormViewWords;
  readonly language: Language;
  readonly onChange: (answer: string | boolean | null) => void;
  readonly onLeave: () => void;
}

function Control({ node, state, ids, words, language, onChange, onLeave }: ControlProps) {
  const disabled = !state.enabled;
  const typed = { ids, disabled, value: typedText(node, state), onChange, onLeave };
  switch (node.input) {
    case 'line':
    case 'scan':
      return <TextInput {...typed} />;
    case 'lines':
      return <TextArea {...typed} />;
    case 'number':
    case 'slider':
    case 'rating':
      return <NumberInput {...typed} suffix={suffixOf(node)} />;
    case 'date':
      return <DateInput {...typed} type="date" />;
    case 'time':
      return <DateInput {...typed} type="time" />;
    case 'datetime':
      return <DateInput {...typed} type="datetime-local" />;
    case 'toggle':
      return (
        <ChoiceInput
          ids={ids}
          disabled={disabled}
          choices={[
            { id: 'yes', label: words.yes },
            { id: 'no', label: words.no },
          ]}
          value={state.value === true ? 'yes' : state.value === false ? 'no' : undefined}
          chooseWord={words.choose}
          clearWord={words.clear}
          onChange={(id) => onChange(id === null ? null : id === 'yes')}
        />
      );
    case 'choice':
    case 'lookup':
      return (
        <ChoiceInput
          ids={ids}
          disabled={disabled}
          choices={choicesOf(node)}
          value={typeof state.value === 'string' ? state.value : undefined}
          chooseWord={words.choose}
          clearWord={words.clear}
          onChange={onChange}
        />
      );
    case 'shown':
      return (
        <ShownValue
          ids={ids}
          text={state.value === null || isError(state.value) ? '–' : shown(state.value, node, language)}
        />
      );
    case 'choices':
    case 'ranking':
    case 'file':
    case 'signature':
    case 'place':
      return <ShownValue ids={ids} text={words.cannotFill} />;
  }
}

function choicesOf(node: ValueNode): readonly Choice[] {
  return node.choices?.from === 'list' ? node.choices.items : [];
}

function isGroup(node: ValueNode): boolean {
  if (node.input === 'toggle' || node.input === 'shown') return true;
  return node.input === 'choice' && isChips(choicesOf(node));
}

/** What was typed; before that, the default as a person would type it. */
function typedText(node: ValueNode, { answer, value }: FieldState): string {
  if (answer !== undefined) {
    if (typeof answer === 'string') return answer;
    return answer === null ? '' : typed(answer, node);
  }
  return value === null ? '' : typed(value, node);
}

function typed(value: Value, node: ValueNode): string {
  if (typeof value !== 'number') return typeof value === 'string' ? value : '';
  switch (node.type) {
    case 'date':
      return printIsoDate(value);
    case 'time':
      return printIsoTime(value);
    case 'datetime':
      return printIsoDatetime(value).slice(0, 16);
    default:
      return String(node.format?.kind === 'percent' ? Number((value * 100).toPrecision(15)) : value);
  }
}

function suffixOf({ format }: ValueNode): string | undefined {
  if (format?.kind === 'percent') return '%';
  if (format?.kind === 'currency') return format.currency;
  return format?.kind === 'unit' ? format.unit : undefined;
}

/** A value as people read it. */
export function shown(value: Value, node: Pick<ValueNode, 'type' | 'format' | 'choices'>, language: Language): string {
  if (typeof value === 'boolean') return value ? formViewWords[language].yes : formViewWords[language].no;
  const choice = node.choices?.from === 'list' ? node.choices.items.find((one) => one.id === value) : undefined;
  if (choice) return choice.label;
  return formatValue(value, node.type, node.format, language);
}
