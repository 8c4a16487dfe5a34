/** The column that somebody asked to see: the grid of its table goes there. */
import { create } from 'zustand';

interface Shown {
  readonly asked: { readonly table: string; readonly column: string } | null;
  readonly set: (asked: Shown['asked']) => void;
}
export const useShownColumn = create<Shown>((set) => ({ asked: null, set: (asked) => set({ asked }) }));

/** By ids. */
export function showColumn(table: string, column: string): void {
  useShownColumn.getState().set({ table, column });
}
