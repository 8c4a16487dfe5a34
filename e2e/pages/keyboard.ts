/** A person who has no mouse: everything is reached by Tab and arrows, and pressed by Enter. */
import { expect, type Locator, type Page } from '@playwright/test';

const farthest = 250;

export class Keyboard {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(text);
  }

  /** Tab (or Shift and Tab) until this has the focus. */
  async tabTo(target: Locator, way: 'on' | 'back' = 'on'): Promise<void> {
    await expect(target).toBeVisible();
    for (let steps = 0; steps < farthest; steps++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press(way === 'on' ? 'Tab' : 'Shift+Tab');
    }
    throw new Error(`${farthest} presses of Tab do not lead to ${target.toString()}`);
  }

  /** Arrow keys inside a list, a menu or a toolbar until this has the focus. */
  async arrowTo(target: Locator, key: 'ArrowDown' | 'ArrowRight' = 'ArrowDown'): Promise<void> {
    await expect(target).toBeVisible();
    for (let steps = 0; steps < 40; steps++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`40 presses of ${key} do not lead to ${target.toString()}`);
  }

  async open(target: Locator, way: 'on' | 'back' = 'on'): Promise<void> {
    await this.tabTo(target, way);
    await this.press('Enter');
  }

  /** Through the command palette, by its name. */
  async command(name: string): Promise<void> {
    await this.press('Control+k');
    const find = this.page.getByRole('combobox', { name: 'Find or do anything' });
    await expect(find).toBeFocused();
    await this.page.keyboard.type(name);
    await expect(this.page.getByRole('option', { selected: true })).toContainText(name);
    await this.press('Enter');
    await expect(find).toBeHidden();
  }

  /** Gives a file to the dialog that the press opens. */
  async giveFile(press: () => Promise<void>, name: string, text: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await press();
    await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  }
}
