/** Formulas in tests with the place marked where a problem must point: `SUM(«amuont»)`. */
import type { ColumnInfo } from '../../data/schema.ts';
import type { Span } from '../../problem/problem.ts';
import type { FormulaPlace, Scope } from '../scope.ts';

export interface Marked {
  readonly text: string;
  readonly spans: readonly Span[];
}

export function marked(source: string): Marked {
  let text = '';
  const spans: Span[] = [];
  const open: number[] = [];
  for (const sign of source) {
    if (sign === '«') open.push(text.length);
    else if (sign === '»') spans.push({ start: open.pop() ?? 0, end: text.length });
    else text += sign;
  }
  return { text, spans: spans.sort((a, b) => a.start - b.start) };
}

const cny = { kind: 'currency', currency: 'CNY' } as const;

const columns: readonly ColumnInfo[] = [
  { key: 'amount', type: 'number', format: cny, label: '金额' },
  { key: 'quota', type: 'number', format: cny },
  { key: 'cost', type: 'number', format: { kind: 'currency', currency: 'USD' } },
  { key: 'qty', type: 'number' },
  { key: 'Close Date', type: 'date' },
  { key: 'rep', type: 'text' },
  { key: 'won', type: 'boolean' },
  { key: '销售额', type: 'number', format: cny },
];

const parameters: readonly ColumnInfo[] = [{ key: 'rate', type: 'number', format: { kind: 'percent' } }];

/** The scope that the tests of checking and editing share. */
export function testScope(place: FormulaPlace = 'row'): Scope {
  return {
    place,
    columns,
    ...(place === 'group' ? { groupKeys: ['rep'] } : {}),
    parameters,
    tables: new Map([['deals', columns]]),
    ...(place === 'fold' ? { prior: [{ key: 'balance', type: 'number', format: cny }] } : {}),
  };
}
