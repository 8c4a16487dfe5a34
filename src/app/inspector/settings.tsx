/** The fields of a kind in their two sections; a rate table brings its modes, its small choices and its curve with it. */
import type { InspectorField } from '#core/contracts/node-kind.ts';
import { sayProblem } from '#core/problem/codes.ts';
import { useWords } from '#ui/language.tsx';
import { ProblemCard } from '#ui/problem-card.tsx';
import { BandChoices } from './bands/band-choices.tsx';
import { bandLayout } from './bands/band-rows.ts';
import { BandsTable } from './bands/bands-table.tsx';
import { ModeCards } from './bands/mode-cards.tsx';
import { PaySection } from './bands/pay-section.tsx';
import bandStyles from './bands/bands.module.css';
import { FieldControl } from './controls/field-control.tsx';
import { FieldProblems } from './controls/field-problems.tsx';
import { inspectorWords } from './inspector.words.ts';
import styles from './inspector.module.css';
import { useNodeEditing } from './node-editing.ts';
import { otherProblems, problemsAt } from './problems-at.ts';

/** A field with a condition is shown only while another prop has one of the values. */
export function isShown(field: InspectorField, props: Readonly<Record<string, unknown>>): boolean {
  if (!field.when) return true;
  const value = props[field.when.prop];
  return (typeof value === 'string' || typeof value === 'boolean') && field.when.is.includes(value);
}

export function Settings() {
  const { fix, kind, language, problems, props } = useNodeEditing();
  const words = useWords(inspectorWords);
  const shown = kind.inspector.filter((field) => isShown(field, props));
  const reads = shown.filter((field) => field.section === 'reads');
  const layout = bandLayout(shown.filter((field) => field.section !== 'reads'));
  // What a small choice asks for stands under it; the picture of the pay comes before all that is seldom touched.
  const asked = layout.others.filter((field) => layout.choices.some((one) => one.prop === field.when?.prop));
  const rest = layout.others.filter((field) => !asked.includes(field));
  const loose = otherProblems(
    problems,
    shown.map((field) => field.prop),
  );
  return (
    <>
      {loose.length > 0 && (
        <div className={styles.section}>
          {loose.map((problem, index) => {
            const own = problem.fix;
            return (
              <ProblemCard
                key={index}
                severity={problem.severity}
                title={sayProblem(problem, language)}
                fixes={own ? [{ label: own.label[language], icon: 'wand', run: () => fix(problem, own) }] : []}
              />
            );
          })}
        </div>
      )}
      {shown.length === 0 && <p className={styles.nothing}>{words.nothingToSet}</p>}
      <FieldSection label={words.reads} fields={reads} />
      {layout.bands && <BandsTable field={layout.bands} />}
      {layout.bands && (layout.mode !== undefined || layout.choices.length > 0) && (
        <div className={bandStyles.section}>
          {layout.mode && <ModeCards field={layout.mode} />}
          {layout.mode && <FieldProblems problems={problemsAt(problems, layout.mode.prop)} />}
          {layout.choices.length > 0 && <BandChoices fields={layout.choices} />}
        </div>
      )}
      {layout.bands && <FieldSection label={words.does} fields={asked} />}
      {layout.bands && <PaySection />}
      <FieldSection
        label={words.does}
        fields={layout.bands ? rest : shown.filter((field) => field.section !== 'reads')}
      />
    </>
  );
}

function FieldSection({ label, fields }: { readonly label: string; readonly fields: readonly InspectorField[] }) {
  if (fields.length === 0) return null;
  return (
    <div className={styles.section} role="group" aria-label={label}>
      {fields.map((field) => (
        <FieldControl key={field.prop} field={field} />
      ))}
    </div>
  );
}
