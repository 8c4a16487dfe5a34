import type { ColumnInfo } from '#core/data/schema.ts';
import type { ReactNode } from 'react';
import { isError, type Value } from '#core/data/value.ts';
import { classNames } from '#ui/class-names.ts';
import { formatValue } from '#ui/format-value.ts';
import type { Language } from '#ui/language.tsx';
import styles from './data-grid.module.css';

export interface GridCellProps {
  readonly id: string;
  readonly column: ColumnInfo;
  readonly index: number;
  readonly width: number;
  /** Pixels of columns to the left that are not drawn. */
  readonly gap: number;
  /** undefined while it is not loaded. */
  readonly value: Value | undefined;
  readonly language: Language;
  readonly focused: boolean;
  readonly selected: boolean;
  readonly marked: boolean;
  readonly asks: boolean;
  readonly onPress: (extend: boolean) => void;
  readonly onDrag: () => void;
  readonly onClick: () => void;
  readonly onDoubleClick?: () => void;
  /** Stands in the cell while it is written in. */
  readonly editor?: ReactNode;
}

export function GridCell(props: GridCellProps) {
  const { id, column, index, width, gap, value, language, focused, selected, marked, asks } = props;
  const number = column.type !== 'text' && column.type !== 'boolean';
  const text = value === undefined ? '' : formatValue(value, column.type, column.format, language);
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={index + 1}
      aria-selected={selected || focused}
      title={text.length > 16 ? text : undefined}
      style={{ width, marginLeft: gap }}
      className={classNames(
        styles['cell'],
        index === 0 && styles['first'],
        number && styles['number'],
        selected && styles['selected'],
        focused && styles['focused'],
        marked && styles['marked'],
        asks && value !== undefined && styles['asks'],
        isError(value) && styles['error'],
      )}
      onPointerDown={(event) => event.button === 0 && !props.editor && props.onPress(event.shiftKey)}
      onPointerEnter={(event) => event.buttons === 1 && props.onDrag()}
      onClick={props.onClick}
      onDoubleClick={props.onDoubleClick}
    >
      {props.editor}
      {column.role === 'attainment' && typeof value === 'number' && <Meter share={value} />}
      {text}
    </div>
  );
}

/** How far towards the goal; the mark stands at 100 %. */
function Meter({ share }: { readonly share: number }) {
  const most = 1.5;
  return (
    <span className={styles['meter']} aria-hidden="true">
      <span style={{ width: `${(Math.max(0, Math.min(most, share)) / most) * 100}%` }} />
    </span>
  );
}
