import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errors, isError, type Value } from '../../data/value.ts';
import type { Expression } from '../../formula/expression.ts';
import { key } from '../../formula/key.ts';
import { sayProblem } from '../../problem/codes.ts';
import type { DecideStep, TableStep } from '../../program/table-program.ts';
import { decideRow } from '../reference/decide.ts';
import type { Row } from '../reference/row-operations.ts';
import { openRun } from '../execution.ts';
import { createEngineMemory } from '../memory.ts';
import { ask, finish } from '../testing/ask.ts';
import { binary, call, column, literal, parameter } from '../testing/expressions.ts';
import { frame, program, step, tables } from '../testing/programs.ts';

const columns = ['deal:text', 'region:text', 'amount', 'vip:boolean'] as const;
const keys = ['deal', 'region', 'amount', 'vip'] as const;
const read = step({ op: 'read', id: 'rows', source: { from: 'table', table: 'rows' } }, [...columns]);

type Table = Pick<DecideStep, 'hit' | 'rules' | 'out'>;

function decided(rows: readonly Row[], table: Table, grain?: readonly string[], parameters = {}) {
  const out = table.out.map((one) => ({ key: one.key, type: 'mixed' as const }));
  const cells = Object.fromEntries(columns.map((name, at) => [name, rows.map((row) => row[keys[at] ?? ''] ?? null)]));
  const own = step({ op: 'decide', id: 'decided', input: 'rows', ...table, ...(grain ? { grain } : {}) }, [
    ...columns,
    ...out,
  ]);
  return ask([read, own], { rows: frame(cells) }, parameters);
}
const deal = (name: string, region: Value, amount: Value, vip: Value = false): Row => ({
  deal: name,
  region,
  amount,
  vip,
});
const is = (name: string, value: Value) => binary(column(name), '=', literal(value));
const over = (value: number) => binary(column('amount'), '>=', literal(value));

const rates: Table = {
  hit: 'first',
  rules: [
    { when: [is('region', 'East'), over(100)], then: [literal(0.08)], label: 'large in the east' },
    { when: [null, over(100)], then: [literal(0.06)] },
    { when: [is('region', 'East'), null], then: [literal(0.05)] },
  ],
  out: [{ key: 'rate', otherwise: literal(0.01) }],
};
const deals = [
  deal('a', 'east', 120),
  deal('b', 'West', 120),
  deal('c', 'East', 50),
  deal('d', null, null),
  deal('e', 'East', errors['#N/A']),
];

