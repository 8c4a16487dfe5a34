import { describe, expect, test } from 'vitest';
import { cellAt, type Column, type Frame } from '#core/data/column.ts';
import type { Work } from '#core/execute/operation.ts';
import { drain } from '#core/execute/run.ts';
import { amounts, call, column, from, parameter, texts } from '#core/program/fixtures/build.ts';
import type { TableProgram } from '#core/program/table-program.ts';
import type { RequestName, Requests, RunInput } from './protocol.ts';
import { cancelled, pump } from './pump.ts';
import { createEngineState, serve, type EngineState } from './serve.ts';

const frame = (rows: readonly [string, number][]): Frame => ({
  rowCount: rows.length,
  columns: new Map<string, Column>([
    ['rep', { type: 'text', codes: Int32Array.from(rows, (_, i) => i), dictionary: rows.map(([rep]) => rep) }],
    ['amount', { type: 'number', values: Float64Array.from(rows, ([, amount]) => amount) }],
  ]),
});
const columns = [...texts('rep'), ...amounts('amount')];
const program: TableProgram = {
  program: 'table',
  design: 'd',
  output: 'pay',
  parameters: amounts('rate'),
  steps: [
    {
      op: 'read',
      id: 'deals',
      origin: from('d', 'deals', 'table'),
      columns,
      source: { from: 'table', table: 'deals' },
    },
    {
      op: 'extend',
      id: 'pay',
      origin: from('d', 'pay', 'columns'),
      columns: [...columns, ...amounts('pay')],
      grain: ['rep'],
      input: 'deals',
      made: [{ key: 'pay', expression: call('PRODUCT', column('amount'), parameter('rate')) }],
    },
  ],
  answers: { pay: { ports: { out: 'pay' }, headline: { step: 'pay', measure: 'sum', column: 'pay' } } },
};
const at = (rate: number): RunInput => ({ program, parameters: { rate }, asOf: 46000 });
const ready = (): EngineState => {
  const state = createEngineState();
  drain(
    serve(state, 'table.put', {
      table: 'deals',
      frame: frame([
        ['Bo', 30],
        ['Ann', 10],
        ['Cy', 20],
      ]),
    }),
  );
  return state;
};
const ask = <N extends RequestName>(state: EngineState, name: N, question: Requests[N]['ask']) =>
  drain(serve(state, name, question));
const list = (answer: Requests['window']['answer'], key: string) => {
  const found = answer.frame.columns.get(key);
  return found ? Array.from({ length: answer.frame.rowCount }, (_, row) => cellAt(found, row)) : [];
};

