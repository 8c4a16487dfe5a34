/**
 * What is due, in a total order: by time, then by rank of the kind of event, then by customer, then by when it was put in. A binary heap over typed
 * arrays that grow; payloads are numbers.
 */

export interface DueEvent {
  readonly time: number;
  readonly rank: number;
  readonly customer: number;
  readonly token: number;
  /** What the token was when this was planned: a stale one is passed over. */
  readonly epoch: number;
}

export interface EventHeap {
  readonly size: () => number;
  push(event: DueEvent): void;
  /** The earliest; undefined where nothing is due. */
  pop(): DueEvent | undefined;
  peekTime(): number;
}

export function createEventHeap(capacity = 1024): EventHeap {
  let length = 0;
  let inserted = 0;
  let times = new Float64Array(capacity);
  /** rank, customer, sequence, token, epoch of each entry. */
  const width = 5;
  let parts = new Float64Array(capacity * width);

  function grow(): void {
    const moreTimes = new Float64Array(times.length * 2);
    moreTimes.set(times);
    times = moreTimes;
    const moreParts = new Float64Array(parts.length * 2);
    moreParts.set(parts);
    parts = moreParts;
  }

  function before(a: number, b: number): boolean {
    const [left, right] = [times[a] ?? 0, times[b] ?? 0];
    if (left !== right) return left < right;
    for (let part = 0; part < 3; part++) {
      const [one, other] = [parts[a * width + part] ?? 0, parts[b * width + part] ?? 0];
      if (one !== other) return one < other;
    }
    return false;
  }

  function swap(a: number, b: number): void {
    const time = times[a] ?? 0;
    times[a] = times[b] ?? 0;
    times[b] = time;
    for (let part = 0; part < width; part++) {
      const one = parts[a * width + part] ?? 0;
      parts[a * width + part] = parts[b * width + part] ?? 0;
      parts[b * width + part] = one;
    }
  }

  function rise(from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!before(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  }

  function sink(): void {
    let at = 0;
    for (;;) {
      const left = at * 2 + 1;
      if (left >= length) return;
      const least = left + 1 < length && before(left + 1, left) ? left + 1 : left;
      if (!before(least, at)) return;
      swap(at, least);
      at = least;
    }
  }

  return {
    size: () => length,
    peekTime: () => (length > 0 ? (times[0] ?? Infinity) : Infinity),
    push({ time, rank, customer, token, epoch }) {
      if (length === times.length) grow();
      times[length] = time;
      parts.set([rank, customer, inserted++, token, epoch], length * width);
      rise(length++);
    },
    pop() {
      if (length === 0) return undefined;
      const event: DueEvent = {
        time: times[0] ?? 0,
        rank: parts[0] ?? 0,
        customer: parts[1] ?? 0,
        token: parts[3] ?? 0,
        epoch: parts[4] ?? 0,
      };
      swap(0, --length);
      sink();
      return event;
    },
  };
}
