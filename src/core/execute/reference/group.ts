/** Grouping a row at a time, sums as exact fractions. */
import { isError, type Value } from '../../data/value.ts';
import { key, type Key } from '../../formula/key.ts';
import { approximately, divide, rational, sum } from './rational.ts';
import { same, type Row } from './row-operations.ts';

/** The rows of each group, groups in order of first appearance. No keys: one group of all rows. */
export function groupsOf(rows: readonly Row[], by: readonly string[]): readonly (readonly Row[])[] {
  if (by.length === 0) return [rows];
  const groups: Row[][] = [];
  for (const row of rows) {
    const group = groups.find((one) => by.every((name) => same(one[0]?.[name], row[name])));
    if (group) group.push(row);
    else groups.push([row]);
  }
  return groups;
}

export type Aggregate = 'SUM' | 'AVERAGE' | 'COUNT' | 'COUNTA' | 'COUNTBLANK' | 'COUNTUNIQUE' | 'MIN' | 'MAX';

/** The aggregate of a group's column; SUM and AVERAGE are exact up to the last digits of a double. */
export function aggregateOf(name: Aggregate, rows: readonly Row[], column: string): Value {
  const cells = rows.map((row) => row[column] ?? null);
  const numbers = cells.filter((cell) => typeof cell === 'number');
  if (name === 'COUNT') return numbers.length;
  if (name === 'COUNTA') return cells.filter((cell) => cell !== null).length;
  if (name === 'COUNTBLANK') return cells.filter((cell) => cell === null || cell === '').length;
  const error = cells.find(isError);
  if (error) return error;
  if (name === 'COUNTUNIQUE') return new Set<Key>(cells.filter((cell) => cell !== null).map(key)).size;
  if (name === 'MIN' || name === 'MAX') {
    return numbers.length === 0 ? 0 : numbers.reduce((a, b) => (name === 'MIN' ? Math.min(a, b) : Math.max(a, b)));
  }
  const total = sum(numbers.map(rational));
  if (name === 'SUM') return approximately(total);
  if (numbers.length === 0) return { error: '#DIV/0!' };
  return approximately(divide(total, rational(numbers.length)));
}
