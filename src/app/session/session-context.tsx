/** The open project for the screens below: `useSession(select)` renders only when what it selects changes. */
import { createContext, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Session } from './session.ts';
import type { SessionState } from './session-state.ts';

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSessionVerbs(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no open project above this component');
  return session;
}

export function useSession<T>(select: (state: SessionState) => T): T {
  return useStore(useSessionVerbs().state, select);
}
