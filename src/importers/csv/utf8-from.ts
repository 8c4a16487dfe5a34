/** The bytes of a file as UTF-8 without a byte order mark, whatever its encoding. */
import type { Encoding } from './detect-encoding.ts';

export interface Utf8Decoder {
  next(bytes: Uint8Array): Uint8Array;
  /** What was held back: half of a character at the end of the file. */
  last(): Uint8Array;
  /** True where bytes were no valid text of the encoding; for UTF-8 itself only its reader can tell. */
  replaced(): boolean;
}

export function utf8From(encoding: Encoding): Utf8Decoder {
  return encoding === 'utf-8' ? withoutMark() : transcoded(encoding);
}

const mark = [0xef, 0xbb, 0xbf] as const;

function withoutMark(): Utf8Decoder {
  let seen = 0;
  let begun = false;
  const nothing = new Uint8Array(0);
  return {
    next(bytes) {
      if (begun) return bytes;
      let at = 0;
      while (seen < mark.length && at < bytes.length && bytes[at] === mark[seen]) {
        seen++;
        at++;
      }
      if (seen < mark.length && at === bytes.length) return nothing;
      begun = true;
      if (seen === mark.length) return bytes.subarray(at);
      if (seen === 0) return bytes;
      // Bytes that only began like a mark are text after all.
      const all = new Uint8Array(seen + bytes.length - at);
      all.set(mark.slice(0, seen));
      all.set(bytes.subarray(at), seen);
      return all;
    },
    last: () => (begun ? nothing : Uint8Array.from(mark.slice(0, seen === mark.length ? 0 : seen))),
    replaced: () => false,
  };
}

function transcoded(encoding: Encoding): Utf8Decoder {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  let replaced = false;
  const take = (text: string) => {
    replaced ||= text.includes('\ufffd');
    return encoder.encode(text);
  };
  return {
    next: (bytes) => take(decoder.decode(bytes, { stream: true })),
    last: () => take(decoder.decode()),
    replaced: () => replaced,
  };
}
