/** The right side of the decision editor: one column, or the decision itself. */
import { sayProblem } from '#core/problem/codes.ts';
import type { DecisionOutput } from '#core/project/decision-design.ts';
import { isKey } from '#core/project/key.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useSession } from '../session/session-context.tsx';
import { removeColumn, setColumn, type AnyColumn, type Side } from './decision-edits.ts';
import styles from './decision-editor.module.css';
import { decisionWords, steps } from './decision-editor.words.ts';
import { useDecisionView } from './decision-view-state.ts';
import { useDecision, type Decision } from './use-decision.ts';

export function DecisionSide({ id }: { readonly id: string }) {
  const words = useWords(decisionWords);
  const decision = useDecision(id);
  const [view] = useDecisionView(id);
  if (!decision) return null;
  const { design, edit } = decision;
  const shown = view.column;
  const column = shown && design[shown.side].find((one) => one.id === shown.id);
  return (
    <section className={styles.side} aria-label={column ? words.columnOf(column.label) : design.name}>
      <h2 className={styles.title}>
        <Icon name="grid-3x3" size={16} />
        {column ? column.label : design.name}
      </h2>
      {column && shown ? (
        <ColumnPanel key={column.id} decision={decision} side={shown.side} column={column} />
      ) : (
        <div className={styles.fields}>
          <TextField
            label={words.name}
            inline
            value={design.name}
            onCommit={(name) =>
              name.trim() !== '' && edit([{ op: 'design.set', design: id, path: ['name'], value: name }], steps.column)
            }
          />
          <TextField
            label={words.description}
            inline
            value={design.description ?? ''}
            onCommit={(text) =>
              edit(
                [{ op: 'design.set', design: id, path: ['description'], ...(text === '' ? {} : { value: text }) }],
                steps.column,
              )
            }
          />
          <p className={styles.quiet}>{words.nothingChosen}</p>
        </div>
      )}
    </section>
  );
}

interface ColumnPanelProps {
  readonly decision: Decision;
  readonly side: Side;
  readonly column: AnyColumn;
}

function ColumnPanel({ decision, side, column }: ColumnPanelProps) {
  const { design, edit, problems } = decision;
  const words = useWords(decisionWords);
  const { language } = useLanguage();
  const [, setView] = useDecisionView(design.id);
  const tables = useSession((state) => state.project.tables);
  const tried = tables.find((one) => one.key === design.tryOn?.table);
  const own = tried?.columns.find((one) => one.key === column.key);
  const set = (patch: Readonly<Record<string, unknown>>) =>
    edit(setColumn(design, side, column.id, patch), steps.column);
  const percent = column.format?.kind === 'percent';
  const bound = design.tryOn?.inputs[column.id] ?? '';
  const wrong = problems.find((one) => one.at.path === `tryOn.inputs.${column.id}`);
  return (
    <div className={styles.fields}>
      <TextField
        label={words.label}
        inline
        value={column.label}
        onCommit={(label) => label.trim() !== '' && set({ label })}
      />
      <TextField label={words.key} inline value={column.key} onCommit={(key) => isKey(key) && set({ key })} />
      <Select
        label={words.type}
        inline
        value={percent ? 'percent' : column.type}
        options={[
          ...(['number', 'text', 'boolean', 'date'] as const).map((value) => ({ value, label: words.types[value] })),
          { value: 'percent', label: words.percent },
        ]}
        onChange={(next) =>
          set(
            next === 'percent'
              ? { type: 'number', format: { kind: 'percent' } }
              : { type: next, format: next === 'number' && !percent ? column.format : undefined },
          )
        }
      />
      {side === 'outputs' && design.hit === 'collect' && (
        <Select
          label={words.collected}
          inline
          value={(column as DecisionOutput).collect ?? 'list'}
          options={(['list', 'sum', 'min', 'max', 'count'] as const).map((value) => ({
            value,
            label: words.collects[value],
          }))}
          onChange={(collect) => set({ collect })}
        />
      )}
      {side === 'inputs' && design.tryOn && (
        <TextField
          label={words.value(column.label)}
          value={bound}
          placeholder={own ? words.takes(own.label) : words.columnOrFormula}
          error={wrong && sayProblem(wrong, language)}
          onCommit={(formula) =>
            edit(
              [
                {
                  op: 'design.set',
                  design: design.id,
                  path: ['tryOn', 'inputs', column.id],
                  ...(formula.trim() === '' ? {} : { value: formula }),
                },
              ],
              steps.tryOn,
            )
          }
        />
      )}
      <Button
        icon="trash"
        onClick={() => {
          edit(removeColumn(design, side, column.id), steps.removeColumn);
          setView({ column: null });
        }}
      >
        {words.removeColumn}
      </Button>
    </div>
  );
}
