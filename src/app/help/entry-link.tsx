/** A link to an entry: opens it here, and in a tab of its own where the browser is asked to. */
import type { ReactNode } from 'react';
import { routePath } from '../shell/routes.ts';

interface EntryLinkProps {
  readonly id: string;
  readonly onOpen: (id: string) => void;
  readonly className?: string | undefined;
  /** It is what is shown. */
  readonly current?: boolean;
  readonly children: ReactNode;
}

export const helpAddress = (entry: string | undefined) => `#${routePath({ screen: 'help', entry })}`;

export function EntryLink({ id, onOpen, className, current = false, children }: EntryLinkProps) {
  return (
    <a
      href={helpAddress(id)}
      className={className}
      data-entry={id}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        onOpen(id);
      }}
    >
      {children}
    </a>
  );
}
