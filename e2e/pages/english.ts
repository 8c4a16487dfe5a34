/** English that the screen itself says: every text and label of it, without cells of data, names people gave, and formulas. */
import type { Page } from '@playwright/test';

/** Names that are written the same in every language. */
const sameEverywhere = [
  'Saleswright',
  'EN',
  'English',
  'Ctrl',
  'Alt',
  'Shift',
  'Delete',
  'Esc',
  'CSV',
  '.csv',
  '.zip',
  'Excel',
  'USD',
  'KPI',
];

export async function englishOn(page: Page, named: ReadonlySet<string>): Promise<readonly string[]> {
  const said = await page.evaluate(() => {
    const texts: string[] = [];
    const data = '[role=gridcell], [role=columnheader], td, tbody th, code, .monaco-editor, textarea, kbd, title';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || parent.closest(`script, style, ${data}`)) continue;
      texts.push(node.textContent ?? '');
    }
    for (const element of document.querySelectorAll(
      '[aria-label], [title], [placeholder], [aria-roledescription], [alt]',
    ))
      if (!element.closest(data))
        for (const name of ['aria-label', 'title', 'placeholder', 'aria-roledescription', 'alt'])
          texts.push(element.getAttribute(name) ?? '');
    return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
  });
  const allowed = [...named, ...sameEverywhere].filter((text) => /[A-Za-z]{2}/.test(text));
  // Longest first, so that a name inside another is not left in pieces.
  allowed.sort((a, b) => b.length - a.length);
  return said.filter((text) => {
    const rest = allowed.reduce((left, name) => left.replace(wholeWord(name), ' '), text);
    // A name that was too long for its place.
    const cut = rest.endsWith('…') && allowed.some((name) => name.startsWith(rest.slice(0, -1).trim()));
    return !cut && /[A-Za-z]{2,}/.test(rest);
  });
}

/** The name where it stands by itself: never a part of a longer word. */
function wholeWord(name: string): RegExp {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![A-Za-z])${literal}(?![A-Za-z])`, 'g');
}
