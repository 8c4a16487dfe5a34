import { expect, test, type Page } from '@playwright/test';
import { AppPage } from './pages/app-page.ts';

/** Writes a formula into the field of that name, as a person does: the editor opens on entering it. */
async function writeFormula(page: Page, field: string | RegExp, text: string): Promise<void> {
  await page.getByRole('textbox', { name: field }).click();
  await expect(page.locator('.monaco-editor .view-lines').first()).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
}

async function addColumn(page: Page, number: number, name: string, formula: string): Promise<void> {
  const inspector = page.getByRole('region', { name: 'Inspector' });
  await inspector.getByRole('button', { name: 'Add to Columns' }).click();
  await inspector.getByRole('textbox', { name: `Column name ${number}` }).fill(name);
  await page.keyboard.press('Tab');
  await writeFormula(page, `Formula ${number}`, formula);
}

const palette = (page: Page, kind: string) =>
  page.getByRole('region', { name: /Nodes that can be added/ }).getByRole('button', { name: kind, exact: true });

test('a column that is removed under a formula is named on the node that needs it, and comes back with undo', async ({
  page,
}) => {
  const app = new AppPage(page);
  await app.openSample();
  await app.select('Deals');
  await palette(page, 'Column').click();
  await addColumn(page, 1, 'margin', 'amount * 0.3');
  await palette(page, 'Filter').click();
  await writeFormula(page, /Keep/, 'margin > 100');
  await expect(app.answerOf(/^Filter$/)).toHaveText(/^\d,\d{3}$/);

  await app.select(/^Column$/);
  await page.getByRole('button', { name: 'Remove margin' }).click();
  await expect(app.node(/^Filter$/)).toContainText('margin');
  await page.getByRole('tab', { name: /Problems/ }).click();
  await expect(page.getByText(/no column or parameter called “margin”/).first()).toBeVisible();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(app.answerOf(/^Filter$/)).toHaveText(/^\d,\d{3}$/);
});

test('formulas that need each other are named as a circle, and the rest of the plan still pays', async ({ page }) => {
  const app = new AppPage(page);
  await app.openSample();
  const paid = await app.answerOf('Payout').textContent();
  await app.select('Deals');
  await palette(page, 'Column').click();
  await addColumn(page, 1, 'gross', 'net * 1.2');
  await addColumn(page, 2, 'net', 'gross / 1.2');
  await app.select('Payout');
  await page.getByRole('tab', { name: /Problems/ }).click();
  await expect(page.getByText(/gross → net → gross need each other in a circle/).first()).toBeVisible();
  await expect(app.answerOf('Payout')).toHaveText(paid ?? '');
});

test('letters and signs that are shortcuts elsewhere are text in a formula', async ({ page }) => {
  const app = new AppPage(page);
  await app.openSample();
  await app.select('Won in Q3');
  await writeFormula(page, /Keep/, 'amount / 2 > 30000');
  await app.select('Payout');
  await app.select('Won in Q3');
  await expect(page.getByRole('textbox', { name: /Keep/ })).toHaveValue('amount / 2 > 30000');
});
