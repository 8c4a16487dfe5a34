import { describe, expect, test } from 'vitest';
import type { ColumnInfo } from '../data/schema.ts';
import type { Expression } from '../formula/expression.ts';
import { ask } from './testing/ask.ts';
import { binary, call, column, literal, parameter, whole } from './testing/expressions.ts';
import { frame, step } from './testing/programs.ts';

const money = { kind: 'currency', currency: 'USD' } as const;
const amount = (key: string, label?: string): ColumnInfo => ({
  key,
  type: 'number',
  format: money,
  ...(label ? { label } : {}),
});

const pay = frame({
  'rep:text': ['Ann', 'Bo', 'Ann'],
  'base:number': [16894.25, 100, 1],
  'accelerator:number': [3408.19, 50, 1],
  'reached:number': [1.1875, 0.5, 1],
});
const read = step({ op: 'read', id: 'pay', source: { from: 'table', table: 'pay' } }, [
  { key: 'rep', type: 'text' },
  amount('base'),
  amount('accelerator'),
  { key: 'reached', type: 'number', label: 'Attainment', format: { kind: 'percent' } },
]);
const cap: Expression = { node: 'parameter', key: 'cap', type: 'number', format: money };

function explain(expression: Expression, row = 0) {
  const made = step(
    { op: 'extend', id: 'capped', input: 'pay', made: [{ key: 'payout', expression }], tables: { pay: 'pay' } },
    [...read.columns, amount('payout', 'Payout')],
  );
  const kept = step(
    { op: 'filter', id: 'kept', input: 'capped', where: binary(column('base'), '>=', literal(0)) },
    made.columns,
  );
  const renamed = step({ op: 'select', id: 'renamed', input: 'kept', take: [{ key: 'pays', from: 'payout' }] }, [
    amount('pays'),
  ]);
  const sorted = step({ op: 'sort', id: 'sorted', input: 'renamed', order: [{ key: 'pays', descending: true }] }, [
    amount('pays'),
  ]);
  return ask([read, made, kept, renamed, sorted], { pay }, { cap: 25000 }).trace('sorted', row, 'pays');
}

describe('trace', () => {
  test('a cap is said with its parts and values, in both languages', () => {
    const trace = explain(call('MIN', binary(column('base'), '+', column('accelerator')), cap));
    expect(trace.cell).toEqual({ step: 'capped', row: 0, column: 'payout' });
    expect(trace.how).toEqual({ by: 'formula' });
    expect(trace.formula).toBe('MIN(base + accelerator, cap)');
    expect(trace.substituted).toBe('MIN(16894.25 + 3408.19, 25000)');
    expect(trace.sentence).toEqual({
      en: 'Payout 20,302.44 = the smaller of base + accelerator (16,894.25 + 3,408.19) and cap 25,000.00.',
      'zh-CN': 'Payout 20,302.44 = base + accelerator（16,894.25 + 3,408.19）与 cap 25,000.00 中较小者。',
    });
    expect(trace.inputs.map((one) => [one.name, one.value, one.cell ?? one.parameter])).toEqual([
      ['base', 16894.25, { step: 'pay', row: 0, column: 'base' }],
      ['accelerator', 3408.19, { step: 'pay', row: 0, column: 'accelerator' }],
      ['cap', 25000, 'cap'],
    ]);
  });

  test('a condition says which branch was taken and why', () => {
    const over = binary(column('reached'), '>=', literal(1));
    const trace = explain(call('IF', over, binary(column('base'), '*', parameter('rate')), literal(0)), 2);
    expect(trace.cell.row).toBe(2);
    const lost = explain(call('IF', over, column('base'), column('accelerator')), 1);
    expect(lost.sentence.en).toBe('Payout 50.00 = accelerator 50.00, because Attainment ≥ 1 (50% ≥ 1) does not hold.');
  });

  test('rounding and products are said with their signs', () => {
    const trace = explain(call('ROUND', binary(column('base'), '*', column('reached')), literal(2)));
    expect(trace.sentence.en).toBe(
      'Payout 20,061.92 = base × Attainment (16,894.25 × 118.75%), rounded to 2 decimals.',
    );
    expect(trace.sentence['zh-CN']).toBe(
      'Payout 20,061.92 = base × Attainment（16,894.25 × 118.75%），四舍五入到 2 位小数。',
    );
  });

  test('a look-up into a whole column lists the rows it looked at', () => {
    const trace = explain(call('SUMIFS', whole('pay', 'base'), whole('pay', 'rep'), column('rep')));
    expect(trace.value).toBe(16895.25);
    expect(trace.rows.map((one) => [one.step, one.column, one.total])).toEqual([
      ['pay', 'base', 3],
      ['pay', 'rep', 3],
    ]);
  });

  test('a value of a table is traced to its row', () => {
    const trace = ask([read], { pay }).trace('pay', 1, 'base');
    expect(trace.how).toEqual({ by: 'source', table: 'pay', row: 1 });
    expect(trace.value).toBe(100);
  });

  test('an aggregate says what was added over how many rows', () => {
    const group = step(
      {
        op: 'group',
        id: 'reps',
        input: 'pay',
        by: ['rep'],
        made: [
          { key: 'total', expression: call('SUM', column('base')) },
          { key: 'ratio', expression: binary(call('SUM', column('base')), '/', call('SUM', column('accelerator'))) },
        ],
      },
      [{ key: 'rep', type: 'text' }, amount('total', 'Total'), { key: 'ratio', type: 'number', label: 'Ratio' }],
    );
    const asked = ask([read, group], { pay });
    const total = asked.trace('reps', 0, 'total');
    expect(total.how).toEqual({ by: 'aggregate', count: 2 });
    expect(total.sentence).toEqual({
      en: 'Total 16,895.25 = the sum of base over 2 rows.',
      'zh-CN': 'Total 16,895.25 = base 的合计（共 2 行）。',
    });
    expect(total.rows).toEqual([{ step: 'pay', rows: [0, 2], total: 2, column: 'base' }]);
    expect(asked.trace('reps', 0, 'ratio').sentence.en).toBe(
      'Ratio 4.9558 = the sum of base ÷ the sum of accelerator (16,895.25 ÷ 3,409.19).',
    );
    expect(asked.trace('reps', 1, 'rep').how).toEqual({ by: 'source', table: 'pay', row: 1 });
  });

  test('a cell that is not there is refused', () => {
    expect(() => ask([read], { pay }).trace('pay', 3, 'base')).toThrow(RangeError);
  });
});
