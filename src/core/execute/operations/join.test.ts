import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errors, type Value } from '../../data/value.ts';
import { sayProblem } from '../../problem/codes.ts';
import type { Cardinality, JoinStep } from '../../program/table-program.ts';
import { joinRows, type Row } from '../reference/join.ts';
import { ask } from '../testing/ask.ts';
import { frame, step } from '../testing/programs.ts';

const read = (id: string, columns: readonly string[]) =>
  step({ op: 'read', id, source: { from: 'table', table: id } }, columns);

function joined(
  how: JoinStep['how'],
  cardinality: Cardinality,
  left: Readonly<Record<string, readonly Value[]>>,
  right: Readonly<Record<string, readonly Value[]>>,
  more: Partial<Pick<JoinStep, 'on' | 'within'>> = {},
) {
  const take =
    how === 'semi' || how === 'anti'
      ? []
      : Object.keys(right).map((name) => ({ key: `r_${keyOf(name)}`, from: keyOf(name) }));
  const columns = [...Object.keys(left), ...take.map((one) => one.key)];
  const on = more.on ?? [{ left: 'rep', right: 'rep' }];
  const join = step(
    {
      op: 'join',
      id: 'joined',
      left: 'left',
      right: 'right',
      how,
      on,
      cardinality,
      take,
      ...(more.within ? { within: more.within } : {}),
    },
    columns,
  );
  const asked = ask([read('left', Object.keys(left)), read('right', Object.keys(right)), join], {
    left: frame(left),
    right: frame(right),
  });
  return { ...asked, cell: (key: string) => asked.cells('joined', key) };
}
const keyOf = (name: string) => name.split(':')[0] ?? name;

describe('join', () => {
  const deals = { 'id:text': ['d1', 'd2', 'd3', 'd4'], 'rep:text': ['Ann', 'bob', 'Zoe', null] };
  const people = { 'rep:text': ['ANN', 'Bob', 'Cid'], 'team:text': ['East', 'West', 'East'] };

  test('keys pair without case; blank pairs with nothing', () => {
    expect(joined('inner', 'many-to-one', deals, people).cell('r_team')).toEqual(['East', 'West']);
    expect(joined('left', 'many-to-one', deals, people).cell('r_team')).toEqual(['East', 'West', null, null]);
    expect(joined('semi', 'many-to-one', deals, people).cell('id')).toEqual(['d1', 'd2']);
    expect(joined('anti', 'many-to-one', deals, people).cell('id')).toEqual(['d3', 'd4']);
  });

  test('a full join keeps both sides, and the keys of rows that only the right side has', () => {
    const full = joined('full', 'many-to-one', deals, people);
    expect(full.cell('id')).toEqual(['d1', 'd2', 'd3', 'd4', null]);
    expect(full.cell('rep')).toEqual(['Ann', 'bob', 'Zoe', null, 'Cid']);
    expect(full.cell('r_team')).toEqual(['East', 'West', null, null, 'East']);
  });

  test('rows without partner are counted, with their share and names', () => {
    const run = joined('inner', 'many-to-one', deals, people);
    run.count('joined');
    expect(run.problems().map((one) => sayProblem(one, 'en'))).toEqual([
      '2 of 4 rows on the left (50 %) found no partner by rep and are left out: Zoe, blank. Check how these are written on both sides, or add them.',
    ]);
    expect(run.problems()[0]?.severity).toBe('warning');
  });

  test('a declared cardinality that the data breaks is reported with the keys', () => {
    const twice = { 'rep:text': ['Ann', 'Ann', 'Bob'], 'team:text': ['East', 'West', 'East'] };
    const run = joined('left', 'many-to-one', { 'rep:text': ['Ann', 'Bob'] }, twice);
    expect(run.count('joined')).toBe(3);
    const [found] = run.problems();
    expect(found).toMatchObject({
      code: 'execute.join-repeats',
      severity: 'error',
      params: { side: 'right', declared: 'many-to-one', count: 1, keys: ['Ann'] },
      at: { design: 'plan', node: 'joined' },
    });
    expect(found && sayProblem(found, 'zh-CN')).toBe(
      '联接声明为多对一，但右侧按 rep 有 1 个键重复：Ann。对应的金额会被重复计算。请删除重复行，或更改联接的声明。',
    );
    expect(joined('left', 'many-to-many', { 'rep:text': ['Ann', 'Bob'] }, twice).problems()).toEqual([]);
  });

  test('K11 a naive join repeats points; its declaration says so', () => {
    const orders = { 'rep:text': ['a', 'a', 'b', 'c', 'c'], amount: [1, 2, 3, 4, 5] };
    const run = joined('inner', 'one-to-one', { 'rep:text': ['a', 'b', 'c'], points: [100, 200, 150] }, orders);
    const points = run.cell('points').reduce<number>((sum, one) => sum + Number(one), 0);
    expect(points).toBe(700);
    expect(run.problems().map((one) => one.code)).toEqual(['execute.join-repeats']);
  });

  test('a kept value is traced to the side it came from', () => {
    const run = joined('left', 'many-to-one', deals, people);
    expect(run.lineage('joined', 1)).toEqual([
      { step: 'left', rows: [1] },
      { step: 'right', rows: [1] },
    ]);
    expect(run.trace('joined', 1, 'r_team').value).toBe('West');
    expect(run.trace('joined', 2, 'r_team').sentence.en).toBe('blank, because no row stands behind it');
  });

  test('pairs as the reference does, by one key or two, with and without dates', () => {
    const name = fc.constantFrom<Value[]>('a', 'A', 'b', 'c', null, errors['#N/A']);
    const number = fc.constantFrom<Value[]>(0.3, 0.1 + 0.2, 1, null);
    const day = fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 1, max: 6 }) },
      { weight: 1, arbitrary: fc.constantFrom<Value[]>(null, errors['#VALUE!']) },
    );
    const leftRow = fc.record({ rep: name, n: number, day });
    const rightRow = fc.record({ rep: name, n: number, from: day, to: day });
    const property = fc.property(
      fc.array(leftRow, { maxLength: 8 }),
      fc.array(rightRow, { maxLength: 12 }),
      fc.constantFrom<JoinStep['how'][]>('inner', 'left', 'full', 'semi', 'anti'),
      fc.boolean(),
      fc.boolean(),
      (left, right, how, two, dated) => {
        const on = [{ left: 'rep', right: 'rep' }, ...(two ? [{ left: 'n', right: 'n' }] : [])];
        const within = { at: 'day', from: 'from', to: 'to' };
        const options = dated ? { on, within } : { on };
        const cells = (rows: readonly Row[], names: readonly string[]) =>
          Object.fromEntries(names.map((one) => [one, rows.map((row) => row[keyOf(one)] ?? null)]));
        const numbered = <R extends Row>(rows: readonly R[]) => rows.map((row, at) => ({ ...row, at }));
        const run = joined(
          how,
          'many-to-many',
          cells(numbered(left), ['at', 'rep:text', 'n', 'day:date']),
          cells(numbered(right), ['at', 'rep:text', 'n', 'from:date', 'to:date']),
          options,
        );
        const pairs = joinRows(left, right, { how, ...options });
        expect(run.cell('at')).toEqual(pairs.map(([l]) => l));
        if (how !== 'semi' && how !== 'anti') expect(run.cell('r_at')).toEqual(pairs.map(([, r]) => r));
      },
    );
    fc.assert(property, { numRuns: 150 });
  });
});
