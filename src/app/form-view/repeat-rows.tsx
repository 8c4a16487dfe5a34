/** Rows of the same fields: a card for each, a button for one more. The focus goes to what was added. */
import { useId, useRef, type ReactNode } from 'react';
import type { RepeatNode } from '#core/program/form-program.ts';
import { sayProblem } from '#core/problem/codes.ts';
import controls from '#ui/controls/controls.module.css';
import { announce } from '#ui/toast.ts';
import styles from './form-view.module.css';
import { formViewWords } from './form-view.words.ts';
import { useField, useRows } from './use-field.ts';
import { anchorOf, type NodeProps } from './value-field.tsx';

interface RepeatRowsProps extends NodeProps {
  readonly node: RepeatNode;
  /** The fields of one row. */
  readonly children: (row: string) => ReactNode;
}

export function RepeatRows({ node, form, language, showAll, children }: RepeatRowsProps) {
  const state = useField(form, node.id);
  const rows = useRows(form, node.id);
  const words = formViewWords[language];
  const list = useRef<HTMLOListElement>(null);
  const heading = useId();
  if (!state.visible) return null;
  const item = node.item ?? words.item;
  const name = node.item ?? (node.label || words.item);
  function add() {
    form.addRow(node.id);
    announce(words.rowsAdded(name, rows.length + 1));
    requestAnimationFrame(() =>
      list.current?.lastElementChild?.querySelector<HTMLElement>('input, select, textarea')?.focus(),
    );
  }
  function remove(row: string, index: number) {
    form.removeRow(node.id, row);
    requestAnimationFrame(() => {
      const next =
        list.current?.children[Math.min(index, rows.length - 2)] ?? list.current?.nextElementSibling?.parentElement;
      next?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
    });
  }
  return (
    <section className={styles.group} aria-labelledby={heading} id={anchorOf(node.id, undefined)}>
      <h3 id={heading} className={styles.heading}>
        {node.label || node.key}
      </h3>
      {node.help !== undefined && <p className={styles.note}>{node.help}</p>}
      <ol ref={list} className={styles.rows}>
        {rows.map((row, index) => (
          <li key={row} className={styles.row} aria-label={words.row(name, index + 1)}>
            <div className={styles.rowHead}>
              <span>{words.row(name, index + 1)}</span>
              <button
                type="button"
                className={styles.quiet}
                aria-label={words.removeRow(name, index + 1)}
                disabled={!state.enabled}
                onClick={() => remove(row, index)}
              >
                {words.remove}
              </button>
            </div>
            <div className={styles.children} data-arrangement="cells">
              {children(row)}
            </div>
          </li>
        ))}
      </ol>
      {rows.length === 0 && <p className={styles.note}>{words.noRows}</p>}
      <button type="button" className={styles.add} disabled={!state.enabled} onClick={add}>
        <span aria-hidden="true">+</span> {words.add(item)}
      </button>
      {showAll && state.problems.length > 0 && (
        <ul className={controls['problems']}>
          {state.problems.map((one) => (
            <li key={one.code} data-tone="bad">
              <span aria-hidden="true">!</span> {sayProblem(one, language)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
