/** Entering a field selects all of it, so that typing replaces it; what has been typed since is never selected again. */
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

interface SelectOnEntry {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly entered: () => void;
  readonly typed: () => void;
}

export function useSelectOnEntry(): SelectOnEntry {
  const field = useRef<HTMLInputElement>(null);
  const typed = useRef(false);
  const [entries, setEntries] = useState(0);
  const select = () => {
    if (!typed.current && document.activeElement === field.current) field.current?.select();
  };
  // The text may change as the field is entered (“5.0%” becomes “5%”): selected when that stands, before the next key.
  useLayoutEffect(() => {
    if (entries > 0) select();
  }, [entries]);
  return {
    field,
    entered() {
      typed.current = false;
      setEntries((now) => now + 1);
      // A press of the mouse places the caret after the focus came.
      requestAnimationFrame(select);
    },
    typed() {
      typed.current = true;
    },
  };
}
