/** What a person is looking at in a scorecard, and weights being tried: never saved with the project. */
import { create } from 'zustand';
import type { Weight } from '#kinds/metrics/scorecard/weights.ts';

export interface ScorecardView {
  readonly mode: 'card' | 'flow';
  /** Weights being tried; null: the saved ones. */
  readonly tried: readonly Weight[] | null;
}

const fresh: ScorecardView = { mode: 'card', tried: null };

const useViews = create<{
  readonly views: Readonly<Record<string, ScorecardView>>;
  readonly set: (design: string, patch: Partial<ScorecardView>) => void;
}>((set) => ({
  views: {},
  set: (design, patch) =>
    set((state) => ({ views: { ...state.views, [design]: { ...(state.views[design] ?? fresh), ...patch } } })),
}));

export function useScorecardView(design: string): readonly [ScorecardView, (patch: Partial<ScorecardView>) => void] {
  const view = useViews((state) => state.views[design] ?? fresh);
  const set = useViews((state) => state.set);
  return [view, (patch) => set(design, patch)];
}
