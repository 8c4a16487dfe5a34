/** The thread that reads and writes files, apart from the engine's: importers bring zod and libraries, the engine's thread stays lean. */
import { parseProject } from '#core/project/parse-project.ts';
import { writeBundle } from '#exporters/bundle/bundle.ts';
import { buffersOf } from './buffers.ts';
import type { FileRequestName, FileRequests, FromFilesWorker, ToFilesWorker } from './files-protocol.ts';
import { detectFile, importFile, type ReadHost } from './read-file.ts';
import { detectSheet, importSheet } from './read-sheet.ts';
import { compareRows } from './compare-rows.ts';
import { writeXlsx } from './write-xlsx.ts';

const open = new Set<number>();
const stopped = new Set<number>();

self.onmessage = (event: MessageEvent<ToFilesWorker>) => {
  const message = event.data;
  if ('cancel' in message) {
    if (open.has(message.id)) stopped.add(message.id);
  } else void answer(message.id, message.name, message.ask);
};

async function answer<N extends FileRequestName>(id: number, name: N, ask: FileRequests[N]['ask']): Promise<void> {
  open.add(id);
  try {
    const { result, transfer } = await work(id, name, ask);
    if (result === null) send({ id, cancelled: true });
    else send({ id, answer: result }, transfer);
  } catch (error) {
    send({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  } finally {
    open.delete(id);
    stopped.delete(id);
  }
}

async function work(
  id: number,
  name: FileRequestName,
  ask: unknown,
): Promise<{ result: unknown; transfer: Transferable[] }> {
  switch (name) {
    case 'detect':
      return { result: await detectFile(ask as FileRequests['detect']['ask']), transfer: [] };
    case 'import': {
      const { file, options } = ask as FileRequests['import']['ask'];
      const imported = await importFile(file, options, hostOf(id));
      return { result: imported, transfer: imported ? buffersOf(imported.frame) : [] };
    }
    case 'sheet.detect':
      return { result: await detectSheet(ask as FileRequests['sheet.detect']['ask']), transfer: [] };
    case 'sheet.import': {
      const imported = await importSheet(ask as FileRequests['sheet.import']['ask'], hostOf(id));
      return { result: imported, transfer: imported ? buffersOf(imported.frame) : [] };
    }
    case 'refresh': {
      const refreshed = await compareRows(ask as FileRequests['refresh']['ask'], hostOf(id));
      return { result: refreshed, transfer: refreshed ? buffersOf(refreshed.frame) : [] };
    }
    case 'xlsx': {
      const bytes = await writeXlsx(ask as FileRequests['xlsx']['ask'], hostOf(id));
      return { result: bytes, transfer: bytes ? [bytes.buffer] : [] };
    }
    case 'bundle': {
      const { project, frames } = ask as FileRequests['bundle']['ask'];
      const parsed = parseProject(project).project;
      if (!parsed) throw new Error('a project that is open did not parse');
      const bytes = writeBundle(parsed, frames);
      return { result: bytes, transfer: [bytes.buffer] };
    }
  }
}

const hostOf = (id: number): ReadHost => ({
  onProgress: (progress) => send({ id, progress }),
  isCancelled: () => stopped.has(id),
});

function send(message: FromFilesWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
