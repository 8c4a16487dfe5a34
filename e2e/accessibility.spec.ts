import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { AppPage } from './pages/app-page.ts';
import { clashesOn } from './pages/clashes.ts';
import type { Language } from './pages/screen-words.ts';

// A dozen screens are examined, one after another.
test.describe.configure({ timeout: 180_000 });

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

async function faultsOf(page: Page, screen: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode().analyze();
  return violations.flatMap((one) =>
    one.nodes.map((node) => `${screen}: ${one.id} at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}

/** Opens every screen of the sample in turn and gives all that axe finds on them. */
async function walk(page: Page, language: Language): Promise<string[]> {
  const app = new AppPage(page, language);
  const { words } = app;
  const faults: string[] = [];
  const look = async (screen: string) => faults.push(...(await faultsOf(page, screen)));

  await app.open();
  await expect(page.getByRole('button', { name: words.openSample }).first()).toBeEnabled();
  await look('library');
  await app.openSample();
  await look('plan, nothing selected');
  await app.select('Base commission');
  await expect(page.getByRole('table').first()).toBeVisible();
  await look('plan, bands selected');
  await app.select('Won in Q3');
  await page.locator('textarea').first().focus();
  await expect(page.locator('.monaco-editor').first()).toBeVisible({ timeout: 30_000 });
  await look('plan, formula open');

  await app.segment(words.outline);
  await expect(page.getByRole('region', { name: words.outline })).toBeVisible();
  await look('outline');
  await app.segment(words.canvas);
  await app.select(words.payout);
  await expect(page.getByRole('gridcell', { name: /\$/ }).first()).toBeVisible();
  await look('drawer, data');
  await page.getByRole('gridcell', { name: /^\$/ }).first().click();
  await expect(page.getByRole('region', { name: words.why })).toBeVisible();
  await look('drawer, trace');
  await page.getByRole('tab', { name: words.problems }).click();
  await expect(page.getByRole('region', { name: words.problems, exact: true })).toBeVisible();
  await look('drawer, problems');

  await app.tree(words.payouts).click();
  await expect(page.getByRole('button', { name: words.statementOf }).first()).toBeVisible();
  await look('payouts by person');
  await app.segment(words.region);
  await expect(page.getByRole('figure')).toBeVisible();
  await look('payouts by region');
  await app.segment(words.person);
  await page.getByRole('button', { name: words.statementOf }).first().click();
  await expect(page.getByRole('region', { name: words.why })).toBeVisible();
  await expect(page.getByText(words.sums)).toBeVisible();
  await look('statement with why');

  await app.tree(/^Deals/).click();
  await expect(page.getByRole('gridcell', { name: /^D-/ }).first()).toBeVisible();
  await look('table');
  await app.dropFile(
    'more.csv',
    'Deal,Owner,Closed,Amount\nD-1,Ann Lee,2026-07-01,1200.50\nD-2,Bo Chen,2026-07-02,n/a\n',
  );
  const dialog = await app.importDialog();
  await expect(dialog.getByRole('button', { name: words.importing, exact: true })).toBeVisible();
  await look('import');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: words.find })).toBeVisible();
  await look('command palette');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: words.find })).toBeHidden();
  await page.getByRole('button', { name: words.keys }).click();
  await expect(page.getByRole('dialog', { name: words.keys })).toBeVisible();
  await look('shortcuts');
  return faults;
}

test('axe finds nothing on any screen in the light theme', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await walk(page, 'en')).toEqual([]);
});

test('axe finds nothing on any screen in the dark theme', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await walk(page, 'en')).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('axe finds nothing on any screen in Chinese', async ({ page }) => {
    expect(await walk(page, 'zh-CN')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('library, payouts and statement fit a phone: nothing overlaps, nothing is cut off, axe finds nothing', async ({
    page,
  }) => {
    const app = new AppPage(page);
    const { words } = app;
    const faults: string[] = [];
    const look = async (screen: string) => {
      faults.push(...(await faultsOf(page, screen)));
      faults.push(...(await clashesOn(page)).map((clash) => `${screen}: ${clash}`));
    };
    await app.open();
    await expect(page.getByRole('button', { name: words.openSample }).first()).toBeEnabled();
    await look('library');
    await page.getByRole('button', { name: words.openSample }).first().click();
    await page.getByRole('button', { name: words.results }).click();
    await expect(page.getByRole('button', { name: words.statementOf }).first()).toBeVisible({ timeout: 30_000 });
    await look('payouts by person');
    await app.segment(words.region);
    await expect(page.getByRole('figure')).toBeVisible();
    await look('payouts by region');
    await app.segment(words.person);
    await page.getByRole('button', { name: words.statementOf }).first().click();
    await expect(page.getByText(words.sums)).toBeVisible();
    await expect(page.getByRole('region', { name: words.why })).toBeVisible();
    await look('statement with why');
    await page.getByRole('button', { name: words.allPayouts }).click();
    await expect(page.getByRole('button', { name: words.statementOf }).first()).toBeVisible();
    expect(faults).toEqual([]);
  });
});
