/** Which tab of the inspector is in front: it stays while one node after the other is selected. */
import { create } from 'zustand';

export type InspectorTab = 'settings' | 'answer' | 'used-by';

export const useInspectorTab = create<{
  readonly tab: InspectorTab;
  readonly setTab: (tab: InspectorTab) => void;
}>((set) => ({ tab: 'settings', setTab: (tab) => set({ tab }) }));

export function showSettings(): void {
  useInspectorTab.getState().setTab('settings');
}
