/** The centre of the decision editor: how rules are chosen, the table itself, and what it leaves open. */
import { nanoid } from 'nanoid';
import type { Edit } from '#core/edit/edit.ts';
import { sayProblem } from '#core/problem/codes.ts';
import type { ColumnDefinition } from '#core/project/project.ts';
import { decisionTypes, type DecisionInput } from '#core/project/decision-design.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { Menu } from '#ui/menu.tsx';
import { ProblemCard } from '#ui/problem-card.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { Select } from '#ui/select.tsx';
import { useSession } from '../session/session-context.tsx';
import { addColumn, tryOn } from './decision-edits.ts';
import styles from './decision-editor.module.css';
import { decisionWords, steps } from './decision-editor.words.ts';
import { DecisionGrid } from './decision-grid.tsx';
import { useDecisionView } from './decision-view-state.ts';
import { useDecision } from './use-decision.ts';

export function DecisionCanvas({ id }: { readonly id: string }) {
  const words = useWords(decisionWords);
  const { language } = useLanguage();
  const tables = useSession((state) => state.project.tables);
  const decision = useDecision(id);
  const [, setView] = useDecisionView(id);
  if (!decision) return null;
  const { design, edit } = decision;
  const tried = tables.find((one) => one.key === design.tryOn?.table);
  const free = (tried?.columns ?? []).filter((one) => !design.inputs.some((input) => input.key === one.key));
  const add = (side: 'inputs' | 'outputs', like: Omit<DecisionInput, 'id'>) => {
    const column = nanoid(8);
    edit(addColumn(design, side, column, like), steps.addColumn);
    setView({ column: { side, id: column } });
  };
  const findings = decision.problems.filter((one) => one.severity !== 'info');
  return (
    <div className={styles.screen}>
      <div className={styles.bar}>
        <Segmented
          label={words.hit}
          value={design.hit}
          options={[
            { value: 'first', label: words.first },
            { value: 'unique', label: words.unique },
            { value: 'collect', label: words.collect },
          ]}
          onChange={(hit) => edit([{ op: 'design.set', design: id, path: ['hit'], value: hit }], steps.hit)}
        />
        <span className={styles.space} />
        <div className={styles.tried}>
          <span aria-hidden="true">{words.tryOn}</span>
          <Select
            label={words.tryOn}
            hideLabel
            value={tried?.key}
            placeholder={words.notTried}
            options={tables.map((one) => ({ value: one.key, label: one.label, icon: 'table' }))}
            onChange={(table) => edit(tryOn(design, table), steps.tryOn)}
            onClear={tried ? () => edit(tryOn(design, undefined), steps.tryOn) : undefined}
          />
        </div>
        <Menu
          items={[
            ...free.map((column) => ({
              id: column.id,
              label: column.label,
              icon: 'table',
              run: () => add('inputs', likeColumn(column)),
            })),
            {
              id: 'new',
              label: words.input,
              icon: 'plus',
              run: () => add('inputs', { key: 'input', label: words.input, type: 'text' }),
            },
          ]}
        >
          <Button icon="plus">{words.addInput}</Button>
        </Menu>
        <Button icon="plus" onClick={() => add('outputs', { key: 'result', label: words.output, type: 'text' })}>
          {words.addOutput}
        </Button>
      </div>
      <div className={styles.body} role="region" aria-label={design.name} tabIndex={0}>
        <div className={styles.frame}>
          <DecisionGrid decision={decision} />
        </div>
        <p className={styles.hint}>
          <Icon name="info-circle" size={14} />
          <span>
            {words.help}: {words.helpText}
          </span>
        </p>
        <section className={styles.findings} aria-label={words.findings}>
          <h2>{words.findings}</h2>
          {design.inputs.length === 0 || design.rules.length === 0 ? (
            <p className={styles.quiet}>{words.noRules}</p>
          ) : findings.length === 0 ? (
            <p className={styles.fine}>
              <Icon name="circle-check" size={14} />
              {words.complete}
            </p>
          ) : (
            <div className={styles.cards}>
              {findings.map((problem, index) => {
                const { fix } = problem;
                const edits = fix?.edits as readonly Edit[] | undefined;
                return (
                  <ProblemCard
                    key={index}
                    severity={problem.severity}
                    title={sayProblem(problem, language)}
                    fixes={
                      fix && edits
                        ? [{ label: fix.label[language], icon: 'wand', run: () => edit(edits, fix.label) }]
                        : []
                    }
                  />
                );
              })}
            </div>
          )}
        </section>
      </div>
    </div>
  );
}

function likeColumn({ key, label, type, format }: ColumnDefinition): Omit<DecisionInput, 'id'> {
  const known = decisionTypes.find((one) => one === type) ?? 'text';
  return { key, label, type: known, ...(format ? { format } : {}) };
}
