import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { AppPage } from './pages/app-page.ts';
import { Keyboard } from './pages/keyboard.ts';

/** The rows of the template, read apart from the product. */
const [header = '', ...lines] = readFileSync(
  new URL('../templates/welcome-journey/data/customers.csv', import.meta.url),
  'utf8',
)
  .trimEnd()
  .split('\r\n');
const customers = lines.map((line) => {
  const cells = line.split(',');
  const cell = (key: string) => cells[header.split(',').indexOf(key)] ?? '';
  return {
    id: cell('customer'),
    email: cell('email'),
    consent: cell('consent') === 'true',
    seats: Number(cell('seats')),
  };
});
const large = customers.filter((one) => one.seats >= 20);
const small = customers.filter((one) => one.seats < 20);
const everybody = String(customers.length);

async function connect(app: AppPage, from: Locator, port: string, to: Locator): Promise<void> {
  await app.drag(
    await app.centreOf(from.locator(`.react-flow__handle.source[data-port="${port}"]`)),
    await app.centreOf(to.locator('.react-flow__handle.target')),
  );
}

/** The days that are simulated: from 1 July for two months. */
async function setDays(page: Page): Promise<void> {
  const bar = page.getByRole('region', { name: 'Simulation', exact: true }).first();
  for (const [name, date] of [
    ['From', '2026-07-01'],
    ['Until', '2026-08-31'],
  ] as const) {
    await bar.getByLabel(name).fill(date);
    await bar.getByLabel(name).press('Enter');
  }
}

async function openTemplate(page: Page, name = 'Welcome journey'): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name, exact: true }).click();
  await expect(digestOf(page)).toBeVisible({ timeout: 30_000 });
}

const digestOf = (page: Page) => page.getByTestId('digest');

