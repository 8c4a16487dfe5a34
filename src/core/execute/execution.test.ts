import { expect, test } from 'vitest';
import { cellAt } from '../data/column.ts';
import type { Value } from '../data/value.ts';
import type { Expression } from '../formula/expression.ts';
import { createEngineMemory, type EngineMemory } from './memory.ts';
import { openRun, type Run } from './execution.ts';
import { drain, runProgram, tableOf } from './run.ts';
import { binary, call, column, literal, parameter } from './testing/expressions.ts';
import { frame, program, step, tables } from './testing/programs.ts';

const deals = frame({
  'rep:text': ['Ann', 'Bo', 'Ann', 'Cy'],
  'amount:number': [100, 200, 300, 400],
  'won:boolean': [true, true, true, false],
});

/** Deals that are won, their commission and bonus, the sum by rep, sorted. */
function plan(bonus: Expression = literal(5)) {
  return program(
    [
      step({ op: 'read', id: 'deals', source: { from: 'table', table: 'deals' } }, [
        'rep:text',
        'amount',
        'won:boolean',
      ]),
      step({ op: 'filter', id: 'won', input: 'deals', where: column('won') }, ['rep:text', 'amount', 'won:boolean']),
      step(
        {
          op: 'extend',
          id: 'pay',
          input: 'won',
          made: [
            { key: 'commission', expression: binary(column('amount'), '*', parameter('rate')) },
            { key: 'bonus', expression: bonus },
            { key: 'total', expression: binary(column('commission'), '+', column('bonus')) },
          ],
        },
        ['rep:text', 'amount', 'won:boolean', 'commission', 'bonus', 'total'],
      ),
      step(
        {
          op: 'group',
          id: 'reps',
          input: 'pay',
          by: ['rep'],
          made: [
            { key: 'payout', expression: call('SUM', column('total')) },
            { key: 'deals', expression: call('COUNT', column('amount')) },
          ],
        },
        ['rep:text', 'payout', 'deals'],
      ),
      step({ op: 'sort', id: 'best', input: 'reps', order: [{ key: 'payout', descending: true }] }, [
        'rep:text',
        'payout',
        'deals',
      ]),
    ],
    {
      answers: {
        deals: { ports: { out: 'deals' }, headline: { step: 'deals', measure: 'rows' } },
        best: { ports: { out: 'best' }, headline: { step: 'best', measure: 'sum', column: 'payout' } },
      },
    },
  );
}

interface Given {
  readonly memory: EngineMemory;
  readonly rate?: number;
  readonly stamp?: number;
  readonly plan?: ReturnType<typeof plan>;
}

function open({ memory, rate = 0.1, stamp = 1, plan: own = plan() }: Given): { run: Run; made: string[] } {
  const made: string[] = [];
  const input = { program: own, parameters: { rate }, asOf: 46053 };
  const run = openRun(memory, input, tables({ deals }, stamp), {
    onCompute: (id, key) => made.push(key === null ? id : `${id}.${key}`),
  });
  return { run, made };
}

function payouts(run: Run): Value[] {
  const { rowCount, columns } = drain(tableOf(run, 'best', ['rep', 'payout']));
  return Array.from({ length: rowCount }, (_, row) => [...columns.values()].map((one) => cellAt(one, row))).flat();
}

test('a run makes only what is asked for', () => {
  const { run, made } = open({ memory: createEngineMemory() });
  drain(run.column('pay', 'commission'));
  expect(made.toSorted()).toEqual(['deals', 'deals.amount', 'deals.won', 'pay', 'pay.commission', 'won', 'won.amount']);
});

test('moving a rate makes again only what depends on it', () => {
  const memory = createEngineMemory();
  expect(payouts(open({ memory }).run)).toEqual(['Ann', 50, 'Bo', 25]);
  const second = open({ memory, rate: 0.2 });
  expect(payouts(second.run)).toEqual(['Ann', 90, 'Bo', 45]);
  // The first move makes what holds still under the rate, so that the next one finds it standing.
  expect(second.made.toSorted()).toEqual(['best', 'best.payout', 'pay.bonus', 'reps.payout']);
  const third = open({ memory, rate: 0.3 });
  expect(payouts(third.run)).toEqual(['Ann', 130, 'Bo', 65]);
  expect(third.made.toSorted()).toEqual(['best', 'best.payout', 'reps.payout']);
});

