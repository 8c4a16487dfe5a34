import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { TablePage } from './pages/table-page.ts';

const workbook = () =>
  writeXlsx({
    sheets: [
      { name: 'Notes', rows: [['Made by hand'], ['Nothing to see']] },
      {
        name: 'Pipeline',
        columns: [{}, {}, { numFmt: '"$"#,##0.00' }, { numFmt: 'yyyy-mm-dd' }],
        rows: [
          ['Pipeline 2026'],
          [],
          ['Deal', 'Owner', 'Amount', 'Closed'],
          ['D-1', 'Ann', 1200.5, new Date('2026-01-15T00:00:00Z')],
          ['D-2', 'Bo', 800, new Date('2026-02-01T00:00:00Z')],
          ['D-3', 'Cy', 430, new Date('2026-02-20T00:00:00Z')],
        ],
      },
    ],
  });

test('a sheet of a workbook is imported, edited, pasted into, refreshed by key with its changes shown, undone and taken out', async ({
  page,
}) => {
  const table = new TablePage(page);
  await table.openWith('pipeline.xlsx', await workbook());
  const { dialog } = table;
  await dialog.getByRole('combobox', { name: 'Sheet' }).click();
  await page.getByRole('option', { name: 'Pipeline' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Cells' })).toHaveValue('A3:D1048576');
  await expect(dialog.getByRole('textbox', { name: 'Name: Amount' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => table.column(2)).toEqual(['$1,200.50', '$800.00', '$430.00']);

  // A cell by keyboard; what does not fit is not taken.
  await table.cell(1, 2).click();
  await page.keyboard.type('9x');
  await page.keyboard.press('Enter');
  await expect(page.getByText('“9x” does not fit')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.type('950');
  await page.keyboard.press('Enter');
  await expect(table.cell(1, 2)).toHaveText('$950.00');

  // Pasted over the last row and below it: one undoable step.
  await table.cell(2, 0).click();
  await table.paste('D-3\tCy\t431\t2026-02-21\r\nD-4\tDi\t77\t2026-03-01\r\n');
  await expect.poll(() => table.column(2)).toEqual(['$1,200.50', '$950.00', '$431.00', '$77.00']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => table.column(2)).toEqual(['$1,200.50', '$950.00', '$430.00']);

  // The daily file.
  await table.giveFile(
    'Refresh from a file',
    'today.csv',
    'Deal,Owner,Amount,Region\nD-2,Bo,1000,North\nD-9,Eva,50,South\n',
  );
  await expect(dialog.getByText('New in the file: Region')).toBeVisible();
  await expect(dialog.getByText(/Not in the file: Closed/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Show what changes' }).click();
  await expect(dialog.getByText('1 added')).toBeVisible();
  await expect(dialog.getByText('1 changed')).toBeVisible();
  await expect(dialog.getByText('2 not in the file, kept')).toBeVisible();
  await expect(dialog.getByRole('cell', { name: '$950.00' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Take it over' }).click();
  await expect.poll(() => table.column(2)).toEqual(['$1,200.50', '$1,000.00', '$430.00', '$50.00']);
  await expect(table.grid.getByRole('columnheader', { name: 'Region' })).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  await page.getByRole('menuitem', { name: /Excel/ }).click();
  const [sheet] = (await readXlsx(await readFile(await (await download).path()))).sheets;
  expect(sheet?.rows.map((row) => row.slice(0, 3))).toEqual([
    ['Deal', 'Owner', 'Amount'],
    ['D-1', 'Ann', 1200.5],
    ['D-2', 'Bo', 1000],
    ['D-3', 'Cy', 430],
    ['D-9', 'Eva', 50],
  ]);

  await table.grid.focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => table.column(2)).toEqual(['$1,200.50', '$950.00', '$430.00']);
});
