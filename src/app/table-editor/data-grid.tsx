/** Rows of any table, a million if need be: virtual, sortable, findable, by keyboard; a number can be asked why. */
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ColumnInfo } from '#core/data/schema.ts';
import type { WindowRequest } from '#engine/protocol.ts';
import type { Language } from '#ui/language.tsx';
import { useWords } from '#ui/language.tsx';
import { announce, showToast } from '#ui/toast.ts';
import type { EnginePort } from '../session/engine-port.ts';
import { ColumnCard } from './column-card.tsx';
import { ColumnHead } from './column-head.tsx';
import styles from './data-grid.module.css';
import { dataGridWords } from './data-grid.words.ts';
import { GridBar } from './grid-bar.tsx';
import { GridCell } from './grid-cell.tsx';
import { CellEditor } from './edit/cell-editor.tsx';
import type { GridEditing, GridFocus } from './edit/grid-editing.ts';
import { textToEdit } from './edit/read-cells.ts';
import { columnsInSight, gridColumns, scrollForColumn } from './grid-columns.ts';
import {
  cellsOf,
  htmlTable,
  isInside,
  rectangleOf,
  tabSeparated,
  type CellPlace,
  type Selection,
} from './selected-cells.ts';
import { useRows } from './use-rows.ts';
import { useSame } from './use-same.ts';
import { useStatistics } from './use-statistics.ts';
import { scrollFor, virtualRange } from './virtual-range.ts';

const rowHeight = 27;
const headHeight = 42;
const mostCopied = 1_000_000;

export interface DataGridProps {
  readonly source: WindowRequest['of'];
  readonly columns: readonly ColumnInfo[];
  readonly total: number;
  readonly engine: EnginePort;
  readonly language: Language;
  /** Asks why a cell is what it is; `row` is its number in the unsorted table. */
  readonly onWhy?: (cell: { readonly row: number; readonly column: string }) => void;
  readonly markedCell?: { readonly row: number; readonly column: string } | null;
  /** A column that somebody asked to see: the grid goes to its head, once. */
  readonly shownColumn?: string | undefined;
  readonly onShown?: () => void;
  /** Where cells may be changed. */
  readonly editing?: GridEditing;
  /** What stands above the rows and acts on what is chosen in them. */
  readonly tools?: (focus: GridFocus) => ReactNode;
}

interface Sort {
  readonly key: string;
  readonly descending: boolean;
}

