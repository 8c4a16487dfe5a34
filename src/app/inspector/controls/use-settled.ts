/** Text on its way to an edit: sent a moment after the last key, at once on leaving, and shown until the answer is there. */
import { useEffect, useRef, useState } from 'react';

/** Long enough to join keys, short enough that the answer feels live. */
export const typingPause = 120;

export interface Settled {
  readonly text: string;
  readonly typing: boolean;
  readonly change: (text: string) => void;
  /** Sends what is left (or this text); the field shows the value again. */
  readonly settle: (text?: string) => void;
  /** Brings back what stood when typing began. */
  readonly revert: () => void;
}

/** `commit` answers whether an edit was sent; `last` is true on leaving, on Enter and on going back. */
export function useSettled(value: string, commit: (text: string, last: boolean) => boolean): Settled {
  const [draft, setDraft] = useState<string | undefined>();
  const [sent, setSent] = useState<{ readonly text: string; readonly over: string } | undefined>();
  const began = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const waiting = useRef<string | undefined>(undefined);
  const latest = useRef(commit);
  useEffect(() => {
    latest.current = commit;
  });
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      if (waiting.current !== undefined) latest.current(waiting.current, true);
    },
    [],
  );

  function send(text: string, last: boolean): boolean {
    clearTimeout(timer.current);
    waiting.current = undefined;
    return latest.current(text, last);
  }

  const arriving = sent && sent.over === value ? sent.text : value;
  return {
    text: draft ?? arriving,
    typing: draft !== undefined,
    change(text) {
      if (draft === undefined) began.current = value;
      setDraft(text);
      waiting.current = text;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => send(text, false), typingPause);
    },
    settle(text = draft) {
      if (text === undefined) return;
      const changed = send(text, true);
      setSent(changed ? { text, over: value } : undefined);
      setDraft(undefined);
    },
    revert() {
      if (draft === undefined) return;
      send(began.current, true);
      setSent(undefined);
      setDraft(undefined);
    },
  };
}
