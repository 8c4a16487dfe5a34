/** Numbers in the fewest bytes that bring back the very same doubles: whole numbers, hundredths and ten-thousandths as integers, else as doubles. */

const widths = {
  u8: Uint8Array,
  i8: Int8Array,
  u16: Uint16Array,
  i16: Int16Array,
  i32: Int32Array,
  f64: Float64Array,
} as const;
type Width = keyof typeof widths;

export interface NumberCoding {
  readonly width: Width;
  /** The stored integer divided by this is the number. */
  readonly scale: number;
}

const ranges: readonly (readonly [Width, number, number])[] = [
  ['u8', 0, 255],
  ['i8', -128, 127],
  ['u16', 0, 65_535],
  ['i16', -32_768, 32_767],
  ['i32', -2_147_483_648, 2_147_483_647],
];
const scales = [1, 100, 10_000] as const;

export function encodeNumbers(numbers: ArrayLike<number>): NumberCoding & { readonly bytes: Uint8Array } {
  for (const scale of scales) {
    const range = rangeAt(numbers, scale);
    const fit = range && ranges.find(([, low, high]) => range[0] >= low && range[1] <= high);
    if (!fit) continue;
    const [width] = fit;
    const cells = new widths[width](numbers.length);
    for (let i = 0; i < cells.length; i++) cells[i] = Math.round((numbers[i] ?? 0) * scale);
    return { width, scale, bytes: new Uint8Array(cells.buffer) };
  }
  return { width: 'f64', scale: 1, bytes: new Uint8Array(Float64Array.from(numbers).buffer) };
}

/** The least and greatest of the scaled numbers, where scaling and dividing gives each of them back exactly. */
function rangeAt(numbers: ArrayLike<number>, scale: number): readonly [number, number] | undefined {
  let low = 0;
  let high = 0;
  for (let i = 0; i < numbers.length; i++) {
    const value = numbers[i] ?? 0;
    const whole = Math.round(value * scale);
    // Integers have neither NaN nor a negative zero.
    if (whole / scale !== value || Object.is(value, -0)) return undefined;
    if (whole < low) low = whole;
    else if (whole > high) high = whole;
  }
  return [low, high];
}

export function decodeNumbers(
  coding: NumberCoding,
  buffer: ArrayBuffer,
  offset: number,
  into: { [index: number]: number },
  from: number,
  count: number,
): void {
  const cells = new widths[coding.width](buffer, offset, count);
  for (let i = 0; i < count; i++) into[from + i] = (cells[i] ?? 0) / coding.scale;
}