test('a column that one formula reads is computed on the way and never made', () => {
  const { run, made } = open({ memory: createEngineMemory() });
  expect(payouts(run)).toEqual(['Ann', 50, 'Bo', 25]);
  expect(made).toContain('reps.payout');
  expect(made.filter((one) => one.startsWith('pay.'))).toEqual(['pay.rep']);
});

test('the same run again makes nothing, and a baseline alternates with a slider without making anything twice', () => {
  const memory = createEngineMemory();
  for (const rate of [0.1, 0.2, 0.3]) payouts(open({ memory, rate }).run);
  for (const rate of [0.1, 0.3, 0.2, 0.1]) {
    const { run, made } = open({ memory, rate });
    expect(payouts(run)).toEqual(['Ann', 400 * rate + 10, 'Bo', 200 * rate + 5].map((one) => one));
    expect(made).toEqual([]);
  }
});

test('one formula changed makes its column and those that read it, not its neighbours', () => {
  const memory = createEngineMemory();
  payouts(open({ memory }).run);
  const { run, made } = open({ memory, plan: plan(literal(7)) });
  expect(payouts(run)).toEqual(['Ann', 54, 'Bo', 27]);
  expect(made.toSorted()).toEqual(['best', 'best.payout', 'pay.commission', 'reps.payout']);
  const next = open({ memory, plan: plan(literal(8)) });
  expect(payouts(next.run)).toEqual(['Ann', 56, 'Bo', 28]);
  expect(next.made.toSorted()).toEqual(['best', 'best.payout', 'reps.payout']);
});

test('a change that comes to the same result stops there', () => {
  const memory = createEngineMemory();
  payouts(open({ memory }).run);
  const { run, made } = open({ memory, plan: plan(binary(literal(2), '+', literal(3))) });
  expect(payouts(run)).toEqual(['Ann', 50, 'Bo', 25]);
  // The totals come out the same: what was made of them is not made again.
  expect(made.toSorted()).toEqual(['pay.commission', 'reps.payout']);
});

test('a new stamp of a table makes everything that changed again', () => {
  const memory = createEngineMemory();
  payouts(open({ memory }).run);
  const { run, made } = open({ memory, stamp: 2 });
  expect(payouts(run)).toEqual(['Ann', 50, 'Bo', 25]);
  // The table's columns come out the same here, so the change goes no further than reading them.
  expect(made.every((one) => one.startsWith('deals'))).toBe(true);
});

test('results given up for room are made again when asked for, and what came of them still holds', () => {
  const memory = createEngineMemory(1);
  payouts(open({ memory }).run);
  payouts(open({ memory, rate: 0.2 }).run);
  expect(memory.bytes).toBeGreaterThan(0);
  const { run, made } = open({ memory, rate: 0.1 });
  expect(payouts(run)).toEqual(['Ann', 50, 'Bo', 25]);
  expect(made).not.toContain('deals.won');
});

test('problems of kept results are reported again', () => {
  const memory = createEngineMemory();
  const faulty = plan(binary(column('amount'), '/', literal(0)));
  const first = open({ memory, plan: faulty });
  const second = open({ memory, plan: faulty });
  const problems = [first, second].map(({ run }) => drain(runProgram(run)).problems);
  expect(problems[0]).toEqual(problems[1]);
  expect(problems[0]?.map((one) => [one.code, one.params, one.at.node])).toEqual([
    ['execute.formula-errors', { column: 'bonus', count: 3, error: '#DIV/0!' }, 'pay'],
  ]);
  expect(second.made).toEqual([]);
});

test('a run answers with headlines, sparks and the rows it read', () => {
  const result = drain(runProgram(open({ memory: createEngineMemory() }).run));
  expect(result).toEqual({
    design: 'plan',
    answers: {
      deals: { node: 'deals', step: 'deals', rows: 4, value: 4, spark: [] },
      best: { node: 'best', step: 'best', rows: 2, value: 75, spark: [25, 50] },
    },
    problems: [],
    rowsRead: 4,
  });
});

test('a run that is dropped half-way leaves what it finished', () => {
  const memory = createEngineMemory();
  const half = open({ memory });
  const work = half.run.column('best', 'payout');
  for (let slice = 0; slice < 6; slice++) work.next();
  const { run, made } = open({ memory });
  expect(payouts(run)).toEqual(['Ann', 50, 'Bo', 25]);
  const finished = half.made.length - 1;
  expect(made.filter((one) => half.made.includes(one)).length).toBeLessThanOrEqual(half.made.length - finished + 5);
  expect(made).not.toContain('deals');
});
