import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errors, type Value } from '../../data/value.ts';
import { sayProblem } from '../../problem/codes.ts';
import type { ChooseStep } from '../../program/table-program.ts';
import { chooseRows } from '../reference/choose.ts';
import type { Row } from '../reference/row-operations.ts';
import { ask } from '../testing/ask.ts';
import { binary, column, literal, parameter } from '../testing/expressions.ts';
import { frame, step } from '../testing/programs.ts';

const columns = ['lead:text', 'team:text', 'account:text', 'score'] as const;
const keys = ['lead', 'team', 'account', 'score'] as const;
const read = step({ op: 'read', id: 'rows', source: { from: 'table', table: 'rows' } }, [...columns]);

type Choice = Partial<Omit<ChooseStep, 'op' | 'id' | 'input' | 'origin' | 'columns'>>;

function chosen(rows: readonly Row[], choice: Choice = {}, parameters = {}) {
  const cells = Object.fromEntries(columns.map((name, at) => [name, rows.map((row) => row[keys[at] ?? ''] ?? null)]));
  const own = step(
    {
      op: 'choose',
      id: 'best',
      input: 'rows',
      by: [],
      where: [],
      objective: column('score'),
      count: literal(2),
      rank: 'place',
      ...choice,
    },
    [...columns, 'place'],
  );
  return ask([read, own], { rows: frame(cells) }, parameters);
}
const lead = (name: string, team: Value, account: Value, score: Value): Row => ({ lead: name, team, account, score });
const leads = [
  lead('l1', 'East', 'Acme', 50),
  lead('l2', 'East', 'Acme', 90),
  lead('l3', 'West', 'Bolt', 70),
  lead('l4', 'East', 'Core', 60),
  lead('l5', 'East', 'Dash', 5),
  lead('l6', 'West', 'Bolt', 70),
  lead('l7', 'East', 'Elm', null),
];
const enough = binary(column('score'), '>', literal(10));

