/** What a person is looking at in a journey: never saved with the project, kept while its tab is open. */
import { create } from 'zustand';

export type JourneyDrawerTab = 'simulation' | 'problems';

export interface JourneyView {
  readonly selected: readonly string[];
  readonly mode: 'canvas' | 'outline';
  readonly drawer: JourneyDrawerTab;
  /** The right side: what is selected, or one customer's story. */
  readonly side: 'design' | 'customer';
  /** The customer whose story is open, by id. */
  readonly customer: string | null;
  /** The node whose “Connect to…” list is open. */
  readonly connectFrom: string | null;
}

const fresh: JourneyView = {
  selected: [],
  mode: 'canvas',
  drawer: 'simulation',
  side: 'design',
  customer: null,
  connectFrom: null,
};

interface JourneyViews {
  readonly views: Readonly<Record<string, JourneyView>>;
  readonly set: (design: string, patch: Partial<JourneyView>) => void;
}

const useJourneyViews = create<JourneyViews>((set) => ({
  views: {},
  set: (design, patch) =>
    set((state) => ({ views: { ...state.views, [design]: { ...(state.views[design] ?? fresh), ...patch } } })),
}));

export function useJourneyView(design: string): readonly [JourneyView, (patch: Partial<JourneyView>) => void] {
  const view = useJourneyViews((state) => state.views[design] ?? fresh);
  const set = useJourneyViews((state) => state.set);
  return [view, (patch) => set(design, patch)];
}

export function setJourneyView(design: string, patch: Partial<JourneyView>): void {
  useJourneyViews.getState().set(design, patch);
}
