import { z } from 'zod';
import { call, columnOf, ifElse, numberOf } from '#core/contracts/build-expression.ts';
import { componentColumn, freeColumnKey } from '#core/contracts/component-column.ts';
import { byRole, defineNode, type LowerContext, type TableShape } from '#core/contracts/node-kind.ts';
import { bandRow, columnKey, formulaText, madeKey, type BandRow } from '#core/contracts/prop-schemas.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import type { Expression } from '#core/formula/expression.ts';
import type { Band, BandsStep } from '#core/program/table-program.ts';
import { fields, words } from './bands.words.ts';

const props = z.strictObject({
  key: madeKey,
  /** Band edges are in the amount's unit, or in shares of the quota. */
  measure: z.enum(['attainment', 'amount']),
  value: columnKey,
  quota: columnKey,
  pays: z.enum(['value', 'amount', 'target']),
  /** What the rate pays on where it is not the measured amount: a formula. */
  base: formulaText,
  bands: z.array(bandRow).max(100),
  mode: z.enum(['whole', 'marginal', 'retroactive', 'interpolated']),
  scope: z.enum(['row', 'running']),
  by: z.array(columnKey).max(10),
  order: z.array(columnKey).max(10),
  opening: formulaText,
  tie: z.enum(['lower-in', 'upper-in']),
  rounding: z.enum(['line', 'later']),
});
type Props = z.infer<typeof props>;

const firstBands: BandRow[] = [
  { from: 0, rate: 0.02 },
  { from: 1, rate: 0.04 },
];

/** A rate table: how much is reached decides what rate pays. Its four switches (mode, scope, tie, rounding) are those of `BandsStep`. */
export const bands = defineNode<Props>({
  kind: 'bands',
  version: 1,
  family: 'pay',
  icon: 'stairs-up',
  words,
  props,
  defaults: {
    key: 'base',
    measure: 'attainment',
    value: '',
    quota: '',
    pays: 'value',
    base: '',
    bands: firstBands,
    mode: 'marginal',
    scope: 'row',
    by: [],
    order: [],
    opening: '',
    tie: 'lower-in',
    rounding: 'line',
  },
  suggest: (given, inputs) => {
    const rows = inputs.in?.[0];
    if (!rows || given.value !== '') return given;
    const of = (role: NonNullable<ColumnInfo['role']>) => byRole(rows.columns, role)?.key ?? '';
    const quota = of('quota');
    return {
      ...given,
      key: freeColumnKey(given.key, rows.columns),
      value: of('amount'),
      quota,
      measure: quota === '' ? 'amount' : given.measure,
      by: [of('person')].filter((key) => key !== ''),
      order: [of('date'), of('id')].filter((key) => key !== ''),
    };
  },
  inputs: [{ key: 'in', type: 'people', required: true, words: { en: 'People', 'zh-CN': '人员' } }],
  outputs: [{ key: 'out', type: 'people', words: { en: 'People with pay', 'zh-CN': '人员与提成' } }],
  inspector: fields,
  lower: (given, context) => {
    const [rows] = context.input('in');
    if (!rows) return undefined;
    const value = context.column(rows.columns, given.value, 'value');
    const quota = given.measure === 'attainment' ? context.column(rows.columns, given.quota, 'quota') : undefined;
    const component = componentColumn(context, rows.columns, given.key, value?.format);
    const table = lowerBands(given, context);
    const pays = paysOn(given, context, rows);
    const scope = scopeOf(given, context, rows);
    const opening =
      given.opening.trim() === ''
        ? null
        : context.formula(given.opening, { path: 'opening', place: 'row', columns: rows.columns });
    if (!value || !component || !table || !pays || !scope || opening === undefined) return undefined;
    if (given.measure === 'attainment' && !quota) return undefined;

    const band: ColumnInfo = {
      key: freeColumnKey(`${given.key}_band`, rows.columns),
      type: 'text',
      label: context.word({ en: 'Band', 'zh-CN': '档位' }),
    };
    const rate: ColumnInfo = {
      key: freeColumnKey(`${given.key}_rate`, rows.columns),
      type: 'number',
      label: context.word({ en: 'Rate', 'zh-CN': '费率' }),
      format: { kind: 'percent', decimals: 2 },
    };
    const blended: ColumnInfo = {
      key: freeColumnKey(`${given.key}_blended`, rows.columns),
      type: 'number',
      label: context.word({ en: 'Blended rate', 'zh-CN': '综合费率' }),
      format: { kind: 'percent', decimals: 2 },
    };
    const out = context.emit({
      op: 'bands',
      input: rows.step,
      ...measured(rows, value, quota),
      pays,
      bands: table,
      mode: given.mode,
      tie: given.tie,
      scope,
      ...(opening ? { opening } : {}),
      decimals: given.rounding === 'line' ? 2 : null,
      out: { amount: component.key, band: band.key, rate: blended.key, reached: rate.key },
      columns: [...rows.columns, band, rate, blended, component],
      ...(rows.grain ? { grain: rows.grain } : {}),
    });
    return {
      ports: { out },
      headline: { step: out.step, measure: 'sum', column: component.key },
      ...(component.format ? { headlineFormat: component.format } : {}),
    };
  },
});