describe('decide', () => {
  test('the first rule that matches decides; blank matches nothing; an error that could matter is the answer', () => {
    const run = decided(deals, rates);
    expect(run.cells('decided', 'rate')).toEqual([0.08, 0.06, 0.05, 0.01, errors['#N/A']]);
    expect(run.cells('decided', 'deal')).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(run.problems().map((one) => sayProblem(one, 'en'))).toEqual([
      'A condition gives an error (#N/A) in 1 row (number 5), so no rule can be chosen there. Check those rows or wrap the condition in IFERROR.',
    ]);
  });

  test('a unique table in which rules overlap answers an error there and names rules and rows', () => {
    const run = decided(deals.slice(0, 4), { ...rates, hit: 'unique' }, ['deal']);
    expect(run.cells('decided', 'rate')).toEqual([errors['#VALUE!'], 0.06, 0.05, 0.01]);
    const [found] = run.problems();
    expect(found && sayProblem(found, 'en')).toBe(
      'Rules 1 “large in the east”, 2 and 3 match the same 1 row (a), but only one may. Narrow their conditions, or let the first one decide.',
    );
    expect(found && sayProblem(found, 'zh-CN')).toBe(
      '规则 1“large in the east”、2、3 同时匹配 1 行（a），但只能有一条。请收窄条件，或改为由第一条规则决定。',
    );
    expect(found).toMatchObject({ code: 'execute.rules-overlap', at: { design: 'plan', node: 'decided' } });
  });

  test('priority takes the most important output of the rules that match, whatever their order', () => {
    const level = (condition: Expression, value: string) => ({ when: [condition], then: [literal(value)] });
    const rules = [level(over(10), 'auto'), level(over(100), 'director'), level(is('vip', true), 'manager')];
    const rows = [deal('a', 'East', 20), deal('b', 'East', 200), deal('c', 'East', 20, true), deal('d', 'East', 1)];
    const listed = decided(rows, { hit: 'priority', rules, out: [{ key: 'who' }] });
    expect(listed.cells('decided', 'who')).toEqual(['auto', 'auto', 'auto', null]);
    const priority = ['director', 'manager', 'auto'];
    const ranked = decided(rows, { hit: 'priority', rules, out: [{ key: 'who', priority }] });
    expect(ranked.cells('decided', 'who')).toEqual(['auto', 'director', 'manager', null]);
    expect(ranked.problems().map((one) => sayProblem(one, 'en'))).toEqual([
      'No rule matches 1 row of 4 (number 4), and nothing is said for that. Add a rule, or say what holds otherwise.',
    ]);
  });

  test('collect adds, takes extremes, counts or lists what all matching rules say', () => {
    const rules = [
      { when: [over(10)], then: [literal(25), literal(25), literal(25), literal(25), literal('ten')] },
      {
        when: [over(100)],
        then: [literal(0.1), literal(0.1), literal(0.1), literal(null), binary(column('deal'), '&', literal('!'))],
      },
      { when: [is('vip', true)], then: [column('amount'), literal(40), literal(40), literal(40), literal(null)] },
    ];
    const out = (['sum', 'min', 'max', 'count', 'list'] as const).map((collect) => ({ key: collect, collect }));
    const run = decided([deal('a', 'East', 120, true), deal('b', 'East', 20), deal('c', 'East', 1)], {
      hit: 'collect',
      rules,
      out,
    });
    expect(run.cells('decided', 'sum')).toEqual([145.1, 25, null]);
    expect(run.cells('decided', 'min')).toEqual([0.1, 25, null]);
    expect(run.cells('decided', 'max')).toEqual([40, 25, null]);
    expect(run.cells('decided', 'count')).toEqual([3, 1, 0]);
    expect(run.cells('decided', 'list')).toEqual(['ten; a!', 'ten', null]);
    expect(run.problems()).toEqual([]);
    expect(run.trace('decided', 0, 'sum').sentence.en).toBe(
      'sum 145.1 = 25 + 0.1 + 120: rule 1, rule 2, rule 3 apply.',
    );
  });

  test('the trace says which rule applies and why the earlier ones do not, in both languages', () => {
    const run = decided(deals, rates);
    const trace = run.trace('decided', 2, 'rate');
    expect(trace.sentence).toEqual({
      en: 'rate 0.05: rule 3 applies, because region = “East” (“East” = “East”). Rule 1 “large in the east” does not: amount ≥ 100 (50 ≥ 100). Rule 2 does not: amount ≥ 100 (50 ≥ 100).',
      'zh-CN':
        'rate 0.05：适用规则 3，因为 region = “East”（“East” = “East”）。规则 1“large in the east”不适用：amount ≥ 100（50 ≥ 100）。规则 2 不适用：amount ≥ 100（50 ≥ 100）。',
    });
    expect(trace.how).toMatchObject({
      by: 'decide',
      hit: 'first',
      rules: [
        { rule: 0, label: 'large in the east', verdict: 'not' },
        { rule: 1, verdict: 'not' },
        { rule: 2, verdict: 'applies' },
      ],
    });
    expect(trace.inputs.map((one) => [one.name, one.value, one.cell])).toEqual([
      ['region', 'East', { step: 'rows', row: 2, column: 'region' }],
      ['amount', 50, { step: 'rows', row: 2, column: 'amount' }],
    ]);
    expect(run.trace('decided', 3, 'rate').sentence.en).toMatch(/^rate 0.01: no rule applies\. Rule 1 /);
    expect(run.trace('decided', 4, 'rate').sentence.en).toBe(
      'rate #N/A: rule 1 “large in the east” cannot be decided, because amount ≥ 100 (#N/A ≥ 100) gives an error.',
    );
    expect(run.lineage('decided', 2)).toEqual([{ step: 'rows', rows: [2] }]);
    expect(run.trace('decided', 2, 'deal').cell).toEqual({ step: 'rows', row: 2, column: 'deal' });
  });

  test('an output may be a formula, and its trace has the values in it', () => {
    const table: Table = {
      hit: 'first',
      rules: [{ when: [over(100)], then: [binary(column('amount'), '*', parameter('rate'))] }],
      out: [{ key: 'pay', otherwise: literal(0) }],
    };
    const run = decided(deals.slice(0, 3), table, undefined, { rate: 0.1 });
    expect(run.cells('decided', 'pay')).toEqual([12, 12, 0]);
    const trace = run.trace('decided', 0, 'pay');
    expect(trace.formula).toBe('amount * rate');
    expect(trace.sentence.en).toBe(
      'pay 12 = amount × rate (120 × 0.1): rule 1 applies, because amount ≥ 100 (120 ≥ 100).',
    );
  });

  test('what an output says is made again alone: the rules are not asked again, other outputs stay', () => {
    const table: Table = {
      hit: 'first',
      rules: [{ when: [over(100)], then: [binary(column('amount'), '*', parameter('rate')), literal('large')] }],
      out: [{ key: 'pay', otherwise: literal(0) }, { key: 'size' }],
    };
    const own = step({ op: 'decide', id: 'decided', input: 'rows', ...table }, [...columns, 'pay', 'size:text']);
    const frames = tables({
      rows: frame({ 'deal:text': ['a'], 'region:text': ['East'], amount: [120], 'vip:boolean': [true] }),
    });
    const memory = createEngineMemory();
    const made = (rate: number, limit = 100) => {
      const seen: string[] = [];
      const onCompute = (id: string, key: string | null) => void (id === 'decided' && seen.push(key ?? 'rows'));
      const changed = { ...own, rules: [{ ...table.rules[0], when: [over(limit)] }] } as TableStep;
      const run = openRun(memory, { program: program([read, changed]), parameters: { rate }, asOf: 0 }, frames, {
        onCompute,
      });
      for (const key of ['pay', 'size', 'deal']) finish(run.column('decided', key));
      return seen;
    };
    expect(made(0.1)).toEqual(['pay', 'rows', 'size', 'deal']);
    expect(made(0.2)).toEqual(['pay']);
    expect(made(0.2, 90)).toEqual(['rows']);
  });

  test('a rate matrix of a hundred rules decides every row as the reference does', () => {
    const regions = Array.from({ length: 10 }, (_, at) => `R${at}`);
    const rules = regions.flatMap((name, r) =>
      Array.from({ length: 10 }, (_, at) => ({
        when: [is('region', name), binary(column('amount'), '<', literal(10 * (at + 1)))],
        then: [literal(r + at / 10)],
      })),
    );
    const table: Table = { hit: 'first', rules, out: [{ key: 'rate', otherwise: literal(-1) }] };
    const rows = Array.from({ length: 400 }, (_, at) =>
      deal(`d${at}`, at % 13 === 12 ? null : `r${(at * 7) % 11}`, at % 97 === 5 ? errors['#N/A'] : (at * 37) % 120),
    );
    expect(decided(rows, table).cells('decided', 'rate')).toEqual(rows.map((row) => decideRow(row, table)[0]));
  });

  test('decides as the reference does, for every hit policy, with blanks, errors and overlaps', () => {
    const holed = <T extends Value>(some: fc.Arbitrary<T>): fc.Arbitrary<Value> =>
      fc.oneof(
        { weight: 6, arbitrary: some },
        { weight: 1, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.constantFrom(errors['#N/A'], errors['#DIV/0!']) },
      );
    const row = fc.record({
      deal: fc.constant('x'),
      region: holed(fc.constantFrom('East', 'EAST', 'West')),
      amount: holed(fc.constantFrom(0, 10, 0.1 + 0.2, 100)),
      vip: holed(fc.boolean()),
    });
    const condition = fc.constantFrom<(Expression | null)[]>(
      null,
      null,
      is('region', 'East'),
      is('region', 'West'),
      over(10),
      binary(column('amount'), '<', literal(100)),
      binary(column('amount'), '=', literal(0.3)),
      column('vip'),
      call('NOT', column('vip')),
      column('amount'),
      column('region'),
    );
    const output = fc.constantFrom<Expression[]>(
      ...[1, 2, 0.1, 0.25, 'a', 'b', '7', null, true].map((value) => literal(value)),
      column('amount'),
      binary(column('amount'), '*', literal(2)),
      column('region'),
      literal(errors['#NUM!']),
    );
    const rule = fc.record({
      when: fc.array(condition, { minLength: 2, maxLength: 2 }),
      then: fc.array(output, { minLength: 1, maxLength: 2 }),
    });
    const out = fc.record(
      {
        otherwise: output,
        collect: fc.constantFrom('list', 'sum', 'min', 'max', 'count'),
        priority: fc.uniqueArray(fc.constantFrom(1, 2, 0.1, 'a', 'b', null), { maxLength: 4 }),
      },
      { requiredKeys: [] },
    );
    const property = fc.property(
      fc.array(row, { maxLength: 8 }),
      fc.constantFrom<DecideStep['hit'][]>('unique', 'first', 'collect', 'priority'),
      fc.array(rule, { maxLength: 5 }),
      fc.tuple(out, out),
      (rows, hit, rules, [first, second]) => {
        const table: Table = {
          hit,
          rules,
          out: [
            { key: 'one', ...first },
            { key: 'two', ...second },
          ],
        };
        const run = decided(rows, table);
        const expected = rows.map((given) => decideRow(given, table).map(keyOf));
        const found = [run.cells('decided', 'one'), run.cells('decided', 'two')];
        expect(rows.map((_, at) => found.map((cells) => keyOf(cells[at] ?? null)))).toEqual(expected);
        rows.forEach((_, at) => {
          const { how } = run.trace('decided', at, 'one');
          const lines = how.by === 'decide' ? how.rules : [];
          const applying = lines.filter((line) => line.verdict === 'applies').map((line) => line.rule);
          const cell = found[0]?.[at] ?? null;
          if (applying.length === 0 && first.otherwise === undefined && !isError(cell)) {
            expect(cell).toBe(hit === 'collect' && first.collect === 'count' ? 0 : null);
          }
          if (hit !== 'collect') expect(applying.length).toBeLessThanOrEqual(1);
        });
      },
    );
    fc.assert(property, { numRuns: 150 });
  });
});

/** Sums of doubles and of fractions agree in 15 digits. */
function keyOf(value: Value): unknown {
  return typeof value === 'number' ? key(value) : value;
}
