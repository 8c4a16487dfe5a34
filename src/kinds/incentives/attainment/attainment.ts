import { z } from 'zod';
import { binary, blank, call, columnOf, ifElse, numberOf } from '#core/contracts/build-expression.ts';
import { extendWith, filterRows, groupRows, joinTables, selectColumns } from '#core/contracts/draft-steps.ts';
import { byRole, defineNode, type LowerContext, type TableShape } from '#core/contracts/node-kind.ts';
import { columnKey } from '#core/contracts/prop-schemas.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import { fields, noQuotaWords, words } from './attainment.words.ts';

const props = z.strictObject({
  person: columnKey,
  period: columnKey,
  credit: columnKey,
  quotaPerson: columnKey,
  quotaPeriod: columnKey,
  quota: columnKey,
  /** Columns of the quotas table that stay: region, title … */
  keep: z.array(columnKey).max(50),
  missing: z.enum(['exclude', 'zero', 'none']),
});
type Props = z.infer<typeof props>;

/** What each person was credited with, against the quota. People with a quota and no credit are there too, with 0. */
export const attainment = defineNode<Props>({
  kind: 'attainment',
  version: 1,
  family: 'measure',
  icon: 'gauge',
  words,
  props,
  defaults: {
    person: '',
    period: '',
    credit: '',
    quotaPerson: '',
    quotaPeriod: '',
    quota: '',
    keep: [],
    missing: 'exclude',
  },
  suggest: (given, inputs) => {
    const credits = inputs.credits?.[0];
    const quotas = inputs.quotas?.[0];
    const of = (shape: TableShape | undefined, role: NonNullable<ColumnInfo['role']>) =>
      (shape && byRole(shape.columns, role)?.key) || '';
    const kept = quotas?.columns.filter((column) => column.role === 'region' || column.role === 'manager') ?? [];
    return {
      ...given,
      person: given.person || of(credits, 'person'),
      credit: given.credit || of(credits, 'amount'),
      quotaPerson: given.quotaPerson || of(quotas, 'person'),
      quota: given.quota || of(quotas, 'quota'),
      keep: given.keep.length > 0 ? given.keep : kept.map((column) => column.key),
    };
  },
  inputs: [
    { key: 'credits', type: 'rows', required: true, words: { en: 'Credits', 'zh-CN': '业绩' } },
    { key: 'quotas', type: 'rows', required: true, words: { en: 'Quotas', 'zh-CN': '指标' } },
  ],
  outputs: [{ key: 'out', type: 'people', words: { en: 'One per person', 'zh-CN': '每人一行' } }],
  inspector: fields,
  lower: (given, context) => {
    const columns = chosenColumns(given, context);
    if (!columns) return undefined;
    const measured = measure(given, context, columns);
    const { format } = columns.credit;
    const made = madeColumns(context, format);
    const unmeasured = columnOf(made.noQuota);
    const flagged = context.emit(
      extendWith(measured, [
        { ...made.noQuota, expression: call('NOT', [binary(columnOf(made.quota), '>', numberOf(0))], 'boolean') },
      ]),
    );
    const notices = [
      {
        step: flagged.step,
        where: made.noQuota.key,
        name: columns.person.key,
        id: 'no-quota',
        severity: given.missing === 'exclude' ? ('warning' as const) : ('info' as const),
        words: noQuotaWords[given.missing],
      },
    ];
    const ratio = binary(columnOf(made.credited), '/', columnOf(made.quota), made.attainment.format);
    const leavesOut = given.missing === 'exclude';
    const kept = leavesOut ? context.emit(filterRows(flagged, call('NOT', [unmeasured], 'boolean'))) : flagged;
    // Who and where first, then the numbers.
    const keys = flagged.columns.map((column) => column.key);
    const numbers = [made.credited.key, made.quota.key, ...(leavesOut ? [] : [made.noQuota.key])];
    const named = keys.filter((key) => !numbers.includes(key) && key !== made.noQuota.key);
    const ordered = context.emit(
      selectColumns(
        kept,
        [...named, ...numbers].map((key) => ({ key, from: key })),
      ),
    );
    const otherwise = given.missing === 'zero' ? numberOf(0) : blank;
    const expression = leavesOut ? ratio : ifElse(unmeasured, otherwise, ratio);
    const out = context.emit(extendWith(ordered, [{ ...made.attainment, expression }]));
    return {
      ports: { out },
      headline: { step: out.step, measure: 'ratio', column: made.credited.key, per: made.quota.key },
      headlineFormat: { kind: 'percent', decimals: 1 },
      notices,
    };
  },
});

