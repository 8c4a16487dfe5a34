/** Opens a project of the workspace and keeps its session alive while it is on the screen. */
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { createEngine } from '#engine/client.ts';
import { printProject } from '#core/project/print-project.ts';
import { catalog } from '#kinds/catalog.ts';
import { sayStoreProblem, type StoreProblem } from '#store/store-problem.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { createSession, type Session } from '../session/session.ts';
import { ErrorBoundary } from '../shell/error-boundary.tsx';
import { SessionProvider } from '../session/session-context.tsx';
import { today } from './today.ts';
import { Workbench } from './workbench.tsx';
import { workbenchWords } from './workbench.words.ts';
import { theWorkspace } from './workspace.ts';

type Opened = { readonly id: string } & ({ readonly session: Session } | { readonly problem: StoreProblem });

async function openSession(id: string): Promise<{ opened: Opened; close: () => void }> {
  const workspace = await theWorkspace();
  if (!workspace.ok) return { opened: { id, problem: workspace.problem }, close: () => undefined };
  const stored = await workspace.value.open(id);
  if (!stored.ok) return { opened: { id, problem: stored.problem }, close: () => undefined };
  const engine = createEngine();
  const session = createSession({
    stored: stored.value,
    engine,
    catalog,
    asOf: today(),
    clock: () => performance.now(),
    now: () => Date.now(),
  });
  const close = () => {
    session.dispose();
    engine.close();
    void stored.value.close();
  };
  return { opened: { id, session }, close };
}

export function ProjectScreen({ project, tab }: { readonly project: string; readonly tab: string | undefined }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const { language } = useLanguage();
  const words = useWords(workbenchWords);
  const [, go] = useLocation();

  useEffect(() => {
    let left = false;
    let close: (() => void) | undefined;
    void openSession(project).then((result) => {
      close = result.close;
      if (left) close();
      else setOpened(result.opened);
    });
    return () => {
      left = true;
      close?.();
    };
  }, [project]);

  if (!opened || opened.id !== project) return <EmptyState icon="loader" title={words.opening} />;
  if ('problem' in opened)
    return (
      <EmptyState icon="database-off" title={words.notFound} text={sayStoreProblem(opened.problem, language)}>
        <Button look="primary" onClick={() => go('/')}>
          {words.toLibrary}
        </Button>
      </EmptyState>
    );
  return (
    <SessionProvider session={opened.session}>
      <ErrorBoundary document={() => documentOf(opened.session)}>
        <Workbench tab={tab} />
      </ErrorBoundary>
    </SessionProvider>
  );
}

function documentOf(session: Session) {
  const { project } = session.state.getState();
  return { name: project.name, json: printProject(project) };
}
