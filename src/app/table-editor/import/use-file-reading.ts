/** A file on its way to rows: looked at, its options changed, read with progress and cancel. CSV and workbooks alike. */
import { useEffect, useRef, useState } from 'react';
import type { Problem } from '#core/problem/problem.ts';
import { askFiles } from '#engine/files-client.ts';
import type { FileProgress } from '#engine/files-protocol.ts';
import type { CsvColumn, CsvOptions } from '#importers/csv/csv-options.ts';
import type { CsvImported } from '#importers/csv/read-csv.ts';
import type { SheetName, XlsxGiven } from '#importers/xlsx/detect-xlsx.ts';
import type { XlsxOptions } from '#importers/xlsx/xlsx-options.ts';

export type ReadOptions =
  { readonly form: 'csv'; readonly csv: CsvOptions } | { readonly form: 'sheet'; readonly sheet: XlsxOptions };

export type Given = Partial<Omit<CsvOptions, 'columns'>> & XlsxGiven;

export type Phase =
  | { readonly at: 'looking' }
  | { readonly at: 'choosing' }
  | { readonly at: 'reading'; readonly progress: FileProgress | null }
  | { readonly at: 'read'; readonly imported: CsvImported };

interface Looked {
  readonly options: ReadOptions | null;
  readonly rows: readonly (readonly string[])[];
  readonly sheets: readonly SheetName[];
  readonly problems: readonly Problem[];
}

export interface FileReading {
  readonly phase: Phase;
  readonly looked: Looked | null;
  readonly options: ReadOptions | null;
  readonly failed: boolean;
  readonly change: (given: Given) => void;
  readonly setColumns: (columns: readonly CsvColumn[]) => void;
  /** Reads the file, as its options say or as these do. */
  readonly start: (instead?: ReadOptions) => void;
  readonly back: () => void;
  readonly cancel: () => void;
}

export const columnsOf = (options: ReadOptions | null): readonly CsvColumn[] =>
  options === null ? [] : options.form === 'csv' ? options.csv.columns : options.sheet.columns;

export function withColumns(options: ReadOptions, columns: readonly CsvColumn[]): ReadOptions {
  return options.form === 'csv'
    ? { form: 'csv', csv: { ...options.csv, columns } }
    : { form: 'sheet', sheet: { ...options.sheet, columns } };
}

/** `first`: how the file before it was read. */
export function useFileReading(file: File | undefined, columnWord: string, first: Given = {}): FileReading {
  const [looked, setLooked] = useState<Looked | null>(null);
  const [options, setOptions] = useState<ReadOptions | null>(null);
  const [phase, setPhase] = useState<Phase>({ at: 'looking' });
  const [failed, setFailed] = useState(false);
  const reading = useRef<AbortController | null>(null);
  const looks = useRef(0);

  const look = (given: Given) => {
    if (!file) return;
    looks.current += 1;
    const mine = looks.current;
    lookAt(file, given, columnWord).then(
      (answer) => {
        // Who changes two things quickly sees what the last one gives.
        if (looks.current !== mine) return;
        setFailed(false);
        setLooked(answer);
        setOptions((old) => (answer.options ? renamedAs(old, answer.options) : null));
        setPhase({ at: 'choosing' });
      },
      () => setFailed(true),
    );
  };
  // The file is looked at once; what a person changes asks again by itself.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => look(first), [file]);
  useEffect(() => () => reading.current?.abort(), []);

  return {
    phase,
    looked,
    options,
    failed,
    setColumns: (columns) => setOptions((old) => old && withColumns(old, columns)),
    change(given) {
      if (options?.form === 'csv') {
        const { columns: _, ...chosen } = options.csv;
        look({ ...chosen, ...given });
      } else if (options) {
        const { columns: _, ...chosen } = options.sheet;
        // Another sheet has its table somewhere else, another range its names.
        if (given.sheet !== undefined) look(given);
        else if (given.range !== undefined) look({ sheet: chosen.sheet, ...given });
        else look({ ...chosen, ...given });
      } else look(given);
    },
    start(instead) {
      const asked = instead ?? options;
      if (!file || !asked) return;
      const controller = new AbortController();
      reading.current = controller;
      setPhase({ at: 'reading', progress: null });
      const told = {
        signal: controller.signal,
        onProgress: (progress: FileProgress) => setPhase({ at: 'reading', progress }),
      };
      const read =
        asked.form === 'csv'
          ? askFiles('import', { file, options: asked.csv }, told)
          : askFiles('sheet.import', { file, name: file.name, options: asked.sheet }, told);
      read.then(
        (imported) => {
          if (!controller.signal.aborted) setPhase({ at: 'read', imported });
        },
        () => {
          if (!controller.signal.aborted) setFailed(true);
          setPhase({ at: 'choosing' });
        },
      );
    },
    back: () => setPhase({ at: 'choosing' }),
    cancel() {
      reading.current?.abort();
      setPhase({ at: 'choosing' });
    },
  };
}

async function lookAt(file: File, given: Given, columnWord: string): Promise<Looked> {
  const begin = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const workbook = (begin[0] === 0x50 && begin[1] === 0x4b) || (begin[0] === 0xd0 && begin[1] === 0xcf);
  const ask = { file, name: file.name, columnWord, given };
  if (workbook) {
    const { detection, sheets, problems } = await askFiles('sheet.detect', ask);
    const options: ReadOptions | null = detection && { form: 'sheet', sheet: detection.options };
    return { options, rows: detection?.rows ?? [], sheets, problems };
  }
  const { detection, problems } = await askFiles('detect', ask);
  const options: ReadOptions | null = detection && { form: 'csv', csv: detection.options };
  return { options, rows: detection?.rows ?? [], sheets: [], problems };
}

/** Names and uses that a person gave stay as long as the cells are split as before. */
function renamedAs(old: ReadOptions | null, found: ReadOptions): ReadOptions {
  if (!old || !alike(old, found)) return found;
  const now = columnsOf(found);
  return withColumns(
    found,
    columnsOf(old).map((column, index) => ({ ...column, reading: now[index]?.reading ?? column.reading })),
  );
}

function alike(old: ReadOptions, found: ReadOptions): boolean {
  if (columnsOf(old).length !== columnsOf(found).length) return false;
  if (old.form === 'csv' && found.form === 'csv')
    return (
      old.csv.encoding === found.csv.encoding &&
      old.csv.delimiter === found.csv.delimiter &&
      old.csv.header === found.csv.header
    );
  if (old.form === 'sheet' && found.form === 'sheet')
    return (
      old.sheet.sheet === found.sheet.sheet &&
      old.sheet.range === found.sheet.range &&
      old.sheet.headerRows === found.sheet.headerRows
    );
  return false;
}
