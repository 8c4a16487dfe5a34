/** Identities by spreading: every row takes the smallest first row among its matches, until nothing changes. */
import { isError } from '../../data/value.ts';
import type { ClusterStep } from '../../program/table-program.ts';
import { same, type Row } from './row-operations.ts';

/** The first row of each row's identity. */
export function clusterRows(rows: readonly Row[], rules: ClusterStep['rules']): readonly number[] {
  const firsts = rows.map((_, at) => at);
  for (let changed = true; changed;) {
    changed = false;
    rows.forEach((row, a) => {
      rows.forEach((other, b) => {
        const least = Math.min(firsts[a] as number, firsts[b] as number);
        if (firsts[a] === firsts[b] || !matchRows(row, other, rules)) return;
        firsts[a] = firsts[b] = least;
        changed = true;
      });
    });
  }
  return firsts;
}

export function matchRows(a: Row, b: Row, rules: ClusterStep['rules']): boolean {
  return rules.some(
    (rule) =>
      rule.equal.length > 0 &&
      rule.equal.every((name) => {
        const [left, right] = [a[name] ?? null, b[name] ?? null];
        return left !== null && right !== null && !isError(left) && !isError(right) && same(left, right);
      }),
  );
}
