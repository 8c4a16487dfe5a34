import { expect, test } from '@playwright/test';
import { AppPage } from './pages/app-page.ts';

test('an amount is asked why, down to the rows it came from', async ({ page }) => {
  const app = new AppPage(page);
  await app.openSample();
  await app.tree(/Payouts · Q3/).click();
  await page
    .getByRole('button', { name: /Open the statement of/ })
    .first()
    .click();
  const why = page.getByRole('region', { name: /^Why \$/ });
  await expect(why).toContainText('Base commission');
  await expect(why).toContainText('Credited');
  await why
    .getByRole('button', { name: /rows of Credit split/ })
    .first()
    .click();
  await expect(why.getByRole('table').filter({ hasText: 'D-' }).first()).toBeVisible();
  await expect(page.getByText('Lines sum to the payout, to the cent')).toBeVisible();
});

test('a cell of the drawer opens its trace', async ({ page }) => {
  const app = new AppPage(page);
  await app.openSample();
  await app.select('Accelerator');
  const cell = page.getByRole('gridcell', { name: /^\$/ }).first();
  await cell.click();
  await expect(page.getByRole('tab', { name: 'Trace' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('region', { name: /^Why \$/ })).toBeVisible();
});
