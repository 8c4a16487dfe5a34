/** What a project can be taken out as: the whole of it with its data, and the payouts of each plan. */
import type { Frame } from '#core/data/column.ts';
import { isPlan } from '#core/project/project.ts';
import { askFiles } from '#engine/files-client.ts';
import { useWords } from '#ui/language.tsx';
import type { MenuItem } from '#ui/menu.tsx';
import { showToast } from '#ui/toast.ts';
import { saveFile } from '../results/save-file.ts';
import { useSession, useSessionVerbs } from '../session/session-context.tsx';
import { workbenchWords } from './workbench.words.ts';

export function useExports(): readonly MenuItem[] {
  const session = useSessionVerbs();
  const words = useWords(workbenchWords);
  const project = useSession((state) => state.project);
  const runs = useSession((state) => state.runs);

  const said = (work: () => Promise<string>) => () =>
    void work().then(
      (name) => showToast(words.exported(name), { tone: 'good' }),
      () => showToast(words.failed, { tone: 'bad' }),
    );
  const whole = async () => {
    const frames = new Map<string, Frame>();
    for (const table of project.tables) {
      const frame = await session.stored.readTable(table.key);
      if (frame.ok) frames.set(table.key, frame.value);
    }
    const name = `${project.name}.saleswright.zip`;
    saveFile(name, await askFiles('bundle', { project, frames }), 'application/zip');
    return name;
  };
  const payouts = project.designs.filter(isPlan).flatMap((design): MenuItem[] => {
    const input = runs[design.id]?.current?.input;
    const node = input?.program.output;
    const step = node ? Object.values(input?.program.answers[node]?.ports ?? {})[0] : undefined;
    if (!input || step === undefined) return [];
    const write = async () => {
      const name = `${design.name}.csv`;
      saveFile(name, await session.engine.ask('csv', { run: input, step }), 'text/csv');
      return name;
    };
    return [{ id: `csv.${design.id}`, label: words.exportCsv(design.name), icon: 'file-type-csv', run: said(write) }];
  });
  return [{ id: 'project', label: words.exportProject, icon: 'file-zip', run: said(whole) }, ...payouts];
}
