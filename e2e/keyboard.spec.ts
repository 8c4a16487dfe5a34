import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { AppPage } from './pages/app-page.ts';
import { Keyboard } from './pages/keyboard.ts';
import { amountText, dealsCsv, payInCents, people, quotasCsv } from './pages/own-deals.ts';

test('the sample is opened, its canvas walked and a node opened by keyboard alone', async ({ page }) => {
  const app = new AppPage(page);
  const keys = new Keyboard(page);
  await app.open();
  await keys.open(page.getByRole('button', { name: 'Open the sample' }).first());
  await expect(app.answerOf('Payout')).toContainText('$', { timeout: 30_000 });
  await keys.tabTo(app.node('Deals'));
  await keys.press('ArrowRight');
  await expect(app.node('Won in Q3')).toBeFocused();
  await keys.press('Enter');
  const inspector = page.getByRole('region', { name: 'Node', exact: true });
  await expect(inspector.getByRole('textbox', { name: 'Name' })).toHaveValue('Won in Q3');
  await expect(page.getByText('After Won in Q3')).toBeVisible();
  const outline = page.getByRole('radio', { name: 'Canvas' });
  await keys.tabTo(outline, 'back');
  await keys.press('ArrowRight');
  await expect(page.getByRole('region', { name: 'Outline' })).toContainText('Won in Q3');
});

test('a plan is built, changed, asked why and exported by keyboard alone, to the cent', async ({ page }) => {
  test.setTimeout(180_000);
  const app = new AppPage(page);
  const keys = new Keyboard(page);
  await app.open();
  const importFile = async () => {
    const dialog = await app.importDialog();
    await keys.open(dialog.getByRole('button', { name: 'Import', exact: true }));
    await expect(dialog).toBeHidden();
  };
  await keys.giveFile(() => keys.open(page.getByRole('button', { name: 'Choose a file' })), 'deals.csv', dealsCsv);
  await importFile();
  await expect(app.tree(/^deals/)).toBeVisible();
  await keys.giveFile(() => keys.command('Import a CSV or Excel file'), 'quotas.csv', quotasCsv);
  await importFile();
  await expect(app.tree(/^quotas/)).toBeVisible();

  await keys.command('New incentive plan');
  await expect(page.getByText('An empty plan')).toBeVisible();
  await keys.press('a');
  await expect(page.getByRole('searchbox', { name: 'Add a node' })).toBeFocused();
  for (const kind of ['Table', 'Credit split', 'Attainment', 'Rate bands', 'Payout', 'Table']) {
    const before = await page.locator('.react-flow__node').count();
    await page.keyboard.type(kind);
    await keys.press('Enter');
    await expect(page.locator('.react-flow__node')).toHaveCount(before + 1);
  }
  await keys.tabTo(app.node('quotas'));
  await keys.press('c');
  const connect = page.getByRole('dialog', { name: /^Connect “quotas” to/ });
  await keys.arrowTo(connect.getByRole('button', { name: 'Attainment · Quotas' }));
  await keys.press('Enter');
  await expect(connect).toBeHidden();
  await expect(app.answerOf('Attainment')).toContainText('%');
  await expect(app.answerOf('Payout')).not.toHaveText('–');

  await expect(app.node('quotas')).toBeFocused();
  await keys.press('Escape');
  await keys.open(page.getByRole('button', { name: 'Add a parameter' }));
  const parameter = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Edit / }) });
  for (const [field, text] of [
    ['Label', 'Top rate'],
    ['Key', 'top_rate'],
    ['Value', '0.05'],
    ['To', '0.1'],
    ['Step', '0.01'],
  ] as const) {
    await keys.tabTo(parameter.getByRole('textbox', { name: field, exact: true }));
    await keys.type(text);
  }
  await keys.open(app.node('Rate bands'), 'back');
  await keys.tabTo(page.getByRole('textbox', { name: 'Rate of band 1' }));
  await keys.type('3%');
  await keys.tabTo(page.getByRole('textbox', { name: 'Rate of band 2' }));
  await keys.type('top_rate');
  await keys.press('Enter');

  const slider = page.getByRole('slider', { name: 'Top rate' });
  await keys.tabTo(slider, 'back');
  await keys.press('ArrowRight');
  await expect(page.getByText(/people gain|person gains/)).toBeVisible();
  await keys.open(page.getByRole('button', { name: 'Keep', exact: true }));
  await expect(page.getByText(/people gain|person gains/)).toBeHidden();

  await keys.command('Payouts · Plan');
  const rowOf = (person: string) =>
    page
      .getByRole('row')
      .filter({ has: page.getByRole('button', { name: `Open the statement of ${person}`, exact: true }) });
  for (const person of people)
    await expect(rowOf(person)).toContainText(amountText(payInCents(person, { below: 3, above: 6 })));
  const who = 'Bo Chen';
  await keys.open(page.getByRole('button', { name: `Open the statement of ${who}` }));
  const statement = page.getByRole('region', { name: `Sales compensation statement: ${who}` });
  await expect(statement).toContainText(amountText(payInCents(who, { below: 3, above: 6 })));
  await keys.open(statement.getByRole('table').getByRole('button', { name: /^Why / }).first());
  await expect(page.getByRole('region', { name: /^Why \d/ })).toContainText('Quota');

  await keys.press('Control+z');
  await expect(statement).toContainText(amountText(payInCents(who, { below: 3, above: 5 })));
  const download = page.waitForEvent('download');
  await keys.command('Payouts of Plan (.csv)');
  const lines = readFileSync(await (await download).path(), 'utf8')
    .trim()
    .split(/\r?\n/);
  const paid = lines[0]?.split(',').findIndex((name) => /payout/i.test(name)) ?? -1;
  for (const person of people) {
    const cells = lines.find((line) => line.startsWith(`${person},`))?.split(',');
    expect(Math.round(Number(cells?.[paid]) * 100), person).toBe(payInCents(person, { below: 3, above: 5 }));
  }
});
