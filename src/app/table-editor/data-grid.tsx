/** Rows of any table, a million if need be: virtual, sortable, findable, by keyboard; a number can be asked why. */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { ColumnInfo } from '#core/data/schema.ts';
import { isError, type Value } from '#core/data/value.ts';
import type { WindowRequest } from '#engine/protocol.ts';
import { classNames } from '#ui/class-names.ts';
import { formatNumber, formatValue } from '#ui/format-value.ts';
import { useWords, type Language } from '#ui/language.tsx';
import { TextField } from '#ui/text-field.tsx';
import { announce } from '#ui/toast.ts';
import type { EnginePort } from '../session/engine-port.ts';
import { ColumnHead } from './column-head.tsx';
import styles from './data-grid.module.css';
import { dataGridWords } from './data-grid.words.ts';
import { useRows } from './use-rows.ts';
import { useStatistics } from './use-statistics.ts';
import { scrollFor, virtualRange } from './virtual-range.ts';

const rowHeight = 27;
const numberWidth = 128;
const textWidth = 160;

export interface DataGridProps {
  readonly source: WindowRequest['of'];
  readonly columns: readonly ColumnInfo[];
  readonly total: number;
  readonly engine: EnginePort;
  readonly language: Language;
  /** Asks why a cell is what it is; `row` is its number in the unsorted table. */
  readonly onWhy?: (cell: { readonly row: number; readonly column: string }) => void;
  readonly markedCell?: { readonly row: number; readonly column: string } | null;
}

interface Sort {
  readonly key: string;
  readonly descending: boolean;
}

