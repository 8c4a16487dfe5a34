/** Writes the sample: `tsx templates/welcome-journey/generate.ts`. The same seeded dice give the same bytes, which `templates.test.ts` checks. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { printIsoDatetime } from '#core/calendar/iso-text.ts';
import { roll } from '#core/project/dice.ts';
import { printProject } from '#core/project/print-project.ts';
import { computeExpected } from './compute-expected.ts';
import { project } from './project.ts';

const SEED = 5;
const COUNT = 800;
const owners = ['Ana Costa', 'Bo Lindgren', 'Chidi Eze', 'Dana Fox', 'Eli Stern'];
const first = ['Orchid', 'Cedar', 'Harbor', 'Summit', 'Lumen', 'Delta', 'Quartz', 'Willow', 'Falcon', 'Nimbus'];
const second = ['Pharma', 'Foods', 'Logistics', 'Studio', 'Energy', 'Textiles', 'Labs', 'Partners', 'Retail', 'Optics'];
/** Serial day of 1 July 2026. */
const july = 46_204;

function customers(): string[][] {
  const pick = (list: readonly string[], ...parts: readonly (string | number)[]) =>
    list[Math.floor(roll(SEED, ...parts) * list.length)] ?? '';
  return Array.from({ length: COUNT }, (_, n) => {
    const company = `${pick(first, 'first', n)} ${pick(second, 'second', n)}`;
    const reachable = roll(SEED, 'reachable', n) < 0.94;
    // Sign-ups at any quarter of an hour of July; two in five use it within ten days.
    const quarter = Math.floor(roll(SEED, 'signed', n) * 31 * 96);
    const signed = july + quarter / 96;
    const uses = roll(SEED, 'uses', n) < 0.42;
    const after = 1 + Math.floor(roll(SEED, 'after', n) ** 2 * 10 * 96);
    return [
      `C-${String(n + 1).padStart(4, '0')}`,
      company,
      reachable ? `office@${company.toLowerCase().replaceAll(' ', '-')}-${n + 1}.example` : '',
      roll(SEED, 'consent', n) < 0.88 ? 'true' : 'false',
      String(Math.round(2 + roll(SEED, 'seats', n) ** 4 * 180)),
      pick(owners, 'owner', n),
      printIsoDatetime(signed),
      uses ? printIsoDatetime(july + (quarter + after) / 96) : '',
    ];
  });
}

/** Every file of the sample by its path inside the folder. */
export function sampleFiles(): ReadonlyMap<string, string> {
  const header = ['customer', 'company', 'email', 'consent', 'seats', 'owner', 'signed_up', 'activated'];
  const csv = [header, ...customers()].map((cells) => `${cells.join(',')}\r\n`).join('');
  return new Map([
    ['project.json', printProject(project)],
    ['data/customers.csv', csv],
    ['expected.json', `${JSON.stringify(computeExpected(csv), null, 2)}\n`],
  ]);
}

if (process.argv[1] === import.meta.filename) {
  for (const [path, text] of sampleFiles()) {
    const file = resolve(import.meta.dirname, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
