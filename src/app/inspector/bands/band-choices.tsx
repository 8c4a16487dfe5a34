/** Scope, tie, rounding: whatever other choices the kind declares, as compact selects in one line. */
import { Select } from '#ui/select.tsx';
import { FieldProblems } from '../controls/field-problems.tsx';
import { useNodeEditing } from '../node-editing.ts';
import { problemsAt } from '../problems-at.ts';
import type { ChoiceField } from './band-rows.ts';
import styles from './bands.module.css';

/** Two always fit in one line of the inspector; what is cut off is said by the title and by the open list. */
const halfLine = 157;

export function BandChoices({ fields }: { readonly fields: readonly ChoiceField[] }) {
  const { language, problems, props, set } = useNodeEditing();
  return (
    <div className={styles.choices}>
      {fields.map((field) => {
        const value = props[field.prop];
        const chosen = field.options.find((one) => one.value === value)?.words[language] ?? '';
        return (
          <div
            key={field.prop}
            className={styles.choice}
            style={{ width: Math.min(textWidth(chosen) + 36, halfLine) }}
            title={`${field.words[language]}: ${chosen}`}
          >
            <Select
              label={field.words[language]}
              hideLabel
              searchable={false}
              value={typeof value === 'string' ? value : undefined}
              options={field.options.map((one) => ({
                value: one.value,
                label: one.words[language],
                help: one.help?.[language],
              }))}
              onChange={(next) => set([field.prop], next, field.words)}
            />
            <FieldProblems problems={problemsAt(problems, field.prop)} />
          </div>
        );
      })}
    </div>
  );
}

/** About how wide a text of 12 px is: wide enough for its box, without measuring. */
function textWidth(text: string): number {
  return [...text].reduce((width, sign) => width + (sign > '\u2e80' ? 12 : 5.7), 0);
}
