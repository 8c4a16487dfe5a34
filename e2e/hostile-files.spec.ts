import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { AppPage } from './pages/app-page.ts';

test('a broken CSV is told: wrong cells listed, an open quote named, a workbook recognised', async ({ page }) => {
  const app = new AppPage(page);
  await app.open();
  const rows = Array.from({ length: 80 }, (_, i) => `r${i},${i === 40 ? 'n/a' : i}`).join('\n');
  await app.dropFile('wrong.csv', `Rep,Amount\n${rows}\n`);
  let dialog = await app.importDialog();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog).toContainText('1 cell of “Amount” does not fit');
  await expect(dialog.getByRole('cell', { name: 'n/a' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Back' }).click();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await app.dropFile('open.csv', 'Rep,Amount\nAnn,5\nBo,"6\nCy,7\n');
  dialog = await app.importDialog();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog).toContainText('never closed');
  await page.keyboard.press('Escape');

  await app.dropFile('book.xlsx', 'PK\u0003\u0004 not really a workbook');
  await expect(await app.importDialog()).toContainText('damaged and cannot be read as a workbook');
});

test('a name of markup stays text', async ({ page }) => {
  const app = new AppPage(page);
  await app.open();
  await app.dropFile('<img src=x onerror=alert(1)>.csv', '<img src=x onerror=alert(1)>,__proto__\n1,=cmd()\n');
  let alerted = false;
  page.on('dialog', () => (alerted = true));
  await app.confirmImport();
  await expect(page.getByRole('grid')).toContainText('=cmd()');
  expect(alerted).toBe(false);
});

test('a CSV of 200 MB is read with progress and can be cancelled', async ({ page }) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'saleswright-'));
  const file = join(folder, 'big.csv');
  try {
    const out = createWriteStream(file);
    out.write('Deal,Owner,Closed,Amount,Note\n');
    const block = Array.from(
      { length: 20_000 },
      (_, i) =>
        `D-${i},Rep ${i % 300},2026-0${(i % 9) + 1}-15,${(i * 37) % 100_000}.25,some words about the deal that fill the line\n`,
    ).join('');
    for (let size = 0; size < 200 * 1024 * 1024; size += block.length) if (!out.write(block)) await once(out, 'drain');
    out.end();
    await once(out, 'finish');

    const app = new AppPage(page);
    await app.open();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await (await chooser).setFiles(file);
    const dialog = await app.importDialog();
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(dialog.getByRole('progressbar')).toBeVisible();
    await dialog
      .getByRole('button', { name: /Cancel/ })
      .first()
      .click();
    await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeVisible({ timeout: 5_000 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
