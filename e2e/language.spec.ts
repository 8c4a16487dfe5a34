import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { AppPage } from './pages/app-page.ts';
import { englishOn } from './pages/english.ts';

test.use({ locale: 'zh-CN', colorScheme: 'dark' });

/** What people named, described or wrote themselves stays as it is: labels, keys, and the data. */
const sample = new URL('../templates/commission-plan/', import.meta.url);
const named = new Set<string>();
JSON.parse(readFileSync(new URL('project.json', sample), 'utf8'), (key, value: unknown) => {
  if (['label', 'name', 'description', 'key'].includes(key) && typeof value === 'string') named.add(value);
  return value;
});
for (const computed of ['credited', 'attainment', 'payout']) named.add(computed);
for (const line of readFileSync(new URL('data/people.csv', sample), 'utf8').trim().split('\n').slice(1))
  for (const cell of line.split(',')) named.add(cell.trim());

test('in Chinese and dark, from the sample over a changed rate to a statement, no English is left on the screen', async ({
  page,
}) => {
  const app = new AppPage(page, 'zh-CN');
  const { words } = app;
  const english: string[] = [];
  const look = async (screen: string) =>
    english.push(...(await englishOn(page, named)).map((text) => `${screen}: ${text}`));
  await app.open();
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset['theme']])).toEqual(
    ['zh-CN', 'dark'],
  );
  await look('library');
  await app.openSample();
  await look('plan');
  const before = await app.answerOf(words.payout).textContent();

  await app.select('Base commission');
  const rate = page.getByRole('textbox', { name: '第 3 档费率' });
  await rate.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('4.5%');
  await page.keyboard.press('Enter');
  await expect(app.answerOf(words.payout)).not.toHaveText(before ?? '');
  await expect(app.node(words.payout).getByRole('img', { name: '增加' })).toBeVisible();
  await look('bands');
  await app.saved();

  await page
    .getByRole('gridcell', { name: /^US\$|^\$/ })
    .first()
    .click();
  await expect(page.getByRole('tab', { name: words.trace })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('region', { name: words.why })).toBeVisible();
  await look('trace');
  await page.getByRole('tab', { name: words.problems }).click();
  await look('problems');
  await app.segment(words.outline);
  await look('outline');

  await app.tree(words.payouts).click();
  const first = page.getByRole('button', { name: words.statementOf }).first();
  await expect(first).toBeVisible();
  await look('payouts');
  await first.click();
  await expect(page.getByText(words.sums)).toBeVisible();
  await expect(page.getByRole('region', { name: words.why })).toBeVisible();
  await look('statement');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: words.find })).toBeVisible();
  await look('command palette');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: words.keys }).click();
  await expect(page.getByRole('dialog', { name: words.keys })).toBeVisible();
  await look('shortcuts');
  expect([...new Set(english)]).toEqual([]);
});
