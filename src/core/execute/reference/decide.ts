/** A decision table a row at a time, with sums in exact fractions. */
import { errors, isError, type Value } from '../../data/value.ts';
import { toNumber, toText } from '../../formula/evaluate/coerce.ts';
import { key } from '../../formula/key.ts';
import type { DecideStep } from '../../program/table-program.ts';
import { add, rational, rounded, ZERO } from './rational.ts';
import { valueIn, type Row } from './row-operations.ts';

type Table = Pick<DecideStep, 'hit' | 'rules' | 'out'>;

/** TRUE, FALSE, or the error that leaves the rule undecided. */
function matches(row: Row, rule: DecideStep['rules'][number]): Value {
  const truths = rule.when.map((condition) => (condition === null ? true : valueIn(row, condition)));
  const settled = truths.some((one) => !isError(one) && one !== true && !(typeof one === 'number' && one !== 0));
  if (settled) return false;
  return truths.find(isError) ?? true;
}

/** The rules that match by number, or the error that keeps the row from an answer. */
export function rulesOf(row: Row, table: Table): readonly number[] | Value {
  const verdicts = table.rules.map((rule) => matches(row, rule));
  const order = table.rules.map((_, rule) => rule);
  if (table.hit === 'priority') order.sort((a, b) => compareImportance(table, a, b) || a - b);
  if (table.hit === 'first' || table.hit === 'priority') {
    const found = order.find((rule) => verdicts[rule] !== false);
    if (found === undefined) return [];
    const verdict = verdicts[found] as Value;
    return isError(verdict) ? verdict : [found];
  }
  const hits = order.filter((rule) => verdicts[rule] === true);
  if (table.hit === 'unique' && hits.length > 1) return errors['#VALUE!'];
  return verdicts.find(isError) ?? hits;
}

function compareImportance(table: Table, a: number, b: number): number {
  for (const [at, out] of table.out.entries()) {
    const constants = table.rules.flatMap((rule) => {
      const output = rule.then[at];
      return output === undefined ? [null] : output.node === 'literal' ? [output.value] : [];
    });
    const listed = (out.priority ?? constants).map((one) => key(one));
    const place = (rule: number) => {
      const output = table.rules[rule]?.then[at];
      if (output !== undefined && output.node !== 'literal') return Infinity;
      const found = listed.indexOf(key(output === undefined ? null : output.value));
      return found < 0 ? Infinity : found;
    };
    if (place(a) !== place(b)) return place(a) < place(b) ? -1 : 1;
  }
  return 0;
}

export function decideRow(row: Row, table: Table): readonly Value[] {
  const hits = rulesOf(row, table);
  return table.out.map((out, at) => {
    if (!Array.isArray(hits)) return hits as Value;
    const outputs = (hits as readonly number[]).map((rule) => {
      const output = table.rules[rule]?.then[at];
      return output === undefined ? null : valueIn(row, output);
    });
    if (outputs.length === 0) {
      if (out.otherwise) return valueIn(row, out.otherwise);
      return table.hit === 'collect' && out.collect === 'count' ? 0 : null;
    }
    return table.hit === 'collect' ? together(outputs, out.collect ?? 'list') : (outputs[0] as Value);
  });
}

function together(outputs: readonly Value[], how: NonNullable<DecideStep['out'][number]['collect']>): Value {
  if (how === 'count') return outputs.length;
  const wrong = outputs.find(isError);
  if (wrong) return wrong;
  const given = outputs.filter((one) => one !== null);
  if (given.length === 0) return null;
  if (how === 'list') return given.map((one) => toText(one) as string).join('; ');
  const numbers = given.map((one) => toNumber(one));
  const bad = numbers.find(isError);
  if (bad) return bad;
  const exact = (numbers as readonly number[]).map(rational);
  if (how === 'sum') return rounded(exact.reduce(add, ZERO), 9);
  const sorted = [...(numbers as readonly number[])].sort((a, b) => a - b);
  return (how === 'min' ? sorted[0] : sorted.at(-1)) ?? null;
}
