// The one place that picks the browser for every test that needs one.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

export function systemChromium() {
  const set = process.env.CHROMIUM_PATH; // a path, or the word "playwright" for Playwright's own build
  if (set === 'playwright') return undefined;
  if (set) return set;
  if (process.platform !== 'linux') return undefined;
  if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  for (const dir of (process.env.PATH ?? '').split(delimiter))
    for (const name of names) if (existsSync(join(dir, name))) return join(dir, name);
  return undefined;
}

export function chromiumReady() {
  const executable = systemChromium() ?? chromium.executablePath();
  return executable && existsSync(executable) ? executable : undefined;
}

export function chromiumLaunch() {
  const executablePath = systemChromium();
  return {
    ...(executablePath ? { executablePath } : {}),
    chromiumSandbox: process.platform === 'linux' && process.getuid?.() !== 0, // as root the sandbox does not start
    args: [
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-default-apps',
      '--disable-domain-reliability',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--force-color-profile=srgb',
      '--font-render-hinting=none',
    ],
  };
}
