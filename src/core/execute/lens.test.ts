import { describe, expect, test } from 'vitest';
import type { Column } from '../data/column.ts';
import type { Value } from '../data/value.ts';
import { checkFormula } from '../formula/check/check-formula.ts';
import type { FormulaPlace, Scope } from '../formula/scope.ts';
import type { TableStep } from '../program/table-program.ts';
import { openRun, type RunTable } from './execution.ts';
import { lensErrors } from './lens-errors.ts';
import { lensPlace, readingTables } from './lens-place.ts';
import { lensOf, type LensPart } from './lens.ts';
import { createEngineMemory } from './memory.ts';
import { finish } from './testing/ask.ts';
import { call, column } from './testing/expressions.ts';
import { frame, program, step, tables } from './testing/programs.ts';

const rows = frame({
  'rep:text': ['Ann', 'Bo', 'Ann', 'Cy'],
  'amount:number': [100, null, 50, 8],
  'quota:number': [50, 10, 0, 4],
});
const reps = frame({ 'rep:text': ['Ann', 'Bo'], 'base:number': [1000, 2000] });
const columns = ['rep:text', 'amount', 'quota'];
const read = step({ op: 'read', id: 'deals', source: { from: 'table', table: 'deals' } }, columns);
const ratio = checkFormula('amount / quota', scopeOf('row')).expression;
if (!ratio) throw new Error('amount / quota does not check');
const steps: readonly TableStep[] = [
  read,
  step({ op: 'extend', id: 'more', input: 'deals', made: [{ key: 'ratio', expression: ratio }] }, [
    ...columns,
    'ratio',
  ]),
  step(
    {
      op: 'group',
      id: 'sold',
      input: 'deals',
      by: ['rep'],
      made: [{ key: 'sum', expression: call('SUM', column('amount')) }],
    },
    ['rep:text', 'sum'],
  ),
];

function scopeOf(place: FormulaPlace): Scope {
  return {
    place,
    columns: [
      { key: 'rep', type: 'text' },
      { key: 'amount', type: 'number', format: { kind: 'currency', currency: 'USD' } },
      { key: 'quota', type: 'number' },
      ...(place === 'row' ? [{ key: 'ratio', type: 'number' } as const] : []),
    ],
    ...(place === 'group' ? { groupKeys: ['rep'] } : {}),
    parameters: [{ key: 'rate', type: 'number', format: { kind: 'percent' } }],
    tables: new Map([
      [
        'reps',
        [
          { key: 'rep', type: 'text' },
          { key: 'base', type: 'number' },
        ] as const,
      ],
    ]),
  };
}

interface Opened {
  readonly look: (text: string, row: number, place?: FormulaPlace) => LensPart;
  readonly errors: (text: string, row: number, place?: FormulaPlace) => unknown;
  readonly computed: string[];
}

function open(
  given: readonly TableStep[] = steps,
  held: Map<string, RunTable> = tables({ deals: rows, reps }),
): Opened {
  const computed: string[] = [];
  const memory = createEngineMemory();
  const question = (text: string, row: number, place: FormulaPlace) => {
    const { expression, problems } = checkFormula(text, scopeOf(place));
    if (!expression) throw new Error(`${text}: ${problems[0]?.code}`);
    const [node, key] = place === 'group' ? ['sold', 'sum'] : ['more', text === 'amount / quota' ? 'ratio' : 'new'];
    const at = lensPlace(program(given), node, place, 'deals', key);
    if (!at) throw new Error('no place');
    const input = { program: readingTables(program(given), expression, held), parameters: { rate: 0.1 }, asOf: 46_204 };
    const run = openRun(memory, input, held, { onCompute: (id, made) => computed.push(`${id} ${made ?? 'rows'}`) });
    return { run, input, question: { text, expression, place: at, row } };
  };
  return {
    look(text, row, place = 'row') {
      const { run, input, question: asked } = question(text, row, place);
      const { root } = finish(lensOf(run, input, asked));
      if (!root) throw new Error('no such row');
      return root;
    },
    errors(text, row, place = 'row') {
      const { run, input, question: asked } = question(text, row, place);
      return finish(lensErrors(run, input, asked));
    },
    computed,
  };
}

/** `text: kind value`, one line for each part, indented. */
function lines(part: LensPart, depth = 0): string[] {
  const said: Value = typeof part.value === 'object' && part.value !== null ? part.value.error : part.value;
  const value = part.kind === 'value' || part.kind === 'error' ? ` ${String(said)}` : '';
  const count = part.rows === undefined ? '' : ` (${part.rows} rows)`;
  const name = part.name === undefined ? '' : `${part.name} = `;
  return [
    `${'  '.repeat(depth)}${name}${part.text}: ${part.kind}${value}${count}`,
    ...part.children.flatMap((child) => lines(child, depth + 1)),
  ];
}

