/** One node of a running form; the component renders again only when something about this node changes. */
import { useCallback, useSyncExternalStore } from 'react';
import type { FieldState, FormSession } from '#core/interact/form-session.ts';

export function useField(form: FormSession, id: string, row?: string): FieldState {
  const watch = useCallback((listener: () => void) => form.watch(listener, id, row), [form, id, row]);
  return useSyncExternalStore(watch, () => form.field(id, row));
}

/** Ids of a repeat's rows. */
export function useRows(form: FormSession, repeat: string): readonly string[] {
  const watch = useCallback((listener: () => void) => form.watch(listener, repeat), [form, repeat]);
  return useSyncExternalStore(watch, () => form.rows(repeat));
}
