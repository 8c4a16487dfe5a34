/** The rail's tree: tables, plans and their payouts, each with what can be done with it. */
import { isPlan } from '#core/project/project.ts';
import { useWords } from '#ui/language.tsx';
import { showToast } from '#ui/toast.ts';
import { pickFiles } from '../table-editor/import/pick-files.ts';
import { useSession, useSessionVerbs } from '../session/session-context.tsx';
import type { OpenTab, TreeGroup, TreeItem } from '../shell/shell-props.ts';
import { emptyPlan, freeName } from './new-parts.ts';
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
  const compiled = useSession((state) => state.compiled);
  const runs = useSession((state) => state.runs);

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
  const designs: TreeItem[] = project.designs.filter(isPlan).flatMap((design): TreeItem[] => {
    const problems = [
      ...(compiled[design.id]?.problems ?? []),
      ...(runs[design.id]?.current?.result.problems ?? []),
    ].filter((one) => one.severity !== 'info');
    return [
      {
        id: tabId('design', design.id),
        label: design.name,
        icon: 'stairs',
        ...(problems.length > 0 ? { warning: words.problems(problems.length) } : {}),
        menu: [
          {
            id: 'payouts',
            label: words.showPayouts,
            icon: 'report-money',
            run: () => show(tabId('payouts', design.id)),
          },
          {
            id: 'remove',
            label: words.remove,
            icon: 'trash',
            tone: 'bad',
            run: () => remove([{ op: 'design.remove', design: design.id }], design.name),
          },
        ],
      },
      { id: tabId('payouts', design.id), label: words.payouts(design.name), icon: 'report-money' },
    ];
  });
  const newPlan = () => {
    const plan = emptyPlan(
      freeName(
        words.plan,
        project.designs.map((one) => one.name),
      ),
    );
    if (session.edit([{ op: 'design.add', design: plan }], steps.addPlan)) show(tabId('design', plan.id));
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
    designs: { items: designs, add: [{ id: 'plan', label: words.newPlan, icon: 'stairs', run: newPlan }] },
    tabOf(id) {
      const item = all.find((one) => one.id === id);
      return { id, label: item?.label ?? id, icon: item?.icon ?? 'file' };
    },
  };
}
