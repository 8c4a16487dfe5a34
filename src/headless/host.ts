/** What the command line reaches of the machine: files and two streams. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UsageError } from './arguments.ts';

export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Relative paths start here. */
  readonly folder: string;
}

export function readBytes(path: string, { folder }: Streams): Uint8Array {
  try {
    return readFileSync(resolve(folder, path));
  } catch {
    throw new UsageError(`cannot read ${path}`);
  }
}

export function readJson(path: string, streams: Streams): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(readBytes(path, streams)));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path} is not valid JSON`);
  }
}

/** To the file, or to standard output where none is named. */
export function writeResult(text: string, path: string | undefined, streams: Streams): void {
  if (path === undefined) {
    streams.out(text);
    return;
  }
  const file = resolve(streams.folder, path);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch {
    throw new UsageError(`cannot write ${path}`);
  }
}
