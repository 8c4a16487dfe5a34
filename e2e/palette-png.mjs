// A screenshot (PNG, 8 bits per channel) with at most 256 colours: half the bytes, and flat areas keep their exact colour.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const most = 256;

/** PNG bytes → PNG bytes. Transparency is dropped: a page is opaque. */
export function palettePng(bytes) {
  const { width, height, pixels } = decode(bytes);
  const { palette, indexOf } = choosePalette(pixels);
  const lines = Buffer.alloc(height * (width + 1)); // each line begins with its filter: none
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) lines[y * (width + 1) + 1 + x] = indexOf.get(pixels[at]);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((rgb) => [rgb >> 16, (rgb >> 8) & 255, rgb & 255]))),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  out.set(body, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** Pixels as 0xRRGGBB, row by row. */
function decode(bytes) {
  const parts = [];
  let head;
  for (let at = signature.length; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const name = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    if (name === 'IHDR') head = data;
    if (name === 'IDAT') parts.push(data);
  }
  const [depth, type] = head.subarray(8);
  if (depth !== 8 || (type !== 2 && type !== 6))
    throw new Error(`not a screenshot: depth ${depth}, colour type ${type}`);
  const [width, height, step] = [head.readUInt32BE(0), head.readUInt32BE(4), type === 2 ? 3 : 4];
  const lines = unfilter(inflateSync(Buffer.concat(parts)), width * step, height, step);
  const pixels = new Uint32Array(width * height);
  for (let at = 0; at < pixels.length; at++)
    pixels[at] = (lines[at * step] << 16) | (lines[at * step + 1] << 8) | lines[at * step + 2];
  return { width, height, pixels };
}

function unfilter(raw, length, height, step) {
  const out = new Uint8Array(length * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (length + 1)];
    for (let x = 0; x < length; x++) {
      const at = y * length + x;
      const left = x >= step ? out[at - step] : 0;
      const up = y > 0 ? out[at - length] : 0;
      const corner = x >= step && y > 0 ? out[at - length - step] : 0;
      out[at] = raw[y * (length + 1) + 1 + x] + [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
    }
  }
  return out;
}

function paeth(left, up, corner) {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Median cut, weighted by how often a colour is seen; each box is painted with its most frequent colour. */
function choosePalette(pixels) {
  const counts = new Map();
  for (const rgb of pixels) counts.set(rgb, (counts.get(rgb) ?? 0) + 1);
  const boxes = [boxOf([...counts])];
  while (boxes.length < most) {
    const widest = boxes.reduce((best, box) => (box.weight > best.weight ? box : best));
    if (widest.weight === 0) break;
    boxes.splice(boxes.indexOf(widest), 1, ...split(widest).map(boxOf));
  }
  const indexOf = new Map();
  const palette = boxes.map(({ colours }, index) => {
    for (const [rgb] of colours) indexOf.set(rgb, index);
    return colours.reduce((best, colour) => (colour[1] > best[1] ? colour : best))[0];
  });
  return { palette, indexOf };
}

function boxOf(colours) {
  const ranges = [16, 8, 0].map((shift) => {
    const values = colours.map(([rgb]) => (rgb >> shift) & 255);
    return { shift, width: values.reduce((a, b) => Math.max(a, b), 0) - values.reduce((a, b) => Math.min(a, b), 255) };
  });
  const { shift, width } = ranges.reduce((best, one) => (one.width > best.width ? one : best));
  const seen = colours.reduce((sum, [, count]) => sum + count, 0);
  return { colours, shift, weight: colours.length < 2 ? 0 : width * Math.sqrt(seen) };
}

function split({ colours, shift }) {
  const sorted = colours.toSorted(([a], [b]) => ((a >> shift) & 255) - ((b >> shift) & 255));
  const half = sorted.reduce((sum, [, count]) => sum + count, 0) / 2;
  let seen = 0;
  const at = sorted.findIndex(([, count]) => (seen += count) >= half);
  const cut = Math.min(Math.max(at, 1), sorted.length - 1);
  return [sorted.slice(0, cut), sorted.slice(cut)];
}
