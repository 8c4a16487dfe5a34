/** A CSV file into typed columns, beside papaparse reading the same file and dropping the rows: `npm run bench -- csv`. */
import Papa from 'papaparse';
import { detectCsv } from '#importers/csv/detect-csv.ts';
import { readCsv } from '#importers/csv/read-csv.ts';
import { measure, plain } from './bench/measure.ts';
import { keepSection, milliseconds, printBar, rowsOf } from './bench/report.ts';

const count = Number((process.env['BENCH_ROWS'] ?? '1000000').split(',').at(-1));
const two = (number: number) => String(number).padStart(2, '0');
const lines = ['Deal,Rep,Region,Closed,Product,Stage,Amount,Cost,Units,Note\n'];
for (let i = 0; i < count; i++)
  lines.push(
    `D-${i},Rep ${i % 500},Region ${i % 8},2026-${two((i % 12) + 1)}-${two((i % 28) + 1)},Product ${i % 6},Won,${(i * 37) % 90_000}.25,${(i * 11) % 50_000}.5,${i % 90},a few words on the deal\n`,
  );
const bytes = new TextEncoder().encode(lines.join(''));
// A file is no million of texts: both readers would pay for each look at them that the garbage collector takes.
lines.length = 0;
const { options } = detectCsv(bytes.subarray(0, 1 << 18));
const read = () => readCsv(bytes, options).frame.rowCount;
if (read() !== count) throw new Error('not every row was read');

const [ours = NaN, papa = NaN] = measure(
  [plain(() => void read()), plain(() => void Papa.parse(new TextDecoder().decode(bytes), { step: () => undefined }))],
  { turns: 3, warmUps: 1 },
);
const megabytes = Math.round(bytes.length / 1e6);
console.log(
  `${rowsOf(count)} rows, ${megabytes} MB: ${milliseconds(ours)}; papaparse, rows dropped: ${milliseconds(papa)}`,
);
printBar('CSV into typed columns, beside papaparse', ours / papa, 1.5);
keepSection('csv', { rows: count, megabytes, ours, papaparse: papa });
