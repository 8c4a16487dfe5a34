/** The open project in the shell: its tree, its tabs, and for each tab the editor with its panes. */
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { isForm } from '#core/project/project.ts';
import { sayStoreProblem } from '#store/store-problem.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { showToast } from '#ui/toast.ts';
import { FileDrop } from '../library/file-drop.tsx';
import { useSession, useSessionVerbs } from '../session/session-context.tsx';
import { routePath } from '../shell/routes.ts';
import { Shell } from '../shell/shell.tsx';
import { TableTab } from '../table-editor/table-tab.tsx';
import { ImportDialog } from '../table-editor/import/import-dialog.tsx';
import { editorOf, firstDesign } from './design-editors.tsx';
import { asNewTable } from './new-parts.ts';
import { closeTab, openTab, parseTab, tabExists, tabId, useTabs } from './tabs.ts';
import { useExports } from './use-exports.ts';
import { useRun } from './use-run.ts';
import { useTree } from './use-tree.ts';
import { steps, workbenchWords } from './workbench.words.ts';

export function Workbench({ tab }: { readonly tab: string | undefined }) {
  const session = useSessionVerbs();
  const words = useWords(workbenchWords);
  const { language } = useLanguage();
  const project = useSession((state) => state.project);
  const saved = useSession((state) => state.saved);
  const canUndo = useSession((state) => state.canUndo);
  const canRedo = useSession((state) => state.canRedo);
  const unreadable = useSession((state) => state.unreadable);
  const [, go] = useLocation();
  const tabs = useTabs(project.id).filter((one) => tabExists(project, one));
  const [files, setFiles] = useState<readonly File[]>([]);
  const exports = useExports();
  const [turn, setTurn] = useState(0);
  /** Files dropped while another is being imported wait their turn. */
  const takeFiles = useCallback((more: readonly File[]) => setFiles((now) => [...now, ...more]), []);
  const nextFile = () => {
    setFiles((now) => now.slice(1));
    setTurn((now) => now + 1);
  };

  const show = (id: string | undefined) => {
    if (id !== undefined) openTab(project.id, id);
    go(routePath({ screen: 'project', project: project.id, tab: id }));
  };
  const first = firstDesign(project.designs);
  const current =
    tab !== undefined && tabExists(project, tab)
      ? tab
      : (tabs.at(-1) ?? (first ? tabId('design', first.id) : undefined));
  useEffect(() => {
    if (current !== undefined) openTab(project.id, current);
  }, [project.id, current]);

  const tree = useTree({ show, onImport: takeFiles });
  const at = parseTab(current);
  const design = at && at.kind !== 'table' ? at.of : undefined;
  const run = useRun(design ?? first?.id);
  const panes = panesOf(current);
  // A narrow window reads one view: of the design in front, else of the first.
  const inFront = project.designs.find((one) => one.id === design) ?? first;
  const view = editorOf(inFront)?.views[0];
  const read = inFront && view ? { design: inFront, view } : undefined;
  const broken = Object.keys(unreadable)[0];

  return (
    <Shell
      name={project.name}
      onRename={(name) => session.edit([{ op: 'project.set', patch: { name } }], steps.rename)}
      saved={
        saved.state === 'failed'
          ? { state: 'failed', text: saved.problem ? sayStoreProblem(saved.problem, language) : words.failed }
          : saved.state === 'saving'
            ? { state: 'saving' }
            : { state: 'saved', at: saved.at }
      }
      canUndo={canUndo}
      canRedo={canRedo}
      onUndo={() => session.undo()}
      onRedo={() => session.redo()}
      run={run}
      onHome={() => go('/')}
      exports={exports}
      tables={tree.tables}
      designs={tree.designs}
      tabs={tabs.map((id) => tree.tabOf(id))}
      current={current}
      onOpen={show}
      onClose={(id) => {
        const next = closeTab(project.id, id);
        if (id === current) show(next);
      }}
      {...panes}
      results={read && <read.view.view design={read.design.id} />}
      resultsLabel={read && isForm(read.design) ? read.view.words(read.design.name)[language] : undefined}
      reading={read !== undefined && read.design.id === at?.of && at.kind === read.view.tab && isForm(read.design)}
    >
      {broken !== undefined && <p role="alert">{words.unreadable(broken)}</p>}
      {panes.centre}
      <FileDrop onFiles={takeFiles} title={words.dropHere} />
      {files.length > 0 && (
        <ImportDialog
          key={turn}
          files={files}
          onClose={nextFile}
          onImported={(found) => {
            const table = asNewTable(session.state.getState().project, found.definition);
            void session.stored.writeTable(table.columns, found.frame).then((data) => {
              if (!data.ok) return showToast(sayStoreProblem(data.problem, language), { tone: 'bad', ms: 0 });
              session.edit([{ op: 'table.add', table: { ...table, data: data.value } }], steps.addTable);
              nextFile();
              show(tabId('table', table.id));
              return undefined;
            });
          }}
        />
      )}
    </Shell>
  );

  function panesOf(id: string | undefined): {
    readonly centre: ReactNode;
    readonly palette?: ReactNode;
    readonly inspector?: ReactNode;
    readonly drawer?: ReactNode;
  } {
    const found = parseTab(id);
    if (!found)
      return { centre: <EmptyState icon="layout-dashboard" title={words.nothingOpen} text={words.nothingOpenText} /> };
    if (found.kind === 'table') return { centre: <TableTab key={found.of} table={found.of} /> };
    const editor = editorOf(project.designs.find((one) => one.id === found.of));
    const view = editor?.views.find((one) => one.tab === found.kind);
    if (view) return { centre: <view.view key={found.of} design={found.of} /> };
    if (!editor) return { centre: <EmptyState icon="layout-dashboard" title={words.nothingOpen} /> };
    const { centre: Centre, palette: Palette, side: Side, drawer: Drawer } = editor;
    return {
      centre: <Centre key={found.of} id={found.of} />,
      palette: Palette && <Palette key={found.of} id={found.of} />,
      inspector: Side && <Side key={found.of} id={found.of} />,
      drawer: Drawer && <Drawer key={found.of} id={found.of} />,
    };
  }
}
