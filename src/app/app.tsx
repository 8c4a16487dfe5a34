/** The screens, by address. */
import { lazy, Suspense } from 'react';
import { Router, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { UiProvider } from '#ui/ui-provider.tsx';
import { HelpHost } from './help/help-host.tsx';
import { LibraryScreen } from './library/library-screen.tsx';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { parseRoute } from './shell/routes.ts';

/** The workbench with its canvas and editors comes when a project is opened: the library stays quick. */
const ProjectScreen = lazy(() =>
  import('./workbench/project-screen.tsx').then((module) => ({ default: module.ProjectScreen })),
);

const HelpPage = lazy(() => import('./help/help-page.tsx').then((module) => ({ default: module.HelpPage })));

export function App() {
  return (
    <UiProvider>
      <ErrorBoundary>
        <Router hook={useHashLocation}>
          <Screen />
        </Router>
      </ErrorBoundary>
    </UiProvider>
  );
}

function Screen() {
  const [path] = useLocation();
  const route = parseRoute(path);
  if (route.screen === 'help')
    return (
      <Suspense fallback={null}>
        <HelpPage entry={route.entry} />
      </Suspense>
    );
  return (
    <>
      {route.screen === 'library' ? (
        <LibraryScreen />
      ) : (
        <Suspense fallback={null}>
          <ProjectScreen project={route.project} tab={route.tab} />
        </Suspense>
      )}
      <HelpHost />
    </>
  );
}
