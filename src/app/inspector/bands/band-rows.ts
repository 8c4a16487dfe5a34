/** The rate table as the band editor works with it: rows of a prop, and what each act of the editor makes of them. */
import { isRecord } from '#core/edit/at-path.ts';
import type { InspectorField } from '#core/contracts/node-kind.ts';
import type { BandMode } from '#core/program/table-program.ts';
import type { Amount } from '../read-amount.ts';

export interface BandRow {
  readonly from: Amount;
  readonly rate?: Amount;
  readonly amount?: Amount;
  readonly retroactive?: boolean;
  readonly label?: string;
}

export const bandModes: readonly BandMode[] = ['whole', 'marginal', 'retroactive', 'interpolated'];

const isAmount = (value: unknown): value is Amount => typeof value === 'number' || typeof value === 'string';

export function bandRows(value: unknown): readonly BandRow[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((row) => ({
    from: isAmount(row.from) ? row.from : 0,
    ...(isAmount(row.rate) ? { rate: row.rate } : {}),
    ...(isAmount(row.amount) ? { amount: row.amount } : {}),
    ...(row.retroactive === true ? { retroactive: true } : {}),
    ...(typeof row.label === 'string' ? { label: row.label } : {}),
  }));
}

export interface BandLayout {
  readonly bands: (InspectorField & { readonly control: 'bands' }) | undefined;
  /** The choice whose options are the four modes. */
  readonly mode: ChoiceField | undefined;
  /** Other choices of the section: compact selects under the modes. */
  readonly choices: readonly ChoiceField[];
  readonly others: readonly InspectorField[];
}
export type ChoiceField = InspectorField & { readonly control: 'choice' };

/** Sorts the fields of a section by what the band editor does with them. Kinds are never named: only what they declare counts. */
export function bandLayout(fields: readonly InspectorField[]): BandLayout {
  const bands = fields.find((field) => field.control === 'bands');
  const choices = fields.filter((field) => field.control === 'choice');
  const mode = choices.find(
    (field) =>
      bandModes.every((one) => field.options.some((option) => option.value === one)) && field.options.length === 4,
  );
  return {
    bands,
    mode,
    choices: bands ? choices.filter((field) => field !== mode) : [],
    others: fields.filter((field) => field !== bands && field !== mode && (!bands || field.control !== 'choice')),
  };
}

/** A band above the last one: as wide as the one before it, with its rate. */
export function nextBand(rows: readonly BandRow[], percent: boolean): BandRow {
  const last = rows.at(-1);
  const before = rows.at(-2);
  if (!last) return { from: 0, rate: 0 };
  const own = percent ? 0.2 : 1000;
  const width =
    typeof last.from === 'number' && typeof before?.from === 'number' && last.from > before.from
      ? last.from - before.from
      : own;
  const from = typeof last.from === 'number' ? Number((last.from + width).toPrecision(12)) : own;
  return bandLike(last, from);
}

/** A new band with the rate (or amount) of another. */
export function bandLike(band: BandRow, from: Amount): BandRow {
  return {
    from,
    ...(band.rate === undefined ? {} : { rate: band.rate }),
    ...(band.amount === undefined ? {} : { amount: band.amount }),
  };
}

/** Without one band; where it was the first, the next one starts where it started. */
export function withoutBand(rows: readonly BandRow[], index: number): readonly BandRow[] {
  const left = rows.toSpliced(index, 1);
  const first = left[0];
  const gone = rows[0];
  return index === 0 && first && gone ? left.with(0, { ...first, from: gone.from }) : left;
}

/** Every band earning an amount instead of a rate, or the other way round; what was set before is kept where it can be. */
export function paidBy(rows: readonly BandRow[], by: 'rate' | 'amount'): readonly BandRow[] {
  return rows.map(({ amount, ...row }) =>
    by === 'amount' ? { ...row, amount: amount ?? 0 } : { ...row, rate: row.rate ?? 0 },
  );
}
