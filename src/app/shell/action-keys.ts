/** Turns key presses into actions. */
import { useEffect } from 'react';
import { onMac } from '#ui/kbd.tsx';
import { allActions, type Action } from './actions.ts';

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Whether a press is the keys of an action. `Mod` is ⌘ on a Mac, Ctrl elsewhere; Shift counts only with named keys and letters. */
export function pressIs(keys: string, press: KeyPress, mac: boolean = onMac): boolean {
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (other || mod !== parts.includes('Mod') || press.altKey !== parts.includes('Alt')) return false;
  // “?” and “+” are typed with Shift on some keyboards only: the character says enough.
  const signifies = key.length > 1 || /[a-z]/i.test(key);
  if (signifies && press.shiftKey !== parts.includes('Shift')) return false;
  return press.key.toLowerCase() === key.toLowerCase();
}

/** Whether somebody is writing there: text keeps its own undo and its letters. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true;
  // The formula editor is written in a plain element with the role of a text box.
  if (target.closest('[role=textbox]')) return true;
  return target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'range'].includes(target.type);
}

/** The action a press stands for; the one offered last wins. */
export function actionFor(
  press: KeyPress,
  typing: boolean,
  actions: readonly Action[] = allActions(),
): Action | undefined {
  return actions.findLast(
    (action) =>
      action.keys !== undefined && !action.disabled && (!typing || action.whileTyping) && pressIs(action.keys, press),
  );
}

export function useActionKeys(): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing) return;
      // A dialog is a world of its own: only what works while typing works there.
      const inDialog = event.target instanceof Element && event.target.closest('[role=dialog]') !== null;
      const action = actionFor(event, inDialog || isTyping(event.target));
      if (!action) return;
      event.preventDefault();
      action.run();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
