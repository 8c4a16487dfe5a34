/** Reading a file in slices: never whole in memory as text, and a cancel is heard between two slices. */
import { problem, type Problem } from '#core/problem/problem.ts';
import type { CsvOptions } from '#importers/csv/csv-options.ts';
import { detectCsv } from '#importers/csv/detect-csv.ts';
import { detectForm } from '#importers/csv/detect-encoding.ts';
import { csvReader, type CsvImported } from '#importers/csv/read-csv.ts';
import { limits } from '#importers/limits.ts';
import type { FileProgress, FileRequests } from './files-protocol.ts';

const sampleBytes = 1 << 18;
const sliceBytes = 1 << 20;
const furtherBytes = 1 << 16;
const megabyte = 1 << 20;

export async function detectFile({
  file,
  name,
  given,
  columnWord,
}: FileRequests['detect']['ask']): Promise<FileRequests['detect']['answer']> {
  const fault = (found: Problem) => ({ detection: null, problems: [found] });
  if (file.size === 0) return fault(problem('import.empty', { file: name }));
  if (file.size > limits.megabytes * megabyte)
    return fault(
      problem('import.too-large', { file: name, megabytes: Math.round(file.size / megabyte), most: limits.megabytes }),
    );
  const sample = new Uint8Array(await file.slice(0, sampleBytes).arrayBuffer());
  const form = detectForm(sample);
  if (form === 'excel') return fault(problem('import.is-excel', { file: name }));
  if (form === 'binary') return fault(problem('import.is-binary', { file: name }));
  const detection = detectCsv(sample, given, columnWord, await furtherSamples(file));
  if (detection.rows.length === 0) return fault(problem('import.empty', { file: name }));
  const { columns } = detection.options;
  if (columns.length > limits.columns)
    return fault(problem('import.too-many-columns', { columns: columns.length, most: limits.columns }));
  const notes: Problem[] = columns
    .filter((column) => column.reading.ambiguous)
    .map((column) => problem('import.ambiguous-dates', { column: column.label }, {}, { severity: 'warning' }));
  if (detection.renamed.length > 0)
    notes.push(problem('import.renamed-headers', { columns: detection.renamed }, {}, { severity: 'info' }));
  return { detection, problems: notes };
}

/** Pieces from a quarter, the half, three quarters and the end of the file. Even offsets keep the two bytes of UTF-16 together. */
async function furtherSamples(file: Blob): Promise<readonly Uint8Array[]> {
  const rest = file.size - sampleBytes;
  if (rest <= 0) return [];
  const size = Math.min(furtherBytes, Math.floor(rest / 8) * 2);
  const ends = [0.25, 0.5, 0.75, 1].map((share) => sampleBytes + Math.floor((rest * share) / 2) * 2);
  return Promise.all(
    ends.map(async (end) => new Uint8Array(await file.slice(end - size, Math.min(end + 1, file.size)).arrayBuffer())),
  );
}

export interface ReadHost {
  readonly onProgress: (progress: FileProgress) => void;
  readonly isCancelled: () => boolean;
}

/** null where it was cancelled. */
export async function importFile(file: Blob, options: CsvOptions, host: ReadHost): Promise<CsvImported | null> {
  const reader = csvReader(options);
  for (let at = 0; at < file.size && !reader.stopped; at += sliceBytes) {
    const bytes = await file.slice(at, at + sliceBytes).arrayBuffer();
    if (host.isCancelled()) return null;
    reader.push(new Uint8Array(bytes));
    host.onProgress({ bytes: Math.min(at + sliceBytes, file.size), of: file.size, rows: reader.rows });
  }
  return host.isCancelled() ? null : reader.finish();
}
