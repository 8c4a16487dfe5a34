import { fc, test as prop } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { cellAt, stateOf, type Column, type Frame } from './column.ts';
import { refreshRows, type Refresh, type Refreshed } from './refresh-rows.ts';
import { errors, type Value } from './value.ts';

type Row = Readonly<Record<string, Value>>;

function frameOf(rows: readonly Row[], columns: Readonly<Record<string, 'text' | 'number'>>): Frame {
  const made = Object.entries(columns).map(([key, type]): [string, Column] => {
    const cells = rows.map((row) => row[key] ?? null);
    const state = Uint8Array.from(cells, stateOf);
    if (type === 'number')
      return [key, { type, values: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : 0)), state }];
    // Each cell an entry of its own: equal texts have several codes.
    const dictionary: string[] = [];
    const codes = Int32Array.from(cells, (cell) => (typeof cell === 'string' ? dictionary.push(cell) - 1 : 0));
    return [key, { type, codes, dictionary, state }];
  });
  return { rowCount: rows.length, columns: new Map(made) };
}
const rowsOf = (frame: Frame): readonly Row[] =>
  Array.from({ length: frame.rowCount }, (_, row) =>
    Object.fromEntries([...frame.columns].map(([key, column]) => [key, cellAt(column, row)])),
  );
function refreshed(old: Frame, fresh: Frame, refresh: Refresh): Refreshed {
  const work = refreshRows(old, fresh, refresh);
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}

/** The same by a Map of rows, in the plainest words. */
function reference(old: readonly Row[], fresh: readonly Row[], refresh: Refresh, names: readonly string[]) {
  const keyOf = (row: Row) => {
    const cells = refresh.key.map((one) => row[one] ?? null);
    return cells.some((cell) => typeof cell === 'object') ? null : JSON.stringify(cells);
  };
  const last = new Map<string, number>();
  fresh.forEach((row, i) => {
    const key = keyOf(row);
    if (key !== null) last.set(key, i);
  });
  const kept = fresh.filter((row, i) => keyOf(row) === null || last.get(keyOf(row) ?? '') === i);
  const places = new Map<string, number>();
  old.forEach((row, i) => {
    const key = keyOf(row);
    if (key !== null && !places.has(key)) places.set(key, i);
  });
  const result = old.map((row) => ({ ...row }) as Record<string, Value>);
  const added: Row[] = [];
  let changed = 0;
  for (const row of kept) {
    const key = keyOf(row);
    const place = key === null ? undefined : places.get(key);
    if (place === undefined) added.push(row);
    else {
      const before = JSON.stringify(result[place]);
      Object.assign(result[place] as object, row);
      if (before !== JSON.stringify(result[place])) changed++;
    }
  }
  const gone = (row: Row) => refresh.removeMissing && !last.has(keyOf(row) ?? 'none');
  const rows = [...result.filter((_, i) => !gone(old[i] as Row)), ...added];
  return {
    rows: rows.map((row) => Object.fromEntries(names.map((name) => [name, (row as Row)[name] ?? null]))),
    added: added.length,
    changed,
    removed: old.filter(gone).length,
    doubled: fresh.length - kept.length,
  };
}

const cell = fc.constantFrom<Value>('a', 'b', 'c', null, errors['#N/A']);
const number = fc.constantFrom<Value>(0, -0, 1, 2.5, null);
const oldRow = fc.record({ k: cell, n: number, v: cell, w: number });
const freshRow = fc.record({ k: cell, n: number, v: cell, x: number });
const plainZero = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([key, one]) => [key, one === 0 ? 0 : one]));

prop.prop([
  fc.array(oldRow, { maxLength: 10 }),
  fc.array(freshRow, { maxLength: 10 }),
  fc.constantFrom<readonly string[]>(['k'], ['n'], ['k', 'n']),
  fc.boolean(),
])(
  'rows that come by key give what a map of rows gives: added, changed, removed, doubled',
  (a, b, key, removeMissing) => {
    const [old, fresh] = [a.map(plainZero), b.map(plainZero)];
    const refresh: Refresh = { mode: 'upsert', key, removeMissing };
    const { frame, summary } = refreshed(
      frameOf(old, { k: 'text', n: 'number', v: 'text', w: 'number' }),
      frameOf(fresh, { k: 'text', n: 'number', v: 'text', x: 'number' }),
      refresh,
    );
    const { x: _, ...names } = { k: 0, n: 0, v: 0, w: 0, x: 0 };
    const expected = reference(old, fresh, refresh, [...Object.keys(names), 'x']);
    expect(rowsOf(frame)).toEqual(expected.rows);
    expect([summary.added, summary.removed, summary.doubled]).toEqual([
      expected.added,
      expected.removed,
      expected.doubled,
    ]);
    const sharedOnly = reference(
      old,
      fresh.map(({ x: _x, ...row }) => row),
      refresh,
      Object.keys(names),
    );
    expect(summary.changed).toBe(sharedOnly.changed);
  },
);

const two = { k: 'text', v: 'number' } as const;

test('what a refresh changes is told with its cells, and rows that stay are counted', () => {
  const old = frameOf(
    [
      { k: 'a', v: 1 },
      { k: 'b', v: 2 },
      { k: 'c', v: 3 },
    ],
    two,
  );
  const fresh = frameOf(
    [
      { k: 'b', v: 5 },
      { k: 'd', v: 4 },
      { k: 'a', v: 1 },
      { k: null, v: 9 },
    ],
    two,
  );
  const { summary, frame } = refreshed(old, fresh, { mode: 'upsert', key: ['k'], removeMissing: false });
  expect(summary).toEqual({
    added: 2,
    changed: 1,
    same: 1,
    removed: 0,
    kept: 1,
    doubled: 0,
    keyless: 1,
    changedCells: [{ column: 'v', count: 1 }],
    samples: { changed: [{ row: 1, column: 'v', before: 2, after: 5 }], added: [1, 3], removed: [] },
  });
  expect(rowsOf(frame).map((row) => row['v'])).toEqual([1, 5, 3, 4, 9]);
});

test('appending and replacing: columns of both, blank where a side has none', () => {
  const old = frameOf([{ k: 'a', v: 1 }], two);
  const fresh = frameOf([{ k: 'b', x: 7 }], { k: 'text', x: 'number' });
  const append = refreshed(old, fresh, { mode: 'append', key: [], removeMissing: false });
  expect(rowsOf(append.frame)).toEqual([
    { k: 'a', v: 1, x: null },
    { k: 'b', v: null, x: 7 },
  ]);
  const replace = refreshed(old, fresh, { mode: 'replace', key: ['k'], removeMissing: false });
  expect(rowsOf(replace.frame)).toEqual([{ k: 'b', v: null, x: 7 }]);
  expect([replace.summary.added, replace.summary.removed]).toEqual([1, 1]);
});

test('a million rows by key are matched without an object for each', () => {
  const count = 1_000_000;
  const frame = (shift: number): Frame => ({
    rowCount: count,
    columns: new Map<string, Column>([
      ['id', { type: 'number', values: Float64Array.from({ length: count }, (_, i) => i * 7 + shift * 7) }],
      ['v', { type: 'number', values: Float64Array.from({ length: count }, (_, i) => (i + shift) % 1000) }],
    ]),
  });
  const { summary, frame: made } = refreshed(frame(0), frame(1000), {
    mode: 'upsert',
    key: ['id'],
    removeMissing: true,
  });
  expect([summary.added, summary.same, summary.changed, summary.removed]).toEqual([1000, count - 1000, 0, 1000]);
  expect(made.rowCount).toBe(count);
});
