/**
 * Writes the sample: `tsx templates/commission-plan/generate.ts`. Deals come from the table's own generator; splits, quotas and reporting lines from the
 * same seeded dice. The same program gives the same bytes, which `templates/templates.test.ts` checks.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { cellAt, type Frame } from '#core/data/column.ts';
import { columnsOfTable } from '#core/compile/columns-of.ts';
import { frameOfRows } from '#core/execute/frame-of-rows.ts';
import { writeCsv } from '#core/data/write-csv.ts';
import { roll } from '#core/project/dice.ts';
import { generateRows } from '#core/project/generator.ts';
import { printProject } from '#core/project/print-project.ts';
import { computeExpected } from './compute-expected.ts';
import { head, managers, regions, reps, successor, withoutQuota } from './people.ts';
import { deals, project } from './project.ts';

type Row = Readonly<Record<string, string | number | boolean | null>>;
const SEED = 26;
const people = regions.flatMap((region) => reps[region].map((person) => ({ person, region })));

/** Every file of the sample by its path inside the folder. */
export function sampleFiles(): ReadonlyMap<string, string> {
  const { frame } = generateRows(deals);
  if (!frame) throw new Error('the generator of deals does not fit its schema');
  const splits = splitRows(frame);
  const tables: Readonly<Record<string, readonly Row[]>> = {
    people: peopleRows(),
    quotas: quotaRows(frame, splits),
    splits,
    hierarchy: hierarchyRows(),
  };
  const csv = new Map([['deals', writeCsv(frame, columnsOfTable(deals))]]);
  for (const table of project.tables) {
    const rows = tables[table.key];
    if (rows) csv.set(table.key, writeCsv(frameOfRows(columnsOfTable(table), rows), columnsOfTable(table)));
  }
  const files = new Map([['project.json', printProject(project)]]);
  for (const [key, text] of csv) files.set(`data/${key}.csv`, text);
  files.set('expected.json', `${JSON.stringify(computeExpected(csv), null, 2)}\n`);
  return files;
}

function dealsOf(frame: Frame) {
  const column = (key: string) => frame.columns.get(key);
  const text = (key: string, row: number) => String(cellAt(column(key) ?? { type: 'mixed', cells: [] }, row));
  return Array.from({ length: frame.rowCount }, (_, row) => ({
    deal: text('deal', row),
    owner: text('owner', row),
    stage: text('stage', row),
    closed: Number(text('closed', row)),
    amount: Number(text('amount', row)),
  }));
}

/** One deal in six is shared with colleagues of the region; one in forty has a specialist's credit on top. */
function splitRows(frame: Frame): Row[] {
  return dealsOf(frame).flatMap(({ deal, owner }): Row[] => {
    const region = people.find((one) => one.person === owner)?.region ?? 'West';
    const others = reps[region].filter((person) => person !== owner);
    const other = (what: string) => others[Math.floor(roll(SEED, what, deal) * others.length)] ?? owner;
    const rows: Row[] = [];
    if (roll(SEED, 'shared', deal) < 1 / 6) {
      const share = [0.2, 0.25, 0.3, 0.4, 0.5][Math.floor(roll(SEED, 'share', deal) * 5)] ?? 0.3;
      rows.push({ deal, person: other('first'), share, overlay: false });
      const second = others.find((person) => person === other('second') && person !== other('first'));
      if (second !== undefined && roll(SEED, 'three', deal) < 0.2)
        rows.push({ deal, person: second, share: 0.15, overlay: false });
      // The owner's own row, where the split names everybody; else the rest is the owner's.
      const given = rows.reduce((sum, row) => sum + Number(row['share']) * 100, 0);
      if (roll(SEED, 'complete', deal) < 0.3)
        rows.push({ deal, person: owner, share: (100 - Math.round(given)) / 100, overlay: false });
    }
    const named = rows.some((row) => row['person'] === other('overlay'));
    if (!named && roll(SEED, 'overlay', deal) < 1 / 40)
      rows.push({ deal, person: other('overlay'), share: 0.1, overlay: true });
    return rows;
  });
}

function byDealOf(splits: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of splits) found.set(String(row['deal']), [...(found.get(String(row['deal'])) ?? []), row]);
  return found;
}

const QUARTERS = ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'];

/** Quotas near what people reach, so that every band has its people: attainment from about 66 % to 156 %. */
function quotaRows(frame: Frame, splits: readonly Row[]): Row[] {
  const byDeal = byDealOf(splits);
  const credited = new Map<string, number>();
  const add = (person: string, amount: number) => credited.set(person, (credited.get(person) ?? 0) + amount);
  for (const { deal, owner, stage, closed, amount } of dealsOf(frame)) {
    if (stage !== 'Won' || closed < 46_204 || closed >= 46_296) continue;
    let left = 1;
    for (const row of byDeal.get(deal) ?? []) {
      add(String(row['person']), amount * Number(row['share']));
      if (row['overlay'] !== true) left -= Number(row['share']);
    }
    add(owner, amount * left);
  }
  return people
    .filter(({ person }) => !withoutQuota.includes(person))
    .flatMap(({ person, region }) => {
      const aim = 0.66 + 0.9 * roll(SEED, 'aim', person);
      const third = (credited.get(person) ?? 200_000) / aim;
      return QUARTERS.map((starts, at): Row => {
        const season = at === 2 ? 1 : 0.85 + 0.3 * roll(SEED, 'season', person, at);
        return {
          person,
          region,
          period: `Q${at + 1} FY26`,
          starts,
          quota: Math.round((third * season) / 1000) * 1000,
        };
      });
    });
}

function peopleRows(): Row[] {
  const titles = ['Account executive', 'Account executive', 'Senior account executive', 'Sales specialist'];
  return [
    { person: head, region: null, title: 'Head of sales' },
    ...regions.map((region): Row => ({ person: managers[region], region, title: 'Regional manager' })),
    { person: successor.name, region: successor.region, title: 'Regional manager' },
    ...people.map(({ person, region }): Row => {
      const title = titles[Math.floor(roll(SEED, 'title', person) * titles.length)] ?? 'Account executive';
      return { person, region, title };
    }),
  ];
}

/** In one region the team passes to another manager in the middle of the quarter. */
function hierarchyRows(): Row[] {
  const since = '2025-01-01';
  return [
    ...regions.map((region): Row => ({ person: managers[region], manager: head, since, until: null })),
    { person: successor.name, manager: head, since, until: null },
    ...people.flatMap(({ person, region }): Row[] =>
      region === successor.region
        ? [
            { person, manager: managers[region], since, until: successor.from },
            { person, manager: successor.name, since: successor.from, until: null },
          ]
        : [{ person, manager: managers[region], since, until: null }],
    ),
  ];
}

if (process.argv[1] === import.meta.filename) {
  mkdirSync(resolve(import.meta.dirname, 'data'), { recursive: true });
  for (const [path, text] of sampleFiles()) writeFileSync(resolve(import.meta.dirname, path), text);
}
