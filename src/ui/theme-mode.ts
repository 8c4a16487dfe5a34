/**
 * Light, dark or as the system says, written to `<html data-theme>` where the tokens look for it. The same key and attribute are
 * set before the first paint by `public/before-paint.js`.
 */
import { useSyncExternalStore } from 'react';
import { recall, remember } from './remembered.ts';

export const themeModes = ['light', 'dark', 'system'] as const;
export type ThemeMode = (typeof themeModes)[number];
export type ResolvedTheme = 'light' | 'dark';

const storageKey = 'saleswright.theme';
const listeners = new Set<() => void>();
const systemDark = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined;

let mode: ThemeMode = themeModes.find((one) => one === recall(storageKey)) ?? 'system';

export function resolvedTheme(): ResolvedTheme {
  if (mode === 'system') return systemDark?.matches ? 'dark' : 'light';
  return mode;
}

function show(): void {
  document.documentElement.dataset['theme'] = resolvedTheme();
  document.documentElement.style.removeProperty('background-color'); // set by before-paint.js until the tokens are there
  listeners.forEach((listener) => listener());
}

systemDark?.addEventListener('change', show);
show();

export function setThemeMode(next: ThemeMode): void {
  mode = next;
  remember(storageKey, next);
  show();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useThemeMode(): { mode: ThemeMode; theme: ResolvedTheme; setMode: (mode: ThemeMode) => void } {
  const current = useSyncExternalStore(subscribe, () => mode);
  const theme = useSyncExternalStore(subscribe, resolvedTheme);
  return { mode: current, theme, setMode: setThemeMode };
}
