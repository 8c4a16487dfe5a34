import { resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import { runCommand } from '../run-command.ts';

vi.setConfig({ testTimeout: 30_000 });

const root = resolve(import.meta.dirname, '../../..');

function plan(...argv: string[]) {
  let out = '';
  let err = '';
  const code = runCommand(['plan', 'templates/commission-plan', '--design', 'q3-commission', ...argv], {
    out: (text) => (out += text),
    err: (text) => (err += text),
    folder: root,
  });
  return { code, lines: out.split('\n'), err };
}

test('plan tells how each column is computed and why, in the order of the program', () => {
  const { code, lines } = plan('--as-of', '2026-10-01');
  expect(code).toBe(0);
  expect(lines).toContain('Table · deals: read, 5000 rows');
  expect(lines).toContain('  payout: computed on the way, nothing written down, for the total of payout');
  expect(lines).toContain('  base: made once, 3 places read it');
  expect(
    lines.some((line) => line.trimStart().startsWith('ROUND(') && line.endsWith('one loop for ROUND(a, digits)')),
  ).toBe(true);
  expect(lines.findIndex((line) => line.includes('· deals:'))).toBeLessThan(
    lines.findIndex((line) => line.includes('· payout:')),
  );
});

test('plan tells what is made again when a parameter moves, and leaves out what is not', () => {
  const { lines } = plan('--as-of', '2026-10-01', '--then', 'accelerator_multiple=2');
  const at = lines.findIndex((line) => line.startsWith('With accelerator_multiple = 2:'));
  const again = lines.slice(at);
  const [, few, all] = /: (\d+) results made again, (\d+) the first time/.exec(again[0] ?? '') ?? [];
  expect(Number(few)).toBeGreaterThan(0);
  expect(Number(few)).toBeLessThan(Number(all) / 10);
  expect(again.some((line) => line.includes('Accelerator · accelerator'))).toBe(true);
  expect(again.some((line) => line.includes('· deals:'))).toBe(false);
});
