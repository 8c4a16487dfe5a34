/** Writes the sample: `tsx templates/rep-scorecard/generate.ts`. The same seeded dice give the same bytes, which `templates.test.ts` checks. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { roll } from '#core/project/dice.ts';
import { printProject } from '#core/project/print-project.ts';
import { computeExpected } from './compute-expected.ts';
import { project } from './project.ts';

const SEED = 31;
const regions = ['North', 'South', 'East', 'West'];
const people = [
  'Alma Reyes, Ben Okoro, Carla Lindqvist, Deniz Aydin, Elena Petrova, Farid Nasser, Grace Liu, Hugo Martin',
  'Ines Duarte, Jonas Weber, Keiko Tanaka, Liam Byrne, Mei Chen, Nadia Haddad, Oscar Nilsson, Priya Raman',
  'Quentin Moreau, Rosa Jimenez, Samir Khan, Tara Walsh, Ulrich Braun, Vera Novak, Wei Zhang, Yusuf Demir',
]
  .join(', ')
  .split(', ');
/** New in the team: no customer has been asked about them yet. */
const notAsked = 'Keiko Tanaka';

const between = (low: number, high: number, ...parts: readonly (string | number)[]) =>
  low + (high - low) * roll(SEED, ...parts);
const cents = (value: number) => (Math.round(value * 100) / 100).toFixed(2).replace(/\.?0+$/, '');
const skill = (person: string) => between(0.75, 1.15, 'skill', person);

/** Every file of the sample by its path inside the folder. */
export function sampleFiles(): ReadonlyMap<string, string> {
  const csv = new Map([
    [
      'people',
      lines(
        'person,region,target',
        people.map((person, i) => [person, regions[i % 4], String(target(person))]),
      ),
    ],
    ['deals', lines('deal,owner,stage,amount', deals())],
    ['renewals', lines('contract,owner,due,renewed', renewals())],
    ['surveys', lines('answer,person,score', surveys())],
  ]);
  const files = new Map([['project.json', printProject(project)]]);
  for (const [key, text] of csv) files.set(`data/${key}.csv`, text);
  files.set('expected.json', `${JSON.stringify(computeExpected(csv), null, 2)}\n`);
  return files;
}

function lines(header: string, rows: readonly (readonly (string | undefined)[])[]): string {
  return [header, ...rows.map((row) => row.join(','))].map((line) => `${line}\r\n`).join('');
}

function target(person: string): number {
  return Math.round(between(180, 320, 'target', person)) * 1000;
}

function deals(): string[][] {
  return people.flatMap((person, p) =>
    Array.from({ length: 10 + Math.floor(roll(SEED, 'deals', person) * 8) }, (_, n) => {
      const amount = (target(person) / 12) * between(0.3, 2, 'amount', person, n) * skill(person);
      const dice = roll(SEED, 'stage', person, n);
      return [`D-${p + 1}${String(n + 1).padStart(2, '0')}`, person, dice < 0.78 ? 'Won' : 'Lost', cents(amount)];
    }),
  );
}

function renewals(): string[][] {
  return people.flatMap((person, p) =>
    Array.from({ length: 6 + Math.floor(roll(SEED, 'contracts', person) * 6) }, (_, n) => {
      const due = Math.round(between(4, 40, 'due', person, n)) * 500;
      const kept = roll(SEED, 'kept', person, n) < 0.66 + 0.16 * skill(person);
      return [`C-${p + 1}${String(n + 1).padStart(2, '0')}`, person, String(due), String(kept ? due : 0)];
    }),
  );
}

function surveys(): string[][] {
  return people
    .filter((person) => person !== notAsked)
    .flatMap((person, p) =>
      Array.from({ length: 5 + Math.floor(roll(SEED, 'asked', person) * 7) }, (_, n) => {
        const score = Math.min(
          10,
          Math.max(0, Math.round(between(5, 10, 'said', person, n) * (0.8 + 0.2 * skill(person)))),
        );
        return [`S-${p + 1}${String(n + 1).padStart(2, '0')}`, person, String(score)];
      }),
    );
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename)
  for (const [path, text] of sampleFiles()) {
    const file = resolve(import.meta.dirname, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
