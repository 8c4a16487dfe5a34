/** The engine's thread: holds the columns, answers the page. No logic here: `serve.ts` knows the answers, `pump.ts` the slices. */
import { buffersOf } from './buffers.ts';
import type { FromWorker, RequestName, Requests, ToWorker } from './protocol.ts';
import { cancelled, pump } from './pump.ts';
import { createEngineState, serve } from './serve.ts';

const state = createEngineState();
/** Questions not yet answered; a cancel is heard between two slices of the one that runs. */
const open = new Set<number>();
const stopped = new Set<number>();
/**
 * Runs wait for runs and what the page shows waits for what it shows, so that nothing is computed twice; but scrolling does not wait for a long run:
 * the two lanes take turns.
 */
const lanes = { runs: Promise.resolve(), shown: Promise.resolve() };

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
    if (open.has(message.id)) stopped.add(message.id);
    return;
  }
  const { id, name, ask } = message;
  open.add(id);
  // Tables change at once: whoever asks later sees them, and a run that has begun keeps those it began with.
  if (name === 'table.put' || name === 'table.drop') {
    void answer(id, name, ask);
    return;
  }
  const lane = name === 'run' || name === 'simulate' ? 'runs' : 'shown';
  lanes[lane] = lanes[lane].then(() => answer(id, name, ask));
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
    open.delete(id);
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
