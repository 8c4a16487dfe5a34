/** The parameter that somebody asked to see: its form opens in the list of parameters. */
import { create } from 'zustand';

interface Shown {
  readonly id: string | null;
  readonly set: (id: string | null) => void;
}
export const useShownParameter = create<Shown>((set) => ({ id: null, set: (id) => set({ id }) }));

export function showParameter(id: string): void {
  useShownParameter.getState().set(id);
}