describe('choose', () => {
  test('takes the best of each group, best first, and never two of one account', () => {
    const run = chosen(leads, { by: ['team'], distinct: 'account', count: parameter('slots') }, { slots: 2 });
    expect(run.cells('best', 'lead')).toEqual(['l2', 'l4', 'l3']);
    expect(run.cells('best', 'place')).toEqual([1, 2, 1]);
    expect(run.lineage('best', 1)).toEqual([{ step: 'rows', rows: [3] }]);
    expect(run.trace('best', 1, 'score').cell).toEqual({ step: 'rows', row: 3, column: 'score' });
  });

  test('ties go by the key of the rows where it is known, not by their order', () => {
    const turned = [...leads].reverse();
    expect(chosen(turned, { count: literal(3) }).cells('best', 'lead')).toEqual(['l2', 'l6', 'l3']);
    expect(chosen(turned, { count: literal(3), grain: ['lead'] }).cells('best', 'lead')).toEqual(['l2', 'l3', 'l6']);
  });

  test('may keep all rows in place, with the rank of those chosen', () => {
    const run = chosen(leads, { keep: 'all', where: [enough], distinct: 'account' });
    expect(run.cells('best', 'lead')).toEqual(leads.map((one) => one['lead']));
    expect(run.cells('best', 'place')).toEqual([null, 1, 2, null, null, null, null]);
  });

  test('says of every row why it was chosen or not', () => {
    const run = chosen(leads, { keep: 'all', where: [enough], distinct: 'account', count: literal(2) });
    const said = (row: number) => run.trace('best', row, 'place').sentence;
    expect(said(1)).toEqual({
      en: 'Number 1 of 2 chosen from 5 rows that meet every constraint: score 90.',
      'zh-CN': '满足全部约束的 5 行中选 2 行，本行第 1：score 90。',
    });
    expect(said(0)).toEqual({
      en: 'Not chosen, because number 1 of the chosen shares account “Acme” and is better or comes first: score 50.',
      'zh-CN': '未选中，因为入选的第 1 行同为 account “Acme”，且更优或在前：score 50。',
    });
    expect(said(3)).toEqual({
      en: 'Not chosen, because 2 of 5 rows that meet every constraint are better or come first: score 60.',
      'zh-CN': '未选中，因为满足全部约束的 5 行中有 2 行更优或在前：score 60。',
    });
    expect(said(4)).toEqual({
      en: 'Not chosen, because a constraint is not met: score > 10 (5 > 10).',
      'zh-CN': '未选中，因为不满足约束：score > 10（5 > 10）。',
    });
    expect(run.trace('best', 1, 'place').how).toEqual({
      by: 'choose',
      rank: 1,
      objective: 90,
      rows: 7,
      eligible: 5,
      chosen: 2,
    });
    expect(run.trace('best', 3, 'place').how).toMatchObject({ rank: null, objective: 60 });
    const unmeasured = chosen(leads, { keep: 'all' }).trace('best', 6, 'place').sentence;
    expect(unmeasured.en).toBe('Not chosen, because the objective is no number: score blank.');
  });

  test('rows that cannot be judged are counted, and a count that is none chooses nothing', () => {
    const rows = [...leads, lead('l8', 'East', 'Fox', errors['#N/A'])];
    const run = chosen(rows, { where: [binary(column('team'), '=', literal('East'))] });
    expect(run.cells('best', 'lead')).toEqual(['l2', 'l4']);
    expect(run.problems().map((one) => sayProblem(one, 'en'))).toEqual([
      'The objective is no number in 2 rows, which are not chosen. Check those rows or wrap the objective in IFERROR.',
    ]);
    const guarded = chosen(rows, { where: [enough] });
    guarded.count('best');
    expect(guarded.problems()).toMatchObject([
      { code: 'execute.condition-errors', params: { count: 1, error: '#N/A' } },
    ]);
    const many = chosen(rows, { count: literal('many') });
    expect(many.count('best')).toBe(0);
    expect(many.problems()).toMatchObject([{ code: 'execute.bad-count', params: { value: 'many' } }]);
  });

  test('chooses what trying every set of rows finds best', () => {
    const row = fc.record({
      lead: fc.constantFrom('a', 'b', 'c', null),
      team: fc.constantFrom('East', 'EAST', 'West', null),
      account: fc.constantFrom('x', 'X', 'y', null, errors['#N/A']),
      score: fc.constantFrom<Value[]>(-1, 0, 1, 2, 4, 0.3, 0.1 + 0.2, '8', 'no', null, errors['#DIV/0!']),
    });
    const choice = fc.record({
      by: fc.subarray(['team', 'lead']),
      where: fc.subarray([
        binary(column('score'), '>=', literal(0)),
        binary(column('team'), '<>', literal('West')),
        column('score'),
      ]),
      objective: fc.constantFrom(column('score'), binary(column('score'), '*', literal(-2)), literal(1)),
      distinct: fc.constantFrom<(string | undefined)[]>(undefined, 'account', 'team'),
      grain: fc.constantFrom<(readonly string[])[]>([], ['lead'], ['lead', 'team']),
    });
    const property = fc.property(
      fc.array(row, { maxLength: 8 }),
      choice,
      fc.integer({ min: 0, max: 4 }),
      fc.boolean(),
      (rows, { distinct, ...rest }, count, all) => {
        const some = { ...rest, ...(distinct === undefined ? {} : { distinct }) };
        const numbered = rows.map((one, at) => ({ ...one, at }));
        const expected = chooseRows(numbered, count, some);
        const run = chosen(rows, { ...some, count: literal(count), ...(all ? { keep: 'all' } : {}) });
        const lineage = Array.from({ length: run.count('best') }, (_, at) => run.lineage('best', at)[0]?.rows[0]);
        expect(lineage).toEqual(all ? rows.map((_, at) => at) : expected);
        const places = run.cells('best', 'place');
        if (all)
          expect(places.flatMap((place, at) => (place === null ? [] : [at])).sort()).toEqual([...expected].sort());
        for (const [at, place] of places.entries()) {
          const { how } = run.trace('best', at, 'place');
          expect(how).toMatchObject({ by: 'choose', rank: place });
        }
      },
    );
    fc.assert(property, { numRuns: 150 });
  });
});
