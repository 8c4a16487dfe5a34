import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { AppPage } from './pages/app-page.ts';
import { Keyboard } from './pages/keyboard.ts';

async function openLimits(page: Page): Promise<AppPage> {
  const app = new AppPage(page);
  await app.open();
  await page
    .getByRole('button', { name: /Discount limits/ })
    .first()
    .click();
  await app.tree('Discount limits').click();
  await expect(cell(page, 'Discount, rule Usual')).toHaveValue('<= 20%', { timeout: 30_000 });
  await expect(ruleRow(page, 'Beyond the limit')).toContainText('64', { timeout: 30_000 });
  return app;
}

const cell = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const ruleRow = (page: Page, rule: string) =>
  page.locator('tbody tr').filter({ has: cell(page, `Discount, rule ${rule}`) });
const findings = (page: Page) => page.getByRole('region', { name: 'What the rules leave open' });

test('a gap in the rules is found as it is typed, closed by its fix, and the plan that uses the table follows', async ({
  page,
}) => {
  const app = await openLimits(page);
  await expect(findings(page)).toContainText('Every case is covered');
  await cell(page, 'Discount, rule Beyond the limit').fill('> 25%');
  await cell(page, 'Discount, rule Beyond the limit').press('Enter');
  await expect(findings(page)).toContainText('No rule covers: 20% < Discount ≤ 25%');
  await expect(ruleRow(page, 'Beyond the limit')).toContainText('47');
  await findings(page).getByRole('button', { name: 'Add a rule for it' }).click();
  await expect(cell(page, 'Discount, rule 6')).toHaveValue('(20%..25%]');
  await expect(findings(page)).toContainText('Every case is covered');
  await expect(ruleRow(page, '6')).toContainText('17');
  await cell(page, 'Who approves, rule 6').fill('Country head');
  await cell(page, 'Who approves, rule 6').press('Enter');

  await app.tree(/^Discounts by approver/).click();
  await app.select('By approver');
  await expect(page.getByRole('gridcell', { name: 'Country head' })).toBeVisible();
  await app.tree('Discount limits').click();
  for (let n = 0; n < 3; n++) await page.keyboard.press('ControlOrMeta+z');
  await expect(cell(page, 'Discount, rule Beyond the limit')).toHaveValue('> 20%');
  await expect(cell(page, 'Discount, rule 6')).toBeHidden();
});

test('a cell that is not understood says so beside itself, and a result is asked why', async ({ page }) => {
  await openLimits(page);
  await cell(page, 'Discount, rule Usual').fill('<= own_limmit');
  await cell(page, 'Discount, rule Usual').press('Enter');
  await expect(ruleRow(page, 'Usual')).toContainText('own_limit');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(ruleRow(page, 'Usual')).toContainText('58');
  await page.getByRole('searchbox', { name: /Find/ }).last().fill('R-003');
  await page.getByRole('gridcell', { name: '1', exact: true }).first().click();
  await expect(page.getByRole('region', { name: /^Why/ })).toContainText('Usual');
});

test('a new decision table is made by keyboard alone', async ({ page }) => {
  await openLimits(page);
  const keys = new Keyboard(page);
  await keys.command('New decision table');
  await expect(findings(page)).toContainText('Add conditions and a result');
  await keys.open(page.getByRole('button', { name: 'Add a condition' }));
  await keys.arrowTo(page.getByRole('menuitem', { name: 'Discount', exact: true }));
  await keys.press('Enter');
  await keys.open(page.getByRole('button', { name: 'Add a result' }));
  await keys.open(page.getByRole('button', { name: /Add a rule/ }));
  await keys.tabTo(cell(page, 'Discount, rule 1'));
  await page.keyboard.type('> 20%');
  await keys.press('Tab');
  await page.keyboard.type('Too much');
  await keys.press('Enter');
  await expect(ruleRow(page, '1')).toContainText('64');
  await expect(findings(page)).toContainText('No rule covers: Discount ≤ 20%');
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await page.reload();
  await expect(cell(page, 'Result, rule 1')).toHaveValue('Too much');
});

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing on a decision table (${theme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await openLimits(page);
    await page.getByRole('button', { name: 'Set up Discount' }).click();
    await cell(page, 'Discount, rule Usual').fill('<= nothing_known');
    await cell(page, 'Discount, rule Usual').press('Enter');
    await expect(findings(page)).toContainText('nothing_known');
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .setLegacyMode()
      .analyze();
    expect(violations.flatMap((one) => one.nodes.map((node) => `${one.id} at ${node.target.join(' ')}`))).toEqual([]);
  });
