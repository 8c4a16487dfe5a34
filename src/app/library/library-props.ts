/** What the library shows. It reads no store and computes nothing: `library-screen.tsx` hands these in. */
import type { NodeFamily } from '#core/contracts/node-kind.ts';
import type { PictureNode } from './plan-picture.ts';
import type { ThumbnailNode } from './thumbnail-view.tsx';

export interface SmallPicture {
  readonly nodes: readonly ThumbnailNode[];
  readonly edges: readonly (readonly [from: number, to: number])[];
}

export interface TemplateShown {
  readonly slug: string;
  readonly name: string;
  readonly summary: string;
  /** Kinds of its designs, for the filter. */
  readonly kinds: readonly string[];
  readonly tables: number;
  readonly rows: number;
  readonly families: readonly { readonly family: NodeFamily; readonly icon: string }[];
  readonly picture: SmallPicture;
}

export interface SampleShown {
  readonly slug: string;
  readonly name: string;
  /** “5,000 deals”. */
  readonly rowsText: string | undefined;
  readonly picture: readonly PictureNode[];
}

export interface ProjectShown {
  readonly id: string;
  readonly name: string;
  /** When it changed, milliseconds. */
  readonly updated: number;
  readonly tables: number;
  readonly rows: number;
  readonly designs: number;
  readonly picture: SmallPicture;
}

export interface Busy {
  readonly label: string;
  readonly share?: number | undefined;
  readonly onCancel?: (() => void) | undefined;
}

export interface LibraryProps {
  readonly sample: SampleShown | undefined;
  readonly templates: readonly TemplateShown[];
  /** `undefined` while they are read. */
  readonly projects: readonly ProjectShown[] | undefined;
  /** Now, for “3 minutes ago”. */
  readonly now: number;
  readonly busy?: Busy | undefined;
  readonly onOpenTemplate: (slug: string) => void;
  readonly onStartEmpty: () => void;
  readonly onFiles: (files: readonly File[]) => void;
  /** Cells from the clipboard: tab-separated rows. */
  readonly onPaste: (text: string) => void;
  readonly onOpenProject: (id: string) => void;
  readonly onDuplicate: (id: string) => void;
  readonly onDelete: (id: string) => void;
  readonly onRestore: (id: string) => void;
}
