import { z } from 'zod';
import { binary, call, columnOf } from '#core/contracts/build-expression.ts';
import { extendWith, filterRows, groupRows, selectColumns } from '#core/contracts/draft-steps.ts';
import { byRole, defineNode, type LowerContext, type TableShape } from '#core/contracts/node-kind.ts';
import { columnKey, formulaText, madeKey } from '#core/contracts/prop-schemas.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import type { Expression } from '#core/formula/expression.ts';
import { fields, words } from './metric.words.ts';

export const measures = ['sum', 'count', 'distinct', 'average', 'min', 'max', 'ratio'] as const;

const props = z.strictObject({
  person: columnKey,
  measure: z.enum(measures),
  value: columnKey,
  /** Of `ratio`: what it is divided by. */
  per: columnKey,
  /** Only these rows; empty: all. */
  where: formulaText,
  key: madeKey,
});
type Props = z.infer<typeof props>;

const functionOf = { sum: 'SUM', distinct: 'COUNTUNIQUE', average: 'AVERAGE', min: 'MIN', max: 'MAX' } as const;

/** One number per person from the rows of a table: a sum, a count, an average, a ratio of two sums. Always from the rows, never from totals. */
export const metric = defineNode<Props>({
  kind: 'metric',
  version: 1,
  family: 'measure',
  icon: 'math-function',
  words,
  props,
  defaults: { person: '', measure: 'sum', value: '', per: '', where: '', key: 'metric' },
  suggest: (given, inputs) => {
    const rows = inputs.in?.[0];
    if (!rows) return given;
    const amount = byRole(rows.columns, 'amount') ?? rows.columns.find((column) => column.type === 'number');
    return {
      ...given,
      person: given.person || (byRole(rows.columns, 'person')?.key ?? ''),
      value: given.value || (amount?.key ?? ''),
    };
  },
  inputs: [{ key: 'in', type: 'rows', required: true, words: { en: 'Rows', 'zh-CN': '数据行' } }],
  outputs: [{ key: 'out', type: 'people', words: { en: 'One per person', 'zh-CN': '每人一行' } }],
  inspector: fields,
  lower: (given, context) => {
    const [rows] = context.input('in');
    if (!rows) return undefined;
    const person = context.column(rows.columns, given.person, 'person');
    const value = given.measure === 'count' ? undefined : context.column(rows.columns, given.value, 'value');
    const per = given.measure === 'ratio' ? context.column(rows.columns, given.per, 'per') : undefined;
    if (!person || (given.measure !== 'count' && !value) || (given.measure === 'ratio' && !per)) return undefined;
    const counted = chosenRows(given, context, rows);
    if (!counted) return undefined;
    const sum = (column: ColumnInfo) => call('SUM', [columnOf(column)], 'number', column.format);
    const label = context.label;
    if (value && per) {
      // Both sums stand beside the ratio, so that a total is made from them and never from ratios.
      const top: ColumnInfo = { ...plain(value), key: `${given.key}_of`, label: value.label ?? value.key };
      const bottom: ColumnInfo = { ...plain(per), key: `${given.key}_per`, label: per.label ?? per.key };
      const both = context.emit(
        groupRows(
          counted,
          [person.key],
          [
            { ...top, expression: sum(value) },
            { ...bottom, expression: sum(per) },
          ],
        ),
      );
      const ratio: ColumnInfo = { key: given.key, type: 'number', label, format: { kind: 'percent', decimals: 1 } };
      const expression = binary(columnOf(top), '/', columnOf(bottom), ratio.format);
      const out = context.emit(extendWith(withPerson(both, person.key), [{ ...ratio, expression }]));
      return {
        ports: { out },
        headline: { step: out.step, measure: 'ratio', column: top.key, per: bottom.key },
        headlineFormat: { kind: 'percent', decimals: 1 },
      };
    }
    const made = { key: given.key, type: 'number' as const, label, ...formatOf(given, value) };
    const grouped = context.emit(
      groupRows(counted, [person.key], [{ ...made, expression: measured(given, person, value) }]),
    );
    const out = context.emit(
      selectColumns(grouped, [
        { key: person.key, from: person.key, role: 'person' },
        { key: given.key, from: given.key },
      ]),
    );
    const adds = given.measure === 'sum' || given.measure === 'count';
    return {
      ports: { out },
      headline: { step: out.step, measure: adds ? 'sum' : 'average', column: given.key },
      ...('format' in made && made.format ? { headlineFormat: made.format } : {}),
    };
  },
});

function chosenRows(given: Props, context: LowerContext, rows: TableShape): TableShape | undefined {
  if (given.where.trim() === '') return rows;
  const where = context.formula(given.where, { path: 'where', place: 'row', columns: rows.columns });
  return where && context.emit(filterRows(rows, where));
}

function measured({ measure }: Props, person: ColumnInfo, value: ColumnInfo | undefined): Expression {
  if (measure === 'count' || measure === 'ratio' || !value) return call('COUNTA', [columnOf(person)]);
  return call(functionOf[measure], [columnOf(value)], 'number', value.format);
}

function formatOf({ measure }: Props, value: ColumnInfo | undefined): Pick<ColumnInfo, 'format'> {
  return value?.format && measure !== 'count' && measure !== 'distinct' ? { format: value.format } : {};
}

function plain({ key, type, format }: ColumnInfo): ColumnInfo {
  return { key, type, ...(format ? { format } : {}) };
}

function withPerson(shape: TableShape, person: string): TableShape {
  return {
    ...shape,
    columns: shape.columns.map((column) => (column.key === person ? { ...column, role: 'person' } : column)),
  };
}
