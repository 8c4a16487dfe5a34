// Finds Chromium, or installs it: by apt as root on Debian and Ubuntu, else through Playwright. `--check` only looks.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromiumReady } from './chromium.mjs';

const run = (command, args, env = {}) =>
  spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  }).status === 0;

function install() {
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('No Chromium found: installing chromium and fonts-noto-cjk with apt-get');
    const packages = ['chromium', 'fonts-noto-cjk'];
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      DEBIAN_FRONTEND: 'noninteractive',
    });
    if (chromiumReady()) return;
  }
  run('npx', ['--no-install', 'playwright', 'install', 'chromium']);
}

if (!chromiumReady() && !process.argv.includes('--check')) install();
const found = chromiumReady();
if (found) {
  console.log(`Chromium: ${found}`);
} else {
  console.error(`No Chromium found. One of these helps:
  apt-get install chromium fonts-noto-cjk     (Debian, Ubuntu, as root)
  npx playwright install chromium             (any system with access to Playwright's downloads)
  CHROMIUM_PATH=/path/to/chromium             (a browser that is already there)`);
  process.exit(1);
}
