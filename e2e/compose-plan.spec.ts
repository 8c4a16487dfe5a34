import { expect, test } from '@playwright/test';
import { AppPage } from './pages/app-page.ts';
import { amountText, dealsCsv, payInCents, people, quotasCsv } from './pages/own-deals.ts';

test('a dropped CSV becomes a plan by real pointer moves, and pays what an independent computation says', async ({
  page,
}) => {
  const app = new AppPage(page);
  await app.open();
  await app.dropFile('deals.csv', dealsCsv);
  await app.confirmImport();
  await expect(app.tree(/deals/i)).toBeVisible();
  await app.dropFile('quotas.csv', quotasCsv);
  await app.confirmImport();

  await page.getByRole('region', { name: 'Designs' }).getByRole('button', { name: 'Add a design' }).click();
  await page.getByRole('menuitem', { name: 'New incentive plan' }).click();
  await expect(page.getByText('An empty plan')).toBeVisible();
  await app.dragFromPalette('Table', { x: 110, y: 110 });
  await app.dragFromPalette('Table', { x: 110, y: 300 });
  await app.dragFromPalette('Credit split', { x: 330, y: 110 });
  await app.dragFromPalette('Attainment', { x: 550, y: 200 });
  await app.connect(app.node(/deals/i), app.node('Credit split'), 'deals');
  await app.connect(app.node('Credit split'), app.node('Attainment'), 'credits');
  await app.connect(app.node(/quotas/i), app.node('Attainment'), 'quotas');
  await expect(app.answerOf('Attainment')).toContainText('%');
  await app.select('Attainment');
  await page.keyboard.press('a');
  await page.getByRole('button', { name: 'Rate bands', exact: true }).click();
  await page.getByRole('button', { name: 'Payout', exact: true }).click();

  await page
    .getByRole('navigation', { name: 'Project' })
    .getByRole('button', { name: /^Payouts/ })
    .click();
  const rates = { below: 2, above: 4 };
  for (const person of people) {
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('button', { name: `Open the statement of ${person}`, exact: true }) });
    await expect(row).toContainText(amountText(payInCents(person, rates)));
  }
  const total = people.reduce((sum, person) => sum + payInCents(person, rates), 0);
  await expect(page.getByText(amountText(total)).first()).toBeVisible();
});

test('a port refuses what does not fit and says why', async ({ page }) => {
  const app = new AppPage(page);
  await app.openSample();
  await app.connect(app.node('Payout'), app.node('Won in Q3'));
  await expect(page.getByText(/circle/i).first()).toBeVisible();
});
