// Every template, opened, compiled and run as a user's own project would be: the numbers are those worked out independently.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { parseIsoDate } from '#core/calendar/iso-text.ts';
import { columnsOfTable } from '#core/compile/columns-of.ts';
import { compile } from '#core/compile/compile.ts';
import { compileForm } from '#core/compile/compile-form.ts';
import { compileJourney } from '#core/compile/compile-journey.ts';
import { simulationSpan } from '#core/compile/simulation-span.ts';
import { parameterValues } from '#core/compile/parameter-values.ts';
import { cellAt } from '#core/data/column.ts';
import { writeCsv } from '#core/data/write-csv.ts';
import { openRun, type RunTable } from '#core/execute/execution.ts';
import { frameOfValues } from '#core/execute/frame-of-values.ts';
import { createEngineMemory } from '#core/execute/memory.ts';
import { drain, runProgram, tableOf } from '#core/execute/run.ts';
import { runTest } from '#core/execute/run-test.ts';
import { answerRows } from '#core/interact/answer-rows.ts';
import { openForm } from '#core/interact/open-form.ts';
import { readDraft } from '#core/interact/read-draft.ts';
import { namedProblems, runExample } from '#core/interact/run-example.ts';
import { submissionOf } from '#core/interact/submission.ts';
import { parseProject } from '#core/project/parse-project.ts';
import { isForm, isJourney, isPlan, makesTable, type Project } from '#core/project/project.ts';
import { simulateAll } from '#core/simulate/simulate.ts';
import { readTableCsv } from '#importers/csv/read-table.ts';
import { catalog } from '#kinds/catalog.ts';
import { sampleFiles as commission } from './commission-plan/generate.ts';
import { sampleFiles as limits } from './discount-limits/generate.ts';
import { sampleFiles as visits } from './visit-report/generate.ts';
import { sampleFiles as welcome } from './welcome-journey/generate.ts';
import { sampleFiles as scorecard } from './rep-scorecard/generate.ts';

vi.setConfig({ testTimeout: 30_000 });