test('a journey is composed by pointer, simulated, asked why, and comes to the same headless', async ({ page }) => {
  test.setTimeout(90_000);
  const app = new AppPage(page);
  await openTemplate(page);
  await page.getByRole('region', { name: 'Designs' }).getByRole('button', { name: 'Add a design' }).click();
  await page.getByRole('menuitem', { name: 'New journey' }).click();
  await expect(page.getByText('An empty journey')).toBeVisible();

  await app.dragFromPalette('Entry', { x: 110, y: 130 });
  await app.dragFromPalette('Wait', { x: 320, y: 130 });
  await app.dragFromPalette('Branch', { x: 530, y: 130 });
  await app.dragFromPalette('Call task', { x: 740, y: 130 });
  await app.dragFromPalette('E-mail', { x: 740, y: 290 });
  await app.dragFromPalette('Goal', { x: 320, y: 400 });
  await app.dragFromPalette('Exit', { x: 530, y: 400 });
  const [entry, wait, branch, call, mail, goal, exit] = [
    'Entry',
    'Wait',
    'Branch',
    'Call task',
    'E-mail',
    'Goal',
    'Exit',
  ].map((label) => app.node(label)) as [Locator, Locator, Locator, Locator, Locator, Locator, Locator];
  await connect(app, entry, 'out', wait);
  await connect(app, wait, 'out', branch);
  await connect(app, branch, 'yes', call);
  await connect(app, branch, 'else', mail);
  await connect(app, call, 'out', goal);
  await connect(app, mail, 'out', exit);
  await connect(app, goal, 'out', exit);

  await app.select('Branch');
  await page.getByRole('group', { name: 'Does' }).locator('textarea').first().focus();
  await expect(page.locator('.monaco-editor').first()).toBeVisible({ timeout: 30_000 });
  await page.keyboard.type('seats >= 20');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Say what is asked here.')).toHaveCount(0);
  await app.select('Wait');
  await setDays(page);

  await expect(app.answerOf('Entry')).toHaveText(everybody);
  await expect(app.answerOf('Call task')).toHaveText(String(large.length));
  await expect(app.answerOf('E-mail')).toHaveText(String(small.length));
  await expect(app.answerOf('Goal')).toHaveText(String(large.length));
  await expect(app.answerOf('Exit')).toHaveText(everybody);
  await expect(page.getByTestId('entered')).toHaveText(everybody);
  await expect(page.getByTestId('accounted')).toHaveText(new RegExp(`: ${everybody}.* = ${everybody}$`));
  const unreachable = small.filter((one) => one.consent && one.email === '').length;
  await app.select('E-mail');
  await expect(page.getByText('not sent: no address').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Node' }).locator('dd')).toContainText([String(unreachable)]);
  const whom = large[0] ?? { id: '', seats: 0 };
  const first = await digestOf(page).textContent();

  await page.getByRole('tab', { name: 'One customer' }).click();
  await page.getByRole('searchbox', { name: 'Find a customer' }).fill(whom.id);
  await page.getByRole('button', { name: new RegExp(`^${whom.id}`) }).click();
  const story = page.getByTestId('story');
  await expect(story).toContainText(`Yes: seats ≥ 20 (${whom.seats} ≥ 20) holds.`);
  await expect(story).toContainText('Reached “Goal”.');
  await expect(story.getByRole('listitem')).toHaveCount(6);

  await app.saved();
  await page.reload();
  await expect(digestOf(page)).toHaveText(first ?? '', { timeout: 30_000 });
  const until = page.getByLabel('Until', { exact: true });
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(until).toHaveValue('');
  await page.getByRole('button', { name: /^Redo/ }).click();
  await expect(until).toHaveValue('2026-08-31');
  await expect(digestOf(page)).toHaveText(first ?? '');

  const folder = mkdtempSync(join(tmpdir(), 'saleswright-'));
  try {
    // There is one thing to take out: it is done at once.
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    const bundle = join(folder, 'project.zip');
    await (await download).saveAs(bundle);
    const out = join(folder, 'result.json');
    const words = ['run', '-s', 'saleswright', '--', 'simulate', bundle, '--design', 'Journey', '--out', out];
    execFileSync('npm', words, { cwd: new URL('..', import.meta.url), stdio: 'inherit' });
    const result = JSON.parse(readFileSync(out, 'utf8')) as { digest: string; entered: number };
    expect([result.digest, result.entered]).toEqual([first, customers.length]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a journey is composed, connected and simulated by keyboard alone', async ({ page }) => {
  test.setTimeout(90_000);
  const app = new AppPage(page);
  const keys = new Keyboard(page);
  await openTemplate(page);
  await keys.command('New journey');
  await expect(page.getByText('An empty journey')).toBeVisible();
  await keys.press('a');
  await expect(page.getByRole('searchbox', { name: 'Add a step' })).toBeFocused();
  for (const kind of ['Entry', 'A/B split', 'Call task', 'Exit']) {
    const before = await page.locator('.react-flow__node').count();
    await page.keyboard.type(kind);
    await keys.press('Enter');
    await expect(page.locator('.react-flow__node')).toHaveCount(before + 1);
  }
  await keys.tabTo(app.node('A/B split'));
  await keys.press('c');
  const menu = page.getByRole('dialog', { name: /^Connect “A\/B split” to/ });
  await keys.arrowTo(menu.getByRole('button', { name: /^B.*→ Exit$/ }));
  await keys.press('Enter');
  await expect(menu).toBeHidden();
  await expect(page.locator('.react-flow__edge')).toHaveCount(4);

  const from = page.getByLabel('From', { exact: true });
  await keys.tabTo(from);
  await page.keyboard.type('07012026');
  await keys.press('Enter');
  await expect(app.answerOf('Entry')).toHaveText(everybody);
  await expect(app.answerOf('Exit')).toHaveText(everybody);
  const some = Number(await app.answerOf('Call task').textContent());
  expect(some).toBeGreaterThan(customers.length * 0.4);
  expect(some).toBeLessThan(customers.length * 0.6);
});

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
for (const [language, theme, names] of [
  ['en-US', 'light', { template: 'Welcome journey', one: 'One customer', find: 'Find a customer', outline: 'Outline' }],
  ['zh-CN', 'dark', { template: '欢迎旅程', one: '单个客户', find: '查找客户', outline: '大纲' }],
] as const)
  test(`axe finds nothing on the screens of a journey, ${language} ${theme}`, async ({ browser }) => {
    test.setTimeout(90_000);
    const context = await browser.newContext({ locale: language, colorScheme: theme });
    const page = await context.newPage();
    const faults: string[] = [];
    const look = async (screen: string) => {
      const { violations } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode().analyze();
      for (const one of violations)
        for (const node of one.nodes)
          faults.push(`${screen}: ${one.id} at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`);
    };
    await openTemplate(page, names.template);
    await look('journey');
    await page.getByTestId('canvas').getByTestId('answer').nth(6).click();
    await look('step');
    await page.getByRole('tab', { name: names.one }).click();
    await page.getByRole('searchbox', { name: names.find }).fill('C-0002');
    await look('customers found');
    await page
      .getByRole('button', { name: /^C-0002/ })
      .first()
      .click();
    await expect(page.getByTestId('story')).toBeVisible();
    await look('story');
    await page
      .locator('label')
      .filter({ has: page.getByRole('radio', { name: names.outline, exact: true }) })
      .click();
    await look('outline');
    expect(faults).toEqual([]);
    await context.close();
  });
