/** Rules × conditions and results: a table of cells to type into. Arrows up and down go from rule to rule. */
import { useId, type KeyboardEvent } from 'react';
import { nanoid } from 'nanoid';
import type { Problem } from '#core/problem/problem.ts';
import { sayProblem } from '#core/problem/codes.ts';
import { classNames } from '#ui/class-names.ts';
import { formatNumber } from '#ui/format-value.ts';
import { Icon } from '#ui/icon.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { TextLine } from '../inspector/controls/text-line.tsx';
import { addRule, moveRule, removeRule, setCell, setColumn, setRuleName, type Side } from './decision-edits.ts';
import styles from './decision-editor.module.css';
import { decisionWords, steps } from './decision-editor.words.ts';
import { useDecisionView } from './decision-view-state.ts';
import type { Decision } from './use-decision.ts';

const typeIcons = { number: 'hash', text: 'abc', boolean: 'toggle-left', date: 'calendar' } as const;

export function DecisionGrid({ decision }: { readonly decision: Decision }) {
  const { design, problems, hits, edit } = decision;
  const words = useWords(decisionWords);
  const { language } = useLanguage();
  const [view, setView] = useDecisionView(design.id);
  const count = (rows: number | undefined) => (rows === undefined ? '' : formatNumber(rows, undefined, language));
  const at = (path: string) => problems.filter((one) => one.severity === 'error' && one.at.path === path);

  const heads = (side: Side, columns: typeof design.inputs) =>
    columns.map((column) => (
      <th
        key={column.id}
        scope="col"
        className={side === 'outputs' ? styles.result : undefined}
        data-selected={view.column?.id === column.id}
      >
        <button
          type="button"
          className={styles.head}
          aria-label={words.columnOf(column.label)}
          aria-pressed={view.column?.id === column.id}
          onClick={() => setView({ column: { side, id: column.id } })}
        >
          <Icon name={column.format?.kind === 'percent' ? 'percentage' : typeIcons[column.type]} size={14} />
          {column.label}
        </button>
      </th>
    ));

  return (
    <table className={styles.grid} onKeyDown={walk}>
      <thead>
        <tr>
          <th scope="col" className={styles.rule}>
            {words.rule}
          </th>
          {heads('inputs', design.inputs)}
          {heads('outputs', design.outputs)}
          <th scope="col" className={styles.count}>
            {words.rows}
          </th>
          <th scope="col">
            <span className="only-read">{words.moveUp('')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {design.rules.map((rule, index) => {
          const name = rule.label ?? String(index + 1);
          const told = problems.some((one) => one.at.path === `rules.${rule.id}`);
          return (
            <tr key={rule.id}>
              <th scope="row" className={styles.rule}>
                <span className={styles.ruleRow}>
                  <span className={styles.number}>{index + 1}</span>
                  <TextLine
                    label={words.ruleName(index + 1)}
                    className={styles.input}
                    value={rule.label ?? ''}
                    onChange={(text, typing) =>
                      edit(setRuleName(design, index, text), steps.cell, typing ? `name.${rule.id}` : undefined)
                    }
                  />
                  {told && (
                    <span className={styles.warn}>
                      <Icon name="alert-triangle" size={14} />
                    </span>
                  )}
                </span>
              </th>
              {design.inputs.map((input) => (
                <Cell
                  key={input.id}
                  label={words.cell(input.label, name)}
                  value={rule.when[input.id] ?? ''}
                  placeholder={words.any}
                  problems={at(`rules.${rule.id}.when.${input.id}`)}
                  onChange={(text, typing) =>
                    edit(
                      setCell(design, index, 'when', input.id, text),
                      steps.cell,
                      typing ? `${rule.id}.${input.id}` : undefined,
                    )
                  }
                />
              ))}
              {design.outputs.map((output) => (
                <Cell
                  key={output.id}
                  result
                  label={words.cell(output.label, name)}
                  value={rule.then[output.id] ?? ''}
                  placeholder={words.blank}
                  problems={at(`rules.${rule.id}.then.${output.id}`)}
                  onChange={(text, typing) =>
                    edit(
                      setCell(design, index, 'then', output.id, text),
                      steps.cell,
                      typing ? `${rule.id}.${output.id}` : undefined,
                    )
                  }
                />
              ))}
              <td className={styles.count}>{count(hits?.of[index])}</td>
              <td>
                <span className={styles.toolRow}>
                  <IconButton
                    icon="arrow-up"
                    size="small"
                    label={words.moveUp(name)}
                    disabled={index === 0}
                    onClick={() => edit(moveRule(design, index, index - 1), steps.moveRule)}
                  />
                  <IconButton
                    icon="arrow-down"
                    size="small"
                    label={words.moveDown(name)}
                    disabled={index === design.rules.length - 1}
                    onClick={() => edit(moveRule(design, index, index + 1), steps.moveRule)}
                  />
                  <IconButton
                    icon="trash"
                    size="small"
                    label={words.removeRule(name)}
                    onClick={() => edit(removeRule(design, index), steps.removeRule)}
                  />
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className={styles.rule} colSpan={1 + design.inputs.length}>
            <span className={styles.foot}>
              <button
                type="button"
                className={styles.add}
                onClick={() => edit(addRule(design, nanoid(8)), steps.addRule)}
              >
                + {words.addRule}
              </button>
              <span>{words.otherwise}</span>
            </span>
          </th>
          {design.outputs.map((output) => (
            <Cell
              key={output.id}
              result
              label={words.cell(output.label, words.otherwise)}
              value={output.otherwise ?? ''}
              placeholder={words.blank}
              problems={at(`outputs.${output.id}.otherwise`)}
              onChange={(text, typing) =>
                edit(
                  setColumn(design, 'outputs', output.id, { otherwise: text === '' ? undefined : text }),
                  steps.cell,
                  typing ? `otherwise.${output.id}` : undefined,
                )
              }
            />
          ))}
          <td className={styles.count}>{count(hits?.none)}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

interface CellProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly problems: readonly Problem[];
  readonly result?: boolean;
  readonly onChange: (text: string, typing: boolean) => void;
}

function Cell({ label, value, placeholder, problems, result = false, onChange }: CellProps) {
  const { language } = useLanguage();
  const id = useId();
  const [problem] = problems;
  return (
    <td className={classNames(result && styles.result, problem && styles.bad)}>
      <TextLine
        label={label}
        className={styles.input}
        value={value}
        placeholder={placeholder}
        bad={problem !== undefined}
        describedBy={problem ? id : undefined}
        onChange={onChange}
      />
      {problem && (
        <span id={id} className={styles.fault}>
          {sayProblem(problem, language)}
        </span>
      )}
    </td>
  );
}

/** Up and down lead to the same column of the next rule. */
function walk(event: KeyboardEvent<HTMLTableElement>) {
  const down = event.key === 'ArrowDown' || event.key === 'Enter';
  if ((!down && event.key !== 'ArrowUp') || event.nativeEvent.isComposing || event.altKey) return;
  if (!(event.target instanceof HTMLInputElement)) return;
  const cell = event.target.closest('td, th');
  const row = cell?.closest('tr');
  const rows = [...event.currentTarget.querySelectorAll('tbody tr')];
  const at = row ? rows.indexOf(row) : -1;
  if (at < 0 || !row || !cell) return;
  const next = rows[at + (down ? 1 : -1)]?.children[[...row.children].indexOf(cell)]?.querySelector('input');
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.select();
}
