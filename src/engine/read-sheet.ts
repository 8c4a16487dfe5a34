/** Reading a workbook: whole in memory, as a zip must be, its sheet row by row; a cancel is heard between some thousand rows. */
import { problem } from '#core/problem/problem.ts';
import type { CsvImported } from '#importers/csv/read-csv.ts';
import { workbookLimits } from '#importers/limits.ts';
import { detectXlsx } from '#importers/xlsx/detect-xlsx.ts';
import { readXlsx } from '#importers/xlsx/read-xlsx.ts';
import type { FileRequests } from './files-protocol.ts';
import type { ReadHost } from './read-file.ts';

const megabyte = 1 << 20;

export async function detectSheet({
  file,
  name,
  given,
  columnWord,
}: FileRequests['sheet.detect']['ask']): Promise<FileRequests['sheet.detect']['answer']> {
  if (file.size > workbookLimits.megabytes * megabyte) {
    const megabytes = Math.round(file.size / megabyte);
    const params = { file: name, megabytes, most: workbookLimits.megabytes };
    return { detection: null, sheets: [], problems: [problem('import.too-large', params)] };
  }
  const found = await detectXlsx(new Uint8Array(await file.arrayBuffer()), name, given, columnWord);
  if ('problem' in found) return { detection: null, sheets: found.sheets, problems: [found.problem] };
  const { detection, sheets } = found;
  const doubts = detection.options.columns
    .filter((column) => column.reading.ambiguous)
    .map((column) => problem('import.ambiguous-dates', { column: column.label }, {}, { severity: 'warning' }));
  const renamed =
    detection.renamed.length > 0
      ? [problem('import.renamed-headers', { columns: detection.renamed }, {}, { severity: 'info' })]
      : [];
  return { detection, sheets, problems: [...doubts, ...renamed] };
}

/** null where it was cancelled. */
export async function importSheet(
  { file, name, options }: FileRequests['sheet.import']['ask'],
  host: ReadHost,
): Promise<CsvImported | null> {
  const work = readXlsx(new Uint8Array(await file.arrayBuffer()), name, options);
  for (;;) {
    const next = await work.next();
    if (next.done) return next.value;
    // How many rows will come is not known before the end: the bar says that it goes on, the text how far.
    host.onProgress({
      bytes: Math.round(file.size * (1 - 1 / (1 + next.value / 50_000))),
      of: file.size,
      rows: next.value,
    });
    await new Promise((resolve) => setTimeout(resolve));
    if (host.isCancelled()) {
      await work.return(undefined as never);
      return null;
    }
  }
}
