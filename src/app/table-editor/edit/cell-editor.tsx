import { useRef, useState } from 'react';
import styles from '../data-grid.module.css';

interface CellEditorProps {
  readonly text: string;
  readonly label: string;
  /** How far the focus then moves. */
  readonly onCommit: (text: string, down: number, right: number) => void;
  readonly onCancel: () => void;
}

/** One line over its cell: Enter and Tab keep it and go on, Escape forgets it. */
export function CellEditor({ text, label, onCommit, onCancel }: CellEditorProps) {
  const [now, setNow] = useState(text);
  const left = useRef(false);
  const done = (act: () => void) => {
    left.current = true;
    act();
    // Where the text did not fit the editor is still here.
    left.current = false;
  };
  return (
    <input
      className={styles['editor']}
      aria-label={label}
      value={now}
      autoFocus
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => setNow(event.target.value)}
      onPointerDown={(event) => event.stopPropagation()}
      onBlur={() => !left.current && onCommit(now, 0, 0)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        const { key, shiftKey } = event;
        if (key === 'Enter') done(() => onCommit(now, shiftKey ? -1 : 1, 0));
        else if (key === 'Tab') done(() => onCommit(now, 0, shiftKey ? -1 : 1));
        else if (key === 'Escape') done(onCancel);
        else return;
        event.preventDefault();
      }}
    />
  );
}