describe('lens', () => {
  test('every part of a formula has its value on the row, and its place in the text', () => {
    const { look } = open();
    const root = look('ROUND(amount * rate, 2) + quota', 0);
    expect(lines(root)).toEqual([
      'ROUND(amount * rate, 2) + quota: value 60',
      '  ROUND(amount * rate, 2): value 10',
      '    amount * rate: value 10',
      '      amount: value 100',
      '      rate: value 0.1',
      '  quota: value 50',
    ]);
    expect(root.children[0]?.children[0]).toMatchObject({
      span: { start: 6, end: 19 },
      type: 'number',
      format: { kind: 'currency', currency: 'USD' },
    });
  });

  test('blanks and errors are told where they begin', () => {
    const { look } = open();
    expect(lines(look('amount / quota', 1))).toEqual([
      'amount / quota: value 0',
      '  amount: blank',
      '  quota: value 10',
    ]);
    expect(lines(look('1 + amount / quota', 2))).toEqual([
      '1 + amount / quota: error #DIV/0!',
      '  amount / quota: error #DIV/0!',
      '    amount: value 50',
      '    quota: value 0',
    ]);
  });

  test('a branch that is not taken is not computed', () => {
    const { look } = open();
    expect(lines(look('IF(quota = 0, 0, amount / quota)', 2))).toEqual([
      'IF(quota = 0, 0, amount / quota): value 0',
      '  quota = 0: value true',
      '    quota: value 0',
      '  amount / quota: not-computed',
      '    amount: not-computed',
      '    quota: not-computed',
    ]);
  });

  test('the names of LET stand beside their values', () => {
    const { look } = open();
    expect(lines(look('LET(x, amount * 2, y, x + 1, x * y)', 0))).toEqual([
      'LET(x, amount * 2, y, x + 1, x * y): value 40200',
      '  x = amount * 2: value 200',
      '    amount: value 100',
      '  y = x + 1: value 201',
      '    x: value 200',
      '  x * y: value 40200',
      '    x: value 200',
      '    y: value 201',
    ]);
  });

  test('a part that is computed again and again says how often', () => {
    const root = open().look('MAXIMIZE(x, 0, 10, x * (quota - x))', 3);
    expect(root.children).toMatchObject([{ text: 'x * (quota - x)' }]);
    expect(root.children[0]?.times).toBeGreaterThan(1);
  });

  test('whole columns say how many rows they have, also of tables that the program does not read yet', () => {
    expect(lines(open().look('SUMIFS(reps[base], reps[rep], rep) + 0', 1))).toEqual([
      'SUMIFS(reps[base], reps[rep], rep) + 0: value 2000',
      '  SUMIFS(reps[base], reps[rep], rep): value 2000',
      '    reps[base]: rows (2 rows)',
      '    reps[rep]: rows (2 rows)',
      '    rep: value Bo',
    ]);
  });

  test('in a group an aggregate says over how many rows', () => {
    expect(lines(open().look('SUM(amount) / SUM(quota)', 0, 'group'))).toEqual([
      'SUM(amount) / SUM(quota): value 3',
      '  SUM(amount): value 150 (2 rows)',
      '    amount: rows (2 rows)',
      '  SUM(quota): value 50 (2 rows)',
      '    quota: rows (2 rows)',
    ]);
  });

  test('columns made beside the formula are read where they were made', () => {
    expect(lines(open().look('ratio * 2', 0))).toEqual(['ratio * 2: value 4', '  ratio: value 2']);
  });

  test('a long chain is a list, not a staircase', () => {
    const root = open().look(Array.from({ length: 40 }, () => 'quota').join(' + '), 0);
    expect(root.children).toHaveLength(40);
    expect(root.value).toBe(2000);
  });

  test('the next row with an error is found, and the one before', () => {
    const { errors } = open();
    expect(errors('amount / quota', 0)).toEqual({ count: 1, next: 2, previous: 2 });
    expect(errors('1 / amount', 1)).toEqual({ count: 1, next: 1, previous: 1 });
    expect(errors('quota + 1', 0)).toEqual({ count: 0, next: null, previous: null });
    expect(errors('1 / SUM(quota)', 0, 'group')).toEqual({ count: 0, next: null, previous: null });
  });

  test('on any of a million rows nothing is computed but the row', () => {
    const count = 1_000_000;
    const values = Float64Array.from({ length: count }, (_, row) => row);
    const amount = { type: 'number', values } as const;
    const names = Int32Array.from({ length: count }, (_, row) => row % 3);
    const rep = { type: 'text', codes: names, dictionary: ['Ann', 'Bo', 'Cy'] } as const;
    const all = new Map<string, Column>([
      ['rep', rep],
      ['amount', amount],
      ['quota', amount],
    ]);
    const held = tables({ deals: { rowCount: count, columns: all } });
    const { look, errors, computed } = open(steps, held);
    expect(errors('amount / quota', 500_000)).toEqual({ count: 1, next: 0, previous: 0 });
    expect(look('SUM(amount)', 0, 'group').value).toBe(166666833333);
    expect(look('quota + amount', 0).value).toBe(0);
    computed.length = 0;
    expect(look('IF(amount > 10, amount / quota, quota) + ratio', 999_999).value).toBe(2);
    expect(look('amount * 3', 123_456).value).toBe(370_368);
    expect(look('SUM(amount) + MAX(quota)', 1, 'group').children[0]?.rows).toBe(333_333);
    expect(errors('amount / quota', 3)).toEqual({ count: 1, next: 0, previous: 0 });
    expect(computed).toEqual([]);
  });
});
