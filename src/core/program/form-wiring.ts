/**
 * What hangs on what in a form: each thing that can change (a value, whether it is visible, its problems …) is a cell, and the cells stand in an order
 * in which each comes after those it reads. A field inside a repeat has one cell here and one of its kind in every row.
 */
import type { Expression } from '../formula/expression.ts';
import { ofConstraint } from './form-expressions.ts';
import type { FormNode, FormProgram, RepeatNode, ValueNode } from './form-program.ts';
import { walkExpression } from './wiring.ts';

export type FormCellKind = 'visible' | 'enabled' | 'required' | 'value' | 'rows' | 'problems' | 'text' | 'check';

export interface FormCell {
  readonly kind: FormCellKind;
  readonly node: FormNode;
  /** Of a check: its place among the checks of the program. */
  readonly check?: number;
  /** The repeat in whose rows it stands. */
  readonly repeat?: RepeatNode;
  /** Indexes of cells that change with it. */
  readonly readers: readonly number[];
}

export interface FormWiring {
  /** In an order in which each cell comes after those it reads; cells of a circle come last. */
  readonly cells: readonly FormCell[];
  /** Index by `kind:node id`. */
  readonly index: ReadonlyMap<string, number>;
  /** Value nodes by the key that formulas name. */
  readonly byKey: ReadonlyMap<string, ValueNode>;
  readonly repeatOf: ReadonlyMap<string, RepeatNode>;
  /** Ids of nodes that need each other, each circle once, in the order of need. */
  readonly circles: readonly (readonly string[])[];
}

export const cellName = (kind: FormCellKind, node: string) => `${kind}:${node}`;

interface Draft {
  readonly kind: FormCellKind;
  readonly node: FormNode;
  readonly check?: number;
  readonly repeat?: RepeatNode;
  readonly reads: Set<string>;
}

export function wireForm(program: FormProgram): FormWiring {
  const drafts = new Map<string, Draft>();
  const byKey = new Map<string, ValueNode>();
  const repeatOf = new Map<string, RepeatNode>();
  const walk = (nodes: readonly FormNode[], repeat: RepeatNode | undefined, visit: Visit, parent?: FormNode): void => {
    for (const node of nodes) {
      visit(node, repeat, parent);
      if (node.node === 'group') walk(node.children, repeat, visit, node);
      if (node.node === 'repeat') walk(node.children, node, visit, node);
    }
  };
  walk(program.root, undefined, (node, repeat) => {
    if (node.node === 'value') byKey.set(node.key, node);
    if (repeat) repeatOf.set(node.id, repeat);
  });
  const reads = (expressions: readonly (Expression | undefined)[]): string[] =>
    expressions.flatMap((expression) =>
      expression === undefined
        ? []
        : [...walkExpression(expression)].flatMap((part) => {
            const named = part.node === 'column' ? byKey.get(part.key) : undefined;
            if (!named) return [];
            const rows = repeatOf.get(named.id);
            return [cellName('value', named.id), ...(rows ? [cellName('rows', rows.id)] : [])];
          }),
    );
  walk(program.root, undefined, (node, repeat, parent) => {
    const add = (kind: FormCellKind, from: readonly string[]) =>
      drafts.set(cellName(kind, node.id), { kind, node, reads: new Set(from), ...(repeat ? { repeat } : {}) });
    const own = (kind: FormCellKind) => cellName(kind, node.id);
    add('visible', [...(parent ? [cellName('visible', parent.id)] : []), ...reads([node.visible])]);
    add('enabled', [...(parent ? [cellName('enabled', parent.id)] : []), ...reads([node.enabled])]);
    if (node.node === 'content' && node.content.as === 'text') add('text', reads([node.content.text]));
    if (node.node === 'repeat') {
      add('rows', [own('visible')]);
      add('problems', [own('rows'), own('visible'), ...reads([node.min, node.max])]);
    }
    if (node.node === 'value') {
      add('required', reads([node.required]));
      add('value', [own('visible'), ...reads([node.initial, node.value?.expression])]);
      add('problems', [
        own('value'),
        own('visible'),
        own('required'),
        ...reads(node.constraints.flatMap(ofConstraint)),
      ]);
    }
  });
  program.checks.forEach((check, i) => {
    const node = program.root[0];
    if (node) drafts.set(`check:${i}`, { kind: 'check', node, check: i, reads: new Set(reads([check.holds])) });
  });
  return { ...ordered(drafts), byKey, repeatOf };
}

type Visit = (node: FormNode, repeat: RepeatNode | undefined, parent: FormNode | undefined) => void;

/** Depth first with a stack of its own: long chains must not need a deep one. */
function ordered(drafts: ReadonlyMap<string, Draft>): Pick<FormWiring, 'cells' | 'index' | 'circles'> {
  const order: string[] = [];
  const circles: (readonly string[])[] = [];
  const state = new Map<string, 'open' | 'done'>();
  for (const start of drafts.keys()) {
    const stack: { readonly name: string; readonly rest: string[] }[] = [];
    const enter = (name: string) => {
      const draft = drafts.get(name);
      if (!draft || state.get(name) === 'done') return;
      if (state.get(name) === 'open') {
        const path = stack.slice(stack.findIndex((one) => one.name === name));
        const nodes = [...new Set(path.map((one) => drafts.get(one.name)?.node.id ?? ''))];
        circles.push(nodes);
        return;
      }
      state.set(name, 'open');
      stack.push({ name, rest: [...draft.reads] });
    };
    enter(start);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.rest.shift();
      if (next !== undefined) {
        enter(next);
        continue;
      }
      state.set(top.name, 'done');
      order.push(top.name);
      stack.pop();
    }
  }
  const index = new Map(order.map((name, i) => [name, i]));
  const readers: number[][] = order.map(() => []);
  order.forEach((name, i) => {
    for (const read of drafts.get(name)?.reads ?? []) {
      const at = index.get(read);
      if (at !== undefined) readers[at]?.push(i);
    }
  });
  const cells = order.flatMap((name, i): FormCell[] => {
    const draft = drafts.get(name);
    if (!draft) return [];
    const { reads: _, ...cell } = draft;
    return [{ ...cell, readers: readers[i] ?? [] }];
  });
  return { cells, index, circles };
}
