/** A formula's text: plain until it is entered, then Monaco; its problems and the values of the first rows stand below. */
import { lazy, Suspense, useId, useState } from 'react';
import { checkFormula } from '#core/formula/check/check-formula.ts';
import type { Frame } from '#core/data/column.ts';
import type { Value } from '#core/data/value.ts';
import type { Scope } from '#core/formula/scope.ts';
import { sayProblem } from '#core/problem/codes.ts';
import type { Language, Problem } from '#core/problem/problem.ts';
import { Icon } from '#ui/icon.tsx';
import styles from './formula-editor.module.css';
import { FormulaSample } from './formula-sample.tsx';

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
}

export function FormulaField(props: FormulaFieldProps) {
  const { label, value, onChange, onCommit, scope, language, sample } = props;
  const id = useId();
  const [editing, setEditing] = useState(false);
  const checked = checkFormula(value, scope);
  const problems = value.trim() === '' ? [] : checked.problems;
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
      onBlur={(event) => onCommit?.(event.target.value)}
    />
  );
  return (
    <div className={styles.field} data-invalid={problems.some((one) => one.severity === 'error')}>
      {editing ? (
        <Suspense fallback={plain}>
          <MonacoLine {...props} problems={problems} onLeave={() => setEditing(false)} />
        </Suspense>
      ) : (
        plain
      )}
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
      {checked.expression && sample && (
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
