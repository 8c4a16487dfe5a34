/** The journey itself: whose it is, who may come again, what limits it, what ends it. */
import type { Edit } from '#core/edit/edit.ts';
import { sayProblem } from '#core/problem/codes.ts';
import { NumberField } from '#ui/number-field.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { ProblemCard } from '#ui/problem-card.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useSession } from '../session/session-context.tsx';
import { CriteriaList } from './criteria-list.tsx';
import styles from './journey-editor.module.css';
import { steps } from './journey-editor.words.ts';
import { journeyPanelWords } from './journey-panel.words.ts';
import { VariablesList } from './variables-list.tsx';
import type { Journey } from './use-journey.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];

export function JourneyPanel({ journey }: { readonly journey: Journey }) {
  const words = useWords(journeyPanelWords);
  const { language } = useLanguage();
  const tables = useSession((state) => state.project.tables);
  const { design, compiled, problems } = journey;
  const { header } = design;
  /** Sets one part of the header; `undefined` removes it. */
  const set = (path: readonly (string | number)[], value: unknown) => {
    const edit: Edit = {
      op: 'design.set',
      design: design.id,
      path: ['header', ...path],
      ...(value === undefined ? {} : { value }),
    };
    journey.edit([edit], steps.journey);
  };
  const columns = tables.find((table) => table.key === header.customers)?.columns ?? [];
  const cap = header.frequencyCaps.find((one) => one.channel === 'email');
  const own = problems.filter((one) => one.at.node === undefined);
  const setCap = (patch: Partial<NonNullable<typeof cap>>) => {
    const others = header.frequencyCaps.filter((one) => one !== cap);
    const next = { channel: 'email', most: 2, days: 7, policy: 'defer' as const, ...cap, ...patch };
    set(['frequencyCaps'], [...others, next]);
  };
  return (
    <section className={styles.scroll} aria-label={design.name}>
      {own.length > 0 && (
        <div className={styles.section}>
          {own.map((problem, index) => {
            const edits = problem.fix?.edits as readonly Edit[] | undefined;
            return (
              <ProblemCard
                key={index}
                severity={problem.severity}
                title={sayProblem(problem, language)}
                fixes={
                  edits && problem.fix
                    ? [{ label: problem.fix.label[language], icon: 'wand', run: () => journey.edit(edits, steps.fix) }]
                    : []
                }
              />
            );
          })}
        </div>
      )}
      <div className={styles.section}>
        <TextField
          inline
          label={words.name}
          value={design.name}
          onCommit={(name) => {
            if (name.trim() === '') return;
            journey.edit([{ op: 'design.set', design: design.id, path: ['name'], value: name }], steps.journey);
          }}
        />
        <Select
          inline
          label={words.customers}
          placeholder={words.choose}
          value={header.customers === '' ? undefined : header.customers}
          options={tables.map((table) => ({ value: table.key, label: table.label, icon: 'table' }))}
          onChange={(key) => set(['customers'], key)}
        />
        {columns.length > 0 && (
          <Select
            inline
            label={words.id}
            help={words.idHelp}
            value={header.id ?? compiled.program?.customers.id}
            options={columns.map((column) => ({ value: column.key, label: column.label || column.key }))}
            onChange={(key) => set(['id'], key)}
          />
        )}
      </div>
      <div className={styles.section}>
        <Select
          inline
          label={words.reentry}
          value={header.reentry.mode}
          options={(['never', 'after-exit', 'after-period', 'always'] as const).map((mode) => ({
            value: mode,
            label: words.modes[mode],
          }))}
          onChange={(value) => {
            const mode = value as typeof header.reentry.mode;
            set(['reentry'], {
              mode,
              ...(mode === 'after-period' ? { days: header.reentry.days ?? 30 } : {}),
              ...(mode === 'always' ? { most: header.reentry.most ?? 1 } : {}),
            });
          }}
        />
        {header.reentry.mode === 'after-period' && (
          <NumberField
            inline
            label={words.days}
            value={header.reentry.days}
            min={1}
            max={3650}
            onCommit={(value) => set(['reentry', 'days'], Math.round(value ?? 30))}
          />
        )}
        {header.reentry.mode === 'always' && (
          <NumberField
            inline
            label={words.atOnce}
            value={header.reentry.most}
            min={1}
            max={100}
            onCommit={(value) => set(['reentry', 'most'], Math.round(value ?? 1))}
          />
        )}
        <NumberField
          inline
          optional
          label={words.holdout}
          help={words.holdoutHelp}
          value={header.holdout?.percent}
          min={0}
          max={100}
          placeholder="0"
          onCommit={(percent) => set(['holdout'], percent ? { percent, sticky: true } : undefined)}
        />
      </div>
      <div className={styles.section}>
        <Select
          inline
          label={words.quiet}
          value={header.quietHours?.policy ?? 'off'}
          options={[
            { value: 'off', label: words.quietOff },
            { value: 'defer', label: words.defer },
            { value: 'skip', label: words.skip },
          ]}
          onChange={(policy) =>
            set(
              ['quietHours'],
              policy === 'off'
                ? undefined
                : { from: '21:00', to: '08:00', days: everyDay, ...header.quietHours, policy },
            )
          }
        />
        {header.quietHours && (
          <div className={styles.pair}>
            {(['from', 'to'] as const).map((part) => (
              <TextField
                key={part}
                label={words[part]}
                value={header.quietHours?.[part] ?? ''}
                onCommit={(text) => {
                  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) set(['quietHours', part], text);
                }}
              />
            ))}
          </div>
        )}
        <NumberField
          inline
          optional
          label={words.cap}
          help={words.capHelp}
          value={cap?.most}
          min={1}
          max={1000}
          onCommit={(value) => {
            if (value !== undefined) setCap({ most: Math.round(value) });
            else
              set(
                ['frequencyCaps'],
                header.frequencyCaps.filter((one) => one !== cap),
              );
          }}
        />
        {cap && (
          <>
            <NumberField
              inline
              label={words.perDays}
              value={cap.days}
              min={1}
              max={3650}
              onCommit={(value) => setCap({ days: Math.round(value ?? 7) })}
            />
            <Select
              inline
              label={words.then}
              value={cap.policy}
              options={(['defer', 'skip', 'path'] as const).map((policy) => ({ value: policy, label: words[policy] }))}
              onChange={(policy) => setCap({ policy: policy as typeof cap.policy })}
            />
          </>
        )}
      </div>
      <CriteriaList journey={journey} part="goals" set={set} />
      <CriteriaList journey={journey} part="exits" set={set} />
      <VariablesList journey={journey} set={set} />
    </section>
  );
}
