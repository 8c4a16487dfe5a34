/**
 * Questions to the engine about one rate table, as steps added to the program of a run: pay and people per band, each person's measure, what 100 %
 * is worth at the median. Read from the `bands` step a node lowers to, so that any kind with such a step can be studied.
 */
import type { ColumnInfo } from '#core/data/schema.ts';
import type { Expression, Literal } from '#core/formula/expression.ts';
import { breakdown, countColumn } from '#core/program/breakdown.ts';
import type { BandMode, BandsStep, StepId, TableProgram, TableStep } from '#core/program/table-program.ts';

export const studyKeys = { measure: '~measure', base: '~base', pay: '~pay', band: '~band', total: '~total' } as const;
export { countColumn };

/** What 1 of the measure stands for: a quota, an amount that the measure is a share of, a target pay, or itself. */
export type BaseMeaning = 'quota' | 'target' | 'itself';

export interface BandStudy {
  readonly program: TableProgram;
  /** One row per person (or row): `measure`, `pay`. */
  readonly people: StepId;
  /** One row per reached band: `band` (its index as text), the sum of `pay`, the number of rows. */
  readonly perBand: StepId;
  /** One row: the median `base`, the total pay, and each band's figures (`~from0`, `~rate0`, `~amount0` …). */
  readonly figures: StepId;
  readonly mode: BandMode;
  readonly tie: 'lower-in' | 'upper-in';
  readonly pays: 'value' | 'target';
  readonly means: BaseMeaning;
  /** Edges are shares of the base. */
  readonly percent: boolean;
  readonly bands: readonly { readonly hasRate: boolean; readonly hasAmount: boolean; readonly retroactive: boolean }[];
  /** Each row is one person. */
  readonly onePerPerson: boolean;
  readonly payColumn: ColumnInfo | undefined;
}

const number = (value: Literal): Expression => ({ node: 'literal', type: value === null ? 'blank' : 'number', value });
const column = (key: string): Expression => ({ node: 'column', type: 'number', key });
const call = (name: string, ...args: readonly Expression[]): Expression => ({
  node: 'call',
  type: 'number',
  name,
  args,
});
const divide = (left: Expression, right: Expression): Expression => ({
  node: 'binary',
  operator: '/',
  type: 'number',
  left,
  right,
});
/** People without a quota have no measure: they are left out, not counted as zero. */
const orBlank = (expression: Expression) => call('IFERROR', expression, number(null));
const numeric = (key: string): ColumnInfo => ({ key, type: 'number' });

export function isBandsStep(step: TableStep): step is BandsStep {
  return step.op === 'bands';
}

/** null where the node has no rate table that computes. */
export function bandStudy(program: TableProgram, node: string): BandStudy | null {
  const step = program.steps.filter(isBandsStep).findLast((one) => one.origin.node === node);
  const input = step && program.steps.find((one) => one.id === step.input);
  if (!step || !input) return null;
  const id = `${step.id}~study`;
  const tables = step.tables ? { tables: step.tables } : {};
  const grain = input.grain ? { grain: input.grain } : {};
  const measure = step.scale ? divide(step.value, step.scale) : step.value;
  const { base, means } = baseOf(step, measure);

  const measured: TableStep = {
    op: 'extend',
    id,
    origin: step.origin,
    ...grain,
    ...tables,
    columns: [...input.columns, numeric(studyKeys.measure), numeric(studyKeys.base)],
    input: step.input,
    made: [
      { key: studyKeys.measure, expression: orBlank(measure) },
      { key: studyKeys.base, expression: orBlank(base) },
    ],
  };
  const payColumn = step.columns.find((one) => one.key === step.out.amount);
  const paid: BandsStep = {
    ...step,
    id: `${id}~paid`,
    input: id,
    columns: [
      ...measured.columns,
      { ...(payColumn ?? numeric('')), key: studyKeys.pay },
      { key: studyKeys.band, type: 'text' },
    ],
    bands: step.bands.map((band, index) => ({ ...band, label: String(index) })),
    out: { amount: studyKeys.pay, band: studyKeys.band },
  };
  const grouped = breakdown(
    { ...program, steps: [...program.steps, measured, paid] },
    paid.id,
    [studyKeys.band],
    [studyKeys.pay],
  );
  if (!grouped) return null;
  const whole: TableStep = {
    op: 'group',
    id: `${id}~whole`,
    origin: step.origin,
    columns: [numeric(studyKeys.base), numeric(studyKeys.total), numeric(countColumn)],
    grain: [],
    input: paid.id,
    by: [],
    made: [
      { key: studyKeys.base, expression: call('MEDIAN', column(studyKeys.base)) },
      { key: studyKeys.total, expression: call('SUM', column(studyKeys.pay)) },
      { key: countColumn, expression: call('COUNT', column(studyKeys.measure)) },
    ],
  };
  const figures = step.bands.flatMap((band, index) => [
    { key: `~from${index}`, expression: band.from },
    ...(band.rate ? [{ key: `~rate${index}`, expression: band.rate }] : []),
    ...(band.amount ? [{ key: `~amount${index}`, expression: band.amount }] : []),
  ]);
  const all: TableStep = {
    op: 'extend',
    id: `${id}~figures`,
    origin: step.origin,
    ...tables,
    columns: [...whole.columns, ...figures.map((one) => numeric(one.key))],
    grain: [],
    input: whole.id,
    made: figures,
  };
  return {
    program: { ...grouped.program, steps: [...grouped.program.steps, whole, all] },
    people: paid.id,
    perBand: grouped.step,
    figures: all.id,
    mode: step.mode,
    tie: step.tie,
    pays: step.pays.on === 'target' ? 'target' : 'value',
    means,
    percent: isShare(step, input),
    bands: step.bands.map((band) => ({
      hasRate: band.rate !== undefined,
      hasAmount: band.amount !== undefined,
      retroactive: band.retroactive === true,
    })),
    onePerPerson: input.grain?.length === 1,
    payColumn,
  };
}

function baseOf(step: BandsStep, measure: Expression): { readonly base: Expression; readonly means: BaseMeaning } {
  if (step.pays.on === 'target') return { base: step.pays.target, means: 'target' };
  // An amount spread evenly over the measure: amount / measure is what 100 % stands for (credited / attainment is the quota).
  if (step.pays.on === 'amount') return { base: divide(step.pays.amount, measure), means: 'quota' };
  return step.scale ? { base: step.scale, means: 'quota' } : { base: number(null), means: 'itself' };
}

/** Edges are percentages where the measure is a ratio, or a column that is shown as one. */
function isShare(step: BandsStep, input: TableStep): boolean {
  if (step.scale) return true;
  const { value } = step;
  if (value.format?.kind === 'percent') return true;
  if (value.node !== 'column') return false;
  const info = input.columns.find((one) => one.key === value.key);
  return info?.format?.kind === 'percent' || info?.role === 'attainment';
}
