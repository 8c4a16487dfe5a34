/** What the frame around the editors shows. It computes nothing: whoever opens the project hands these in. */
import type { ReactNode } from 'react';
import type { Bilingual } from '#core/problem/problem.ts';
import type { MenuItem } from '#ui/menu.tsx';

/** One line of the rail's tree. */
export interface TreeItem {
  /** The tab it opens. */
  readonly id: string;
  readonly label: string;
  readonly icon: string;
  readonly count?: number | undefined;
  /** What is wrong with it, in words: shown as ⚠. */
  readonly warning?: string | undefined;
  readonly menu?: readonly MenuItem[];
}

export interface TreeGroup {
  readonly items: readonly TreeItem[];
  /** What can be added; one thing is a plain button, several are a menu. None: no button. */
  readonly add: readonly MenuItem[];
  /** Puts an item before the one that is now at `index`. */
  readonly onMove?: (id: string, index: number) => void;
}

export interface OpenTab {
  readonly id: string;
  readonly label: string;
  readonly icon: string;
}

export type SavedShown =
  | { readonly state: 'saved'; readonly at: number }
  | { readonly state: 'saving' }
  | { readonly state: 'failed'; readonly text: string };

export type RunShown =
  | { readonly state: 'waiting' }
  | { readonly state: 'running'; readonly rows?: number | undefined; readonly onCancel?: (() => void) | undefined }
  | { readonly state: 'done'; readonly rows: number; readonly noun?: string | undefined; readonly milliseconds: number }
  | { readonly state: 'failed'; readonly text: string };

export interface ShellProps {
  readonly name: string;
  readonly onRename: (name: string) => void;
  readonly saved: SavedShown;
  /** What undo would take back; `null`: nothing. */
  readonly canUndo: Bilingual | null;
  readonly canRedo: Bilingual | null;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly run?: RunShown | undefined;
  readonly onHome: () => void;
  /** What the export button offers; one thing is done at once, several are a menu. None: no button. */
  readonly exports: readonly MenuItem[];

  readonly tables: TreeGroup;
  readonly designs: TreeGroup;
  readonly tabs: readonly OpenTab[];
  readonly current: string | undefined;
  readonly onOpen: (id: string) => void;
  readonly onClose: (id: string) => void;

  /** Below the tree: what can be dragged. */
  readonly palette?: ReactNode;
  readonly inspector?: ReactNode;
  readonly drawer?: ReactNode;
  /** What can be read where the window is too narrow to build. */
  readonly results?: ReactNode;
  /** The address already asks for it: a narrow window shows it at once. */
  readonly reading?: boolean;
  /** What the narrow window's button to it says; absent: the results. */
  readonly resultsLabel?: string | undefined;
  readonly children: ReactNode;
}
