/** How wide the panes are and which are folded: remembered in this browser, for all projects. */
import { useCallback, useState } from 'react';
import { recall, remember } from '#ui/remembered.ts';

export interface Pane {
  readonly size: number;
  readonly collapsed: boolean;
}
export type PaneName = 'rail' | 'inspector' | 'drawer';
export type Panes = Readonly<Record<PaneName, Pane>>;

export const paneLimits: Readonly<
  Record<PaneName, { readonly min: number; readonly max: number; readonly usual: number }>
> = {
  rail: { min: 180, max: 400, usual: 236 },
  inspector: { min: 280, max: 640, usual: 352 },
  drawer: { min: 120, max: 640, usual: 216 },
};

const storageKey = 'saleswright.panes';
const usual: Panes = {
  rail: { size: paneLimits.rail.usual, collapsed: false },
  inspector: { size: paneLimits.inspector.usual, collapsed: false },
  drawer: { size: paneLimits.drawer.usual, collapsed: false },
};

/** What was remembered, as far as it makes sense. */
export function readPanes(text: string | undefined): Panes {
  let read: unknown;
  try {
    read = JSON.parse(text ?? '{}');
  } catch {
    return usual;
  }
  const pane = (name: PaneName): Pane => {
    const { min, max } = paneLimits[name];
    const kept =
      typeof read === 'object' && read !== null ? (read as Partial<Record<PaneName, Partial<Pane>>>)[name] : undefined;
    const size =
      typeof kept?.size === 'number' && Number.isFinite(kept.size)
        ? Math.min(max, Math.max(min, kept.size))
        : usual[name].size;
    return { size, collapsed: kept?.collapsed === true };
  };
  return { rail: pane('rail'), inspector: pane('inspector'), drawer: pane('drawer') };
}

export type ChangePane = (name: PaneName, patch: Partial<Pane>) => void;

export function usePanes(): { panes: Panes; change: ChangePane } {
  const [panes, setPanes] = useState(() => readPanes(recall(storageKey)));
  const change = useCallback<ChangePane>((name, patch) => {
    setPanes((now) => {
      const next = { ...now, [name]: { ...now[name], ...patch } };
      remember(storageKey, JSON.stringify(next));
      return next;
    });
  }, []);
  return { panes, change };
}
