/** The encoding of a file from its first bytes: a mark says it, else valid UTF-8 is UTF-8, else it is the Chinese one. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
export const encodings: readonly Encoding[] = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'];

/** `further` are pieces from later in the file: one whose first lines are plain English may hold Chinese names farther down. */
export function detectEncoding(sample: Uint8Array, further: readonly Uint8Array[] = []): Encoding {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';
  try {
    for (const piece of [sample, ...further.map(fromWholeCharacter)]) {
      // `stream` forgives a character that the piece cuts in half.
      new TextDecoder('utf-8', { fatal: true }).decode(piece, { stream: true });
    }
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

function fromWholeCharacter(piece: Uint8Array): Uint8Array {
  let at = 0;
  while (at < 3 && ((piece[at] ?? 0) & 0xc0) === 0x80) at++;
  return piece.subarray(at);
}

export type FileForm = 'text' | 'excel' | 'binary';

/** Zip and old Office files by their first bytes; text holds no zero bytes unless it is UTF-16. */
export function detectForm(sample: Uint8Array): FileForm {
  const starts = (...bytes: number[]) => bytes.every((byte, index) => sample[index] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0xd0, 0xcf, 0x11, 0xe0)) return 'excel';
  const encoding = detectEncoding(sample);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return 'text';
  return sample.subarray(0, 4096).includes(0) ? 'binary' : 'text';
}
