/** What a person is looking at in a decision: never saved with the project. */
import { create } from 'zustand';
import type { CellRef } from '#core/execute/trace.ts';
import type { Side } from './decision-edits.ts';

export interface DecisionView {
  /** The column that the panel sets up. */
  readonly column: { readonly side: Side; readonly id: string } | null;
  readonly drawer: 'rows' | 'problems' | 'trace';
  readonly cell: CellRef | null;
}

const fresh: DecisionView = { column: null, drawer: 'rows', cell: null };

const useViews = create<{
  readonly views: Readonly<Record<string, DecisionView>>;
  readonly set: (design: string, patch: Partial<DecisionView>) => void;
}>((set) => ({
  views: {},
  set: (design, patch) =>
    set((state) => ({ views: { ...state.views, [design]: { ...(state.views[design] ?? fresh), ...patch } } })),
}));

export function useDecisionView(design: string): readonly [DecisionView, (patch: Partial<DecisionView>) => void] {
  const view = useViews((state) => state.views[design] ?? fresh);
  const set = useViews((state) => state.set);
  return [view, (patch) => set(design, patch)];
}
