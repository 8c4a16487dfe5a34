import { z } from 'zod';
import { binary, call, columnOf, numberOf, rounded } from '#core/contracts/build-expression.ts';
import { extendWith, joinTables, unionOf, withoutColumns } from '#core/contracts/draft-steps.ts';
import { byRole, defineNode } from '#core/contracts/node-kind.ts';
import { amountSchema, columnKey, type Amount } from '#core/contracts/prop-schemas.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import { fields, words } from './roll-up.words.ts';

const props = z.strictObject({
  person: columnKey,
  amount: columnKey,
  date: columnKey,
  below: columnKey,
  above: columnKey,
  from: columnKey,
  to: columnKey,
  /** The part of a credit that goes to the manager, the manager's manager, and the one above. */
  level1: amountSchema,
  level2: amountSchema,
  level3: amountSchema,
  own: z.boolean(),
});
type Props = z.infer<typeof props>;

/** Credits managers with a part of what their people were credited with, by the hierarchy that held on the deal's date. */
export const rollUp = defineNode<Props>({
  kind: 'roll-up',
  version: 1,
  family: 'people',
  icon: 'hierarchy',
  words,
  props,
  defaults: {
    person: '',
    amount: '',
    date: '',
    below: '',
    above: '',
    from: '',
    to: '',
    level1: 1,
    level2: 0,
    level3: 0,
    own: true,
  },
  suggest: (given, inputs) => {
    const credits = inputs.credits?.[0];
    const hierarchy = inputs.hierarchy?.[0];
    const dates = hierarchy?.columns.filter((column) => column.type === 'date') ?? [];
    const role = (shape: typeof credits, wanted: 'person' | 'amount' | 'date' | 'manager') =>
      (shape && byRole(shape.columns, wanted)?.key) || '';
    return {
      ...given,
      person: given.person || role(credits, 'person'),
      amount: given.amount || role(credits, 'amount'),
      date: given.date || role(credits, 'date'),
      below: given.below || role(hierarchy, 'person'),
      above: given.above || role(hierarchy, 'manager'),
      from: given.from || (dates[0]?.key ?? ''),
      to: given.to || (dates[1]?.key ?? ''),
    };
  },
  inputs: [
    { key: 'credits', type: 'rows', required: true, words: { en: 'Credits', 'zh-CN': '业绩' } },
    { key: 'hierarchy', type: 'rows', required: true, words: { en: 'Who reports to whom', 'zh-CN': '上下级关系' } },
  ],
  outputs: [{ key: 'out', type: 'rows', words: { en: 'Credits', 'zh-CN': '业绩' } }],
  inspector: fields,
  lower: (given, context) => {
    const [credits] = context.input('credits');
    const [hierarchy] = context.input('hierarchy');
    if (!credits || !hierarchy) return undefined;
    const inCredits = (key: string, path: string) => context.column(credits.columns, key, path);
    const inHierarchy = (key: string, path: string) => context.column(hierarchy.columns, key, path);
    const person = inCredits(given.person, 'person');
    const amount = inCredits(given.amount, 'amount');
    const below = inHierarchy(given.below, 'below');
    const above = inHierarchy(given.above, 'above');
    const dated = given.from !== '' && given.to !== '';
    const date = dated ? inCredits(given.date, 'date') : undefined;
    const from = dated ? inHierarchy(given.from, 'from') : undefined;
    const to = dated ? inHierarchy(given.to, 'to') : undefined;
    const levels = [given.level1, given.level2, given.level3];
    const highest = levels.findLastIndex((part) => part !== 0) + 1;
    const parts = levels.slice(0, highest).map((part: Amount, at) => context.amount(part, `level${at + 1}`));
    if (!person || !amount || !below || !above || (dated && (!date || !from || !to))) return undefined;
    if (parts.some((part) => part === undefined)) return undefined;

    const level: ColumnInfo = { key: 'level', type: 'number', label: context.word({ en: 'Level', 'zh-CN': '层级' }) };
    const source: ColumnInfo = {
      key: 'from_person',
      type: person.type,
      label: context.word({ en: 'From', 'zh-CN': '来自' }),
    };
    const kept = context.emit(
      extendWith(credits, [
        { ...source, expression: columnOf(person) },
        { ...level, expression: numberOf(0) },
      ]),
    );
    if (highest === 0) return { ports: { out: kept }, headline: { step: kept.step, measure: 'rows' } };

    const validity = { from: 'holds_from', to: 'holds_to' };
    const ancestor: ColumnInfo = { key: 'upper', type: person.type, role: 'person' };
    const closure = context.emit({
      op: 'ancestors',
      input: hierarchy.step,
      child: below.key,
      parent: above.key,
      ...(from && to ? { validity: { from: from.key, to: to.key } } : {}),
      includeSelf: false,
      maxLevel: highest,
      out: { descendant: 'lower', ancestor: ancestor.key, level: 'upper_level', ...(from && to ? validity : {}) },
      columns: [
        { key: 'lower', type: below.type },
        ancestor,
        { key: 'upper_level', type: 'number' },
        ...(from && to ? Object.values(validity).map((key): ColumnInfo => ({ key, type: 'date' })) : []),
      ],
    });
    const joined = context.emit(
      joinTables(credits, closure, {
        how: 'inner',
        on: [{ left: person.key, right: 'lower' }],
        cardinality: 'many-to-many',
        unmatched: 'expected',
        take: [
          { ...ancestor, from: ancestor.key },
          { key: 'upper_level', type: 'number', from: 'upper_level' },
        ],
        ...(date && from && to ? { within: { at: date.key, ...validity } } : {}),
      }),
    );
    const upperLevel: ColumnInfo = { key: 'upper_level', type: 'number' };
    const part = call('CHOOSE', [columnOf(upperLevel), ...parts.flatMap((one) => one ?? [])]);
    const raised = context.emit(
      extendWith(joined, [
        { ...source, expression: columnOf(person) },
        { ...level, expression: columnOf(upperLevel) },
        { ...amount, expression: rounded(binary(columnOf(amount), '*', part), 2, amount.format) },
        { ...person, expression: columnOf(ancestor) },
      ]),
    );
    const managers = context.emit(withoutColumns(raised, [ancestor.key, 'upper_level']));
    const out = given.own ? context.emit(unionOf([kept, managers])) : managers;
    return { ports: { out }, headline: { step: out.step, measure: 'rows' } };
  },
});
