/** A formula's text: plain until it is entered, then Monaco; its problems and the values of the first rows stand below. */
import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { checkFormula } from '#core/formula/check/check-formula.ts';
import type { Frame } from '#core/data/column.ts';
import type { Value } from '#core/data/value.ts';
import type { Scope } from '#core/formula/scope.ts';
import { sayProblem } from '#core/problem/codes.ts';
import type { Language, Problem, Span } from '#core/problem/problem.ts';
import { Icon } from '#ui/icon.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { openFormulaHelp } from '../help/formula-asking.ts';
import { helpWords } from '../help/help.words.ts';
import styles from './formula-editor.module.css';
import { FormulaSample } from './formula-sample.tsx';
import { LensPanel } from './lens/lens-panel.tsx';
import { useLens, type LensSource } from './lens/use-lens.ts';
import { formulaAttribute } from './names/enter-formula.ts';
import { NameBar } from './names/name-bar.tsx';
import type { NameTools } from './names/use-name-tools.tsx';

const MonacoLine = lazy(() => import('./monaco-line.tsx').then((module) => ({ default: module.MonacoLine })));

export interface FormulaFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onCommit?: ((value: string) => void) | undefined;
  readonly scope: Scope;
  /** Problems of the saved text; while typing, the field checks the text itself. */
  readonly problems: readonly Problem[];
  readonly language: Language;
  /** The first rows that the formula will run on. */
  readonly sample?: Frame | undefined;
  /** What parameters are now, for the values of those rows. */
  readonly parameters?: Readonly<Record<string, Value>> | undefined;
  readonly asOf?: number | undefined;
  /** Its place among the formulas of its node, so that others find the way to it. */
  readonly name?: string | undefined;
  /** Where it stands in a run: its parts are shown on one row while it is edited. */
  readonly lens?: LensSource | null;
  /** What can be done with the names in it. */
  readonly names?: NameTools | undefined;
}

export function FormulaField(props: FormulaFieldProps) {
  const { label, value, onChange, onCommit, scope, language, sample } = props;
  const id = useId();
  const [editing, setEditing] = useState(false);
  const caret = useRef<Span>({ start: value.length, end: value.length });
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  /** The help takes the focus and may outlive the editor: what it inserts goes through the newest props. */
  function help() {
    const write = (text: string) => {
      latest.current.onChange(text);
      latest.current.onCommit?.(text);
    };
    openFormulaHelp(latest.current.value, caret.current, write, () => document.getElementById(id)?.focus());
  }
  const box = useRef<HTMLDivElement>(null);
  /** Offsets in the text: where the caret is, where the pointer is. */
  const [caretAt, setCaretAt] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const [marked, setMarked] = useState<Span | null>(null);
  const checked = checkFormula(value, scope);
  const problems = value.trim() === '' ? [] : checked.problems;
  const whole = !problems.some((one) => one.severity === 'error') && value.trim() !== '';
  const view = useLens(editing ? (props.lens ?? null) : null, value, whole ? (checked.expression ?? null) : null);
  const { names } = props;
  const here = editing && caretAt !== null ? names?.at(value, caretAt) : undefined;
  function leave() {
    setEditing(false);
    setCaretAt(null);
    setPointed(null);
    setMarked(null);
  }
  const plain = (
    <textarea
      id={id}
      className={styles.plain}
      rows={1}
      spellCheck={false}
      autoComplete="off"
      aria-label={label}
      aria-describedby={problems.length > 0 ? `${id}-problems` : undefined}
      aria-invalid={problems.some((one) => one.severity === 'error')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onFocus={() => setEditing(true)}
      onSelect={({ currentTarget: { selectionStart, selectionEnd } }) => {
        caret.current = { start: selectionStart, end: selectionEnd };
      }}
      onBlur={(event) => onCommit?.(event.target.value)}
    />
  );
  return (
    <div
      ref={box}
      className={styles.field}
      {...{ [formulaAttribute]: props.name }}
      onBlur={({ currentTarget, relatedTarget, target }) => {
        // The editor says itself when it is left; this hears what stands below it.
        if (target.closest(`.${styles.text ?? ''}`) === null && !currentTarget.contains(relatedTarget)) leave();
      }}
      data-invalid={problems.some((one) => one.severity === 'error')}
      onKeyDownCapture={(event) => {
        if (event.key !== 'F1') return;
        event.preventDefault();
        event.stopPropagation();
        help();
      }}
    >
      <div className={styles.line}>
        <div className={styles.text}>
          {editing ? (
            <Suspense fallback={plain}>
              <MonacoLine
                {...props}
                problems={problems}
                caret={caret}
                marked={marked}
                lens={view?.lens ?? null}
                onPoint={setPointed}
                onCaret={setCaretAt}
                onLeave={() => {
                  if (!box.current?.contains(document.activeElement)) leave();
                }}
              />
            </Suspense>
          ) : (
            plain
          )}
        </div>
        <IconButton icon="help" label={helpWords[language].formulaHelp} keys="F1" onClick={help} />
      </div>
      {problems.length > 0 && (
        <ul id={`${id}-problems`} className={styles.problems}>
          {problems.slice(0, 3).map((problem, index) => (
            <li key={index} data-severity={problem.severity}>
              <Icon name={problem.severity === 'error' ? 'alert-circle' : 'alert-triangle'} size={14} />
              <span>{sayProblem(problem, language)}</span>
              {problem.fix?.replace && (
                <button
                  type="button"
                  className={styles.fix}
                  onClick={() => {
                    const { span, text } = problem.fix?.replace ?? { span: { start: 0, end: 0 }, text: '' };
                    const fixed = value.slice(0, span.start) + text + value.slice(span.end);
                    onChange(fixed);
                    onCommit?.(fixed);
                  }}
                >
                  {problem.fix.label[language]}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {names && <NameBar name={here} tools={names} />}
      {view && <LensPanel view={view} at={pointed ?? caretAt} onMark={setMarked} />}
      {names?.dialogs}
      {!view && checked.expression && sample && (
        <FormulaSample
          expression={checked.expression}
          sample={sample}
          parameters={props.parameters ?? {}}
          asOf={props.asOf ?? 0}
          language={language}
        />
      )}
    </div>
  );
}
