import { z } from 'zod';
import { binary, call, columnOf, ifElse, numberOf, rounded } from '#core/contracts/build-expression.ts';
import {
  extendWith,
  filterRows,
  groupRows,
  joinTables,
  lookupColumns,
  selectColumns,
  unionOf,
} from '#core/contracts/draft-steps.ts';
import { byRole, defineNode, type LowerContext, type TableShape } from '#core/contracts/node-kind.ts';
import { columnKey } from '#core/contracts/prop-schemas.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import { fields, words } from './credit.words.ts';

const props = z.strictObject({
  deal: columnKey,
  owner: columnKey,
  amount: columnKey,
  splitDeal: columnKey,
  splitPerson: columnKey,
  splitShare: columnKey,
  /** A column that is TRUE for credit on top of the whole. */
  overlay: columnKey,
  rest: z.enum(['owner', 'nobody']),
  decimals: z.int().min(0).max(6),
});
type Props = z.infer<typeof props>;

/**
 * Who is credited with what part of each deal. A deal without split rows goes to its owner; what split rows leave over goes to the owner or to
 * nobody; overlay rows are credited on top. Parts are whole cents: what is split to 100 % adds up to the deal.
 */
export const credit = defineNode<Props>({
  kind: 'credit',
  version: 1,
  family: 'people',
  icon: 'arrows-split-2',
  words,
  props,
  defaults: {
    deal: '',
    owner: '',
    amount: '',
    splitDeal: '',
    splitPerson: '',
    splitShare: '',
    overlay: '',
    rest: 'owner',
    decimals: 2,
  },
  suggest: (given, inputs) => {
    const deals = inputs.deals?.[0];
    const splits = inputs.splits?.[0];
    const found = deals
      ? {
          deal: given.deal || (deals.grain?.[0] ?? byRole(deals.columns, 'id')?.key ?? ''),
          owner: given.owner || (byRole(deals.columns, 'person')?.key ?? ''),
          amount: given.amount || (byRole(deals.columns, 'amount')?.key ?? ''),
        }
      : {};
    return { ...given, ...found, ...(splits ? splitsOf(given, splits, deals) : {}) };
  },
  inputs: [
    { key: 'deals', type: 'rows', required: true, words: { en: 'Deals', 'zh-CN': '订单' } },
    { key: 'splits', type: 'rows', words: { en: 'Split rows', 'zh-CN': '拆分行' } },
  ],
  outputs: [{ key: 'out', type: 'rows', words: { en: 'Credits', 'zh-CN': '业绩' } }],
  inspector: fields,
  lower: (given, context) => {
    const [deals] = context.input('deals');
    if (!deals) return undefined;
    const find = (key: string, path: string) => context.column(deals.columns, key, path);
    const [deal, owner, amount] = [find(given.deal, 'deal'), find(given.owner, 'owner'), find(given.amount, 'amount')];
    if (!deal || !owner || !amount) return undefined;
    const parts: Parts = { deals, deal, owner, amount, made: madeColumns(context, owner, amount) };
    const [splits] = context.input('splits');
    const shared = splits ? splitCredits(given, context, parts, splits) : ownCredits(context, parts);
    if (!shared) return undefined;
    const out = context.emit({
      op: 'allocate',
      input: shared.rows.step,
      by: [deal.key],
      amount: columnOf(amount),
      weight: columnOf(parts.made.share),
      of: 'whole',
      tie: [parts.made.person.key],
      decimals: given.decimals,
      out: parts.made.credit.key,
      columns: [...shared.rows.columns, parts.made.credit],
      ...(shared.rows.grain ? { grain: shared.rows.grain } : {}),
    });
    return {
      ports: { out },
      headline: { step: out.step, measure: 'rows' },
      ...(shared.over
        ? {
            notices: [
              {
                step: shared.over.step,
                where: 'over_credited',
                name: deal.key,
                id: 'over-credited',
                severity: 'warning' as const,
                words: {
                  en: '{count} deals are split to more than 100%: {names}. Correct the split rows, or mark those that come on top as overlay.',
                  'zh-CN': '{count} 笔订单的拆分超过 100%：{names}。请更正拆分行，或将额外计入的行标记为叠加。',
                },
              },
            ],
          }
        : {}),
    };
  },
});

interface Parts {
  readonly deals: TableShape;
  readonly deal: ColumnInfo;
  readonly owner: ColumnInfo;
  readonly amount: ColumnInfo;
  readonly made: { readonly person: ColumnInfo; readonly share: ColumnInfo; readonly credit: ColumnInfo };
}

function madeColumns(context: LowerContext, owner: ColumnInfo, amount: ColumnInfo): Parts['made'] {
  return {
    person: { key: 'person', type: owner.type, label: context.word({ en: 'Person', 'zh-CN': '人员' }), role: 'person' },
    share: {
      key: 'share',
      type: 'number',
      label: context.word({ en: 'Share', 'zh-CN': '份额' }),
      format: { kind: 'percent' },
    },
    credit: {
      key: 'credit',
      type: 'number',
      label: context.word({ en: 'Credit', 'zh-CN': '业绩' }),
      role: 'amount',
      ...(amount.format ? { format: amount.format } : {}),
    },
  };
}

