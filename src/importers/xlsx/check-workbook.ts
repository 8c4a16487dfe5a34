/** Whether bytes can be a workbook that is worth opening: its kind by its first bytes, its parts by the zip's directory. */
import { problem, type Problem } from '#core/problem/problem.ts';
import { workbookLimits } from '../limits.ts';
import { zipParts } from './zip-parts.ts';

const megabyte = 1 << 20;

/** Why it is refused; undefined where it may be read. */
export function checkWorkbook(bytes: Uint8Array, file: string): Problem | undefined {
  const size = Math.ceil(bytes.length / megabyte);
  if (size > workbookLimits.megabytes)
    return problem('import.too-large', { file, megabytes: size, most: workbookLimits.megabytes });
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return problem('import.is-excel', { file });
  const parts = zipParts(bytes, workbookLimits.parts);
  if (!parts) return problem('import.broken-workbook', { file });
  const unpacked = parts.reduce((sum, part) => sum + part.unpacked, 0) / megabyte;
  if (unpacked > workbookLimits.unpackedMegabytes || parts.length > workbookLimits.parts) {
    const megabytes = Math.round(unpacked);
    return problem('import.unpacks-too-large', { file, megabytes, most: workbookLimits.unpackedMegabytes });
  }
  if (!parts.some((part) => /(?:^|\/)workbook\.xml$/i.test(part.name)))
    return problem('import.not-a-workbook', { file });
  return undefined;
}
