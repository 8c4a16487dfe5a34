/** The name of a chunk is what is in it: equal rows are stored once, and a chunk can never change under whoever names it. */
import { sha256 } from '#core/project/sha-256.ts';

/** 64 hexadecimal digits. Outside secure contexts browsers hide their own hash; ours gives the same answer, more slowly. */
export async function contentId(bytes: ArrayBuffer): Promise<string> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return sha256(new Uint8Array(bytes));
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