/** The deal's columns beside which the credit stands: the roles of person and amount pass to the credit's own. */
function baseColumns({ deals, made }: Parts) {
  const own: readonly string[] = [made.person.key, made.share.key, made.credit.key];
  return deals.columns
    .filter((column) => !own.includes(column.key))
    .map(({ key, ...column }) => ({ ...withoutRole(column), key, from: key }));
}

function withoutRole<T extends { readonly role?: ColumnInfo['role'] }>(column: T): Omit<T, 'role'> {
  const { role, ...rest } = column;
  return role === undefined || role === 'person' || role === 'amount' ? rest : { ...rest, role };
}

/** Everything to the owner. */
function ownCredits(context: LowerContext, parts: Parts): { rows: TableShape; over?: TableShape } {
  const { deals, owner, made } = parts;
  const rows = context.emit(
    extendWith(deals, [
      { ...made.person, expression: columnOf(owner) },
      { ...made.share, expression: numberOf(1) },
    ]),
  );
  return { rows: emitCredits(context, parts, rows, true) };
}

function emitCredits(context: LowerContext, parts: Parts, rows: TableShape, unique: boolean): TableShape {
  const { deal, made } = parts;
  const shown = [
    ...baseColumns(parts),
    ...[made.person, made.share].map((column) => ({ ...column, from: column.key })),
  ];
  return context.emit({
    op: 'select',
    input: rows.step,
    take: shown.map(({ key, from }) => ({ key, from })),
    // Not taken over from the input: a role that is left out here is meant to be gone.
    columns: shown.map(({ from: _from, ...column }) => column),
    ...(unique ? { grain: [deal.key, made.person.key] } : {}),
  });
}

/** Split rows, and the owner's row where something is left over. */
function splitCredits(given: Props, context: LowerContext, parts: Parts, splits: TableShape) {
  const { deals, deal, owner, made } = parts;
  const find = (key: string, path: string) => context.column(splits.columns, key, path);
  const splitDeal = find(given.splitDeal, 'splitDeal');
  const person = find(given.splitPerson, 'splitPerson');
  const share = find(given.splitShare, 'splitShare');
  const overlay = given.overlay === '' ? undefined : find(given.overlay, 'overlay');
  if (!splitDeal || !person || !share || (given.overlay !== '' && !overlay)) return undefined;

  const total: ColumnInfo = { key: 'split_total', type: 'number', format: { kind: 'percent' } };
  const counted: ColumnInfo = { key: 'split_counted', type: 'number' };
  const weighed = overlay
    ? context.emit(
        extendWith(splits, [{ ...counted, expression: ifElse(columnOf(overlay), numberOf(0), columnOf(share)) }]),
      )
    : splits;
  const added = call('SUM', [columnOf(overlay ? counted : share)]);
  const totals = context.emit(groupRows(weighed, [splitDeal.key], [{ ...total, expression: added }]));
  const pairs = [{ left: deal.key, right: splitDeal.key }];
  const known = context.emit(lookupColumns(deals, totals, pairs, [{ key: total.key, from: total.key }]));
  const left = rounded(binary(numberOf(1), '-', columnOf(total)), 10);
  const over: ColumnInfo = { key: 'over_credited', type: 'boolean' };
  const owned = context.emit(
    extendWith(known, [
      { ...made.person, expression: columnOf(owner) },
      { ...made.share, expression: left },
      { ...over, expression: binary(left, '<', numberOf(0)) },
    ]),
  );
  const unsplit = call('ISBLANK', [columnOf(total)], 'boolean');
  const remains = given.rest === 'owner' ? binary(columnOf(made.share), '>', numberOf(0)) : unsplit;
  const owners = emitCredits(context, parts, context.emit(filterRows(owned, remains)), false);

  const base = context.emit(
    selectColumns(
      deals,
      baseColumns(parts).map(({ key }) => ({ key, from: key })),
    ),
  );
  const joined = context.emit(
    joinTables(base, splits, {
      how: 'inner',
      on: pairs,
      cardinality: 'one-to-many',
      unmatched: 'expected',
      take: [
        { ...made.person, from: person.key },
        { ...made.share, from: share.key },
      ],
    }),
  );
  const named = emitCredits(context, parts, joined, false);
  return { rows: context.emit(unionOf([named, owners])), over: owned };
}

function splitsOf(given: Props, splits: TableShape, deals: TableShape | undefined): Partial<Props> {
  const numbers = splits.columns.filter((column) => column.type === 'number');
  const dealKey = given.deal || (deals?.grain?.[0] ?? '');
  return {
    splitDeal:
      given.splitDeal ||
      (splits.columns.find((column) => column.key === dealKey) ?? byRole(splits.columns, 'id'))?.key ||
      '',
    splitPerson: given.splitPerson || (byRole(splits.columns, 'person')?.key ?? ''),
    splitShare:
      given.splitShare || (numbers.find((column) => column.format?.kind === 'percent') ?? numbers[0])?.key || '',
  };
}
