/** Goals and exits of a journey that come from outside the path: each with a condition, a date, or both. */
import { freeKey } from '#core/project/new-key.ts';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useWords } from '#ui/language.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { HeaderFormula } from './header-formula.tsx';
import styles from './journey-editor.module.css';
import { journeyPanelWords } from './journey-panel.words.ts';
import type { Journey } from './use-journey.ts';

export type SetHeader = (path: readonly (string | number)[], value: unknown) => void;

interface CriteriaListProps {
  readonly journey: Journey;
  readonly part: 'goals' | 'exits';
  readonly set: SetHeader;
}

export function CriteriaList({ journey, part, set }: CriteriaListProps) {
  const words = useWords(journeyPanelWords);
  const { header } = journey.design;
  const list: readonly { key: string; when?: string; at?: string; exits?: boolean; then?: string }[] = header[part];
  const isGoals = part === 'goals';
  const add = () => {
    const name = isGoals ? words.goalName : words.exitName;
    const key = freeKey(
      name,
      list.map((one) => one.key),
      name,
    );
    set([part, list.length], isGoals ? { key, exits: true } : { key });
  };
  return (
    <div className={styles.section}>
      <div className={styles.head}>
        <h3>{words[part]}</h3>
        <Button size="small" look="ghost" icon="plus" onClick={add}>
          {isGoals ? words.addGoal : words.addExit}
        </Button>
      </div>
      {list.length === 0 && <p className={styles.hint}>{isGoals ? words.goalHelp : words.exitHelp}</p>}
      {list.map((one, index) => (
        <div key={index} className={styles.card} role="group" aria-label={one.key}>
          <div className={styles.cardHead}>
            <TextField
              hideLabel
              label={words.key}
              value={one.key}
              onCommit={(key) => {
                if (key.trim() !== '') set([part, index, 'key'], key.trim());
              }}
            />
            <IconButton icon="trash" label={words.remove(one.key)} onClick={() => set([part, index], undefined)} />
          </div>
          {(['when', 'at'] as const).map((field) => (
            <div key={field} className={styles.formula}>
              <span>{words[field]}</span>
              <HeaderFormula
                journey={journey}
                label={`${one.key} · ${words[field]}`}
                value={one[field] ?? ''}
                path={`header.${part}.${index}.${field}`}
                onChange={(text) => {
                  if (text.trim() !== '') set([part, index, field], text);
                  else if (one[field] !== undefined) set([part, index, field], undefined);
                }}
              />
            </div>
          ))}
          {isGoals ? (
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={one.exits ?? false}
                onChange={(event) => set([part, index, 'exits'], event.target.checked)}
              />
              {words.leaves}
            </label>
          ) : (
            <Select
              inline
              label={words.to}
              value={one.then ?? ''}
              options={[
                { value: '', label: words.ends },
                ...journey.views
                  .filter((view) => view.inputs.length > 0)
                  .map((view) => ({ value: view.node, label: view.label, icon: view.icon })),
              ]}
              onChange={(node) => {
                if (node !== '') set([part, index, 'then'], node);
                else if (one.then !== undefined) set([part, index, 'then'], undefined);
              }}
            />
          )}
        </div>
      ))}
    </div>
  );
}