describe('what the engine answers', () => {
  test('a run answers with the headline of every node', () => {
    expect(ask(ready(), 'run', at(0.1)).answers['pay']).toMatchObject({ rows: 3, value: 6, spark: [1, 2, 3] });
  });

  test('a window sorts, finds and tells the row numbers of the unsorted table', () => {
    const state = ready();
    const of = { run: at(0.1), step: 'pay' };
    const sorted = ask(state, 'window', { of, from: 0, to: 2, sort: [{ key: 'pay', descending: true }] });
    expect([list(sorted, 'rep'), [...sorted.rows], sorted.total]).toEqual([['Bo', 'Cy'], [0, 2], 3]);
    const found = ask(state, 'window', { of, from: 0, to: 9, find: 'ANN' });
    expect([list(found, 'rep'), [...found.rows], found.total]).toEqual([['Ann'], [1], 1]);
    const only = ask(state, 'window', {
      of,
      from: 0,
      to: 9,
      only: [2, 0],
      sort: [{ key: 'amount', descending: false }],
    });
    expect(list(only, 'rep')).toEqual(['Cy', 'Bo']);
    expect(
      ask(state, 'window', { of: { table: 'deals' }, from: 1, to: 3, columns: ['rep'] }).frame.columns.get('rep'),
    ).toMatchObject({ dictionary: ['Ann', 'Cy'] });
  });

  test('what is looked for is found as people write it: grouped digits, ISO dates, errors', () => {
    const state = createEngineState();
    const mixed: Frame = {
      rowCount: 4,
      columns: new Map<string, Column>([
        ['day', { type: 'date', values: Float64Array.of(46_031, 46_032, 46_062, 0), state: Uint8Array.of(0, 0, 0, 1) }],
        ['pay', { type: 'number', values: Float64Array.of(20_180.73, -5, 0, 7), state: Uint8Array.of(0, 0, 3, 0) }],
      ]),
    };
    ask(state, 'table.put', { table: 't', frame: mixed });
    const found = (find: string) => [...ask(state, 'window', { of: { table: 't' }, from: 0, to: 9, find }).rows];
    expect([found('2026-01'), found('20,180.7'), found('−5'), found('#div'), found('nothing')]).toEqual([
      [0, 1],
      [0],
      [1],
      [2],
      [],
    ]);
  });

  test('what was found is sorted, and found anew when the cells change', () => {
    const state = ready();
    const of = { run: at(0.1), step: 'pay' };
    const look = (input: RunInput, find: string) =>
      ask(state, 'window', {
        of: { ...of, run: input },
        from: 0,
        to: 9,
        find,
        sort: [{ key: 'amount', descending: true }],
      });
    expect(list(look(at(0.1), '0'), 'rep')).toEqual(['Bo', 'Cy', 'Ann']);
    expect(list(look(at(0.1), '2'), 'rep')).toEqual(['Cy']);
    expect(list(look(at(0.2), '2'), 'rep')).toEqual(['Cy', 'Ann']); // 20, and 10 × 0.2
  });

  test('a table put while a run is computed belongs to the next run', () => {
    const state = ready();
    const work = serve(state, 'run', at(0.1));
    work.next();
    ask(state, 'table.put', { table: 'deals', frame: frame([['Bo', 50]]) });
    expect(drain(work).answers['pay']).toMatchObject({ rows: 3, value: 6 });
    expect(ask(state, 'run', at(0.1)).answers['pay']).toMatchObject({ rows: 1, value: 5 });
  });

  test('two runs are compared by the grain of the output', () => {
    const made = ask(ready(), 'compare', { before: at(0.1), after: at(0.2), step: 'pay', key: ['rep'], column: 'pay' });
    expect(made).toMatchObject({
      before: 6,
      after: 12,
      rows: [
        { id: ['Bo'], before: 3, after: 6 },
        { id: ['Ann'], before: 1, after: 2 },
        { id: ['Cy'], before: 2, after: 4 },
      ],
    });
  });

  test('statistics count blanks, distinct values and bars', () => {
    const state = ready();
    const [rep, amount] = ask(state, 'statistics', { of: { table: 'deals' }, columns });
    expect(rep).toMatchObject({ count: 3, blanks: 0, distinct: 3 });
    expect(amount).toMatchObject({ min: 10, max: 30, sum: 60, mean: 20, distinct: 3 });
    expect(amount?.bars.reduce((all, bar) => all + bar.count, 0)).toBe(3);
  });

  test('the twelve most frequent texts are the bars, of equals the first', () => {
    const state = createEngineState();
    const dictionary = Array.from({ length: 40 }, (_, n) => `t${n}`);
    const codes = Int32Array.from([...dictionary.keys(), 39, 39, 7, 20], (code) => code);
    const table: Frame = { rowCount: codes.length, columns: new Map([['t', { type: 'text', codes, dictionary }]]) };
    ask(state, 'table.put', { table: 't', frame: table });
    const [made] = ask(state, 'statistics', { of: { table: 't' }, columns: texts('t') });
    expect(made?.bars.map((bar) => `${bar.label} ${bar.count}`).slice(0, 5)).toEqual([
      't39 3',
      't7 2',
      't20 2',
      't0 1',
      't1 1',
    ]);
    expect([made?.bars.length, made?.distinct]).toEqual([12, 40]);
  });

  test('statistics of long columns give a sign of life all along, over the rows and over what is told of them', () => {
    const rows = 1 << 17;
    const dictionary = Array.from({ length: rows }, (_, n) => `t${n}`);
    const table: Frame = {
      rowCount: rows,
      columns: new Map<string, Column>([
        ['t', { type: 'text', codes: Int32Array.from(dictionary.keys()), dictionary }],
        ['n', { type: 'number', values: Float64Array.from(dictionary.keys()) }],
      ]),
    };
    const state = createEngineState();
    ask(state, 'table.put', { table: 't', frame: table });
    for (const info of [...texts('t'), ...amounts('n')]) {
      const work = serve(state, 'statistics', { of: { table: 't' }, columns: [info] });
      let signs = 0;
      while (!work.next().done) signs++;
      // Two passes: the cells, then the texts that were found or the bars.
      expect(signs).toBeGreaterThanOrEqual((2 * rows) / (1 << 14));
    }
  });

  test('a downloaded table is the CSV of the design: keys, full precision, the order of the rows', () => {
    const bytes = ask(ready(), 'csv', { run: at(0.1), step: 'pay' });
    expect(new TextDecoder().decode(bytes)).toBe('rep,amount,pay\nBo,30,3\nAnn,10,1\nCy,20,2\n');
  });

  test('a table that is put again is computed again', () => {
    const state = ready();
    ask(state, 'run', at(0.1));
    ask(state, 'table.put', { table: 'deals', frame: frame([['Bo', 50]]) });
    expect(ask(state, 'run', at(0.1)).answers['pay']).toMatchObject({ rows: 1, value: 5 });
  });

  test('a formula that is being typed is answered for one row, part by part, and for the next row with an error', () => {
    const state = ready();
    const expression = {
      ...call('QUOTIENT', column('amount'), { ...parameter('rate'), span: { start: 17, end: 21 } }),
      span: { start: 0, end: 22 },
    };
    const question = { text: 'QUOTIENT(amount, rate)', expression, place: { over: 'deals' }, row: 2 };
    const lens = ask(state, 'lens', { run: at(0.5), question });
    expect(lens).toMatchObject({ row: 2, rows: 3, root: { value: 40, children: [{ value: 20 }, { text: 'rate' }] } });
    expect(ask(state, 'lens', { run: at(0.5), question: { ...question, row: 3 } }).root).toBeNull();
    expect(ask(state, 'lens.errors', { run: at(0), question })).toEqual({ count: 3, next: 0, previous: 1 });
  });
});

