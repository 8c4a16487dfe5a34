/** The formula editor as a person uses it: typing, values on a row, and the names in a formula. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Language } from './screen-words.ts';

interface Words {
  readonly lens: string;
  readonly row: RegExp;
  readonly nextError: string;
  readonly rename: string;
  readonly newName: string;
  readonly uses: RegExp;
  readonly undo: RegExp;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    lens: 'Values on one row',
    row: /^Row/,
    nextError: 'Next row with an error',
    rename: 'Rename everywhere',
    newName: 'New name',
    uses: /used in \d+ places?/,
    undo: /^Undo/,
  },
  'zh-CN': {
    lens: '某一行的取值',
    row: /^行/,
    nextError: '下一个出错的行',
    rename: '全部改名',
    newName: '新名称',
    uses: /用于 \d+ 处/,
    undo: /^撤销/,
  },
};

export class FormulaEditor {
  readonly page: Page;
  readonly words: Words;
  constructor(page: Page, language: Language = 'en') {
    this.page = page;
    this.words = words[language];
  }

  /** Opens the field of that name, and the editor in it. */
  async enter(field: string | RegExp): Promise<void> {
    await this.page.getByRole('textbox', { name: field }).click();
    await expect(this.page.locator('.monaco-editor .view-lines').first()).toBeVisible({ timeout: 30_000 });
  }

  /** Types over what stands there; suggestions are closed. */
  async write(text: string): Promise<void> {
    await this.type(text);
    await this.page.keyboard.press('Escape');
  }

  /** Types over what stands there and leaves the suggestions open. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(text);
  }

  suggestion(name: string | RegExp): Locator {
    return this.page.locator('.suggest-widget [role=option]').filter({ hasText: name });
  }

  /** Puts the caret into a word of the text, with the pointer. */
  async clickWord(word: string): Promise<void> {
    await this.word(word).click();
  }

  word(word: string): Locator {
    return this.page.locator('.monaco-editor .view-line span span', { hasText: new RegExp(`^${word}$`) }).first();
  }

  get hover(): Locator {
    return this.page.locator('.monaco-hover:visible');
  }

  get lens(): Locator {
    return this.page.getByRole('region', { name: this.words.lens });
  }

  /** The line of a part of the formula. */
  part(name: string | RegExp): Locator {
    return this.lens.getByRole('treeitem', { name });
  }

  async nextError(): Promise<void> {
    await this.lens.getByRole('button', { name: this.words.nextError }).click();
  }

  get row(): Locator {
    return this.lens.getByRole('textbox', { name: this.words.row });
  }

  /** Renames what the caret is on, in the dialog. */
  async rename(to: string): Promise<void> {
    await this.page.keyboard.press('F2');
    const name = this.page.getByRole('dialog').getByRole('textbox', { name: this.words.newName });
    await expect(name).toBeFocused();
    await name.fill(to);
    await this.page.keyboard.press('Enter');
  }

  /** The list of uses of what the caret is on. */
  async uses(): Promise<Locator> {
    await this.page.keyboard.press('Shift+F12');
    const dialog = this.page.getByRole('dialog', { name: this.words.uses });
    await expect(dialog).toBeVisible();
    return dialog;
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.undo }).click();
  }
}
