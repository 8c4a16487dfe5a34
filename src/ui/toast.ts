/** Short messages, kept outside of React so that anything may say one. What was undone can be offered in the same breath. */
import { useSyncExternalStore } from 'react';

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'good' | 'bad';
  readonly action?: ToastAction | undefined;
  /** How long it stays; 0: until it is closed. */
  readonly ms: number;
}

let toasts: readonly Toast[] = [];
let announced = '';
let lastId = 0;
const listeners = new Set<() => void>();

function changed(): void {
  listeners.forEach((listener) => listener());
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Shows a message, reads it out, and gives back how to close it. At most three stand at once. */
export function showToast(
  text: string,
  { tone = 'plain', action, ms = action ? 10_000 : 5_000 }: Partial<Omit<Toast, 'id' | 'text'>> = {},
): () => void {
  lastId += 1;
  const id = lastId;
  toasts = [...toasts.slice(-2), { id, text, tone, action, ms }];
  changed();
  return () => closeToast(id);
}

export function closeToast(id: number): void {
  toasts = toasts.filter((one) => one.id !== id);
  changed();
}

/** Says something to screen readers alone. The same text twice is read twice. */
export function announce(text: string): void {
  announced = announced === text ? `${text} ` : text;
  changed();
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(subscribe, () => toasts);
}
export function useAnnounced(): string {
  return useSyncExternalStore(subscribe, () => announced);
}
