import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Download, type Page } from '@playwright/test';
import { AppPage } from './pages/app-page.ts';

async function exported(page: Page, item: RegExp): Promise<Download> {
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item }).click();
  return download;
}

test('the exported project runs headless and gives the same bytes as the browser', async ({ page }) => {
  test.setTimeout(90_000);
  const folder = mkdtempSync(join(tmpdir(), 'saleswright-'));
  try {
    const app = new AppPage(page);
    await app.openSample();
    const bundle = join(folder, 'project.zip');
    await (await exported(page, /Project with its data/)).saveAs(bundle);
    const csv = join(folder, 'browser.csv');
    await (await exported(page, /Payouts of Q3 commission/)).saveAs(csv);
    const out = join(folder, 'headless.csv');
    execFileSync('npm', ['run', '-s', 'saleswright', '--', 'run', bundle, '--design', 'q3-commission', '--out', out], {
      cwd: new URL('..', import.meta.url),
      stdio: 'inherit',
    });
    expect(readFileSync(out, 'utf8').split('\n').length).toBeGreaterThan(40);
    expect(readFileSync(out)).toEqual(readFileSync(csv));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