const here = import.meta.dirname;
const asOf = 46_296;
const folders = readdirSync(here, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

interface Expected {
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
  readonly total?: number;
}

/** Of a form: what it says to each answer. */
interface ExpectedForm {
  readonly asOf: string;
  readonly answers: readonly {
    readonly name: string;
    readonly input: unknown;
    readonly accepted: boolean;
    readonly values: unknown;
    readonly visible: readonly string[];
    readonly problems: readonly string[];
  }[];
}

function open(folder: string): { project: Project; tables: ReadonlyMap<string, RunTable> } {
  const { project, problems } = parseProject(readFileSync(resolve(here, folder, 'project.json'), 'utf8'), catalog);
  expect(problems).toEqual([]);
  if (!project) throw new Error('not a project');
  const tables = project.tables.map((table): [string, RunTable] => {
    const read = readTableCsv(table, readFileSync(resolve(here, folder, 'data', `${table.key}.csv`)));
    expect(read.problems).toEqual([]);
    return [table.key, { frame: read.frame, stamp: 1 }];
  });
  return { project, tables: new Map(tables) };
}

describe.each(folders)('%s', (folder) => {
  const { project, tables } = open(folder);
  const expected = JSON.parse(readFileSync(resolve(here, folder, 'expected.json'), 'utf8')) as Record<string, Expected>;
  const base = { parameters: parameterValues(project), asOf };
  const columns = new Map(project.tables.map((table) => [table.key, columnsOfTable(table)]));

  test.each(project.designs.filter(makesTable).map((design) => [design.name, design] as const))(
    'every row of “%s” is what an independent computation says, to the cent',
    (_, design) => {
      const { program, problems } = compile(project, catalog, design.id);
      expect(problems).toEqual([]);
      const run = openRun(createEngineMemory(), { program, ...base }, tables);
      const result = drain(runProgram(run));
      expect(result.problems.filter((one) => one.severity === 'error')).toEqual([]);
      const wanted = expected[design.id];
      const step = Object.values(program.answers[program.output ?? '']?.ports ?? {})[0] ?? '';
      const keys = Object.keys(wanted?.rows[0] ?? {});
      const frame = drain(tableOf(run, step, keys));
      // Sums and curves in doubles agree to 13 digits; what is paid is rounded and agrees exactly.
      const text = (value: unknown) =>
        typeof value === 'number' ? String(Number(value.toPrecision(13))) : String(value);
      const lines = Array.from({ length: frame.rowCount }, (_row, row) =>
        keys.map((key) => text(cellAt(frame.columns.get(key) ?? { type: 'mixed', cells: [] }, row))).join(','),
      );
      expect(lines.sort()).toEqual(wanted?.rows.map((row) => Object.values(row).map(text).join(',')).sort());
      if (wanted?.total === undefined) return;
      const paid = Array.from({ length: frame.rowCount }, (_row, row) =>
        cellAt(frame.columns.get('payout') ?? { type: 'mixed', cells: [] }, row),
      );
      expect(paid.map(Number).sort()).toEqual(wanted.rows.map((row) => Number(row['payout'])).sort());
      expect(result.answers[program.output ?? '']?.value).toBe(wanted.total);
    },
  );

  test.each(project.designs.filter(isJourney).map((design) => [design.name, design] as const))(
    'everybody in “%s” is where an independent computation says',
    (_, design) => {
      const { program, problems } = compileJourney(project, catalog, design.id);
      expect(problems).toEqual([]);
      if (!program) throw new Error('nobody can come in');
      const frames = new Map([...tables].map(([key, table]) => [key, table.frame]));
      const result = simulateAll({ program, ...base, tables: frames, ...simulationSpan(design, asOf) });
      const intents: Record<string, number> = {};
      for (const one of result.intents) {
        const what = `${one.node} ${one.refused ?? 'sent'}`;
        intents[what] = (intents[what] ?? 0) + 1;
      }
      const { nodes, entered, heldOut, goals } = result;
      expect({ nodes, entered, heldOut, goals, intents }).toEqual(expected[design.id]);
      expect(result.problems).toEqual([]);
    },
  );

  test.each(project.designs.filter(isForm).map((design) => [design.name, design] as const))(
    'every answer to “%s” is taken or refused as an independent computation says, and its rows are the sample’s',
    (_, design) => {
      const { program, problems } = compileForm(project, catalog, design.id);
      expect(problems).toEqual([]);
      const wanted = expected[design.id] as unknown as ExpectedForm;
      const asOfDay = parseIsoDate(wanted.asOf) ?? NaN;
      const added = new Map(project.tables.map((table) => [table.key, [] as Readonly<Record<string, unknown>>[]]));
      for (const { name, input, accepted, ...rest } of wanted.answers) {
        const { draft, problems: unread } = readDraft(program, input);
        expect([name, unread]).toEqual([name, []]);
        const form = openForm(program, { asOf: asOfDay, draft });
        const submission = submissionOf(form);
        const { values, visible } = submission;
        const said = { accepted: submission.accepted, values, visible, problems: namedProblems(submission) };
        expect([name, said]).toEqual([name, { accepted, ...rest }]);
        if (!accepted) continue;
        const id = `V-${String((added.get('visits')?.length ?? 0) + 1).padStart(3, '0')}`;
        for (const { table, rows } of answerRows(form, id)) added.get(table)?.push(...rows);
      }
      for (const table of project.tables) {
        const info = columnsOfTable(table);
        const frame = frameOfValues(info, (added.get(table.key) ?? []) as Parameters<typeof frameOfValues>[1]);
        expect(writeCsv(frame, info)).toBe(readFileSync(resolve(here, folder, 'data', `${table.key}.csv`), 'utf8'));
      }
      for (const one of design.examples)
        expect([one.name, runExample(program, one.answers, one.expect, { asOf: asOfDay })]).toEqual([one.name, []]);
    },
  );

  test.each(
    project.designs
      .filter(isPlan)
      .flatMap((design) => design.tests.map((one) => [design.name, one.name, design, one] as const)),
  )('%s: %s', (_, _name, design, one) => {
    const { program } = compile(project, catalog, design.id);
    expect(drain(runTest({ program, columns, tables, ...base }, one)).differences).toEqual([]);
  });
});

test.each([
  ['commission-plan', commission],
  ['discount-limits', limits],
  ['rep-scorecard', scorecard],
  ['visit-report', visits],
  ['welcome-journey', welcome],
])('the generator of %s writes the committed files, byte for byte', (folder, sampleFiles) => {
  for (const [path, text] of sampleFiles())
    expect(readFileSync(resolve(here, folder, path), 'utf8') === text, path).toBe(true);
});
