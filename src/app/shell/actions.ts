/** Everything that can be done, by name: screens register what they offer, the command palette finds it, and its keys work everywhere. */
import { useEffect, useSyncExternalStore } from 'react';
import type { Bilingual } from '#core/problem/problem.ts';

export interface Action {
  readonly id: string;
  readonly words: Bilingual;
  /** The group it stands in, such as “Edit”. */
  readonly section?: Bilingual;
  /** More words people search for it by. */
  readonly search?: string;
  readonly icon?: string;
  /** `Mod+Shift+z`, `?`, `a`. Keys without Mod or Alt are not taken while somebody types. */
  readonly keys?: string;
  readonly disabled?: boolean;
  /** Keys that work inside text fields too. */
  readonly whileTyping?: boolean;
  readonly run: () => void;
}

let offers: readonly { readonly owner: symbol; readonly actions: readonly Action[] }[] = [];
let all: readonly Action[] = [];
const listeners = new Set<() => void>();

function changed(next: typeof offers): void {
  offers = next;
  all = offers.flatMap((offer) => offer.actions);
  listeners.forEach((listener) => listener());
}

/** Offers actions until the answer is called. What was offered last wins a key. */
export function offerActions(actions: readonly Action[]): () => void {
  const owner = Symbol('actions');
  changed([...offers, { owner, actions }]);
  return () => changed(offers.filter((offer) => offer.owner !== owner));
}

/** Offers a screen's actions while it is shown. Memoise the list: it is offered anew when its identity changes. */
export function useActions(actions: readonly Action[]): void {
  useEffect(() => offerActions(actions), [actions]);
}

export function allActions(): readonly Action[] {
  return all;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
export function useAllActions(): readonly Action[] {
  return useSyncExternalStore(subscribe, allActions);
}
