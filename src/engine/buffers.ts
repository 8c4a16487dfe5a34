/** The buffers of a frame, each once: what moves to the other thread instead of being copied. */
import { isNumeric, isText, type Frame } from '#core/data/column.ts';

export function buffersOf(frame: Frame): ArrayBuffer[] {
  const buffers = new Set<ArrayBufferLike>();
  for (const column of frame.columns.values()) {
    if (isNumeric(column)) buffers.add(column.values.buffer);
    else if (isText(column)) buffers.add(column.codes.buffer);
    if ('state' in column && column.state) buffers.add(column.state.buffer);
  }
  return [...buffers].filter((buffer) => buffer instanceof ArrayBuffer);
}
