import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { AppPage } from './pages/app-page.ts';

interface Expected {
  readonly 'q3-commission': { readonly rows: readonly { readonly person: string; readonly payout: number }[] };
}
const expected = JSON.parse(
  readFileSync(new URL('../templates/commission-plan/expected.json', import.meta.url), 'utf8'),
) as Expected;
const rows = expected['q3-commission'].rows;
const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

test('on the first visit the sample opens computed, to the cent of an independent computation', async ({ page }) => {
  const app = new AppPage(page);
  await app.openSample();
  const total = rows.reduce((cents, one) => cents + Math.round(one.payout * 100), 0) / 100;
  await expect(app.answerOf('Payout')).toHaveText(money.format(Math.round(total)).replace('.00', ''));
  await app.tree(/Payouts · Q3/).click();
  await expect(page.getByText(money.format(total)).first()).toBeVisible();
  for (const one of rows.filter((_, index) => index % 7 === 0)) {
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('button', { name: `Open the statement of ${one.person}`, exact: true }) });
    await expect(row).toContainText(money.format(one.payout));
  }
});

test('the language switches at once and everything speaks Chinese', async ({ page }) => {
  const app = new AppPage(page);
  await app.openSample();
  await page.getByRole('button', { name: /Language/ }).click();
  await page
    .getByRole('menuitemradio', { name: '中文' })
    .or(page.getByRole('menuitem', { name: '中文' }))
    .click();
  await expect(page.getByRole('navigation', { name: '项目' })).toBeVisible();
  await expect(page.getByRole('tab', { name: '问题' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
});
