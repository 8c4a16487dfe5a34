/** The page's side of the files' thread: started when first needed, one for all. */
import { Cancelled } from './client.ts';
import type { FileProgress, FileRequestName, FileRequests, FromFilesWorker, ToFilesWorker } from './files-protocol.ts';

export interface FileAskOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: FileProgress) => void;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((progress: FileProgress) => void) | undefined;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let last = 0;

function started(): Worker {
  if (worker) return worker;
  worker = new Worker(new URL('./files-worker.ts', import.meta.url), { type: 'module', name: 'saleswright files' });
  worker.onmessage = (event: MessageEvent<FromFilesWorker>) => {
    const message = event.data;
    const one = waiting.get(message.id);
    if (!one) return;
    if ('progress' in message) {
      one.onProgress?.(message.progress);
      return;
    }
    waiting.delete(message.id);
    if ('answer' in message) one.resolve(message.answer);
    else one.reject('cancelled' in message ? new Cancelled('cancelled') : new Error(message.failed));
  };
  worker.onerror = (event) => {
    event.preventDefault();
    for (const one of waiting.values()) one.reject(new Error(event.message || 'reading files stopped'));
    waiting.clear();
    worker?.terminate();
    worker = undefined;
  };
  return worker;
}

export function askFiles<N extends FileRequestName>(
  name: N,
  ask: FileRequests[N]['ask'],
  { signal, onProgress }: FileAskOptions = {},
): Promise<FileRequests[N]['answer']> {
  if (signal?.aborted) return Promise.reject(new Cancelled('cancelled'));
  const target = started();
  last += 1;
  const id = last;
  return new Promise<FileRequests[N]['answer']>((resolve, reject) => {
    waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject, onProgress });
    signal?.addEventListener(
      'abort',
      () => waiting.has(id) && target.postMessage({ id, cancel: true } satisfies ToFilesWorker),
      { once: true },
    );
    target.postMessage({ id, name, ask } as ToFilesWorker);
  });
}
