/** The library over this browser's workspace: what is stored is listed live, and whatever starts a project opens it. */
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Frame } from '#core/data/column.ts';
import type { Project } from '#core/project/project.ts';
import { sayStoreProblem, type Answer } from '#store/store-problem.ts';
import type { Workspace } from '#store/workspace.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import { showToast } from '#ui/toast.ts';
import { routePath } from '../shell/routes.ts';
import { tabId } from '../workbench/tabs.ts';
import { Library } from './library.tsx';
import { libraryWords } from './library.words.ts';
import type { ImportDialogProps } from '../table-editor/import/import-dialog.tsx';
import type { Fed } from './library-feed.tsx';
import type { Busy } from './library-props.ts';

/** The first paint needs nothing but the looks of the library: the rest is on its way by then. */
const LibraryFeed = lazy(() => import('./library-feed.tsx').then((module) => ({ default: module.LibraryFeed })));
const ImportDialog = lazy(() =>
  import('../table-editor/import/import-dialog.tsx').then((module) => ({ default: module.ImportDialog })),
);
const newParts = () => import('../workbench/new-parts.ts');

const unfed: Fed = { sample: undefined, templates: [], projects: undefined };

export function LibraryScreen() {
  const { language } = useLanguage();
  const say = useWords(libraryWords);
  const [, go] = useLocation();
  const [busy, setBusy] = useState<Busy>();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [imported, setImported] = useState<ImportedTables>();
  const [{ sample, templates, projects }, setFed] = useState(unfed);
  const now = useNow();

  /** Runs one thing on the workspace; what fails is told in words. */
  const ask = useCallback(
    async <T,>(work: (workspace: Workspace) => Promise<Answer<T>>): Promise<T | undefined> => {
      const { theWorkspace } = await import('../workbench/workspace.ts');
      const workspace = await theWorkspace();
      const answered = workspace.ok ? await work(workspace.value) : workspace;
      if (answered.ok) return answered.value;
      showToast(sayStoreProblem(answered.problem, language), { tone: 'bad', ms: 0 });
      return undefined;
    },
    [language],
  );

  const start = useCallback(
    async (project: Project, frames: ReadonlyMap<string, Frame>, tab?: string) => {
      const made = await ask((workspace) => workspace.create(project, frames));
      if (made) go(routePath({ screen: 'project', project: made.id, tab }));
    },
    [ask, go],
  );

  const openTemplate = useCallback(
    async (slug: string) => {
      setBusy({ label: say.opening });
      try {
        const [{ loadTemplate }, { newId }] = await Promise.all([import('./template-run.ts'), newParts()]);
        const loaded = await loadTemplate(slug);
        // What the plan itself names (its computed columns) speaks the language it was opened in.
        await start({ ...loaded.project, id: newId(), locale: language }, loaded.frames);
      } catch {
        showToast(say.notOpened, { tone: 'bad', ms: 0 });
      } finally {
        setBusy(undefined);
      }
    },
    [language, say, start],
  );

  const actions = useMemo(
    () => ({
      onOpenTemplate: (slug: string) => void openTemplate(slug),
      onStartEmpty: () => {
        void newParts().then(({ emptyProject, emptyPlan }) => {
          const project = emptyProject(say.newProject, language);
          const plan = emptyPlan(say.newPlan);
          return start({ ...project, designs: [plan] }, new Map(), tabId('design', plan.id));
        });
      },
      onFiles: setFiles,
      onPaste: (text: string) =>
        setFiles([new File([text], `${say.pasted}.tsv`, { type: 'text/tab-separated-values' })]),
      onOpenProject: (id: string) => go(routePath({ screen: 'project', project: id, tab: undefined })),
      onDuplicate: (id: string) => {
        const name = projects?.find((one) => one.id === id)?.name ?? '';
        void newParts().then(({ newId }) =>
          ask((workspace) => workspace.duplicate(id, { id: newId(), name: say.copyOf(name) })),
        );
      },
      onDelete: (id: string) => void ask((workspace) => workspace.delete(id)),
      onRestore: (id: string) => void ask((workspace) => workspace.restore(id)),
    }),
    [ask, go, language, openTemplate, projects, say, start],
  );

  /** Several files make one project: it starts when none is left. */
  const next = (made: ImportedTables | undefined) => {
    const left = files.slice(1);
    setFiles(left);
    setImported(left.length > 0 ? made : undefined);
    const first = made?.project.tables[0];
    if (made && first && left.length === 0) void start(made.project, made.frames, tabId('table', first.id));
  };

  const take = async (found: ImportedTable) => {
    const { asNewTable, emptyProject } = await newParts();
    const project = imported?.project ?? emptyProject(found.definition.label, language);
    const table = asNewTable(project, found.definition);
    next({
      project: { ...project, tables: [...project.tables, table] },
      frames: new Map([...(imported?.frames ?? []), [table.key, found.frame]]),
    });
  };

  return (
    <>
      <Library sample={sample} templates={templates} projects={projects} now={now} busy={busy} {...actions} />
      <Suspense fallback={null}>
        <LibraryFeed onFed={setFed} />
      </Suspense>
      {files.length === 0 ? null : (
        <Suspense fallback={null}>
          <ImportDialog files={files} onClose={() => next(imported)} onImported={(found) => void take(found)} />
        </Suspense>
      )}
    </>
  );
}

type ImportedTable = Parameters<ImportDialogProps['onImported']>[0];

interface ImportedTables {
  readonly project: Project;
  readonly frames: ReadonlyMap<string, Frame>;
}

/** The time, anew every half minute: “3 minutes ago” must not stand still. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
