import { expect, test } from '@playwright/test';
import { AppPage } from './pages/app-page.ts';

test('a column that is removed under a formula is named, with what to do', async ({ page }) => {
  const app = new AppPage(page);
  await app.openSample();
  await app.select('Won in Q3');
  const formula = page.getByRole('textbox', { name: /Keep|condition|where|rows/i }).first();
  await formula.click();
  const editor = page.locator('.monaco-editor').first();
  await expect(editor).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press('Control+a');
  await page.keyboard.type('stagee = "Won"');
  await page.keyboard.press('Escape');
  await app.select('Payout');
  await expect(app.node('Won in Q3')).toContainText('stagee');
  await page.getByRole('tab', { name: /Problems/ }).click();
  await expect(page.getByText(/no column or parameter called “stagee”.*stage/).first()).toBeVisible();
});

test('formula columns that need each other are named as a circle or as missing, and nothing hangs', async ({
  page,
}) => {
  const app = new AppPage(page);
  await app.openSample();
  await app.connect(app.node('Cap'), app.node('Base commission'));
  await expect(page.getByText(/circle/i).first()).toBeVisible();
  await expect(app.answerOf('Payout')).toContainText('$');
});
