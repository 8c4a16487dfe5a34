/** The form editor as a person uses it: fields dragged onto the page, opened and set, and the form filled in. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { AppPage } from './app-page.ts';

export class FormPage {
  readonly app: AppPage;
  readonly page: Page;
  constructor(app: AppPage) {
    this.app = app;
    this.page = app.page;
  }

  async create(): Promise<void> {
    await this.page.getByRole('region', { name: 'Designs' }).getByRole('button', { name: 'Add a design' }).click();
    await this.page.getByRole('menuitem', { name: 'New form' }).click();
    await expect(this.page.getByText('What do you want to ask?')).toBeVisible();
  }

  /** A kind of the palette. */
  kind(name: string): Locator {
    return this.page
      .getByRole('region', { name: 'Fields that can be added' })
      .getByRole('button', { name, exact: true });
  }

  get board(): Locator {
    return this.page.getByTestId('form-page');
  }

  card(label: string): Locator {
    const handle = this.page.getByRole('button', { name: `Move ${label}`, exact: true });
    return this.board.locator('li[data-node]').filter({ has: handle }).last();
  }

  face(label: string): Locator {
    return this.board.locator('[data-face]').filter({ hasText: label }).first();
  }

  /** Drags a kind to just below a card, or onto the empty page. */
  async dragNew(kind: string, below?: Locator): Promise<void> {
    const from = await this.app.centreOf(this.kind(kind));
    const box = await (below ?? this.board).boundingBox();
    if (!box) throw new Error('not on the screen');
    await this.app.drag(from, below ? { x: box.x + 60, y: box.y + box.height + 3 } : { x: box.x + 80, y: box.y + 90 });
  }

  get panel(): Locator {
    return this.page.getByRole('region', { name: 'Field', exact: true });
  }

  /** The name and the key of the selected field. */
  async name(label: string, key?: string): Promise<void> {
    const name = this.panel.getByRole('textbox', { name: 'Question' });
    await name.fill(label);
    await name.press('Enter');
    if (key === undefined) return;
    await this.panel.getByRole('button', { name: /^Key / }).click();
    await this.panel.getByRole('textbox', { name: 'Key' }).fill(key);
    await this.page.keyboard.press('Enter');
    await expect(this.panel.getByRole('button', { name: `Key ${key}` })).toBeVisible();
  }

  /** Types a formula into the field of that name. */
  async formula(field: string, text: string): Promise<void> {
    await this.panel.getByRole('textbox', { name: field, exact: true }).click();
    await expect(this.panel.locator('.monaco-editor .view-lines').first()).toBeVisible({ timeout: 30_000 });
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('Escape');
    await this.panel.getByRole('textbox', { name: 'Question' }).click();
  }

  async choose(select: string, option: string): Promise<void> {
    await this.panel.getByRole('combobox', { name: select }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  async fill(): Promise<void> {
    await this.app.tree(/^Fill in/).click();
    await expect(this.page.getByRole('tabpanel', { name: /^Fill in/ })).toBeVisible();
  }
}
