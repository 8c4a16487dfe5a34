/** Where a drag from the palette would land: the canvas on the screen says it, because only it knows its zoom and place. */
export interface Landing {
  /** Place on the canvas for the node's top left corner. */
  readonly at: { readonly x: number; readonly y: number };
  /** The edge under the pointer, by id. */
  readonly edge: string | null;
}

let target: ((clientX: number, clientY: number) => Landing | null) | null = null;

export function setDropTarget(next: typeof target): void {
  target = next;
}

/** null where the pointer is not over a canvas. */
export function landingAt(clientX: number, clientY: number): Landing | null {
  return target?.(clientX, clientY) ?? null;
}
