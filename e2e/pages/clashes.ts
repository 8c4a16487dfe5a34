/** What does not fit: text over other text, and whatever reaches out of the window or of a box that scrolls sideways. */
import type { Page } from '@playwright/test';

export async function clashesOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    interface Piece {
      readonly text: string;
      readonly node: Node;
      readonly left: number;
      readonly top: number;
      readonly right: number;
      readonly bottom: number;
    }
    const found = new Set<string>();
    const pieces: Piece[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = (node.textContent ?? '').trim();
      const parent = node.parentElement;
      if (text === '' || !parent?.checkVisibility({ visibilityProperty: true })) continue;
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        let { left, top, right, bottom } = box;
        // Only what can be seen counts: boxes that hide or scroll their overflow cut it.
        for (let around: Element | null = parent; around; around = around.parentElement) {
          const style = getComputedStyle(around);
          if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
          const cut = around.getBoundingClientRect();
          left = Math.max(left, cut.left);
          right = Math.min(right, cut.right);
          top = Math.max(top, cut.top);
          bottom = Math.min(bottom, cut.bottom);
        }
        if (right - left < 2 || bottom - top < 2) continue;
        if (right > innerWidth + 1 || left < -1) found.add(`“${text}” reaches out of the window`);
        pieces.push({ text, node, left, top, right, bottom });
      }
    }
    for (const [at, a] of pieces.entries())
      for (const b of pieces.slice(at + 1)) {
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        // Lines of text may touch by a few pixels of their leading.
        if (wide > 2 && high > 4 && a.node !== b.node) found.add(`“${a.text}” lies over “${b.text}”`);
      }
    for (const element of document.querySelectorAll('*')) {
      const { overflowX } = getComputedStyle(element);
      const scrolls = overflowX === 'auto' || overflowX === 'scroll' || element === document.documentElement;
      if (scrolls && element.scrollWidth > element.clientWidth + 1)
        found.add(
          `${element.tagName.toLowerCase()}.${element.className} is ${element.scrollWidth} wide in ${element.clientWidth}`,
        );
    }
    return [...found];
  });
}
