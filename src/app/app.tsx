/** The screens, by address. */
import { Router, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { UiProvider } from '#ui/ui-provider.tsx';
import { LibraryScreen } from './library/library-screen.tsx';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { parseRoute } from './shell/routes.ts';
import { ProjectScreen } from './workbench/project-screen.tsx';

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
  return route.screen === 'project' ? <ProjectScreen project={route.project} tab={route.tab} /> : <LibraryScreen />;
}
