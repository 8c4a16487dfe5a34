/**
 * Asks LibreOffice for the values of the project's own formula cases and keeps its answers beside this file (`npm run oracle`). Needs `soffice`;
 * whoever only runs the tests does not.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseValue } from '#core/formula/testing/cases.ts';
import { cellFormula, type Sheet } from './cell-formula.ts';
import { hashOf, type Answers } from './answers.ts';
import { oracleCases } from './oracle-cases.ts';
import { readAnswers, writeWorkbook } from './workbook.ts';

function recalculate(workbook: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
  try {
    writeFileSync(join(folder, 'asked.xlsx'), workbook);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const out = join(folder, 'answered');
    const options = ['--headless', profile, '--convert-to', 'xlsx', '--outdir', out, join(folder, 'asked.xlsx')];
    execFileSync('soffice', options, { stdio: 'ignore', timeout: 120_000 });
    return readFileSync(join(out, 'asked.xlsx'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function versionOf(): string {
  return execFileSync('soffice', ['--version'], { encoding: 'utf8' }).trim().split(' ').slice(0, 2).join(' ');
}

/** Texts too long to keep are known by their length. */
const short = (value: CaseValue) => (typeof value === 'string' && value.length > 500 ? `${value.length} signs` : value);

const files: Record<string, { readonly hash: string; readonly answers: Answers }> = {};
for (const [name, cases] of oracleCases()) {
  const data: Sheet = [];
  const formulas = cases.map((one) => cellFormula(one, data));
  const values = readAnswers(recalculate(writeWorkbook(formulas, data)), formulas.length);
  files[name] = { hash: hashOf(cases), answers: cases.map(({ key }, i) => [key, short(values[i] ?? null)] as const) };
}
const lines = Object.entries(files).map(([name, { hash, answers }]) => {
  const rows = answers.map((answer) => JSON.stringify(answer)).join(',\n');
  return `${JSON.stringify(name)}: {"hash": "${hash}", "answers": [\n${rows}\n]}`;
});
const head = `"program": ${JSON.stringify(versionOf())}`;
writeFileSync(new URL('libreoffice.golden.json', import.meta.url), `{${head}, "files": {\n${lines.join(',\n')}\n}}\n`);