interface Chosen {
  readonly credits: TableShape;
  readonly quotas: TableShape;
  readonly person: ColumnInfo;
  readonly credit: ColumnInfo;
  readonly quotaPerson: ColumnInfo;
  readonly quota: ColumnInfo;
  readonly period?: ColumnInfo;
  readonly quotaPeriod?: ColumnInfo;
}

function chosenColumns(given: Props, context: LowerContext): Chosen | undefined {
  const [credits] = context.input('credits');
  const [quotas] = context.input('quotas');
  if (!credits || !quotas) return undefined;
  const person = context.column(credits.columns, given.person, 'person');
  const credit = context.column(credits.columns, given.credit, 'credit');
  const quotaPerson = context.column(quotas.columns, given.quotaPerson, 'quotaPerson');
  const quota = context.column(quotas.columns, given.quota, 'quota');
  const period = given.period === '' ? undefined : context.column(credits.columns, given.period, 'period');
  const quotaPeriod = period && context.column(quotas.columns, given.quotaPeriod, 'quotaPeriod');
  if (!person || !credit || !quotaPerson || !quota || (given.period !== '' && !quotaPeriod)) return undefined;
  return {
    credits,
    quotas,
    person: { ...person, role: 'person' },
    credit,
    quotaPerson,
    quota,
    ...(period ? { period: { ...period, role: 'period' as const } } : {}),
    ...(quotaPeriod ? { quotaPeriod } : {}),
  };
}

/** Credits of each person (and period) beside the quota, and the other way round. */
function measure(given: Props, context: LowerContext, chosen: Chosen): TableShape {
  const { credits, quotas, person, period, credit, quotaPerson, quotaPeriod, quota } = chosen;
  const made = madeColumns(context, credit.format);
  const by = [person.key, ...(period ? [period.key] : [])];
  const keyed: TableShape = {
    ...credits,
    columns: credits.columns.map((column) => [person, period].find((one) => one?.key === column.key) ?? column),
  };
  const credited = context.emit(
    groupRows(keyed, by, [{ ...made.credited, expression: call('SUM', [columnOf(credit)], 'number', credit.format) }]),
  );
  const own = [...by, made.credited.key, made.quota.key, made.attainment.key, made.noQuota.key];
  const keep = given.keep.filter(
    (key, index) => context.column(quotas.columns, key, `keep.${index}`) !== undefined && !own.includes(key),
  );
  return context.emit(
    joinTables(credited, quotas, {
      how: 'full',
      on: [
        { left: person.key, right: quotaPerson.key },
        ...(period && quotaPeriod ? [{ left: period.key, right: quotaPeriod.key }] : []),
      ],
      cardinality: 'one-to-one',
      unmatched: 'expected',
      take: [
        ...keep.map((key) => ({ key, from: key })),
        { ...made.quota, ...(quota.format ? { format: quota.format } : {}), from: quota.key },
      ],
      grain: by,
    }),
  );
}

function madeColumns(context: LowerContext, format: ColumnInfo['format']) {
  const money = format ? { format } : {};
  return {
    credited: {
      key: 'credited',
      type: 'number',
      role: 'amount',
      label: context.word({ en: 'Credited', 'zh-CN': '计入业绩' }),
      ...money,
    },
    quota: {
      key: 'quota',
      type: 'number',
      role: 'quota',
      label: context.word({ en: 'Quota', 'zh-CN': '指标' }),
      ...money,
    },
    attainment: {
      key: 'attainment',
      type: 'number',
      role: 'attainment',
      label: context.word({ en: 'Attainment', 'zh-CN': '达成率' }),
      format: { kind: 'percent', decimals: 1 },
    },
    noQuota: {
      key: 'no_quota',
      type: 'boolean',
      role: 'unmeasured',
      label: context.word({ en: 'No quota', 'zh-CN': '无指标' }),
    },
  } satisfies Record<string, ColumnInfo>;
}
