import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import type { TestProjectConfiguration } from 'vitest/config';
import { chromiumLaunch } from './e2e/chromium.mjs';

const isolation = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

const policy = [
  "default-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join('; ');

/** Writes the policy into the built pages only: the dev server needs an inline script for hot reloading. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
      injectTo: 'head-prepend',
    },
  ],
};

const underVitest = Boolean(process.env.VITEST);
const deep = Boolean(process.env.DEEP); // `npm run test:deep`: slow tests too, and more runs of each property

async function testProjects(): Promise<TestProjectConfiguration[]> {
  const { playwright } = await import('@vitest/browser-playwright');
  return [
    {
      extends: true,
      test: {
        name: 'unit',
        environment: 'node',
        include: ['src/**/*.test.ts', 'templates/**/*.test.ts', 'e2e/*.test.ts'],
        exclude: deep ? [] : ['**/*.deep.test.ts'],
        testTimeout: deep ? 300_000 : 30_000,
        ...(deep ? { setupFiles: ['e2e/setup-deep.ts'] } : {}),
      },
    },
    {
      extends: true,
      test: {
        name: 'dom',
        environment: 'happy-dom',
        include: ['src/**/*.dom.test.tsx'],
        testTimeout: 30_000,
        setupFiles: ['e2e/setup-dom.ts'],
      },
    },
    {
      extends: true,
      test: {
        name: 'browser',
        include: ['src/**/*.browser.test.tsx'],
        setupFiles: ['e2e/setup-browser.ts'],
        browser: {
          enabled: true,
          headless: true,
          screenshotFailures: false,
          provider: playwright({ launchOptions: chromiumLaunch() }),
          instances: [{ browser: 'chromium' }],
        },
      },
    },
  ];
}

export default defineConfig(async () => ({
  plugins: [react(), contentSecurityPolicy],
  server: {
    host: '127.0.0.1',
    ...(underVitest ? { port: 0, strictPort: false } : { port: 5173, strictPort: true }),
    headers: isolation,
  },
  preview: {
    host: '127.0.0.1',
    port: 4173,
    strictPort: true,
    headers: { ...isolation, 'Content-Security-Policy': policy },
  },
  // Found in time by the dev server only if named: the workers' imports are met late, and a reload would end a test.
  optimizeDeps: { include: ['fflate', 'zod', 'hucre/xlsx'] },
  worker: { format: 'es' as const },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 4096,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // The router and the canvas share a shim: left to itself it would draw the whole canvas into the first load.
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|use-sync-external-store)[\\/]/ },
            { name: 'mantine', test: /node_modules[\\/]@mantine[\\/]/ },
            { name: 'xyflow', test: /node_modules[\\/](@xyflow|d3-)/ },
            { name: 'dexie', test: /node_modules[\\/]dexie/ },
            { name: 'zod', test: /node_modules[\\/]zod[\\/]/ },
            { name: 'dndkit', test: /node_modules[\\/]@dnd-kit[\\/]/ },
          ],
        },
      },
    },
  },
  ...(underVitest ? { test: { pool: 'forks' as const, maxWorkers: 2, projects: await testProjects() } } : {}),
}));
