/** Which parameter the slider bar shows: what the selected node uses, else the one last touched, else the first that the plan uses. */
import { create } from 'zustand';
import type { Compiled } from '#core/compile/compiled.ts';
import type { Parameter } from '#core/project/project.ts';
import { canSlide } from './slider-range.ts';

interface Touched {
  readonly touched: string | null;
  readonly touch: (key: string) => void;
}
export const useTouched = create<Touched>((set) => ({ touched: null, touch: (touched) => set({ touched }) }));

export interface ParameterChoice {
  /** Parameters that slide: those of the plan first. */
  readonly all: readonly (Parameter & { readonly value: number })[];
  readonly chosen: (Parameter & { readonly value: number }) | undefined;
  /** Keys of those that the plan's nodes read. */
  readonly used: ReadonlySet<string>;
}

/** A parameter being tried stays in sight whatever is selected. */
export function chooseParameter(
  parameters: readonly Parameter[],
  compiled: Compiled | undefined,
  selected: readonly string[],
  touched: string | null,
  tried: readonly string[],
): ParameterChoice {
  const used = new Set(Object.values(compiled?.nodes ?? {}).flatMap((node) => node.parameters));
  const sliding = parameters.filter(canSlide);
  const all = [...sliding.filter((one) => used.has(one.key)), ...sliding.filter((one) => !used.has(one.key))];
  const ofSelection = selected.flatMap((node) => compiled?.nodes[node]?.parameters ?? []);
  const by = (keys: readonly (string | null)[]) => all.find((one) => keys.includes(one.key));
  const chosen =
    (touched !== null && (tried.includes(touched) || ofSelection.includes(touched)) ? by([touched]) : undefined) ??
    by(tried) ??
    by(ofSelection) ??
    by([touched]) ??
    all.find((one) => used.has(one.key));
  return { all, chosen, used };
}

/** The node that shows a parameter's colour and icon: the selected one where it reads it, else the first that does. */
export function nodeUsing(
  compiled: Compiled | undefined,
  key: string,
  selected: readonly string[],
): string | undefined {
  const reads = (node: string) => compiled?.nodes[node]?.parameters.includes(key) ?? false;
  return selected.find(reads) ?? Object.keys(compiled?.nodes ?? {}).find(reads);
}
