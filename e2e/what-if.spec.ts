import { expect, test } from '@playwright/test';
import { AppPage } from './pages/app-page.ts';

test('a slider shows the difference on the total and on each person, and is saved only when kept', async ({ page }) => {
  const app = new AppPage(page);
  await app.openSample();
  const before = await app.answerOf('Payout').textContent();
  const slider = page.getByRole('slider', { name: /Accelerator multiple/ });
  await slider.focus();
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
  await expect(page.getByText(/people gain/)).toBeVisible();
  await expect(app.answerOf('Payout')).not.toHaveText(before ?? '');
  await expect(app.node('Payout').getByRole('img', { name: 'more' })).toBeVisible();
  await app.tree(/Payouts · Q3/).click();
  await expect(page.getByRole('cell').getByRole('img', { name: 'more' }).first()).toBeVisible();
  await app.tree(/^Q3 commission/).click();
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(app.answerOf('Payout')).toHaveText(before ?? '');

  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await app.saved();
  const kept = await app.answerOf('Payout').textContent();
  await page.reload();
  await expect(app.answerOf('Payout')).toHaveText(kept ?? '', { timeout: 20_000 });
  await page.keyboard.press('Control+z');
  await expect(app.answerOf('Payout')).toHaveText(before ?? '');
});
