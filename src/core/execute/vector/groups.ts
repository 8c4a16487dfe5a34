/** Which rows make which group. */
export interface Groups {
  readonly count: number;
  /** The group of each row, numbered in order of first appearance. */
  readonly groupOf: Int32Array;
  /** The first row of each group; -1 for a group without rows. */
  readonly first: Int32Array;
}

interface Members {
  /** Rows in order, group after group: those of group g stand from `starts[g]` to `starts[g + 1]`. */
  readonly rows: Int32Array;
  readonly starts: Int32Array;
}

const known = new WeakMap<Groups, Members>();

function membersOf(groups: Groups): Members {
  const kept = known.get(groups);
  if (kept) return kept;
  const { count, groupOf } = groups;
  const starts = new Int32Array(count + 1);
  for (const group of groupOf) starts[group + 1] = (starts[group + 1] as number) + 1;
  for (let group = 0; group < count; group++)
    starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number);
  const next = starts.slice();
  const rows = new Int32Array(groupOf.length);
  groupOf.forEach((group, row) => {
    const at = next[group] as number;
    rows[at] = row;
    next[group] = at + 1;
  });
  const made = { rows, starts };
  known.set(groups, made);
  return made;
}

/** The rows of one group, in order. */
export function rowsOfGroup(groups: Groups, group: number): Int32Array {
  const { rows, starts } = membersOf(groups);
  return rows.subarray(starts[group], starts[group + 1]);
}
