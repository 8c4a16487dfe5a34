/** The palette of the open form: adds after the selected field, or where it is dropped. */
import { useRef } from 'react';
import { useLanguage, useWords } from '#ui/language.tsx';
import { fittingKinds } from '../plan-editor/palette/find-kinds.ts';
import { Palette } from '../plan-editor/palette/palette.tsx';
import { useSession } from '../session/session-context.tsx';
import { groupHeadings, paletteField, type PaletteField } from './field-tile.ts';
import { formEditorWords } from './form-editor.words.ts';
import { isRefused } from './form-moves.ts';
import { useFormView } from './form-view-state.ts';
import { lineAt, measurePage, pageElement, showDrop, type Line } from './insertion-line.ts';
import { useForm } from './use-form.ts';

export function FormPalette({ id }: { readonly id: string }) {
  const form = useForm(id);
  const [view] = useFormView(id);
  const catalog = useSession((state) => state.catalog);
  const words = useWords(formEditorWords);
  const { language } = useLanguage();
  const measured = useRef<ReturnType<typeof measurePage> | null>(null);
  const line = useRef<Line | null>(null);
  if (!form) return null;
  const all = [...catalog.fields.values()].map(paletteField);
  const find = (query: string) => {
    const fitting = fittingKinds(all, query);
    return groupHeadings
      .map(({ groups, heading }) => ({ heading, kinds: fitting.filter((one) => groups.includes(one.field.group)) }))
      .filter((group) => group.kinds.length > 0);
  };
  const onDrag = (kind: PaletteField, at: { readonly x: number; readonly y: number } | null) => {
    const page = pageElement();
    const box = page?.getBoundingClientRect();
    if (!at || !page || !box) {
      measured.current = null;
      return showDrop(null);
    }
    measured.current ??= measurePage(page);
    const over = at.x >= box.left && at.x <= box.right && at.y >= box.top && at.y <= box.bottom;
    const { tree } = form.compiled;
    const takes = (parent: string | null) => !isRefused(tree, catalog, kind.field.holds, parent);
    line.current = over ? lineAt(measured.current, at.x, at.y, takes) : null;
    showDrop(line.current, kind.words[language].label);
  };
  return (
    <Palette
      find={find}
      words={words}
      onAdd={(kind) => form.add(kind.field, view.selected)}
      onDrag={onDrag}
      onDrop={(kind) => {
        const landed = line.current;
        line.current = null;
        if (landed) form.add(kind.field, null, landed);
      }}
    />
  );
}
