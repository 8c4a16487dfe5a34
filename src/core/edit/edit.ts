/** Edits as plain data: the only way a project changes. Each has an inverse (`apply.ts`), so undo, the log and two tabs are one mechanism. */
import type { FormField, FormPlace } from '../project/form-design.ts';
import type {
  ColumnDefinition,
  Design,
  DesignNode,
  Edge,
  NodePosition,
  Parameter,
  Project,
  TableDefinition,
} from '../project/project.ts';

type Patch<T> = { readonly [K in keyof T]?: T[K] | null };

/**
 * Sets one value; `undefined` (absent) removes it: a key of an object, an element of an array. `index` inserts: a new element of an array before
 * that place (the last part of `path` being the same number), a new key of an object at that place among its keys.
 */
interface SetAtPath {
  readonly path: readonly (string | number)[];
  readonly value?: unknown;
  readonly index?: number;
}

/** Given by inverses only: brings back what was there even where its key is doubled or its ends are missing, as they were. */
interface Restore {
  readonly restore?: true;
}

/**
 * Chunks of rows in a table's list: those of `take`, from place `at` on, make room for those of `put`. `next` is what follows them (null: nothing): a
 * chunk may lie over the one before it, so what follows tells whether somebody changed the same rows. Refused where they no longer stand so.
 */
export interface ChunkSwap {
  readonly at: number;
  readonly take: readonly string[];
  readonly put: readonly string[];
  readonly next: string | null;
}

/** Ids name what exists; keys name what formulas see. In a patch `null` removes an optional value. */
export type Edit =
  | {
      readonly op: 'project.set';
      readonly patch: {
        readonly name?: string;
        readonly locale?: 'en' | 'zh-CN';
        readonly calendars?: Project['calendars'];
      };
    }
  | (Restore & { readonly op: 'table.add'; readonly table: TableDefinition; readonly index?: number })
  | { readonly op: 'table.remove'; readonly table: string }
  | { readonly op: 'table.move'; readonly table: string; readonly index: number }
  | {
      readonly op: 'table.set';
      readonly table: string;
      readonly patch: Patch<Pick<TableDefinition, 'label' | 'grain' | 'source' | 'generator' | 'data'>>;
    }
  /** Rows changed, put in or taken out: swaps one after another, and how many rows more there are then. What is in the chunks is the store's. */
  | { readonly op: 'table.rows'; readonly table: string; readonly swaps: readonly ChunkSwap[]; readonly rows: number }
  | (Restore & {
      readonly op: 'column.add';
      readonly table: string;
      readonly column: ColumnDefinition;
      readonly index?: number;
    })
  | { readonly op: 'column.remove'; readonly table: string; readonly column: string }
  | {
      readonly op: 'column.set';
      readonly table: string;
      readonly column: string;
      readonly patch: Patch<Omit<ColumnDefinition, 'id' | 'key'>>;
    }
  | (Restore & { readonly op: 'parameter.add'; readonly parameter: Parameter; readonly index?: number })
  | { readonly op: 'parameter.remove'; readonly parameter: string }
  | { readonly op: 'parameter.set'; readonly parameter: string; readonly patch: Patch<Omit<Parameter, 'id' | 'key'>> }
  | { readonly op: 'design.add'; readonly design: Design; readonly index?: number }
  | { readonly op: 'design.remove'; readonly design: string }
  | { readonly op: 'design.move'; readonly design: string; readonly index: number }
  /** One value inside a design, as `node.prop` does it. */
  | (SetAtPath & { readonly op: 'design.set'; readonly design: string })
  /** `index` and `atIndex`: the place among the nodes and among their positions; absent: last. */
  | (Restore & {
      readonly op: 'node.add';
      readonly design: string;
      readonly node: string;
      readonly value: DesignNode;
      readonly at?: NodePosition;
      readonly index?: number;
      readonly atIndex?: number;
    })
  /** Removes the node with its edges and its place; the inverse brings all back. */
  | { readonly op: 'node.remove'; readonly design: string; readonly node: string }
  | {
      readonly op: 'node.set';
      readonly design: string;
      readonly node: string;
      readonly patch: Patch<Omit<DesignNode, 'props'>>;
    }
  /** One value inside a node's props. */
  | (SetAtPath & { readonly op: 'node.prop'; readonly design: string; readonly node: string })
  /** `order`: the keys of all positions afterwards, where they do not just follow (inverses only). */
  | {
      readonly op: 'node.move';
      readonly design: string;
      readonly positions: Readonly<Record<string, NodePosition | null>>;
      readonly order?: readonly string[];
    }
  | (Restore & { readonly op: 'edge.add'; readonly design: string; readonly edge: Edge; readonly index?: number })
  | { readonly op: 'edge.remove'; readonly design: string; readonly edge: Edge }
  /** A field of a form with its place on the page, or (without `field`) a part of the page. Setting one is `design.set`. */
  | {
      readonly op: 'field.add';
      readonly design: string;
      readonly node: string;
      readonly place: FormPlace;
      readonly field?: { readonly key: string; readonly value: FormField };
    }
  /** With everything that stands inside it, on the page and in the data. */
  | { readonly op: 'field.remove'; readonly design: string; readonly node: string }
  /** `parent`: null at the top. */
  | {
      readonly op: 'field.move';
      readonly design: string;
      readonly node: string;
      readonly parent: string | null;
      readonly order: number;
    }
  /** Renames a key and every use of it: token spans of formulas, props that name it, edges. Refused if it would capture another name. */
  | { readonly op: 'rename'; readonly what: 'table' | 'parameter'; readonly id: string; readonly to: string }
  | { readonly op: 'rename'; readonly what: 'column'; readonly table: string; readonly id: string; readonly to: string }
  | { readonly op: 'rename'; readonly what: 'field'; readonly design: string; readonly id: string; readonly to: string }
  /** A column that a node makes; `id` is its key. Refused where the node's kind gives the name. */
  | {
      readonly op: 'rename';
      readonly what: 'made';
      readonly design: string;
      readonly node: string;
      readonly id: string;
      readonly to: string;
    }
  | { readonly op: 'rename'; readonly what: 'node'; readonly design: string; readonly id: string; readonly to: string }
  /** Changes a key and nothing that names it: what `rename` is made of, so that the log replays without a catalog. */
  | (Restore & {
      readonly op: 'key.set';
      readonly what: 'table' | 'parameter';
      readonly id: string;
      readonly to: string;
    })
  | (Restore & {
      readonly op: 'key.set';
      readonly what: 'column';
      readonly table: string;
      readonly id: string;
      readonly to: string;
    })
  | { readonly op: 'batch'; readonly edits: readonly Edit[] };
