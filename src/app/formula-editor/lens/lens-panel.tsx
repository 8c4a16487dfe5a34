/** Under the editor: one row of the data, and each part of the formula with its value there. */
import { useId, useState } from 'react';
import { create } from 'zustand';
import type { Span } from '#core/problem/problem.ts';
import { formatNumber, formatValue } from '#ui/format-value.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { recall, remember } from '#ui/remembered.ts';
import { announce } from '#ui/toast.ts';
import styles from './lens.module.css';
import { LensTree } from './lens-tree.tsx';
import { lensWords } from './lens.words.ts';
import { sayPart } from './say-part.ts';
import type { LensView } from './use-lens.ts';

interface LensPanelProps {
  readonly view: LensView;
  /** Where the pointer or the caret is in the text. */
  readonly at: number | null;
  /** The part of the text that belongs to the line under the pointer. */
  readonly onMark: (span: Span | null) => void;
}

const remembered = 'saleswright.lens';
const useFolded = create<{ readonly folded: boolean; readonly turn: () => void }>((set) => ({
  folded: recall(remembered) === 'folded',
  turn: () =>
    set(({ folded }) => {
      remember(remembered, folded ? 'open' : 'folded');
      return { folded: !folded };
    }),
}));

export function LensPanel({ view, at, onMark }: LensPanelProps) {
  const words = useWords(lensWords);
  const { language } = useLanguage();
  const { folded, turn } = useFolded();
  const id = useId();
  const root = view.lens?.root ?? null;
  const result = root && sayPart(root, words, language);
  return (
    // The panel takes the focus of a click between its controls, so that the editor above stays open.
    <section className={styles.panel} aria-label={words.lens} tabIndex={-1}>
      <div className={styles.head}>
        <RowStepper view={view} />
        {root && result && folded && (
          <output className={styles.result} data-kind={root.kind} data-old={view.old || undefined}>
            {result.value}
          </output>
        )}
        <IconButton
          size="small"
          icon={folded ? 'chevron-down' : 'chevron-up'}
          label={folded ? words.show : words.hide}
          aria-expanded={!folded}
          aria-controls={`${id}-tree`}
          onClick={turn}
        />
      </div>
      {view.old && root && <p className={styles.note}>{words.broken}</p>}
      {!root && <p className={styles.note}>{view.lens ? words.noRows : words.waiting}</p>}
      {root && !folded && (
        <LensTree
          id={`${id}-tree`}
          root={root}
          old={view.old}
          at={view.old ? null : at}
          language={language}
          words={words}
          onMark={(span) => onMark(view.old ? null : span)}
        />
      )}
    </section>
  );
}

function RowStepper({ view }: { readonly view: LensView }) {
  const words = useWords(lensWords);
  const { language } = useLanguage();
  const { lens, row, rows, setRow } = view;
  const [typed, setTyped] = useState<string | null>(null);
  const [found, setFound] = useState<string | null>(null);
  const number = (count: number) => formatNumber(count, undefined, language);
  if (!lens || (rows <= 1 && view.name.length === 0)) return <span className={styles.stepper} />;

  const go = (next: number) => {
    setFound(null);
    setRow(next);
  };
  const enter = () => {
    const wanted = Number(typed?.replace(/[\s,]/g, ''));
    if (typed !== null && Number.isInteger(wanted) && wanted > 0) go(wanted - 1);
    setTyped(null);
  };
  const nextError = async () => {
    const errors = await view.findErrors();
    if (!errors) return;
    const said =
      errors.next === null
        ? words.noErrors(number(rows))
        : words.errorRows(number(errors.next + 1), number(errors.count));
    if (errors.next !== null) setRow(errors.next);
    setFound(said);
    announce(said);
  };
  const name = view.name.map(({ info, value }) => formatValue(value, info.type, info.format, language)).join(' · ');
  return (
    <>
      <span className={styles.stepper}>
        <IconButton
          size="small"
          icon="chevron-left"
          label={words.previous}
          disabled={row <= 0}
          onClick={() => go(row - 1)}
        />
        <label className={styles.row}>
          {view.grouped ? words.group : words.row}
          <input
            inputMode="numeric"
            autoComplete="off"
            style={{ width: `${Math.max(2, String(row + 1).length) + 1.5}ch` }}
            value={typed ?? String(row + 1)}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={enter}
            onKeyDown={(event) => {
              if (event.key === 'Enter') enter();
              else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
                event.preventDefault();
                setTyped(null);
                go(row + (event.key === 'ArrowUp' ? -1 : 1));
              }
            }}
          />
          <span>{words.ofRows(number(rows))}</span>
        </label>
        <IconButton
          size="small"
          icon="chevron-right"
          label={words.next}
          disabled={row >= rows - 1}
          onClick={() => go(row + 1)}
        />
        <IconButton size="small" icon="alert-circle" label={words.nextError} onClick={() => void nextError()} />
      </span>
      <span className={styles.name} title={found ?? name}>
        {found ?? name}
      </span>
    </>
  );
}
