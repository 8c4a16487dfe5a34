/** English that the screen itself says: every text and label of it, without cells of data, names people gave, and formulas. */
import type { Page } from '@playwright/test';

/** Names that are written the same in every language. */
const sameEverywhere = ['Saleswright', 'EN', 'English', 'Ctrl', 'Alt', 'Shift', 'CSV', 'USD', 'Enter', 'Delete', 'Esc'];

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
    const rest = allowed.reduce((left, name) => left.replaceAll(name, ' '), text);
    return /[A-Za-z]{2,}/.test(rest);
  });
}
