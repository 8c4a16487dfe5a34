/** Choosing by trying every set of rows: the largest sets that the rules allow, of those the one whose sorted objectives are greatest. */
import type { Value } from '../../data/value.ts';
import { isError } from '../../data/value.ts';
import { toNumber } from '../../formula/evaluate/coerce.ts';
import { compareByKey, numberKey } from '../../formula/key.ts';
import type { ChooseStep } from '../../program/table-program.ts';
import { same, valueIn, type Row } from './row-operations.ts';

type Choice = Pick<ChooseStep, 'by' | 'where' | 'objective' | 'distinct' | 'grain'>;

interface Candidate {
  readonly row: number;
  readonly objective: number;
}

/** The chosen rows by number, group by group, best first. Only for few rows. */
export function chooseRows(rows: readonly Row[], count: number, choice: Choice): readonly number[] {
  const groups: number[][] = [];
  rows.forEach((row, at) => {
    const group = groups.find((one) => choice.by.every((name) => same(rows[one[0] as number]?.[name], row[name])));
    if (group) group.push(at);
    else groups.push([at]);
  });
  return groups.flatMap((group) => best(rows, group, count, choice));
}

function best(rows: readonly Row[], group: readonly number[], count: number, choice: Choice): readonly number[] {
  const candidates = group
    .flatMap((row): Candidate[] => {
      const given = rows[row] as Row;
      const met = choice.where.every((where) => isTrue(valueIn(given, where)));
      const value = valueIn(given, choice.objective);
      const objective = toNumber(value);
      return met && value !== null && !isError(objective) ? [{ row, objective: numberKey(objective) }] : [];
    })
    .sort((a, b) => b.objective - a.objective || ties(rows, a.row, b.row, choice.grain ?? []) || a.row - b.row);
  let found: readonly Candidate[] = [];
  for (let set = 0; set < 2 ** candidates.length; set++) {
    const chosen = candidates.filter((_, at) => (set >> at) % 2 === 1);
    if (chosen.length <= count && differ(rows, chosen, choice.distinct) && better(chosen, found, candidates)) {
      found = chosen;
    }
  }
  return found.map((one) => one.row);
}

/** More rows first, then the greater sum; equal sums are decided by the order of the candidates. */
function better(a: readonly Candidate[], b: readonly Candidate[], order: readonly Candidate[]): boolean {
  if (a.length !== b.length) return a.length > b.length;
  const total = (set: readonly Candidate[]) => set.reduce((sum, one) => sum + one.objective, 0);
  if (total(a) !== total(b)) return total(a) > total(b);
  for (const candidate of order) {
    if (a.includes(candidate) !== b.includes(candidate)) return a.includes(candidate);
  }
  return false;
}

function differ(rows: readonly Row[], chosen: readonly Candidate[], distinct: string | undefined): boolean {
  if (distinct === undefined) return true;
  const values = chosen.map((one) => rows[one.row]?.[distinct] ?? null).filter((one) => one !== null && !isError(one));
  return values.every((one, at) => !values.slice(0, at).some((other) => same(one, other)));
}

function ties(rows: readonly Row[], a: number, b: number, grain: readonly string[]): number {
  const aside = (value: Value) => (value === null ? 1 : isError(value) ? 2 : 0);
  for (const name of grain) {
    const left = rows[a]?.[name] ?? null;
    const right = rows[b]?.[name] ?? null;
    const order = aside(left) - aside(right) || (aside(left) === 0 ? compareByKey(left, right) : 0);
    if (order !== 0) return order;
  }
  return 0;
}

function isTrue(value: Value): boolean {
  return value === true || (typeof value === 'number' && value !== 0);
}
