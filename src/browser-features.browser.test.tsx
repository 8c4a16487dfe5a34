// What the app stands on, asked of a real browser; the other browser tests need the same.
import { expect, test } from 'vitest';

test('the browser offers isolation, module workers, IndexedDB and compression', async () => {
  expect(crossOriginIsolated).toBe(true);

  const code = new Blob(["import('data:text/javascript,export default 6').then((m) => postMessage(m.default * 7))"], {
    type: 'text/javascript',
  });
  const worker = new Worker(URL.createObjectURL(code), { type: 'module' });
  const answer = await new Promise((resolve, reject) => {
    worker.onmessage = (event) => resolve(event.data);
    worker.onerror = reject;
  });
  worker.terminate();
  expect(answer).toBe(42);

  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('browser-features', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('chunks');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('not opened'));
  });
  expect([...database.objectStoreNames]).toEqual(['chunks']);
  database.close();
  indexedDB.deleteDatabase('browser-features');

  const zipped = new Blob(['quota '.repeat(1000)]).stream().pipeThrough(new CompressionStream('gzip'));
  expect((await new Response(zipped).arrayBuffer()).byteLength).toBeLessThan(200);
});
