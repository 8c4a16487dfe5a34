/** The library over this browser's workspace: what is stored is listed live, and whatever starts a project opens it. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Frame } from '#core/data/column.ts';
import type { Project } from '#core/project/project.ts';
import { catalog } from '#kinds/catalog.ts';
import { sayStoreProblem, type Answer } from '#store/store-problem.ts';
import type { ProjectEntry, Workspace } from '#store/workspace.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import { showToast } from '#ui/toast.ts';
import { routePath } from '../shell/routes.ts';
import { ImportDialog } from '../table-editor/import/import-dialog.tsx';
import { asNewTable, emptyPlan, emptyProject, newId } from '../workbench/new-parts.ts';
import { tabId } from '../workbench/tabs.ts';
import { theWorkspace } from '../workbench/workspace.ts';
import { Library } from './library.tsx';
import { libraryWords } from './library.words.ts';
import type { Busy, ProjectShown } from './library-props.ts';
import { smallPicture } from './small-picture.ts';
import { loadTemplate } from './template-run.ts';
import { useTemplates } from './use-templates.ts';

/** A list entry as the cards show it. */
export function projectShown(entry: ProjectEntry): ProjectShown {
  const { id, name, updated, counts, thumbnail } = entry;
  return {
    id,
    name,
    updated,
    tables: counts.tables,
    rows: counts.rows,
    designs: counts.designs,
    picture: smallPicture(thumbnail, catalog),
  };
}

export function LibraryScreen() {
  const { language } = useLanguage();
  const say = useWords(libraryWords);
  const [, go] = useLocation();
  const [busy, setBusy] = useState<Busy>();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [imported, setImported] = useState<ImportedTables>();
  const projects = useProjects();
  const { sample, templates } = useTemplates();
  const now = useNow();

  /** Runs one thing on the workspace; what fails is told in words. */
  const ask = useCallback(
    async <T,>(work: (workspace: Workspace) => Promise<Answer<T>>): Promise<T | undefined> => {
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
        const project = emptyProject(say.newProject, language);
        const plan = emptyPlan(say.newPlan);
        void start({ ...project, designs: [plan] }, new Map(), tabId('design', plan.id));
      },
      onFiles: setFiles,
      onPaste: (text: string) =>
        setFiles([new File([text], `${say.pasted}.tsv`, { type: 'text/tab-separated-values' })]),
      onOpenProject: (id: string) => go(routePath({ screen: 'project', project: id, tab: undefined })),
      onDuplicate: (id: string) => {
        const name = projects?.find((one) => one.id === id)?.name ?? '';
        void ask((workspace) => workspace.duplicate(id, { id: newId(), name: say.copyOf(name) }));
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

  return (
    <>
      <Library sample={sample} templates={templates} projects={projects} now={now} busy={busy} {...actions} />
      {files.length === 0 ? null : (
        <ImportDialog
          files={files}
          onClose={() => next(imported)}
          onImported={(found) => {
            const project = imported?.project ?? emptyProject(found.definition.label, language);
            const table = asNewTable(project, found.definition);
            next({
              project: { ...project, tables: [...project.tables, table] },
              frames: new Map([...(imported?.frames ?? []), [table.key, found.frame]]),
            });
          }}
        />
      )}
    </>
  );
}

interface ImportedTables {
  readonly project: Project;
  readonly frames: ReadonlyMap<string, Frame>;
}

function useProjects(): readonly ProjectShown[] | undefined {
  const [projects, setProjects] = useState<readonly ProjectShown[]>();
  useEffect(() => {
    let stop: (() => void) | undefined;
    let left = false;
    void theWorkspace().then((workspace) => {
      if (left) return;
      if (!workspace.ok) {
        setProjects([]);
        return;
      }
      const subscription = workspace.value.projects().subscribe((entries) => setProjects(entries.map(projectShown)));
      stop = () => subscription.unsubscribe();
    });
    return () => {
      left = true;
      stop?.();
    };
  }, []);
  return projects;
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
