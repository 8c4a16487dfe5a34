/** What a zip says it holds, from its directory at the end; nothing is unpacked. */

export interface ZipPart {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
}

const endMark = 0x06054b50;
const partMark = 0x02014b50;
/** The end record and the longest comment after it. */
const endReach = 65_557;
const whole = 0xffffffff;

/** Undefined where it is no zip, a cut one, or one that a workbook never is (over 4 GB, in several pieces). */
export function zipParts(bytes: Uint8Array, most: number): readonly ZipPart[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endAt(view);
  if (end < 0) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const parts: ZipPart[] = [];
  const decoder = new TextDecoder();
  for (let n = 0; n < count && parts.length <= most; n++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== partMark) return undefined;
    const packed = view.getUint32(at + 20, true);
    const unpacked = view.getUint32(at + 24, true);
    if (packed === whole || unpacked === whole) return undefined;
    const length = view.getUint16(at + 28, true);
    parts.push({ name: decoder.decode(bytes.subarray(at + 46, at + 46 + length)), packed, unpacked });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

function endAt(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - endReach); at--)
    if (view.getUint32(at, true) === endMark) return at;
  return -1;
}
