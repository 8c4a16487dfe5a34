/** What benches print and keep: tables on the terminal, and one section each of `.out/bench.json`. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

const out = new URL('../../../.out/', import.meta.url);
const file = new URL('bench.json', out);

export const milliseconds = (ms: number): string => `${ms.toFixed(ms < 10 ? 2 : 1)} ms`;
export const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;
export const rowsOf = (count: number): string => count.toLocaleString('en-US');

/** Columns are as wide as their widest cell; what looks like a number stands right. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, cell.length)));
  for (const row of rows) {
    const cells = row.map((cell, at) =>
      /^[\d.,-]/.test(cell) && at > 0 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
    );
    console.log(cells.join('  ').trimEnd());
  }
}

/** A bar and what was measured against it: told, never enforced. */
export function printBar(what: string, measured: number, bar: number): void {
  console.log(`${measured <= bar ? 'within' : 'ABOVE '}  ${what}: ${times(measured)} (bar ${times(bar)})`);
}

/** Puts a section into the file and leaves the others as they are. */
export function keepSection(name: string, section: object): void {
  mkdirSync(out, { recursive: true });
  let kept: Record<string, unknown> = {};
  if (existsSync(file)) {
    try {
      kept = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    } catch {
      console.log('.out/bench.json could not be read and is written anew');
    }
  }
  const machine = { node: process.version, processors: cpus().length, model: cpus()[0]?.model ?? '' };
  writeFileSync(file, JSON.stringify({ ...kept, [name]: { machine, ...section } }, null, 2));
}
