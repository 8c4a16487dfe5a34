/** A formula in a plain field that is coloured as it is typed: light enough to stand on a page twenty times. */
import { useId } from 'react';
import { sayProblem } from '#core/problem/codes.ts';
import type { Problem } from '#core/problem/problem.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { useLanguage } from '#ui/language.tsx';
import styles from './formula-box.module.css';
import { paintFormula } from './paint-formula.ts';

interface FormulaBoxProps {
  readonly label: string;
  readonly value: string;
  readonly problems: readonly Problem[];
  readonly onChange: (value: string) => void;
}

export function FormulaBox({ label, value, problems, onChange }: FormulaBoxProps) {
  const { language } = useLanguage();
  const id = useId();
  const bad = problems.some((one) => one.severity === 'error');
  return (
    <div>
      <div className={styles['box']} data-invalid={bad}>
        <pre className={styles['paint']} aria-hidden="true">
          {paintFormula(value, problems).map(({ text, paint, problem }, at) => (
            <span key={at} data-paint={paint} data-problem={problem}>
              {text}
            </span>
          ))}
          {'\n'}
        </pre>
        <textarea
          className={styles['ink']}
          rows={1}
          aria-label={label}
          aria-invalid={bad}
          aria-describedby={problems.length > 0 ? id : undefined}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      {problems.length === 0 ? null : (
        <ul id={id} className={styles['problems']}>
          {problems.slice(0, 3).map((problem, at) => {
            const { fix } = problem;
            const replace = fix?.replace;
            return (
              <li key={at} data-severity={problem.severity}>
                <Icon name={problem.severity === 'error' ? 'alert-circle' : 'alert-triangle'} size={14} />
                <span>{sayProblem(problem, language)}</span>
                {fix && replace ? (
                  <Button
                    size="small"
                    onClick={() =>
                      onChange(value.slice(0, replace.span.start) + replace.text + value.slice(replace.span.end))
                    }
                  >
                    {fix.label[language]}
                  </Button>
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
