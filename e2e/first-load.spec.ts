import { expect, test } from '@playwright/test';
import { firstLoad, firstLoadBar } from '../src/headless/bench/first-load.ts';

test('the first paint asks for no more script than it may', () => {
  expect(firstLoad(new URL('../dist/', import.meta.url)).scripts).toBeLessThanOrEqual(firstLoadBar);
});

test('the library is there before its store, its kinds and its sample are, and what is clicked meanwhile is done', async ({
  page,
}) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/library-feed|new-parts/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/');
  const start = page.getByRole('button', { name: /Start empty|空白/ });
  await start.click();
  await expect(page).not.toHaveURL(/#\/p\//);
  release();
  await expect(page).toHaveURL(/#\/p\//);
});