export function DataGrid({ source, columns, total, engine, language, onWhy, markedCell }: DataGridProps) {
  const words = useWords(dataGridWords);
  const [sort, setSort] = useState<Sort | null>(null);
  const [find, setFind] = useState('');
  const [scroll, setScroll] = useState({ top: 0, height: 216 });
  const [focus, setFocus] = useState({ row: 0, column: 0 });
  const body = useRef<HTMLDivElement>(null);

  const question = useMemo(() => ({ of: source, sort: sort ? [sort] : [], find }), [source, sort, find]);
  const [known, setKnown] = useState(total);
  const count = find === '' ? total : known;
  const range = virtualRange(count, rowHeight, scroll.top, scroll.height);
  const rows = useRows(engine, question, range.first, range.last);
  const statistics = useStatistics(engine, source, columns);
  if (rows.total !== null && rows.total !== known) setKnown(rows.total);

  useEffect(() => {
    const element = body.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setScroll({ top: element.scrollTop, height: element.clientHeight - 42 }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const moveTo = (row: number, column: number) => {
    const next = {
      row: Math.max(0, Math.min(count - 1, row)),
      column: Math.max(0, Math.min(columns.length - 1, column)),
    };
    setFocus(next);
    const top = scrollFor(next.row, count, rowHeight, scroll.top, scroll.height);
    if (top !== null && body.current) body.current.scrollTop = top;
  };
  const why = (row: number, column: number) => {
    const key = columns[column]?.key;
    const number = rows.rowOf(row);
    if (onWhy && key !== undefined && number !== undefined) onWhy({ row: number, column: key });
  };
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    PageUp: [-8, 0],
    PageDown: [8, 0],
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step) moveTo(focus.row + step[0], focus.column + step[1]);
    else if (event.key === 'Home') moveTo(event.ctrlKey ? 0 : focus.row, 0);
    else if (event.key === 'End') moveTo(event.ctrlKey ? count - 1 : focus.row, columns.length - 1);
    else if (event.key === 'Enter') why(focus.row, focus.column);
    else if ((event.ctrlKey || event.metaKey) && event.key === 'c') {
      const column = columns[focus.column];
      const value = column && rows.cell(focus.row, column.key);
      void navigator.clipboard
        .writeText(formatValue(value, column?.type, column?.format, language))
        .then(() => announce(words.copied(1)));
    } else return;
    event.preventDefault();
  };

  const toggle = (key: string) =>
    setSort((old) =>
      old?.key !== key ? { key, descending: false } : old.descending ? null : { key, descending: true },
    );
  const template = columns
    .map((column) => `minmax(${column.type === 'text' ? textWidth : numberWidth}px, 1fr)`)
    .join(' ');
  const shown = Array.from({ length: Math.max(0, range.last - range.first) }, (_, index) => range.first + index);

  return (
    <div className={styles.wrap}>
      <div className={styles.bar}>
        <TextField
          label={words.find}
          hideLabel
          icon="search"
          placeholder={words.find}
          value={find}
          onChange={setFind}
          type="search"
        />
        <span className={styles.count}>
          {find === ''
            ? words.rows(formatNumber(total, undefined, language))
            : words.found(formatNumber(count, undefined, language), formatNumber(total, undefined, language))}
        </span>
      </div>
      <div
        ref={body}
        className={styles.body}
        role="grid"
        aria-label={words.grid}
        aria-rowcount={count + 1}
        aria-colcount={columns.length}
        aria-activedescendant={count > 0 ? `cell-${focus.row}-${focus.column}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={(event) =>
          setScroll({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight - 42 })
        }
      >
        <div role="row" aria-rowindex={1} className={styles.head} style={{ gridTemplateColumns: template }}>
          {columns.map((column, index) => (
            <ColumnHead
              key={column.key}
              column={column}
              first={index === 0}
              sorted={sort?.key === column.key ? (sort.descending ? 'descending' : 'ascending') : 'none'}
              onSort={() => toggle(column.key)}
              statistics={statistics?.find((one) => one.key === column.key)}
              language={language}
            />
          ))}
        </div>
        <div className={styles.space} role="presentation" style={{ height: range.height }}>
          <div role="presentation" style={{ transform: `translateY(${range.offset}px)` }}>
            {shown.map((row) => (
              <div
                key={row}
                role="row"
                aria-rowindex={row + 2}
                className={styles.row}
                style={{ gridTemplateColumns: template, height: rowHeight }}
              >
                {columns.map((column, index) => (
                  <Cell
                    key={column.key}
                    id={`cell-${row}-${index}`}
                    column={column}
                    first={index === 0}
                    value={rows.cell(row, column.key)}
                    language={language}
                    focused={focus.row === row && focus.column === index}
                    marked={markedCell?.column === column.key && markedCell.row === rows.rowOf(row)}
                    onClick={() => {
                      setFocus({ row, column: index });
                      if (column.type === 'number') why(row, index);
                    }}
                    asks={onWhy !== undefined && column.type === 'number'}
                  />
                ))}
              </div>
            ))}
          </div>
        </div>
      </div>
      {rows.failed && <p className={styles.note}>{words.failed}</p>}
      {!rows.failed && count === 0 && <p className={styles.note}>{words.noRows}</p>}
    </div>
  );
}

interface CellProps {
  readonly id: string;
  readonly column: ColumnInfo;
  readonly first: boolean;
  readonly value: Value | undefined;
  readonly language: Language;
  readonly focused: boolean;
  readonly marked: boolean;
  readonly asks: boolean;
  readonly onClick: () => void;
}

function Cell({ id, column, first, value, language, focused, marked, asks, onClick }: CellProps) {
  const number = column.type !== 'text' && column.type !== 'boolean';
  return (
    <div
      id={id}
      role="gridcell"
      aria-selected={focused}
      className={classNames(
        styles.cell,
        first && styles.first,
        number && styles.number,
        focused && styles.focused,
        marked && styles.marked,
        asks && styles.asks,
        isError(value) && styles.error,
      )}
      onClick={onClick}
    >
      {value === undefined ? '' : formatValue(value, column.type, column.format, language)}
    </div>
  );
}
