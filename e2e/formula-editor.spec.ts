import { expect, test } from '@playwright/test';
import { AppPage } from './pages/app-page.ts';
import { FormulaEditor } from './pages/formula-editor.ts';

test('each part of a formula is seen on any row, live, and the next error is one click away', async ({ page }) => {
  const app = new AppPage(page);
  const editor = new FormulaEditor(page);
  await app.openSample();
  await app.select('Won in Q3');
  await editor.enter(/Keep/);
  await editor.write('IF(amount > 600, amount, 1 / 0) > 2 * accelerator_multiple');
  await expect(editor.part('Result')).toContainText('#DIV/0!');
  await expect(editor.part(/^amount > 600/)).toContainText('FALSE');
  await expect(editor.part(/^amount/).last()).toContainText('not computed');

  await editor.row.fill('7');
  await page.keyboard.press('Enter');
  await expect(editor.part('Result')).toContainText('TRUE');
  await expect(editor.part(/^1 \/ 0/)).toContainText('not computed');
  await editor.nextError();
  await expect(editor.part('Result')).toContainText('#DIV/0!');
  await expect(editor.row).toHaveValue('8');

  // A line lights up its part of the text; the pointer on the text says the value.
  await editor.part(/^2 \* accelerator_multiple/).hover();
  await expect(page.locator('.monaco-editor [class*=marked]')).not.toHaveCount(0);
  await editor.word('accelerator_multiple').hover();
  await expect(editor.hover).toContainText('number (×)');
  await expect(editor.hover).toContainText('1.50×');
});

test('a column is renamed in every formula and prop at once, and one undo takes it back', async ({ page }) => {
  const app = new AppPage(page);
  const editor = new FormulaEditor(page);
  await app.openSample();
  const paid = (await app.answerOf('Payout').textContent()) ?? '';
  await app.select('Won in Q3');
  await editor.enter(/Keep/);
  const before = await page.locator('.monaco-editor .view-lines').innerText();
  expect(before).toContain('stage');
  await editor.clickWord('stage');
  const uses = await editor.uses();
  await expect(uses.getByRole('button', { name: /Won in Q3/ }).first()).toContainText('stage');
  await page.keyboard.press('Escape');
  await expect(page.locator('.monaco-editor .view-lines').first()).toBeVisible();

  await editor.clickWord('stage');
  await editor.rename('closed');
  await expect(page.getByRole('dialog')).toContainText('There already is a column called “closed”');
  await page.getByRole('dialog').getByRole('textbox').fill('phase');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.locator('.monaco-editor .view-lines').first()).toContainText('phase');
  await expect(app.answerOf('Payout')).toHaveText(paid);

  await editor.undo();
  await expect(page.getByRole('textbox', { name: /Keep/ })).toHaveValue(/stage = "Won"/);
  await expect(app.answerOf('Payout')).toHaveText(paid);
});

test('F12 leads from a name to the column of its table, to the node that makes it, and to the parameter', async ({
  page,
}) => {
  const app = new AppPage(page);
  const editor = new FormulaEditor(page);
  await app.openSample();
  await app.select('Won in Q3');
  await editor.enter(/Keep/);
  await editor.write('amount > accelerator_multiple');
  await editor.clickWord('accelerator_multiple');
  await page.keyboard.press('F12');
  await expect(page.getByRole('button', { name: /Accelerator multiple/, expanded: true })).toBeFocused();

  await app.select('Won in Q3');
  await editor.enter(/Keep/);
  await editor.word('amount').click({ modifiers: ['Control'] });
  await expect(page.getByRole('tab', { name: 'Deals' })).toHaveAttribute('aria-selected', 'true');
  const grid = page.getByRole('grid');
  await expect(grid).toBeFocused();
  const head = page.locator(`[id="${(await grid.getAttribute('aria-activedescendant')) ?? ''}"]`);
  await expect(head).toContainText('Amount');

  await page.getByRole('tab', { name: 'Q3 commission' }).click();
  await app.select('Base commission');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await editor.enter(/Keep/);
  await editor.write('base > 0');
  await editor.clickWord('base');
  await page.keyboard.press('F12');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Base commission');
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });
  test('in Chinese: a function is found by its help, and the parts are told in Chinese', async ({ page }) => {
    const app = new AppPage(page, 'zh-CN');
    const editor = new FormulaEditor(page, 'zh-CN');
    await app.openSample();
    await app.select('Won in Q3');
    await editor.enter(/保留/);
    await editor.type('amount > 四舍五入');
    await expect(editor.suggestion('ROUND').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.type('amount, 0) - 1 +');
    await expect(editor.lens).toBeVisible();
    await page.keyboard.type(' IF(amount < 0, amount, 0)');
    await page.keyboard.press('Escape');
    await expect(editor.part('结果')).toContainText(/TRUE|FALSE/);
    await expect(editor.part(/^ROUND/).last()).toContainText('$');
    await expect(editor.part(/^amount/).last()).toContainText('未计算');
  });
});
