/** Which tabs of a project are open: remembered in this browser, never part of the document. */
import { useSyncExternalStore } from 'react';
import type { Project } from '#core/project/project.ts';
import { recall, remember } from '#ui/remembered.ts';

export interface TabId {
  /** `table`, `design`, or a view that designs of a family have (`payouts`, `fill`). */
  readonly kind: string;
  /** Id of the design or table. */
  readonly of: string;
}

export function parseTab(id: string | undefined): TabId | null {
  const match = /^([a-z]+):(.+)$/.exec(id ?? '');
  return match?.[1] && match[2] ? { kind: match[1], of: match[2] } : null;
}

export const tabId = (kind: string, of: string) => `${kind}:${of}`;

/** True where what the tab shows is still in the project. */
export function tabExists(project: Project, id: string): boolean {
  const tab = parseTab(id);
  if (!tab) return false;
  return tab.kind === 'table'
    ? project.tables.some((one) => one.id === tab.of)
    : project.designs.some((one) => one.id === tab.of);
}

const open = new Map<string, readonly string[]>();
const listeners = new Set<() => void>();
const nameOf = (project: string) => `saleswright.tabs.${project}`;

function tabsOf(project: string): readonly string[] {
  let tabs = open.get(project);
  if (!tabs) {
    tabs = (recall(nameOf(project)) ?? '').split('\n').filter((one) => parseTab(one));
    open.set(project, tabs);
  }
  return tabs;
}

function setTabs(project: string, tabs: readonly string[]): void {
  open.set(project, tabs);
  remember(nameOf(project), tabs.join('\n'));
  for (const listener of listeners) listener();
}

export function openTab(project: string, id: string): void {
  const tabs = tabsOf(project);
  if (!tabs.includes(id)) setTabs(project, [...tabs, id]);
}

/** Closes a tab and says which one comes to the front in its place. */
export function closeTab(project: string, id: string): string | undefined {
  const tabs = tabsOf(project);
  const at = tabs.indexOf(id);
  const left = tabs.filter((one) => one !== id);
  setTabs(project, left);
  return left[Math.min(Math.max(at, 0), left.length - 1)];
}

export function useTabs(project: string): readonly string[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => tabsOf(project),
  );
}
