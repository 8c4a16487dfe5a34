import { describe, expect, test } from 'vitest';
import { sayProblem } from '../../problem/codes.ts';
import type { Scope } from '../scope.ts';
import { checkFormula } from './check-formula.ts';

const cny = { kind: 'currency', currency: 'CNY' } as const;
const usd = { kind: 'currency', currency: 'USD' } as const;
const scope: Scope = {
  place: 'fold',
  columns: [
    { key: 'amount', type: 'number', format: cny },
    { key: 'month', type: 'date' },
  ],
  parameters: [{ key: 'cap', type: 'number', format: usd }],
  tables: new Map(),
  prior: [
    { key: 'balance', type: 'number', format: cny },
    { key: 'last month', type: 'date' },
    { key: '欠款', type: 'number' },
  ],
};
const found = (text: string, where: Scope = scope) => checkFormula(text, where);
const codes = (text: string, where?: Scope) => found(text, where).problems.map((one) => one.code);

describe('the fold place', () => {
  test('the state before has its type and unit, whatever its spelling', () => {
    expect(found('PRIOR[Balance] + amount').expression).toMatchObject({
      type: 'number',
      format: cny,
      left: { node: 'prior', key: 'balance', type: 'number', format: cny },
    });
    expect(found('prior[last month]').expression).toMatchObject({ node: 'prior', key: 'last month', type: 'date' });
    expect(found('prior[欠款] * 2').problems).toEqual([]);
    expect(found('month - prior[last month]').expression?.type).toBe('number');
  });

  test('units of the state are compared like those of columns', () => {
    expect(codes('prior[balance] + cap')).toEqual(['formula.different-units']);
    expect(codes('prior[balance] > amount')).toEqual([]);
  });

  test('an unknown state names the nearest one, and the fix writes it', () => {
    const { problems } = found('MAX(0, prior[balanse] - amount)');
    expect(problems.map((one) => one.code)).toEqual(['formula.unknown-state']);
    expect(problems[0]?.fix?.replace).toEqual({ span: { start: 7, end: 21 }, text: 'prior[balance]' });
    expect(problems[0] && sayProblem(problems[0], 'zh-CN')).toContain('balanse');
    expect(codes('prior[amount]')).toEqual(['formula.unknown-state']);
  });

  test('outside a fold there is no state before, unless a table is called so', () => {
    expect(codes('prior[balance]', { ...scope, place: 'row' })).toEqual(['formula.state-outside-fold']);
    const table = { ...scope, tables: new Map([['prior', [{ key: 'balance', type: 'number' as const }]]]) };
    expect(found('SUM(prior[balance])', table).expression).toMatchObject({ args: [{ node: 'whole', table: 'prior' }] });
  });

  test('a state is one value: aggregates take it as one', () => {
    expect(found('SUM(prior[balance], amount)').problems).toEqual([]);
    expect(found('LET(before, prior[balance], before + amount)').expression?.type).toBe('number');
  });
});