export function DataGrid({ source, columns, total, engine, language, onWhy, markedCell, ...asked }: DataGridProps) {
  const words = useWords(dataGridWords);
  const id = useId();
  const [sort, setSort] = useState<Sort | null>(null);
  const [find, setFind] = useState('');
  const [tries, setTries] = useState(0);
  const [sight, setSight] = useState({ top: 0, left: 0, height: 216, width: 900 });
  const [selection, setSelection] = useState<Selection>(at({ row: 0, column: 0 }));
  const [active, setActive] = useState(false);
  const [hovered, setHovered] = useState<number | null>(null);
  const body = useRef<HTMLDivElement>(null);
  const wrap = useRef<HTMLDivElement>(null);
  /** The text that a person is writing into the cell of the focus. */
  const [draft, setDraft] = useState<string | null>(null);
  const dragged = useRef(false);

  const of = useSame(source);
  const sorted = sort && columns.some((column) => column.key === sort.key) ? sort : null;
  // `tries` makes the same question a new one.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const question = useMemo(() => ({ of, sort: sorted ? [sorted] : [], find }), [of, sorted, find, tries]);
  const [known, setKnown] = useState(total);
  const count = find === '' ? total : Math.min(known, total);
  const range = virtualRange(count, rowHeight, sight.top, sight.height);
  const rows = useRows(engine, question, range.first, range.last);
  const statistics = useStatistics(engine, of, columns);
  if (rows.total !== null && rows.total !== known) setKnown(rows.total);
  const layout = useMemo(() => gridColumns(columns, sight.width), [columns, sight.width]);
  const inSight = columnsInSight(layout, sight.left, sight.width);
  const shownColumns = [0, ...numbers(inSight.first, inSight.last)].filter((index) => index < columns.length);
  const { focus } = selection;
  const chosen = rectangleOf(selection);

  useEffect(() => {
    const element = body.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setSight((old) => measured(element) ?? old));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const moveTo = (row: number, column: number, extend = false) => {
    const next = { row: clamp(row, -1, count - 1), column: clamp(column, 0, columns.length - 1) };
    setSelection(extend && next.row >= 0 ? { anchor: selection.anchor, focus: next } : at(next));
    const top = next.row < 0 ? null : scrollFor(next.row, count, rowHeight, sight.top, sight.height);
    const left = scrollForColumn(layout, next.column, sight.left, sight.width);
    if (body.current && top !== null) body.current.scrollTop = top;
    if (body.current && left !== null) body.current.scrollLeft = left;
  };
  const { shownColumn, onShown } = asked;
  const shown = columns.findIndex((column) => column.key === shownColumn);
  const [went, setWent] = useState(-1);
  if (went !== shown) {
    setWent(shown);
    if (shown >= 0) setSelection(at({ row: -1, column: shown }));
  }
  useEffect(() => {
    const element = body.current;
    if (!element || shown < 0) return;
    element.scrollLeft = scrollForColumn(layout, shown, element.scrollLeft, element.clientWidth) ?? element.scrollLeft;
    element.focus();
    onShown?.();
    // Once for each time it is asked.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [shown]);
  const why = ({ row, column }: CellPlace) => {
    const info = columns[column];
    const number = rows.rowOf(row);
    if (onWhy && info?.type === 'number' && number !== undefined) onWhy({ row: number, column: info.key });
  };
  const toggle = (key: string | undefined) => {
    if (key === undefined) return;
    setSort((old) =>
      old?.key !== key ? { key, descending: false } : old.descending ? null : { key, descending: true },
    );
  };
  const copy = async () => {
    if (cellsOf(chosen) > mostCopied) return showToast(words.tooMany, { tone: 'bad' });
    const picked = columns.slice(chosen.left, chosen.right);
    try {
      const { frame } = await engine.ask('window', {
        ...question,
        from: chosen.top,
        to: chosen.bottom,
        columns: picked.map((column) => column.key),
      });
      await writeClipboard(tabSeparated(frame, picked), htmlTable(frame, picked));
      announce(words.copied(cellsOf(chosen)));
    } catch {
      showToast(words.notCopied, { tone: 'bad' });
    }
    return undefined;
  };

  const { editing } = asked;
  /** Numbers of chosen rows in the unsorted table. */
  const chosenRows = async (from: number, to: number): Promise<readonly number[]> => {
    const { rows: numbers } = await engine.ask('window', { ...question, from, to, columns: [] });
    return [...numbers];
  };
  const focused: GridFocus = {
    column: columns[focus.column]?.key,
    left: chosen.left,
    row: focus.row < 0 ? undefined : rows.rowOf(focus.row),
    value: focus.row < 0 ? undefined : rows.cell(focus.row, columns[focus.column]?.key ?? ''),
    rows: () =>
      chosen.bottom > chosen.top && focus.row >= 0 ? chosenRows(chosen.top, chosen.bottom) : Promise.resolve([]),
    columns: columns.slice(chosen.left, chosen.right).map((one) => one.key),
  };
  const startEdit = (text?: string) => {
    const info = columns[focus.column];
    if (!editing || !info || focus.row < 0 || rows.rowOf(focus.row) === undefined) return false;
    if (info.type === 'mixed' || !editing.canEdit(info.key)) return false;
    setDraft(
      text ??
        textToEdit(rows.cell(focus.row, info.key), {
          type: info.type,
          ...(info.format ? { format: info.format } : {}),
        }),
    );
    return true;
  };
  const commit = (text: string, down: number, right: number) => {
    const row = rows.rowOf(focus.row);
    const key = columns[focus.column]?.key;
    const kept = row === undefined || key === undefined || editing?.setCell(row, key, text) !== false;
    if (!kept) return;
    setDraft(null);
    body.current?.focus();
    if (down !== 0 || right !== 0) moveTo(Math.max(0, focus.row + down), focus.column + right);
  };
  const paste = async (text: string) => {
    if (!editing || columns.length === 0) return;
    const top = Math.max(0, focus.row < 0 ? count : chosen.top);
    const height = text.split('\n').length;
    editing.paste(text, chosen.left, top >= count ? [] : await chosenRows(top, Math.min(count, top + height)));
  };

  const page = Math.max(1, Math.floor(sight.height / rowHeight) - 1);
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    PageUp: [-page, 0],
    PageDown: [page, 0],
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const control = event.ctrlKey || event.metaKey;
    if (step && event.key === 'PageUp') moveTo(Math.max(0, focus.row + step[0]), focus.column, event.shiftKey);
    else if (step && !control) moveTo(focus.row + step[0], focus.column + step[1], event.shiftKey);
    else if (event.key === 'Home') moveTo(control ? 0 : focus.row, 0, event.shiftKey);
    else if (event.key === 'End') moveTo(control ? count - 1 : focus.row, columns.length - 1, event.shiftKey);
    else if (editing && control && event.key === 'f')
      wrap.current?.querySelector<HTMLInputElement>('input[type=search]')?.focus();
    else if (editing && (event.key === 'F2' || event.key === 'Enter') && focus.row >= 0 && !control) startEdit();
    else if (editing && (event.key === 'Delete' || event.key === 'Backspace') && focus.row >= 0) editing.clear(focused);
    else if (editing && event.key === 'F2') editing.openColumn(focused.column);
    else if (editing && [...event.key].length === 1 && !control && !event.altKey && focus.row >= 0 && event.key !== ' ')
      startEdit(event.key);
    else if (event.key === 'Enter' || event.key === ' ') {
      if (focus.row < 0) toggle(columns[focus.column]?.key);
      else why(focus);
    } else if (control && event.key === 'a')
      setSelection({ anchor: { row: 0, column: 0 }, focus: { row: count - 1, column: columns.length - 1 } });
    else if (control && event.key === 'c' && focus.row >= 0) void copy();
    else return;
    event.preventDefault();
  };

  const cellId = ({ row, column }: CellPlace) => `${id}-${row}-${column}`;
  const isDrawn =
    shownColumns.includes(focus.column) && (focus.row < 0 || (focus.row >= range.first && focus.row < range.last));
  const width = layout.lefts.at(-1) ?? 0;
  const gap = (layout.lefts[inSight.first] ?? 0) - (layout.lefts[1] ?? 0);
  const carded = hovered ?? (active && focus.row < 0 ? focus.column : null);
  const card = carded === null ? undefined : columns[carded];

  return (
    <div ref={wrap} className={styles['wrap']}>
      <GridBar
        find={find}
        onFind={setFind}
        count={count}
        total={total}
        selected={cellsOf(chosen)}
        onCopy={() => void copy()}
        language={language}
        tools={asked.tools?.(focused)}
      />
      <div
        ref={body}
        className={styles['body']}
        role="grid"
        aria-label={words.grid}
        aria-rowcount={count + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        aria-activedescendant={isDrawn && columns.length > 0 ? cellId(focus) : undefined}
        tabIndex={0}
        onKeyDown={(event) => event.target === event.currentTarget && onKeyDown(event)}
        onPaste={(event) => {
          if (!editing || event.target !== event.currentTarget) return;
          event.preventDefault();
          void paste(event.clipboardData.getData('text/plain'));
        }}
        onFocus={() => setActive(true)}
        onBlur={() => setActive(false)}
        onScroll={(event) => {
          const next = measured(event.currentTarget);
          if (next) setSight(next);
          setHovered(null);
        }}
      >
        <div role="rowgroup" className={styles['head']} style={{ width }}>
          <div role="row" aria-rowindex={1} className={styles['row']}>
            {shownColumns.map((index, place) => (
              <ColumnHead
                key={columns[index]?.key}
                id={cellId({ row: -1, column: index })}
                column={columns[index] as ColumnInfo}
                index={index}
                width={layout.widths[index] ?? 0}
                gap={place === 1 ? gap : 0}
                sorted={
                  sorted?.key === columns[index]?.key ? (sorted?.descending ? 'descending' : 'ascending') : 'none'
                }
                onSort={() => {
                  setSelection(at({ row: -1, column: index }));
                  toggle(columns[index]?.key);
                }}
                onHover={(inside) => setHovered(inside ? index : null)}
                focused={focus.row === -1 && focus.column === index}
                statistics={statistics?.find((one) => one.key === columns[index]?.key)}
                language={language}
              />
            ))}
          </div>
        </div>
        <div className={styles['space']} role="presentation" style={{ height: range.height, width }}>
          <div role="rowgroup" style={{ transform: `translateY(${range.offset}px)` }}>
            {numbers(range.first, range.last).map((row) => (
              <div key={row} role="row" aria-rowindex={row + 2} className={styles['row']} style={{ height: rowHeight }}>
                {shownColumns.map((index, place) => (
                  <GridCell
                    key={columns[index]?.key}
                    id={cellId({ row, column: index })}
                    column={columns[index] as ColumnInfo}
                    index={index}
                    width={layout.widths[index] ?? 0}
                    gap={place === 1 ? gap : 0}
                    value={rows.cell(row, columns[index]?.key ?? '')}
                    language={language}
                    focused={focus.row === row && focus.column === index}
                    selected={cellsOf(chosen) > 1 && isInside(chosen, row, index)}
                    marked={markedCell?.column === columns[index]?.key && markedCell?.row === rows.rowOf(row)}
                    asks={onWhy !== undefined && columns[index]?.type === 'number'}
                    onPress={(extend) => {
                      dragged.current = extend;
                      setSelection((old) => ({
                        anchor: extend ? old.anchor : { row, column: index },
                        focus: { row, column: index },
                      }));
                    }}
                    onDrag={() => {
                      dragged.current = true;
                      setSelection((old) => ({ anchor: old.anchor, focus: { row, column: index } }));
                    }}
                    onClick={() => dragged.current || why({ row, column: index })}
                    onDoubleClick={() => startEdit()}
                    editor={
                      draft !== null && focus.row === row && focus.column === index ? (
                        <CellEditor
                          text={draft}
                          label={columns[index]?.label ?? columns[index]?.key ?? ''}
                          onCommit={commit}
                          onCancel={() => {
                            setDraft(null);
                            body.current?.focus();
                          }}
                        />
                      ) : undefined
                    }
                  />
                ))}
              </div>
            ))}
          </div>
        </div>
      </div>
      {card && carded !== null && (
        <ColumnCard
          column={card}
          statistics={statistics?.find((one) => one.key === card.key)}
          left={(carded === 0 ? 0 : (layout.lefts[carded] ?? 0) - sight.left) + 4}
          room={sight.width}
          language={language}
        />
      )}
      {rows.failed && (
        <p className={styles['note']} role="alert">
          {words.failed}{' '}
          <button type="button" className={styles['again']} onClick={() => setTries(tries + 1)}>
            {words.again}
          </button>
        </p>
      )}
      {!rows.failed && count === 0 && <p className={styles['note']}>{words.noRows}</p>}
    </div>
  );
}

/** As text and as a table, where the browser takes both: spreadsheets then know where cells end. */
async function writeClipboard(text: string, html: string): Promise<void> {
  if (typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(text);
  const part = (type: string, content: string) => new Blob([content], { type });
  return navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': part('text/plain', text), 'text/html': part('text/html', html) }),
  ]);
}

const at = (place: CellPlace): Selection => ({ anchor: place, focus: place });
const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));
const numbers = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

/** What of the grid can be seen; undefined while it is not laid out. */
function measured(element: HTMLElement) {
  const { scrollTop: top, scrollLeft: left, clientHeight, clientWidth: width } = element;
  return clientHeight > headHeight && width > 0 ? { top, left, height: clientHeight - headHeight, width } : undefined;
}
