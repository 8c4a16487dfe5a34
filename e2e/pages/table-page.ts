/** A table of a project as a person works in it: its grid, its tools, files that come to it. */
import { expect, type Locator, type Page } from '@playwright/test';
import { AppPage } from './app-page.ts';

export class TablePage {
  readonly page: Page;
  readonly app: AppPage;
  constructor(page: Page) {
    this.page = page;
    this.app = new AppPage(page);
  }

  get grid(): Locator {
    return this.page.getByRole('grid');
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** An empty project, into which the file is let fall. */
  async openWith(name: string, bytes: Uint8Array): Promise<void> {
    await this.app.open();
    await this.page.getByRole('button', { name: this.app.words.startEmpty }).click();
    await expect(this.page.getByRole('navigation', { name: this.app.words.project })).toBeVisible();
    await this.drop(name, bytes);
  }

  async drop(name: string, bytes: Uint8Array): Promise<void> {
    const data = await this.page.evaluateHandle(
      ({ name, bytes }) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(bytes)], name));
        return transfer;
      },
      { name, bytes: [...bytes] },
    );
    for (const type of ['dragenter', 'dragover', 'drop'])
      await this.page.dispatchEvent('body', type, { dataTransfer: data });
  }

  /** Gives a file to the tool that asks for one. */
  async giveFile(button: string, name: string, text: string): Promise<void> {
    const asked = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: button, exact: true }).click();
    await (await asked).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  }

  /** The texts of a column's cells that are in sight. */
  async column(index: number): Promise<readonly string[]> {
    return this.grid.locator(`[role=gridcell][aria-colindex="${index + 1}"]`).allTextContents();
  }

  cell(row: number, column: number): Locator {
    return this.grid.locator(`[role=row][aria-rowindex="${row + 2}"] [role=gridcell][aria-colindex="${column + 1}"]`);
  }

  /** Pastes as the system would, where the focus is. */
  async paste(text: string): Promise<void> {
    await this.grid.evaluate((element, pasted) => {
      const data = new DataTransfer();
      data.setData('text/plain', pasted);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, text);
  }
}
