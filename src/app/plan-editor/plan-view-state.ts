/** What a person is looking at in a plan: never saved with the project, kept while its tab is open. */
import { create } from 'zustand';
import type { CellRef } from '#core/execute/trace.ts';

export type DrawerTab = 'data' | 'problems' | 'trace';

export interface PlanView {
  readonly selected: readonly string[];
  readonly mode: 'canvas' | 'outline';
  readonly drawer: DrawerTab;
  /** The cell being asked *why*. */
  readonly cell: CellRef | null;
  /** The node whose “Connect to…” list is open. */
  readonly connectFrom: string | null;
}

const fresh: PlanView = { selected: [], mode: 'canvas', drawer: 'data', cell: null, connectFrom: null };

interface PlanViews {
  readonly views: Readonly<Record<string, PlanView>>;
  readonly set: (design: string, patch: Partial<PlanView>) => void;
}

const usePlanViews = create<PlanViews>((set) => ({
  views: {},
  set: (design, patch) =>
    set((state) => ({ views: { ...state.views, [design]: { ...(state.views[design] ?? fresh), ...patch } } })),
}));

export function usePlanView(design: string): readonly [PlanView, (patch: Partial<PlanView>) => void] {
  const view = usePlanViews((state) => state.views[design] ?? fresh);
  const set = usePlanViews((state) => state.set);
  return [view, (patch) => set(design, patch)];
}

export function setPlanView(design: string, patch: Partial<PlanView>): void {
  usePlanViews.getState().set(design, patch);
}
