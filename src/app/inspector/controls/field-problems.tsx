/** What is wrong with one field, in words under it, with its fixes as buttons. */
import { sayProblem } from '#core/problem/codes.ts';
import type { Problem } from '#core/problem/problem.ts';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import { Icon } from '#ui/icon.tsx';
import { useNodeEditing } from '../node-editing.ts';
import styles from './controls.module.css';

export function FieldProblems({ problems, id }: { readonly problems: readonly Problem[]; readonly id?: string }) {
  const { language, fix } = useNodeEditing();
  if (problems.length === 0) return null;
  return (
    <ul id={id} className={styles.problems}>
      {problems.map((problem, index) => (
        <li key={index} className={classNames(styles.problem, styles[problem.severity])}>
          <Icon name={problem.severity === 'error' ? 'alert-circle' : 'alert-triangle'} size={14} />
          <span>{sayProblem(problem, language)}</span>
          {problem.fix && (
            <Button
              size="small"
              icon="wand"
              onClick={() => {
                if (problem.fix) fix(problem, problem.fix);
              }}
            >
              {problem.fix.label[language]}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
