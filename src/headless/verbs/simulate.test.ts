import { describe, expect, test } from 'vitest';
import { runCommand } from '../run-command.ts';

function run(...argv: string[]) {
  let out = '';
  let err = '';
  const folder = new URL('../../..', import.meta.url).pathname;
  const code = runCommand(argv, { out: (text) => (out += text), err: (text) => (err += text), folder });
  return { code, out, err };
}
const template = ['simulate', 'templates/welcome-journey', '--design', 'welcome'];

describe('simulate', () => {
  test('gives counts, intents and a digest: the same for the same seed, another for another', () => {
    const first = run(...template, '--seed', '7');
    expect([first.code, first.err]).toEqual([0, '']);
    const result = JSON.parse(first.out) as {
      nodes: Record<string, { in: number; waiting: number; out: number; failed: number }>;
      intents: { at: string }[];
      digest: string;
      entered: number;
    };
    for (const counts of Object.values(result.nodes))
      expect(counts.in).toBe(counts.waiting + counts.out + counts.failed);
    expect(result.nodes['signed']?.in).toBe(result.entered);
    expect(result.intents[0]?.at).toMatch(/^2026-07-0\dT/);
    expect(run(...template, '--seed=7').out).toBe(first.out);
    expect(run(...template, '--seed=8').out).not.toBe(first.out);
  });

  test('ends where it is told to', () => {
    const short = JSON.parse(run(...template, '--until', '2026-07-03').out) as { entered: number; active: number };
    expect(short.entered).toBeLessThan(100);
    expect(short.active).toBeGreaterThan(0);
  });

  test('tells one customer’s story in both languages', () => {
    const { code, out } = run(...template, '--customer', 'C-0002', '--trace');
    expect(code).toBe(0);
    const { entries } = JSON.parse(out) as { entries: { at: string; sentence: { en: string; 'zh-CN': string } }[] };
    expect(entries.at(-1)?.sentence).toEqual({
      en: 'Reached “First used” and leaves.',
      'zh-CN': '达成“First used”并离开。',
    });
  });

  test.each([
    [[...template, '--trace'], '--trace needs --customer ID'],
    [[...template, '--customer', 'nobody', '--trace'], 'there is no customer nobody'],
    [['simulate', 'templates/welcome-journey', '--design', 'x'], 'there is no journey x; journeys here: welcome'],
    [[...template, '--until', 'soon'], '--until takes a date'],
  ])('%j is wrong usage', (argv, message) => {
    const { code, err } = run(...argv);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