/** What is measured. People without a quota, where the table still holds them: no attainment pays nothing, 0 % is in the first band. */
function measured(
  rows: TableShape,
  value: ColumnInfo,
  quota: ColumnInfo | undefined,
): Pick<BandsStep, 'value' | 'scale'> {
  const amount = columnOf(value);
  if (!quota) return { value: amount };
  const flag = byRole(rows.columns, 'unmeasured');
  if (!flag) return { value: amount, scale: columnOf(quota) };
  const attained = byRole(rows.columns, 'attainment');
  const unknown = attained
    ? call('AND', [columnOf(flag), call('ISBLANK', [columnOf(attained)], 'boolean')], 'boolean')
    : columnOf(flag);
  return {
    value: ifElse(unknown, numberOf(0), amount),
    // So large a quota that any amount is 0 % of it.
    scale: ifElse(columnOf(flag), numberOf(1e15), columnOf(quota)),
  };
}

function lowerBands(given: Props, context: LowerContext): readonly Band[] | undefined {
  if (given.bands.length === 0) {
    context.say('no-bands', { en: 'Add at least one band.', 'zh-CN': '请至少添加一个档位。' }, { path: 'bands' });
    return undefined;
  }
  const unordered = given.bands.findIndex((band, index) => {
    const before = given.bands[index - 1]?.from;
    return typeof band.from === 'number' && typeof before === 'number' && band.from <= before;
  });
  if (unordered > 0) {
    context.say(
      'unordered-bands',
      {
        en: `Band ${unordered + 1} begins at or below the band before it. Put the bands in ascending order.`,
        'zh-CN': `第 ${unordered + 1} 档的起点不高于前一档。请按升序排列档位。`,
      },
      { path: `bands.${unordered}.from` },
    );
    return undefined;
  }
  if (given.mode === 'retroactive' && !given.bands.some((band) => band.retroactive))
    context.say(
      'none-retroactive',
      {
        en: 'No band is marked as retroactive, so this pays the same as marginal. Mark the band from which the rate pays on everything.',
        'zh-CN': '没有任何档位标记为追溯，结果与超额累进相同。请标记从哪一档起按全额计算。',
      },
      { path: 'bands', severity: 'warning' },
    );
  const amount = (entered: number | string | undefined, path: string): Expression | null | undefined =>
    entered === undefined ? null : context.amount(entered, path);
  const table = given.bands.map((band, index): Band | undefined => {
    const from = context.amount(band.from, `bands.${index}.from`);
    const rate = amount(band.rate, `bands.${index}.rate`);
    const earned = amount(band.amount, `bands.${index}.amount`);
    if (!from || rate === undefined || earned === undefined) return undefined;
    const label = band.label ?? rangeText(given, index);
    return {
      ...(label === undefined ? {} : { label }),
      from,
      ...(rate ? { rate } : {}),
      ...(earned ? { amount: earned } : {}),
      ...(band.retroactive === undefined ? {} : { retroactive: band.retroactive }),
    };
  });
  return table.every((band) => band !== undefined) ? table : undefined;
}

/** `80–100%`, `≥ 120%`; where an edge is a parameter, nothing can be said before a run. */
function rangeText(given: Props, index: number): string | undefined {
  const from = given.bands[index]?.from;
  const to = given.bands[index + 1]?.from;
  if (typeof from !== 'number' || typeof to === 'string') return undefined;
  const share = given.measure === 'attainment';
  const text = (edge: number) => String(Number((share ? edge * 100 : edge).toPrecision(12)));
  const unit = share ? '%' : '';
  return to === undefined ? `≥ ${text(from)}${unit}` : `${text(from)}–${text(to)}${unit}`;
}

function paysOn(given: Props, context: LowerContext, rows: TableShape): BandsStep['pays'] | undefined {
  if (given.pays === 'value') return { on: 'value' };
  const base = context.formula(given.base, { path: 'base', place: 'row', columns: rows.columns });
  if (!base) return undefined;
  return given.pays === 'amount' ? { on: 'amount', amount: base } : { on: 'target', target: base };
}

function scopeOf(given: Props, context: LowerContext, rows: TableShape): BandsStep['scope'] | undefined {
  if (given.scope === 'row') return { over: 'row' };
  const known = (keys: readonly string[], path: string) =>
    keys.filter((key, index) => context.column(rows.columns, key, `${path}.${index}`) !== undefined);
  const by = known(given.by, 'by');
  const order = known(given.order, 'order');
  if (by.length < given.by.length || order.length < given.order.length) return undefined;
  return { over: 'running', by, order: order.map((key) => ({ key, descending: false })) };
}
