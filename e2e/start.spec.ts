import { expect, test } from '@playwright/test';

test('the built app starts under its own policy, isolated, without a word of complaint', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url())) foreign.push(request.url());
  });

  const response = await page.goto('/');
  expect(response?.headers()['content-security-policy']).toContain("default-src 'self'");
  await expect(page.getByRole('heading').first()).toBeVisible();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the page carries the policy itself, for servers that send no headers, and forbids code from text', async ({
  page,
}) => {
  // Served without any headers of ours: what holds now is the policy in the page.
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { 'content-type': response.headers()['content-type'] ?? 'text/plain' } });
  });
  await page.goto('/');
  await expect(page.getByRole('heading').first()).toBeVisible();
  // A script of the page itself: code sent by the test driver is not held by the policy.
  const evaluated = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (violation) => resolve(violation.effectiveDirective), {
          once: true,
        });
        const script = document.createElement('script');
        script.textContent = 'document.title = "inline script ran"';
        document.head.append(script);
        setTimeout(() => resolve(`nothing refused: ${document.title}`), 2000);
      }),
  );
  // Files still on their way must not fail after the test is over.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  expect(evaluated).toBe('script-src-elem');
});
