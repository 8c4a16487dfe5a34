/** Asking for help from anywhere. Tiny, so that who asks need not load what answers. */
import { useSyncExternalStore } from 'react';

/** The formula that was being written when help was asked for. */
export interface FormulaAsking {
  /** What an inserted formula would take the place of; empty where it only comes in. */
  readonly replaced: (inserted: string) => string;
  readonly insert: (inserted: string) => void;
  /** Gives the formula its focus back. */
  readonly focus: () => void;
}

export interface HelpRequest {
  /** `function/SUMIFS`, `chapter/criteria`; absent: the first page. */
  readonly entry?: string | undefined;
  readonly formula?: FormulaAsking;
}

let request: HelpRequest | undefined;
const listeners = new Set<() => void>();

function change(next: HelpRequest | undefined): void {
  request = next;
  listeners.forEach((listener) => listener());
}

export function openHelp(wanted: HelpRequest = {}): void {
  change(wanted);
}

export function closeHelp(): void {
  change(undefined);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useHelpRequest(): HelpRequest | undefined {
  return useSyncExternalStore(subscribe, () => request);
}
