import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { AppPage } from './pages/app-page.ts';
import { Keyboard } from './pages/keyboard.ts';

async function openCard(page: Page): Promise<AppPage> {
  const app = new AppPage(page);
  await app.open();
  await page
    .getByRole('button', { name: /Rep scorecard/ })
    .first()
    .click();
  await expect(placeOf(page, 1)).toContainText('Deniz Aydin', { timeout: 30_000 });
  return app;
}

const ranking = (page: Page) => page.getByRole('region', { name: 'Ranking' });
const placeOf = (page: Page, place: number) =>
  ranking(page)
    .locator('tbody tr')
    .nth(place - 1);

test('weights are tried by dragging, the ranking follows, and they are kept, undone and still there later', async ({
  page,
}) => {
  const app = await openCard(page);
  await expect(placeOf(page, 1)).toContainText('101.1');
  const handle = page.getByRole('slider', { name: 'Between Revenue attainment and Renewals' });
  const bar = await page.getByRole('region', { name: 'Weights' }).boundingBox();
  const from = await app.centreOf(handle);
  await app.drag(from, { x: from.x - (bar?.width ?? 0) * 0.3, y: from.y });
  await expect(page.getByText(/people change rank/)).toBeVisible();
  await expect(
    ranking(page)
      .getByRole('img', { name: /^up \d/ })
      .first(),
  ).toBeVisible();
  await expect(
    ranking(page)
      .getByRole('img', { name: /^down \d/ })
      .first(),
  ).toBeVisible();
  const tried = await page.getByRole('textbox', { name: 'Weight of Revenue attainment' }).inputValue();
  expect(Number.parseInt(tried, 10)).toBeLessThan(30);
  await page.getByRole('button', { name: 'Keep these weights' }).click();
  await expect(page.getByText(/people change rank/)).toBeHidden();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('textbox', { name: 'Weight of Revenue attainment' })).toHaveValue('50%');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(page.getByRole('textbox', { name: 'Weight of Revenue attainment' })).toHaveValue(tried);
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Weight of Revenue attainment' })).toHaveValue(tried);
});

test('a scorecard is tried, kept and asked why by keyboard alone', async ({ page }) => {
  await openCard(page);
  const keys = new Keyboard(page);
  await keys.tabTo(page.getByRole('slider', { name: 'Between Renewals and Customer voice' }));
  for (let n = 0; n < 3; n++) await keys.press('Shift+ArrowRight');
  await expect(page.getByRole('textbox', { name: 'Weight of Renewals' })).toHaveValue('50%');
  await expect(page.getByRole('textbox', { name: 'Weight of Customer voice' })).toHaveValue('0%');
  await keys.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Weight of Renewals' })).toHaveValue('30%');
  await keys.tabTo(page.getByRole('textbox', { name: 'Weight of Revenue attainment' }));
  await page.keyboard.type('60%');
  await keys.press('Enter');
  // The others make room in their proportions: 30 and 20 become 24 and 16.
  await expect(page.getByRole('textbox', { name: 'Weight of Renewals' })).toHaveValue('24%');
  await expect(page.getByRole('textbox', { name: 'Weight of Customer voice' })).toHaveValue('16%');
  await keys.tabTo(page.getByRole('button', { name: 'Keep these weights' }), 'back');
  await keys.press('Enter');
  await keys.open(placeOf(page, 1).getByRole('button', { name: /Why does/ }));
  await expect(page.getByRole('region', { name: /^Why/ })).toContainText('Revenue attainment · points');
});

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing on a scorecard (${theme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await openCard(page);
    await page.getByRole('button', { name: 'Open Renewals' }).click();
    await page.getByRole('slider', { name: 'Between Renewals and Customer voice' }).press('Shift+ArrowRight');
    await expect(page.getByText(/people change rank/)).toBeVisible();
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .setLegacyMode()
      .analyze();
    expect(violations.flatMap((one) => one.nodes.map((node) => `${one.id} at ${node.target.join(' ')}`))).toEqual([]);
  });
