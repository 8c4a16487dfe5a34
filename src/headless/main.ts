import { writeSync } from 'node:fs';
import { runCommand } from './run-command.ts';

/** Whole texts, synchronously: a pipe that is slow to read loses nothing when the process ends. */
function writer(descriptor: 1 | 2) {
  return (text: string) => {
    const bytes = new TextEncoder().encode(text);
    for (let at = 0; at < bytes.length;) {
      try {
        at += writeSync(descriptor, bytes, at);
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        if (code === 'EPIPE') return;
        if (code !== 'EAGAIN') throw error;
      }
    }
  };
}

process.exitCode = runCommand(process.argv.slice(2), { out: writer(1), err: writer(2), folder: process.cwd() });
