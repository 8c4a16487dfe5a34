/**
 * A pane at one edge of the window with a separator to its neighbour: dragged, or moved by arrow keys (Shift: faster); Home and End
 * go to the ends, Enter folds and unfolds. The sizes are kept by whoever owns the pane.
 */
import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './resizable-pane.module.css';

export interface ResizablePaneProps {
  readonly side: 'left' | 'right' | 'bottom';
  /** Names the pane and its separator. */
  readonly label: string;
  readonly size: number;
  readonly min: number;
  readonly max: number;
  readonly collapsed: boolean;
  readonly onSize: (size: number) => void;
  readonly onCollapsed: (collapsed: boolean) => void;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** Which way a key makes the pane larger: towards the middle of the window. */
const growKey = { left: 'ArrowRight', right: 'ArrowLeft', bottom: 'ArrowUp' };
const shrinkKey = { left: 'ArrowLeft', right: 'ArrowRight', bottom: 'ArrowDown' };
const keyStep = 16;

export function ResizablePane(props: ResizablePaneProps) {
  const { side, label, size, min, max, collapsed, onSize, onCollapsed, children, className } = props;
  const [grip, setGrip] = useState<{ readonly at: number; readonly size: number }>();
  const along = side === 'bottom' ? 'height' : 'width';
  const within = (wanted: number) => Math.round(Math.min(max, Math.max(min, wanted)));

  function onKeyDown(event: KeyboardEvent) {
    const step = event.shiftKey ? keyStep * 4 : keyStep;
    if (event.key === 'Enter') onCollapsed(!collapsed);
    else if (event.key === growKey[side]) {
      if (collapsed) onCollapsed(false);
      else onSize(within(size + step));
    } else if (event.key === shrinkKey[side]) {
      if (size <= min) onCollapsed(true);
      else onSize(within(size - step));
    } else if (event.key === 'Home') onSize(min);
    else if (event.key === 'End') onSize(max);
    else return;
    event.preventDefault();
  }

  const position = (event: PointerEvent) => (side === 'bottom' ? event.clientY : event.clientX);

  function onPointerMove(event: PointerEvent) {
    if (!grip) return;
    const moved = position(event) - grip.at;
    const wanted = grip.size + (side === 'left' ? moved : -moved);
    if (wanted < min / 2) {
      if (!collapsed) onCollapsed(true);
      return;
    }
    if (collapsed) onCollapsed(false);
    onSize(within(wanted));
  }

  return (
    <section
      aria-label={label}
      className={classNames(styles['pane'], styles[side], className)}
      style={{ [along]: collapsed ? 0 : size }}
    >
      <div className={styles['content']} hidden={collapsed} inert={collapsed}>
        {children}
      </div>
      <div
        role="separator"
        tabIndex={0}
        aria-label={label}
        aria-orientation={side === 'bottom' ? 'horizontal' : 'vertical'}
        aria-valuenow={collapsed ? 0 : size}
        aria-valuemin={0}
        aria-valuemax={max}
        data-dragging={grip ? true : undefined}
        className={styles['separator']}
        onKeyDown={onKeyDown}
        onDoubleClick={() => onCollapsed(!collapsed)}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setGrip({ at: position(event), size: collapsed ? 0 : size });
        }}
        onPointerMove={onPointerMove}
        onLostPointerCapture={() => setGrip(undefined)}
      />
    </section>
  );
}
