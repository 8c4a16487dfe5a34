/** The least of any stretch of a list, in steps that do not grow with the stretch: a sparse table over blocks, so that it takes little more room than the list. */
const BLOCK = 32;

export class RangeLeast {
  readonly #values: Float64Array;
  /** `levels[k][b]`: the least of the 2^k blocks from block `b` on. */
  readonly #levels: Float64Array[] = [];

  /** Infinity stands for no value. */
  constructor(values: Float64Array) {
    this.#values = values;
    const blocks = Math.ceil(values.length / BLOCK);
    let level = new Float64Array(blocks);
    for (let block = 0; block < blocks; block++) {
      level[block] = this.#scan(block * BLOCK, Math.min(values.length, (block + 1) * BLOCK));
    }
    this.#levels.push(level);
    for (let width = 2; width <= blocks; width *= 2) {
      const next = new Float64Array(blocks - width + 1);
      for (let block = 0; block < next.length; block++) {
        next[block] = Math.min(level[block] as number, level[block + width / 2] as number);
      }
      this.#levels.push(next);
      level = next;
    }
  }

  #scan(from: number, to: number): number {
    let least = Infinity;
    for (let i = from; i < to; i++) if ((this.#values[i] as number) < least) least = this.#values[i] as number;
    return least;
  }

  /** Infinity where there is none. */
  between(from: number, to: number): number {
    const first = Math.ceil(from / BLOCK);
    const last = Math.floor(to / BLOCK);
    if (last <= first) return this.#scan(from, to);
    const k = 31 - Math.clz32(last - first);
    const level = this.#levels[k] as Float64Array;
    const inside = Math.min(level[first] as number, level[last - 2 ** k] as number);
    return Math.min(this.#scan(from, first * BLOCK), inside, this.#scan(last * BLOCK, to));
  }
}
