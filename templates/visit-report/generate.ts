/** Writes the sample: `tsx templates/visit-report/generate.ts`. Its rows are the accepted answers; the form's examples are all of them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { columnsOfTable } from '#core/compile/columns-of.ts';
import { writeCsv } from '#core/data/write-csv.ts';
import { frameOfRows } from '#core/execute/frame-of-rows.ts';
import { printProject } from '#core/project/print-project.ts';
import type { Project } from '#core/project/project.ts';
import { answers } from './answers.ts';
import { asOf, computeExpected, expectedOf } from './compute-expected.ts';
import { form, project } from './project.ts';

type Row = Readonly<Record<string, unknown>>;

export function sampleFiles(): ReadonlyMap<string, string> {
  const accepted = answers.map(expectedOf).filter((one) => one.accepted);
  const visits = accepted.map(({ values }, i): Row => {
    const { lines: _, ...cells } = values;
    return { visit: `V-${String(i + 1).padStart(3, '0')}`, ...cells };
  });
  const lines = accepted.flatMap(({ values }, i): Row[] => {
    const list = (values['lines'] ?? []) as readonly Row[];
    return list.map((line) => ({ visit: `V-${String(i + 1).padStart(3, '0')}`, ...line }));
  });
  const examples = answers.map(expectedOf).map(({ name, input, values, visible, problems }) => ({
    name,
    answers: { ...input },
    asOf,
    expect: { values: { ...values }, visible: [...visible], problems: [...problems] },
  }));
  const whole: Project = { ...project, designs: [{ ...form, examples }] };
  const files = new Map([['project.json', printProject(whole)]]);
  for (const table of project.tables) {
    const columns = columnsOfTable(table);
    files.set(
      `data/${table.key}.csv`,
      writeCsv(frameOfRows(columns, table.key === 'visits' ? visits : lines), columns),
    );
  }
  files.set('expected.json', `${JSON.stringify(computeExpected(), null, 2)}\n`);
  return files;
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) {
  for (const [path, text] of sampleFiles()) {
    const file = resolve(import.meta.dirname, path);
    mkdirSync(resolve(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
}
