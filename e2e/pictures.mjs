// `npm run pictures`: takes the pictures of README.md from the built app, as a visitor sees it. Builds nothing itself.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { chromiumLaunch, chromiumReady } from './chromium.mjs';
import { palettePng } from './palette-png.mjs';

const root = resolve(import.meta.dirname, '..');
const folder = resolve(import.meta.dirname, 'pictures');
const patience = 30_000;

function stop(message) {
  console.error(message);
  process.exit(1);
}

if (!existsSync(resolve(root, 'dist/index.html'))) stop('Nothing is built yet. Run: npm run build');
if (!chromiumReady()) stop('No browser was found. Run: node e2e/browsers.mjs');

/** The sample, computed, in a browser of its own. */
async function openSample(browser, address, look) {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    deviceScaleFactor: 1,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...look,
  });
  await page.goto(address);
  await page
    .getByRole('button', { name: /^(Open the sample|打开示例)$/ })
    .first()
    .click({ timeout: patience });
  await page.getByTestId('answer').filter({ hasText: '$' }).last().waitFor({ timeout: patience });
  return page;
}

async function keep(page, name) {
  await page.mouse.move(720, 4);
  await page.waitForTimeout(1500);
  const bytes = palettePng(await page.screenshot({ type: 'png' }));
  writeFileSync(resolve(folder, name), bytes);
  console.log(`${name}: ${Math.round(bytes.length / 1000)} kB`);
}

/** A rate being tried: the difference stands on the canvas and on each node it moves. */
async function planEditor(browser, address) {
  const page = await openSample(browser, address, { locale: 'en-US', colorScheme: 'light' });
  const slider = page.getByRole('slider', { name: /Accelerator multiple/ });
  await slider.focus();
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
  await page.getByText(/people gain/).waitFor({ timeout: patience });
  await keep(page, 'plan-editor.png');
}

/** One person's statement, and why the first amount is what it is. */
async function statement(browser, address) {
  const page = await openSample(browser, address, { locale: 'zh-CN', colorScheme: 'dark' });
  await page.getByRole('navigation', { name: '项目' }).getByRole('button', { name: /^应发/ }).first().click();
  await page.getByRole('row').getByRole('button').first().click({ timeout: patience });
  await page.getByRole('region', { name: /\$/ }).waitFor({ timeout: patience });
  await keep(page, 'statement.png');
}

mkdirSync(folder, { recursive: true });
const server = await preview({ root, preview: { port: 0, strictPort: false } });
const browser = await chromium.launch(chromiumLaunch());
try {
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error('the server gave no address');
  await planEditor(browser, address);
  await statement(browser, address);
} finally {
  await browser.close();
  await server.close();
}
