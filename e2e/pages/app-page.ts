/** The app as a person uses it: what can be seen and done, never how it is built. */
import { expect, type Locator, type Page } from '@playwright/test';
import { screenWords, type Language, type ScreenWords } from './screen-words.ts';

export class AppPage {
  readonly page: Page;
  readonly words: ScreenWords;
  constructor(page: Page, language: Language = 'en') {
    this.page = page;
    this.words = screenWords[language];
  }

  async open(): Promise<void> {
    await this.page.goto('/');
    await expect(this.page.getByRole('button', { name: this.words.startEmpty })).toBeVisible();
  }

  /** The sample, computed. */
  async openSample(): Promise<void> {
    await this.open();
    await this.page.getByRole('button', { name: this.words.openSample }).first().click();
    await expect(this.answerOf(this.words.payout)).toContainText('$', { timeout: 30_000 });
  }

  node(label: string | RegExp): Locator {
    return this.page.locator('.react-flow__node').filter({ has: this.page.locator('span[title]', { hasText: label }) });
  }

  /** The headline of a node's card. */
  answerOf(label: string | RegExp): Locator {
    return this.node(label).getByTestId('answer');
  }

  async select(label: string | RegExp): Promise<void> {
    await this.node(label).getByTestId('answer').click();
  }

  tree(name: string | RegExp): Locator {
    return this.page
      .getByRole('navigation', { name: this.words.project })
      .locator('li')
      .getByRole('button', { name })
      .and(this.page.locator('button:not([aria-haspopup])'));
  }

  /** Chooses one of a few that stand side by side. */
  async segment(name: string): Promise<void> {
    await this.page
      .locator('label')
      .filter({ has: this.page.getByRole('radio', { name, exact: true }) })
      .click();
  }

  /** Presses, moves in steps and lets go, as a hand does. */
  async drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    for (let step = 1; step <= 12; step++)
      await mouse.move(from.x + ((to.x - from.x) * step) / 12, from.y + ((to.y - from.y) * step) / 12);
    await mouse.up();
  }

  async centreOf(locator: Locator): Promise<{ x: number; y: number }> {
    const box = await locator.boundingBox();
    if (!box) throw new Error('not on the screen');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** Drags a kind from the palette to a place on the canvas, given in pixels from its top left corner. */
  async dragFromPalette(kind: string, at: { x: number; y: number }): Promise<void> {
    const item = this.page
      .getByRole('region', { name: /palette|nodes|steps that/i })
      .getByRole('button', { name: kind, exact: true });
    await item.scrollIntoViewIfNeeded();
    const canvas = await this.page.getByTestId('canvas').boundingBox();
    if (!canvas) throw new Error('no canvas');
    await this.drag(await this.centreOf(item), { x: canvas.x + at.x, y: canvas.y + at.y });
  }

  /** Draws an edge from the output of one node to an input of another. */
  async connect(from: Locator, to: Locator, port = 'in'): Promise<void> {
    const output = from.locator('.react-flow__handle.source').first();
    const input = to.locator(`.react-flow__handle.target[data-port="${port}"]`);
    await this.drag(await this.centreOf(output), await this.centreOf(input));
  }

  /** Gives a file to the page as if it had been dropped there. */
  async dropFile(name: string, text: string): Promise<void> {
    const data = await this.page.evaluateHandle(
      ({ name, text }) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], name, { type: 'text/csv' }));
        return transfer;
      },
      { name, text },
    );
    for (const type of ['dragenter', 'dragover', 'drop'])
      await this.page.dispatchEvent('body', type, { dataTransfer: data });
  }

  async importDialog(): Promise<Locator> {
    const dialog = this.page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    return dialog;
  }

  async confirmImport(): Promise<void> {
    const dialog = await this.importDialog();
    await dialog.getByRole('button', { name: this.words.importing, exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  /** Waits until the header says that everything is kept. */
  async saved(): Promise<void> {
    await expect(this.page.getByText(this.words.saved).first()).toBeVisible();
  }
}