describe('work in slices', () => {
  function* counting(steps: number, seen: { done: number }): Work<string> {
    for (let row = 0; row < steps; row++) {
      seen.done = row;
      yield { step: 's', rows: row };
    }
    return 'done';
  }
  const host = () => {
    let time = 0;
    return { now: () => (time += 1), pause: () => Promise.resolve() };
  };

  test('progress is told between slices, and the answer comes', async () => {
    const rows: number[] = [];
    expect(
      await pump(counting(500, { done: 0 }), host(), { slice: 10, onProgress: (progress) => rows.push(progress.rows) }),
    ).toBe('done');
    expect(rows.length).toBeGreaterThan(5);
  });

  test('who listens hears less often than the work pauses', async () => {
    let pauses = 0;
    let told = 0;
    const { now } = host();
    const pause = () => Promise.resolve(void pauses++);
    await pump(counting(500, { done: 0 }), { now, pause }, { slice: 10, report: 100, onProgress: () => told++ });
    expect(told).toBeGreaterThan(1);
    expect(told * 5).toBeLessThan(pauses);
  });

  test('a cancel is heard between two slices and stops the work', async () => {
    const seen = { done: 0 };
    let heard = 0;
    const result = await pump(counting(1000, seen), host(), { slice: 10, isCancelled: () => ++heard > 2 });
    expect(result).toBe(cancelled);
    expect(seen.done).toBeLessThan(100);
  });
});
