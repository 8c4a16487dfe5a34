import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { chromiumLaunch } from './chromium.mjs';
import { AppPage } from './pages/app-page.ts';

test('what was done is there after a reload, with its undo history', async ({ page }) => {
  const app = new AppPage(page);
  await app.openSample();
  await app.select('Cap');
  await page.keyboard.press('Delete');
  await expect(app.node('Cap')).toHaveCount(0);
  await app.saved();
  await page.reload();
  await expect(app.answerOf('Payout')).toContainText('$', { timeout: 20_000 });
  await expect(app.node('Cap')).toHaveCount(0);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(app.node('Cap')).toHaveCount(1);
});

test('a browser killed while somebody types loses nothing older than a second', async ({ baseURL }) => {
  test.setTimeout(90_000);
  const profile = mkdtempSync(join(tmpdir(), 'saleswright-'));
  const start = () =>
    chromium.launchPersistentContext(profile, {
      ...chromiumLaunch(),
      baseURL: baseURL ?? '',
      viewport: { width: 1440, height: 900 },
      locale: 'en-US',
    });
  try {
    const first = await start();
    const page = first.pages()[0] ?? (await first.newPage());
    const app = new AppPage(page);
    await app.openSample();
    await app.select('Cap');
    const name = page.getByRole('textbox', { name: /name/i }).first();
    await name.click();
    await name.fill('');
    await name.pressSequentially('Ceiling of the quarter', { delay: 60 });
    await page.waitForTimeout(1000);
    await name.pressSequentially(' and more', { delay: 30 });
    const url = page.url();
    // Not a close: the process is killed in the middle.
    const session = await first.browser()?.newBrowserCDPSession();
    await session?.send('Browser.crash').catch(() => undefined);
    await first.close().catch(() => undefined);

    const second = await start();
    const again = await second.newPage();
    await again.goto(url);
    await expect(again.locator('.react-flow__node', { hasText: 'Ceiling of the quarter' })).toBeVisible({
      timeout: 30_000,
    });
    await second.close();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});
