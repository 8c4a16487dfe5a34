/**
 * The page's side of the engine: typed questions, answers as promises, cancel by signal. Tables move into the worker; one that dies is started
 * again, and whoever keeps the tables is told to give them anew.
 */
import type { Progress } from '#core/execute/operation.ts';
import { buffersOf } from './buffers.ts';
import type { FromWorker, RequestName, Requests, ToWorker } from './protocol.ts';

export interface AskOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Engine {
  ask<N extends RequestName>(name: N, ask: Requests[N]['ask'], options?: AskOptions): Promise<Requests[N]['answer']>;
  /** Called when the worker died and a new, empty one runs. */
  onRestart(listener: () => void): () => void;
  /** Stops the worker; questions not yet answered are rejected. */
  close(): void;
}

/** What an answer is rejected with when its signal aborts. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

const mostSilentStarts = 3;

export function createEngine(start: () => Worker = startWorker): Engine {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<() => void>();
  let last = 0;
  let closed = false;
  /** A worker that never says a word is not started for ever. */
  let silentStarts = 0;
  let worker = open();

  function open(): Worker {
    const made = start();
    made.onmessage = (event: MessageEvent<FromWorker>) => hear(event.data);
    made.onerror = (event) => {
      event.preventDefault();
      restart(new Error(event.message || 'the engine stopped'));
    };
    made.onmessageerror = () => restart(new Error('an answer of the engine could not be read'));
    return made;
  }

  function restart(reason: Error): void {
    worker.terminate();
    for (const one of waiting.values()) one.reject(reason);
    waiting.clear();
    if (closed) return;
    silentStarts += 1;
    if (silentStarts > mostSilentStarts) {
      closed = true;
      return;
    }
    worker = open();
    for (const listener of listeners) listener();
  }

  function hear(message: FromWorker): void {
    silentStarts = 0;
    const one = waiting.get(message.id);
    if (!one) return;
    if ('progress' in message) {
      one.onProgress?.(message.progress);
      return;
    }
    waiting.delete(message.id);
    if ('answer' in message) one.resolve(message.answer);
    else if ('cancelled' in message) one.reject(new Cancelled('cancelled'));
    else one.reject(new Error(message.failed));
  }

  function post(message: ToWorker, transfer: Transferable[] = []): void {
    worker.postMessage(message, transfer);
  }

  return {
    ask(name, ask, { signal, onProgress } = {}) {
      type Answer = Requests[typeof name]['answer'];
      if (closed) return Promise.reject(new Error('the engine is closed'));
      if (signal?.aborted) return Promise.reject(new Cancelled('cancelled'));
      last += 1;
      const id = last;
      return new Promise<Answer>((resolve, reject) => {
        // Who cancels does not wait: the worker hears it between two slices, and what it still says is not heard here.
        const cancel = () => {
          if (!waiting.delete(id)) return;
          post({ id, cancel: true });
          reject(new Cancelled('cancelled'));
        };
        const done = () => signal?.removeEventListener('abort', cancel);
        waiting.set(id, {
          resolve: (answer) => {
            done();
            resolve(answer as Answer);
          },
          reject: (error) => {
            done();
            reject(error);
          },
          onProgress,
        });
        signal?.addEventListener('abort', cancel, { once: true });
        post(
          { id, name, ask } as ToWorker,
          name === 'table.put' ? buffersOf((ask as Requests['table.put']['ask']).frame) : [],
        );
      });
    },
    onRestart(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closed = true;
      restart(new Cancelled('the engine is closed'));
    },
  };
}

function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'saleswright engine' });
}
