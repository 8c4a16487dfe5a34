/** The two things a session asks of the outside: an engine that computes and a project that is stored. Tests hand in their own. */
import type { Frame } from '#core/data/column.ts';
import type { Edit } from '#core/edit/edit.ts';
import type { Progress } from '#core/execute/operation.ts';
import type { Bilingual, Problem } from '#core/problem/problem.ts';
import type { Project } from '#core/project/project.ts';
import type { RequestName, Requests } from '#engine/protocol.ts';

export interface EnginePort {
  ask<N extends RequestName>(
    name: N,
    ask: Requests[N]['ask'],
    options?: { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void },
  ): Promise<Requests[N]['answer']>;
}

export interface StoredProject {
  readonly project: Project;
  readonly canUndo: Bilingual | null;
  readonly canRedo: Bilingual | null;
  /** Applies and stores; the answer comes when the edit is safe. Refused edits answer with their problems and change nothing. */
  append(
    edits: readonly Edit[],
    options?: { readonly label?: Bilingual; readonly group?: string },
  ): Promise<readonly Problem[]>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  subscribe(listener: () => void): () => void;
  readTable(key: string): Promise<Frame>;
  writeTable(frame: Frame): Promise<{ readonly rows: number; readonly chunks: string[] }>;
}
