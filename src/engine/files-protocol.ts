/** What crosses to the thread that reads files. */
import type { Frame } from '#core/data/column.ts';
import type { Refresh, Refreshed } from '#core/data/refresh-rows.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import type { Problem } from '#core/problem/problem.ts';
import type { CsvDetection } from '#importers/csv/detect-csv.ts';
import type { CsvOptions } from '#importers/csv/csv-options.ts';
import type { CsvImported } from '#importers/csv/read-csv.ts';
import type { XlsxDetection, XlsxGiven, SheetName } from '#importers/xlsx/detect-xlsx.ts';
import type { XlsxOptions } from '#importers/xlsx/xlsx-options.ts';

export interface FileRequests {
  /** Looks at the file's beginning; `given` is what a person decided instead of what would be detected. */
  detect: {
    readonly ask: {
      readonly file: Blob;
      readonly name: string;
      readonly given?: Partial<Omit<CsvOptions, 'columns'>>;
      readonly columnWord: string;
    };
    readonly answer: { readonly detection: CsvDetection | null; readonly problems: readonly Problem[] };
  };
  /** Reads the whole file. */
  import: { readonly ask: { readonly file: Blob; readonly options: CsvOptions }; readonly answer: CsvImported };
  /** The same of a workbook; `sheets` are known wherever it could be opened. */
  'sheet.detect': {
    readonly ask: {
      readonly file: Blob;
      readonly name: string;
      readonly given?: XlsxGiven;
      readonly columnWord: string;
    };
    readonly answer: {
      readonly detection: XlsxDetection | null;
      readonly sheets: readonly SheetName[];
      readonly problems: readonly Problem[];
    };
  };
  'sheet.import': {
    readonly ask: { readonly file: Blob; readonly name: string; readonly options: XlsxOptions };
    readonly answer: CsvImported;
  };
  /** What rows of a file do to the rows a table has; columns of both under the table's keys. */
  refresh: {
    readonly ask: { readonly old: Frame; readonly fresh: Frame; readonly refresh: Refresh };
    readonly answer: Refreshed;
  };
  /** Rows as an Excel workbook. */
  xlsx: {
    readonly ask: { readonly name: string; readonly frame: Frame; readonly columns: readonly ColumnInfo[] };
    readonly answer: Uint8Array;
  };
  /** A project with its tables as one file. */
  bundle: {
    readonly ask: { readonly project: unknown; readonly frames: ReadonlyMap<string, Frame> };
    readonly answer: Uint8Array;
  };
}
export type FileRequestName = keyof FileRequests;

export type ToFilesWorker =
  | {
      readonly [N in FileRequestName]: { readonly id: number; readonly name: N; readonly ask: FileRequests[N]['ask'] };
    }[FileRequestName]
  | { readonly id: number; readonly cancel: true };

export type FromFilesWorker =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly progress: FileProgress }
  | { readonly id: number; readonly cancelled: true }
  | { readonly id: number; readonly failed: string };

export interface FileProgress {
  readonly bytes: number;
  readonly of: number;
  readonly rows: number;
}
