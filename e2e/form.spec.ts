import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { AppPage } from './pages/app-page.ts';
import { FormPage } from './pages/form-page.ts';
import { Keyboard } from './pages/keyboard.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
async function faultsOf(page: Page, screen: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode().analyze();
  return violations.flatMap((one) => one.nodes.map((node) => `${screen}: ${one.id} at ${node.target.join(' ')}`));
}

test('a form is composed by pointer, filled in, and its answer is a row of the table, the same as on the command line', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const app = new AppPage(page);
  const form = new FormPage(app);
  await app.open();
  await page.getByRole('button', { name: 'Start empty' }).click();
  await form.create();

  await form.dragNew('Text');
  await expect(form.face('Text')).toBeVisible();
  await form.face('Text').click();
  await form.name('Customer', 'customer');
  await form.choose('Required', 'Always');
  await form.dragNew('Repeat', form.card('Customer'));
  await form.name('Lines', 'lines');
  const lines = form.card('Lines');
  const inside = await lines.locator('[data-list]').boundingBox();
  if (!inside) throw new Error('nowhere to drop');
  await app.drag(await app.centreOf(form.kind('Number')), { x: inside.x + 60, y: inside.y + inside.height / 2 });
  await form.name('Amount', 'amount');
  await expect(lines.locator('[data-face]', { hasText: 'Amount' })).toBeVisible();
  await form.dragNew('Computed value', lines);
  await form.name('Total', 'total');
  await form.formula('Formula', 'SUM(amount)');
  await form.dragNew('Long text', form.card('Total'));
  await form.name('Why so much?', 'reason');
  await form.formula('Shown when', 'total>100');
  await expect(form.card('Why so much?')).toContainText('Only when total>100');

  // The key of a field changes in the formulas that name it; a card moves by hand.
  await form.face('Amount').click();
  await form.name('Amount', 'price');
  await expect(form.card('Total')).toContainText('= SUM(price)');
  const handle = page.getByRole('button', { name: 'Move Why so much?' });
  const first = await form.card('Customer').boundingBox();
  if (!first) throw new Error('not on the screen');
  await app.drag(await app.centreOf(handle), { x: first.x + 60, y: first.y - 3 });
  await expect(form.board.locator('[data-face]').first()).toContainText('Why so much?');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(form.board.locator('[data-face]').first()).toContainText('Customer');

  // The preview is the form itself.
  const preview = page.getByRole('complementary', { name: 'Preview' });
  await preview.getByRole('button', { name: 'Add row' }).click();
  await preview.getByRole('textbox', { name: 'Amount' }).fill('150');
  await expect(preview.getByRole('textbox', { name: 'Why so much?' })).toBeVisible();
  await preview.getByRole('textbox', { name: 'Amount' }).fill('50');
  await expect(preview.getByRole('textbox', { name: 'Why so much?' })).toBeHidden();

  await form.fill();
  await page.getByRole('button', { name: 'Make a table for the answers' }).click();
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'still missing' })).toContainText(
    'Customer: please fill this in.',
  );
  await page.getByRole('textbox', { name: 'Customer' }).fill('Orchid Pharma');
  for (const [i, amount] of ['100.1', '20.2'].entries()) {
    await page.getByRole('button', { name: 'Add row' }).click();
    await page.getByRole('textbox', { name: 'Amount' }).nth(i).fill(amount);
  }
  await expect(page.getByRole('status').filter({ hasText: '120.3' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Why so much?' }).fill('Two of them');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Saved · Row 1 of Form')).toBeVisible();
  await page.getByRole('button', { name: 'Open the table' }).click();
  await expect(page.getByRole('gridcell', { name: 'Orchid Pharma' })).toBeVisible();
  await app.saved();
  await page.reload();
  await expect(page.getByRole('gridcell', { name: 'Orchid Pharma' })).toBeVisible();
  await expect(page.getByRole('gridcell', { name: '120.3' })).toBeVisible();

  const folder = mkdtempSync(join(tmpdir(), 'saleswright-'));
  try {
    await page.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    const whole = page.getByRole('menuitem', { name: /Project with its data/ });
    if (await whole.isVisible()) await whole.click();
    const bundle = join(folder, 'project.zip');
    await (await download).saveAs(bundle);
    const input = join(folder, 'answers.json');
    const answers = { customer: 'Orchid Pharma', lines: [{ price: 100.1 }, { price: '20.2' }], reason: 'Two of them' };
    writeFileSync(input, JSON.stringify(answers));
    const out = join(folder, 'out.json');
    const args = ['run', '-s', 'saleswright', '--', 'submit', bundle, '--input', input, '--out', out];
    execFileSync('npm', args, { cwd: new URL('..', import.meta.url), stdio: 'inherit' });
    expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual({
      values: {
        customer: 'Orchid Pharma',
        lines: [{ price: 100.1 }, { price: 20.2 }],
        total: 120.3,
        reason: 'Two of them',
      },
      visible: ['customer', 'lines', 'lines.0.price', 'lines.1.price', 'total', 'reason'],
      problems: [],
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('fields are added, moved into a section, duplicated and deleted by keyboard alone, and each step is told', async ({
  page,
}) => {
  const app = new AppPage(page);
  const form = new FormPage(app);
  const keys = new Keyboard(page);
  await app.open();
  await keys.open(page.getByRole('button', { name: 'Start empty' }));
  await expect(page.getByText('An empty plan')).toBeVisible();
  await keys.command('New form');
  await expect(page.getByText('What do you want to ask?')).toBeVisible();
  await keys.press('a');
  await expect(page.getByRole('searchbox', { name: 'Add a field' })).toBeFocused();
  for (const kind of ['Section', 'Text', 'Date']) {
    await page.keyboard.type(kind);
    await keys.press('Enter');
    await expect(form.face(kind)).toBeVisible();
  }
  // Both went into the section, which was selected.
  await keys.tabTo(form.face('Date'));
  await keys.press('Alt+ArrowUp');
  await expect(page.getByText('Date moved to 1 of 2 in Section')).toBeAttached();
  await expect(form.face('Date')).toBeFocused();
  await keys.press('Alt+ArrowLeft');
  await expect(page.getByText('Date moved to 2 of 2')).toBeAttached();
  await expect(form.face('Date')).toBeFocused();
  await keys.press('Alt+ArrowRight');
  await expect(page.getByText('Date moved to 2 of 2 in Section')).toBeAttached();
  await keys.press('Control+d');
  await expect(form.board.locator('[data-face]', { hasText: 'Date' })).toHaveCount(2);
  await keys.press('Delete');
  await expect(form.board.locator('[data-face]', { hasText: 'Date' })).toHaveCount(1);
  await keys.press('Control+z');
  await expect(form.board.locator('[data-face]', { hasText: 'Date' })).toHaveCount(2);
  await keys.tabTo(form.board.locator('[data-face][tabindex="0"]').first(), 'back');
  await keys.press('Home');
  await expect(form.face('Section')).toBeFocused();
  await keys.press('Enter');
  await expect(form.panel.getByRole('textbox', { name: 'Question' })).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on the form's screens, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ colorScheme, viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const app = new AppPage(page);
    const faults: string[] = [];
    await app.open();
    await page.getByRole('button', { name: 'Visit report', exact: true }).click();
    await expect(page.getByTestId('form-page')).toBeVisible();
    faults.push(...(await faultsOf(page, 'form')));
    await page.locator('[data-face="discount"]').click();
    await expect(page.getByRole('region', { name: 'Field', exact: true })).toBeVisible();
    faults.push(...(await faultsOf(page, 'field')));
    await new FormPage(app).fill();
    await page
      .locator('label')
      .filter({ hasText: /^Order$/ })
      .click();
    await page.getByRole('button', { name: 'Add line' }).click();
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    faults.push(...(await faultsOf(page, 'fill in')));
    await page.setViewportSize({ width: 390, height: 844 });
    await page.reload();
    await expect(page.getByRole('button', { name: 'Send' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    faults.push(...(await faultsOf(page, 'fill in, phone')));
    expect(faults).toEqual([]);
    await context.close();
  });
