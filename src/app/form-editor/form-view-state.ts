/** What a person is looking at in a form: never saved with the project, kept while its tab is open. */
import { create } from 'zustand';
import type { FormDraft } from '#core/interact/form-draft.ts';

export type FormDrawerTab = 'answers' | 'problems';

export interface FormView {
  /** The key of the selected node. */
  readonly selected: string | null;
  readonly drawer: FormDrawerTab;
  readonly preview: boolean;
  /** What was typed into the preview. */
  readonly tried: FormDraft | undefined;
}

const fresh: FormView = { selected: null, drawer: 'answers', preview: true, tried: undefined };

interface FormViews {
  readonly views: Readonly<Record<string, FormView>>;
  readonly set: (design: string, patch: Partial<FormView>) => void;
}

const useFormViews = create<FormViews>((set) => ({
  views: {},
  set: (design, patch) =>
    set((state) => ({ views: { ...state.views, [design]: { ...(state.views[design] ?? fresh), ...patch } } })),
}));

export function useFormView(design: string): readonly [FormView, (patch: Partial<FormView>) => void] {
  const view = useFormViews((state) => state.views[design] ?? fresh);
  const set = useFormViews((state) => state.set);
  return [view, (patch) => set(design, patch)];
}

export function setFormView(design: string, patch: Partial<FormView>): void {
  useFormViews.getState().set(design, patch);
}
