/** The engine's thread: holds the columns, answers the page. No logic here: `serve.ts` knows the answers, `pump.ts` the slices. */
import { buffersOf } from './buffers.ts';
import type { FromWorker, RequestName, Requests, ToWorker } from './protocol.ts';
import { cancelled, pump } from './pump.ts';
import { createEngineState, serve } from './serve.ts';

const state = createEngineState();
const stopped = new Set<number>();
/** Questions are answered one after another; a cancel is heard between two slices of the one that runs. */
let queue: Promise<void> = Promise.resolve();

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();
const pause = () =>
  new Promise<void>((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
const host = { now: () => performance.now(), pause };

self.onmessage = (event: MessageEvent<ToWorker>) => {
  const message = event.data;
  if ('cancel' in message) {
    stopped.add(message.id);
    return;
  }
  queue = queue.then(() => answer(message.id, message.name, message.ask));
};

async function answer<N extends RequestName>(id: number, name: N, ask: Requests[N]['ask']): Promise<void> {
  try {
    if (stopped.has(id)) return send({ id, cancelled: true });
    const result = await pump(serve(state, name, ask), host, {
      onProgress: (progress) => send({ id, progress }),
      isCancelled: () => stopped.has(id),
    });
    if (result === cancelled) send({ id, cancelled: true });
    else send({ id, answer: result }, moved(name, result));
  } catch (error) {
    send({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  } finally {
    stopped.delete(id);
  }
}

function send(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

/** Windows and files are made for the page: their buffers move instead of being copied. */
function moved(name: RequestName, result: unknown): Transferable[] {
  if (name === 'csv' && result instanceof Uint8Array) return [result.buffer];
  if (name !== 'window') return [];
  const { rows, frame } = result as Requests['window']['answer'];
  return [rows.buffer as ArrayBuffer, ...buffersOf(frame)];
}
