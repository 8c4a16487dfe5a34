import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { AppPage } from './pages/app-page.ts';
import { clashesOn } from './pages/clashes.ts';
import { englishOn } from './pages/english.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode().analyze();
  return violations.flatMap((one) =>
    one.nodes.map((node) => `${one.id} at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}

/** Pages of each sort: a function, a recipe with tables, a chapter with tables and examples. */
const pages = ['', '/function/BANDS', '/recipe/rfm', '/chapter/blanks-and-errors'];

async function openPage(page: Page, entry: string): Promise<void> {
  await page.goto(`/#/help${entry}`);
  // On a phone the first page is the contents alone: its text is there, but not shown.
  await expect(page.locator('main h2').first()).toBeAttached({ timeout: 30_000 });
}

test('F1 in a formula opens the help; found by a Chinese word, an example is changed, computed and inserted', async ({
  page,
}) => {
  const app = new AppPage(page);
  await app.openSample();
  await app.select('Deals');
  await page
    .getByRole('region', { name: /Nodes that can be added/ })
    .getByRole('button', { name: 'Column', exact: true })
    .click();
  const inspector = page.getByRole('region', { name: 'Inspector' });
  await inspector.getByRole('button', { name: 'Add to Columns' }).click();
  await inspector.getByRole('textbox', { name: 'Column name 1' }).fill('bonus');
  await page.getByRole('textbox', { name: 'Formula 1' }).click();
  await expect(page.locator('.monaco-editor .view-lines').first()).toBeVisible({ timeout: 20_000 });
  await page.keyboard.type('SUM(1, 2');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');

  const help = page.getByRole('dialog', { name: 'Formula help' });
  await expect(help.getByRole('heading', { level: 2, name: 'SUM', exact: true })).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press('/');
  await page.keyboard.type('四舍五入');
  await page.keyboard.press('Enter');
  await expect(help.getByRole('heading', { level: 2, name: 'ROUND', exact: true })).toBeVisible();
  const formula = help.getByRole('textbox', { name: 'Formula', exact: true }).first();
  const result = help.getByRole('status', { name: 'Result' }).first();
  await expect(result).toHaveText('= 1.01');
  await formula.fill('ROUND(2.345, 1)');
  await expect(result).toHaveText('= 2.3');

  // The call that was begun is of another function: the example comes in at the caret.
  await help.getByRole('button', { name: 'Insert into my formula' }).first().click();
  await expect(help).toBeHidden();
  await expect(page.locator('.monaco-editor .view-lines').first()).toContainText('SUM(1, 2ROUND(2.345, 1)');
  await page.keyboard.press('F1');
  await expect(help).toBeVisible();
});

test('the help has an address, is found in the command palette, and closes by Escape', async ({ page }) => {
  const app = new AppPage(page);
  await app.open();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('formula help');
  await page.keyboard.press('Enter');
  const help = page.getByRole('dialog', { name: 'Formula help' });
  await expect(help).toBeVisible({ timeout: 20_000 });
  await page.keyboard.type('xlookup');
  await page.keyboard.press('ArrowDown');
  await expect(help.getByRole('heading', { level: 2, name: 'XLOOKUP' })).toBeVisible();
  const address = await help.getByRole('link', { name: 'Open as a page of its own' }).getAttribute('href');
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await page.goto(`/${address ?? ''}`);
  await expect(page.getByRole('heading', { level: 2, name: 'XLOOKUP' })).toBeVisible();
  await page.getByRole('link', { name: 'SUMIFS' }).last().click();
  await expect(page.getByRole('heading', { level: 2, name: 'SUMIFS' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 2, name: 'XLOOKUP' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in the help, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const entry of pages) {
      await openPage(page, entry);
      expect(await faultsOf(page), entry).toEqual([]);
    }
    const app = new AppPage(page);
    await app.open();
    await page.keyboard.press('F1');
    await expect(page.getByRole('dialog', { name: 'Formula help' })).toBeVisible({ timeout: 20_000 });
    await page.keyboard.type('nosuchthing');
    expect(await faultsOf(page)).toEqual([]);
  });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the help fits a phone: nothing overlaps, nothing is cut off, axe finds nothing', async ({ page }) => {
    for (const entry of pages) {
      await openPage(page, entry);
      expect(
        (await clashesOn(page)).filter((one) => !one.startsWith('div._scroll') && !one.startsWith('div._wide')),
        entry,
      ).toEqual([]);
      expect(await faultsOf(page), entry).toEqual([]);
    }
    await page.getByRole('button', { name: 'Contents' }).click();
    await page.getByRole('button', { name: /^Logic/ }).click();
    await page.getByRole('link', { name: 'IFERROR', exact: true }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'IFERROR' })).toBeVisible();
  });
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('the help speaks Chinese', async ({ page }) => {
    await openPage(page, '');
    await expect(page.getByRole('heading', { level: 1, name: '公式帮助' })).toBeVisible();
    const names = await page.locator('main a').allTextContents();
    expect(
      await englishOn(
        page,
        new Set([...names.filter((name) => /^[A-Z.0-9]+$/.test(name)), 'RFM', 'B2', 'SUMIFS', 'COUNTIFS']),
      ),
    ).toEqual([]);
  });
});
