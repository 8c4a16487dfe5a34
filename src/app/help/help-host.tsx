/** Stands once in the app and loads the help when somebody asks for it. */
import { lazy, Suspense } from 'react';
import { useHelpRequest } from './help-requests.ts';

const HelpPanel = lazy(() => import('./help-panel.tsx').then((module) => ({ default: module.HelpPanel })));

export function HelpHost() {
  const request = useHelpRequest();
  if (!request) return null;
  return (
    <Suspense fallback={null}>
      <HelpPanel request={request} />
    </Suspense>
  );
}
