import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CaseValue } from '#core/formula/testing/cases.ts';
import { evalCases } from '../../verbs/eval.ts';
import { hashOf, type Answers } from './answers.ts';
import { differences } from './differences.ts';
import { oracleCases } from './oracle-cases.ts';

interface Kept {
  readonly files: Readonly<Record<string, { readonly hash: string; readonly answers: Answers }>>;
}

const { files } = JSON.parse(readFileSync(new URL('libreoffice.golden.json', import.meta.url), 'utf8')) as Kept;
const asked = oracleCases();
const known = new Map(Object.values(differences).flatMap(({ cases }) => Object.entries(cases)));

/** A workbook keeps the truth that a comparison answers as 1 or 0. */
const plain = (value: unknown) => (typeof value === 'boolean' ? Number(value) : value);

function agrees(ours: unknown, theirs: CaseValue): boolean {
  const [a, b] = [plain(ours), plain(theirs)];
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * 1e-12;
}

test.each([...asked.keys()])('LibreOffice was asked the %s cases that stand today (else: npm run oracle)', (name) => {
  const cases = asked.get(name) ?? [];
  expect(files[name]?.hash).toBe(hashOf(cases));
  expect(files[name]?.answers.map(([key]) => key)).toEqual(cases.map(({ key }) => key));
});

test.each([...asked.keys()])('the %s cases have LibreOffice’s values, or the difference is known', (name) => {
  const cases = asked.get(name) ?? [];
  const values = evalCases(cases);
  const surprises = cases.flatMap(({ key }, i) => {
    const theirs = files[name]?.answers[i]?.[1] ?? null;
    if (agrees(values[i], theirs)) return known.has(key) ? [`${key}: no difference any more`] : [];
    return known.get(key) === theirs
      ? []
      : [`${key}: ours ${JSON.stringify(values[i])}, theirs ${JSON.stringify(theirs)}`];
  });
  expect(surprises).toEqual([]);
});

test('every difference that is listed is of a case that is asked, and has a reason', () => {
  const keys = new Set([...asked.values()].flat().map(({ key }) => key));
  for (const [key] of known) expect(keys, key).toContain(key);
  for (const { reason, cases } of Object.values(differences)) {
    expect(reason.length).toBeGreaterThan(10);
    expect(Object.keys(cases).length).toBeGreaterThan(0);
  }
  expect(known.size).toBe(Object.values(differences).reduce((sum, { cases }) => sum + Object.keys(cases).length, 0));
});
