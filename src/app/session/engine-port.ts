/** The two things a session asks of the outside: an engine that computes and a project that is stored. Tests hand in their own. */
import type { Progress } from '#core/execute/operation.ts';
import type { RequestName, Requests } from '#engine/protocol.ts';
import type { OpenProject } from '#store/open-project.ts';

export interface EnginePort {
  ask<N extends RequestName>(
    name: N,
    ask: Requests[N]['ask'],
    options?: { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void },
  ): Promise<Requests[N]['answer']>;
  /** Called when the engine lost its tables. */
  onRestart?(listener: () => void): () => void;
}

/** What `store/open-project.ts` gives: changes show at once and are in the log a moment later. */
export type StoredProject = Pick<
  OpenProject,
  'project' | 'state' | 'append' | 'undo' | 'redo' | 'subscribe' | 'readTable' | 'writeTable' | 'changeTable'
>;
