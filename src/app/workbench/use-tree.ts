/** The rail's tree: tables, designs and their views, each with what can be done with it. */
import { useLanguage, useWords } from '#ui/language.tsx';
import { showToast } from '#ui/toast.ts';
import { pickFiles } from '../table-editor/import/pick-files.ts';
import { useSession, useSessionVerbs } from '../session/session-context.tsx';
import type { OpenTab, TreeGroup, TreeItem } from '../shell/shell-props.ts';
import { designEditors, editorOf, type DesignEditor } from './design-editors.tsx';
import { freeName } from './new-parts.ts';
import { parseTab, tabId } from './tabs.ts';
import { steps, workbenchWords } from './workbench.words.ts';

interface TreeVerbs {
  readonly show: (tab: string) => void;
  readonly onImport: (files: readonly File[]) => void;
}

export interface Tree {
  readonly tables: TreeGroup;
  readonly designs: TreeGroup;
  readonly tabOf: (id: string) => OpenTab;
}

export function useTree({ show, onImport }: TreeVerbs): Tree {
  const session = useSessionVerbs();
  const words = useWords(workbenchWords);
  const project = useSession((state) => state.project);
  const { language } = useLanguage();
  // What is wrong with a design follows from these; the tree shows it.
  useSession((state) => state.compiled);
  useSession((state) => state.forms);
  useSession((state) => state.runs);

  const remove = (edit: Parameters<typeof session.edit>[0], name: string) => {
    if (session.edit(edit, steps.remove))
      showToast(words.removed(name), { action: { label: words.undo, run: () => session.undo() } });
  };
  const tables: TreeItem[] = project.tables.map((table) => ({
    id: tabId('table', table.id),
    label: table.label,
    icon: 'table',
    count: table.data?.rows,
    menu: [
      {
        id: 'remove',
        label: words.remove,
        icon: 'trash',
        tone: 'bad',
        run: () => remove([{ op: 'table.remove', table: table.id }], table.label),
      },
    ],
  }));
  const designs: TreeItem[] = project.designs.flatMap((design): TreeItem[] => {
    const editor = editorOf(design);
    if (!editor) return [];
    const problems = editor.problems(session.state.getState(), design.id);
    const views = editor.views.map((view) => ({
      id: tabId(view.tab, design.id),
      label: view.words(design.name)[language],
      icon: view.icon,
    }));
    return [
      {
        id: tabId('design', design.id),
        label: design.name,
        icon: editor.icon,
        ...(problems > 0 ? { warning: words.problems(problems) } : {}),
        menu: [
          ...views.map((view) => ({ ...view, run: () => show(view.id) })),
          {
            id: 'remove',
            label: words.remove,
            icon: 'trash',
            tone: 'bad' as const,
            run: () => remove([{ op: 'design.remove', design: design.id }], design.name),
          },
        ],
      },
      ...views,
    ];
  });
  const make = (editor: DesignEditor) => {
    const design = editor.empty(
      freeName(
        editor.name[language],
        project.designs.map((one) => one.name),
      ),
      project,
    );
    if (session.edit([{ op: 'design.add', design }], editor.newOne)) show(tabId('design', design.id));
  };
  const all = [...tables, ...designs];
  return {
    tables: {
      items: tables,
      add: [{ id: 'csv', label: words.addCsv, icon: 'file-import', run: () => void pickFiles().then(onImport) }],
      onMove: (id, index) => {
        const tab = parseTab(id);
        if (tab) session.edit([{ op: 'table.move', table: tab.of, index }], steps.move);
      },
    },
    designs: {
      items: designs,
      add: Object.entries(designEditors).map(([kind, editor]) => ({
        id: kind,
        label: editor.newOne[language],
        icon: editor.icon,
        run: () => make(editor),
      })),
    },
    tabOf(id) {
      const item = all.find((one) => one.id === id);
      return { id, label: item?.label ?? id, icon: item?.icon ?? 'file' };
    },
  };
}
