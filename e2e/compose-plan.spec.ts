import { expect, test } from '@playwright/test';
import { AppPage } from './pages/app-page.ts';

/** Deals made here, so that what they pay can be computed here: 120 deals of six people, amounts in cents. */
const people = ['Ann Lee', 'Bo Chen', 'Cy Dahl', '林梅', 'Eva Ruiz', 'Finn Moe'];
const deals = Array.from({ length: 120 }, (_, i) => ({
  id: `D-${1000 + i}`,
  owner: people[(i * 7) % 6] ?? '',
  cents: 150_000 + ((i * 7919) % 400_000) * 7,
}));
const quotas = people.map((person, i) => ({ person, quota: 200_000 + i * 45_000 }));
const dealsCsv = `Deal,Owner,Amount\n${deals.map((one) => `${one.id},${one.owner},${(one.cents / 100).toFixed(2)}`).join('\n')}\n`;
const quotasCsv = `Person,Quota\n${quotas.map((one) => `${one.person},${one.quota}`).join('\n')}\n`;

/** 2 % to quota, 4 % above it, rounded to the cent half up; whole numbers only. */
function payInCents(person: string): number {
  const credited = deals.filter((one) => one.owner === person).reduce((sum, one) => sum + one.cents, 0);
  const quota = (quotas.find((one) => one.person === person)?.quota ?? 0) * 100;
  const below = Math.min(credited, quota);
  return Math.floor((below * 2 + (credited - below) * 4 + 50) / 100);
}

test('a dropped CSV becomes a plan by real pointer moves, and pays what an independent computation says', async ({
  page,
}) => {
  test.setTimeout(90_000);
  const app = new AppPage(page);
  await app.open();
  await app.dropFile('deals.csv', dealsCsv);
  await app.confirmImport();
  await expect(app.tree(/deals/i)).toBeVisible();
  await app.dropFile('quotas.csv', quotasCsv);
  await app.confirmImport();

  await page
    .getByRole('region', { name: 'Designs' })
    .getByRole('button', { name: /new incentive plan/i })
    .click();
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
  for (const person of people) {
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('button', { name: `Open the statement of ${person}`, exact: true }) });
    await expect(row).toContainText((payInCents(person) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 }));
  }
  const total = people.reduce((sum, person) => sum + payInCents(person), 0);
  await expect(
    page.getByText((total / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })).first(),
  ).toBeVisible();
});

test('a port refuses what does not fit and says why', async ({ page }) => {
  const app = new AppPage(page);
  await app.openSample();
  await app.connect(app.node('Payout'), app.node('Won in Q3'));
  await expect(page.getByText(/circle/i).first()).toBeVisible();
});
