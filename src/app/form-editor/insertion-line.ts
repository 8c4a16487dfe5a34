/**
 * While something is dragged over the page: a line shows where it would land. The places are measured once, when the drag begins, and the page itself
 * does not change meanwhile: a pointer move renders nothing but the line.
 */
import { create } from 'zustand';
import type { Gap } from './form-moves.ts';

export interface Line extends Gap {
  readonly left: number;
  readonly width: number;
  readonly y: number;
}

interface MeasuredList {
  readonly parent: string | null;
  readonly depth: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly lines: readonly Line[];
}

interface Drop {
  readonly line: Line | null;
  readonly label: string;
  readonly show: (line: Line | null, label: string) => void;
}

export const useDrop = create<Drop>((set) => ({
  line: null,
  label: '',
  show: (line, label) => set({ line, label }),
}));
export const showDrop = (line: Line | null, label = '') => useDrop.getState().show(line, label);

/** The page of a form in the document; lists of places carry `data-list`, places `data-node`. */
export const pageElement = () => document.querySelector<HTMLElement>('[data-form-page]');

/** Every gap of the page, in coordinates of the window. `moving` and what stands in it are left out. */
export function measurePage(page: HTMLElement, moving?: string): readonly MeasuredList[] {
  const lists = [...page.querySelectorAll<HTMLElement>('[data-list]')];
  return lists.flatMap((list): MeasuredList[] => {
    if (moving !== undefined && list.closest(`[data-node="${CSS.escape(moving)}"]`)) return [];
    const box = list.getBoundingClientRect();
    const name = list.dataset['list'] ?? '';
    const parent = name === '' ? null : name;
    const items = [...list.children].flatMap((child) => {
      const node = child instanceof HTMLElement ? child.dataset['node'] : undefined;
      return node === undefined || node === moving ? [] : [{ node, box: child.getBoundingClientRect() }];
    });
    const at = (y: number, before: string | null): Line => ({ parent, before, left: box.left, width: box.width, y });
    const lines = items.map((item, i) => {
      const above = items[i - 1];
      return at(above ? (above.box.bottom + item.box.top) / 2 : item.box.top - 4, item.node);
    });
    const last = items.at(-1);
    lines.push(at(last ? last.box.bottom + 4 : box.top + box.height / 2, null));
    let depth = 0;
    for (let up = list.parentElement; up && up !== page; up = up.parentElement)
      if (up.dataset['list'] !== undefined) depth++;
    return [{ parent, depth, left: box.left, right: box.right, top: box.top, bottom: box.bottom, lines }];
  });
}

/** How far outside a list still belongs to it, in pixels. */
const reach = 6;

/** The nearest gap of the innermost list under the pointer that takes what is dragged. */
export function lineAt(
  lists: readonly MeasuredList[],
  x: number,
  y: number,
  takes: (parent: string | null) => boolean,
): Line | null {
  const under = lists.filter(
    (list) =>
      takes(list.parent) &&
      (list.parent === null ||
        (x >= list.left - reach && x <= list.right + reach && y >= list.top - reach && y <= list.bottom + reach)),
  );
  const [inner] = [...under].sort((a, b) => b.depth - a.depth);
  const lines = inner?.lines ?? [];
  let best: Line | null = null;
  for (const line of lines) if (best === null || Math.abs(line.y - y) < Math.abs(best.y - y)) best = line;
  return best;
}
