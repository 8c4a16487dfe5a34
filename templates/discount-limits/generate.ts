/** Writes the sample: `tsx templates/discount-limits/generate.ts`. The same seeded dice give the same bytes, which `templates.test.ts` checks. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { roll } from '#core/project/dice.ts';
import { printProject } from '#core/project/print-project.ts';
import { computeExpected } from './compute-expected.ts';
import { project } from './project.ts';

const SEED = 47;
const reps = ['Ana Costa', 'Bo Lindgren', 'Chidi Eze', 'Dana Fox', 'Eli Stern', 'Fei Wang', 'Gita Rao', 'Hal Moss'];
const regions = ['North', 'South', 'East', 'West'];

function requests(): string[][] {
  const pick = <T>(list: readonly T[], ...parts: readonly (string | number)[]) =>
    list[Math.floor(roll(SEED, ...parts) * list.length)] as T;
  return Array.from({ length: 240 }, (_, n) => {
    const rep = pick(reps, 'rep', n);
    // Most ask for little: whole percents, leaning to the small ones.
    const discount = Math.round(roll(SEED, 'discount', n) ** 1.7 * 34) / 100;
    const amount = Math.round(1500 + roll(SEED, 'amount', n) ** 3 * 148_500);
    const tier = pick(['Gold', 'Silver', 'Silver', 'Bronze', 'Bronze'], 'tier', n);
    return [
      `R-${String(n + 1).padStart(3, '0')}`,
      rep,
      regions[reps.indexOf(rep) % 4] ?? '',
      tier,
      String(amount),
      String(discount),
    ];
  });
}

/** Every file of the sample by its path inside the folder. */
export function sampleFiles(): ReadonlyMap<string, string> {
  const lines = [['request', 'rep', 'region', 'tier', 'amount', 'discount'], ...requests()];
  const csv = lines.map((line) => `${line.join(',')}\r\n`).join('');
  return new Map([
    ['project.json', printProject(project)],
    ['data/requests.csv', csv],
    ['expected.json', `${JSON.stringify(computeExpected(csv), null, 2)}\n`],
  ]);
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename)
  for (const [path, text] of sampleFiles()) {
    const file = resolve(import.meta.dirname, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
