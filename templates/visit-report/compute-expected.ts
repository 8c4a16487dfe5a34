/**
 * What the form must say to each answer, worked out a second time: the rules of the form in plain steps, money in whole cents, and nothing of the
 * engine. As of 2026-10-01.
 */
import { answers, type Given, type GivenLine } from './answers.ts';

export const asOf = '2026-10-01';
const products = ['analyzer', 'reagent', 'service'];
const outcomes = ['order', 'interested', 'no_order'];

interface Line {
  readonly product: string | null;
  readonly quantity: number | null;
  readonly price: number | null;
  readonly line_total: number;
}
export interface ExpectedAnswer {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly accepted: boolean;
  readonly values: Readonly<Record<string, unknown>>;
  readonly visible: readonly string[];
  /** Place and code of each problem. */
  readonly problems: readonly string[];
}

function numberOf(given: number | string | undefined): number | null {
  if (given === undefined) return null;
  if (typeof given === 'number') return given;
  const plain = given.replaceAll(',', '');
  const value = plain.endsWith('%') ? Number(plain.slice(0, -1)) / 100 : Number(plain);
  return Number.isNaN(value) ? null : value;
}

/** Cents of a quantity at a price that has at most two decimals. */
const centsOf = (quantity: number | null, price: number | null) =>
  Math.round((quantity ?? 0) * Math.round((price ?? 0) * 100));

function lineOf(given: GivenLine): { readonly line: Line; readonly cents: number } {
  const quantity = given.quantity === undefined ? 1 : numberOf(given.quantity);
  const price = numberOf(given.price);
  const cents = centsOf(quantity, price);
  return { line: { product: given.product ?? null, quantity, price, line_total: cents / 100 }, cents };
}

export function expectedOf({ name, ...input }: Given): ExpectedAnswer {
  const problems: string[] = [];
  const visible: string[] = ['customer', 'visited', 'outcome'];
  const customer = input.customer ?? null;
  const visited = input.visited === undefined || input.visited === '' ? null : input.visited;
  const outcome = input.outcome ?? null;
  if (customer === null) problems.push('customer interact.required');
  if (visited === null) problems.push('visited interact.required');
  else if (visited > asOf) problems.push('visited interact.too-large');
  if (outcome === null || !outcomes.includes(outcome)) problems.push('outcome interact.required');
  const values: Record<string, unknown> = { customer, visited, outcome };

  if (outcome === 'no_order') {
    visible.push('reason');
    const reason = input.reason ?? null;
    values['reason'] = reason;
    if (reason === null) problems.push('reason interact.required');
    else if (reason.length < 10) problems.push('reason interact.too-short');
  }
  let total = 0;
  if (outcome === 'order') {
    const lines = (input.lines ?? []).map(lineOf);
    visible.push('lines');
    if (lines.length < 1) problems.push('lines interact.too-few-rows');
    lines.forEach(({ line }, i) => {
      visible.push(...['product', 'quantity', 'price', 'line_total'].map((key) => `lines.${i}.${key}`));
      if (line.product === null || !products.includes(line.product))
        problems.push(`lines.${i}.product interact.required`);
      if (line.quantity === null) problems.push(`lines.${i}.quantity interact.not-a-number`);
      if (line.price === null) problems.push(`lines.${i}.price interact.required`);
    });
    values['lines'] = lines.map(({ line }) => line);
    const cents = lines.reduce((sum, line) => sum + line.cents, 0);
    visible.push('subtotal');
    values['subtotal'] = cents / 100;
    let share = 0;
    if (cents >= 100_000) {
      visible.push('discount');
      const given = numberOf(input.discount);
      values['discount'] = given;
      share = given ?? 0;
      if (share > 0.2) problems.push('discount interact.too-large');
    }
    // A share has at most four decimals: all of this is in ten-thousandths of a cent.
    total = Math.round((cents * (10_000 - Math.round(share * 10_000))) / 10_000) / 100;
    visible.push('total');
    values['total'] = total;
  }
  if (outcome !== 'no_order') {
    visible.push('next_visit');
    const next = input.next_visit ?? null;
    values['next_visit'] = next;
    if (next === null && outcome === 'interested') problems.push('next_visit interact.required');
    if (next !== null && visited !== null && next <= visited) problems.push('next_visit interact.too-small');
  }
  const accepted = problems.length === 0;
  if (total >= 100_000) problems.push('total interact.check');
  return { name, input, accepted, values, visible, problems };
}

export const computeExpected = () => ({ 'visit-report': { asOf, answers: answers.map(expectedOf) } });
