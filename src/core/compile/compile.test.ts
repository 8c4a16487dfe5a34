import { describe, expect, test } from 'vitest';
import { wiringFaults } from '#core/program/wiring.ts';
import { isPlan } from '#core/project/project.ts';
import { catalog } from '#kinds/catalog.ts';
import {
  compileSmall,
  date,
  id,
  money,
  number,
  person,
  projectOf,
  runSmall,
  text,
  type SmallPlan,
} from '#kinds/testing/small-plan.ts';
import { compile } from './compile.ts';
import { explainConnection } from './explain-connection.ts';

const deals = {
  columns: { deal: id, owner: person, closed: date, amount: money, stage: text },
  grain: ['deal'],
  rows: [
    { deal: 'D1', owner: 'Ann', closed: '2026-07-01', amount: 100, stage: 'Won' },
    { deal: 'D2', owner: 'Bo', closed: '2026-07-02', amount: 50, stage: 'Lost' },
  ],
};
const plan = (nodes: SmallPlan['nodes'], edges: readonly string[], more: Partial<SmallPlan> = {}): SmallPlan => ({
  tables: { deals },
  nodes,
  edges,
  ...more,
});
const codes = (small: SmallPlan) => compileSmall(small).problems.map((one) => [one.code, one.at.node]);

describe('what stands in the way of one node stops that node and what needs it, nothing else', () => {
  test('a circle is named with all its nodes, and the rest runs', () => {
    const small = plan(
      { deals: ['table', { table: 'deals' }], a: ['filter'], b: ['filter'], c: ['filter'], after: ['filter'] },
      ['a > b', 'b > c', 'c > a', 'c > after'],
    );
    const { problems, program } = compileSmall(small);
    const circles = problems.filter((one) => one.code === 'compile.cycle');
    expect(circles).toMatchObject([{ at: { node: 'a' }, params: { nodes: ['Filter', 'Filter', 'Filter'] } }]);
    expect(Object.keys(program.answers)).toEqual(['deals']);
    expect(runSmall(small, 'deals').rows).toHaveLength(2);
  });

  test('a missing input is told once, at the node that lacks it', () => {
    const small = plan({ deals: ['table', { table: 'deals' }], won: ['filter'], pay: ['payout'] }, ['won > pay']);
    expect(codes(small)).toEqual([['compile.missing-input', 'won']]);
    expect(Object.keys(compileSmall(small).program.answers)).toEqual(['deals']);
  });

  test('an unknown kind and bad props are problems; a newer kind too', () => {
    const small = plan(
      { deals: ['table', { table: 'deals' }], odd: ['telepathy'], off: ['filter', { where: 7 }], won: ['filter'] },
      ['deals > odd', 'deals > off', 'deals > won'],
    );
    expect(codes(small)).toEqual([
      ['project.unknown-kind', 'odd'],
      ['project.bad-props', 'off'],
    ]);
    expect(Object.keys(compileSmall(small).program.answers)).toEqual(['deals', 'won']);
    const project = projectOf(small);
    const [design] = project.designs.filter(isPlan);
    const won = design?.nodes['won'];
    if (design && won) design.nodes['won'] = { ...won, version: 99 };
    expect(compile(project, catalog, 'plan').problems).toContainEqual(
      expect.objectContaining({ code: 'project.newer-kind', at: { design: 'plan', node: 'won' } }),
    );
  });

  test('two edges into a port for one are refused', () => {
    const small = plan({ a: ['table', { table: 'deals' }], b: ['table', { table: 'deals' }], won: ['filter'] }, [
      'a > won',
      'b > won',
    ]);
    expect(codes(small)).toEqual([['compile.port-taken', 'won']]);
  });

  test('a broken formula column shows #NAME? and the rest of its table still shows', () => {
    const small = plan(
      {
        deals: ['table', { table: 'deals' }],
        made: [
          'columns',
          {
            columns: [
              { key: 'wrong', formula: 'amont * 2' },
              { key: 'right', formula: 'amount * 2' },
            ],
          },
        ],
      },
      ['deals > made'],
    );
    const { rows, compiled } = runSmall(small);
    expect(rows[0]).toMatchObject({ deal: 'D1', wrong: { error: '#NAME?' }, right: 200 });
    expect(compiled.problems).toMatchObject([
      {
        code: 'formula.unknown-name',
        at: { design: 'plan', node: 'made', path: 'columns.0.formula', span: { start: 0, end: 5 } },
        fix: { replace: { text: 'amount' } },
      },
    ]);
  });

  test('a column removed under a formula and under a setting names the nearest one as a fix', () => {
    const small = plan(
      {
        deals: ['table', { table: 'deals' }],
        credits: ['credit', { deal: 'deal', owner: 'owner', amount: 'amounts' }],
        won: ['filter', { where: 'stge = "Won"' }],
      },
      ['deals > credits', 'deals > won'],
    );
    expect(compileSmall(small).problems).toMatchObject([
      {
        code: 'compile.unknown-column',
        at: { node: 'credits', path: 'amount' },
        params: { column: 'amounts', nearest: 'amount' },
        fix: { edits: [{ op: 'node.prop', design: 'plan', node: 'credits', path: ['amount'], value: 'amount' }] },
      },
      { code: 'formula.unknown-name', at: { node: 'won', path: 'where' }, fix: { replace: { text: 'stage' } } },
    ]);
  });

  test('a table that does not exist is told with the nearest one', () => {
    expect(compileSmall(plan({ d: ['table', { table: 'deal' }] }, [])).problems).toMatchObject([
      { code: 'compile.unknown-table', params: { table: 'deal', nearest: 'deals' } },
    ]);
  });

  test('an unknown design is a problem, not an exception', () => {
    const compiled = compile(projectOf(plan({}, [])), catalog, 'nowhere');
    expect(compiled.problems).toMatchObject([{ code: 'compile.unknown-design' }]);
    expect(compiled.program).toMatchObject({ steps: [], output: null });
  });
});

describe('the program', () => {
  test('tables that formulas name are read once, whoever asks', () => {
    const small = plan(
      {
        deals: ['table', { table: 'deals' }],
        one: ['columns', { columns: [{ key: 'all', formula: 'SUM(deals[amount])' }] }],
        two: ['filter', { where: 'amount = MAX(deals[amount])' }],
      },
      ['deals > one', 'deals > two'],
    );
    const { program } = compileSmall(small);
    expect(program.steps.filter((step) => step.op === 'read').map((step) => step.id)).toEqual([
      '~table.deals',
      'deals',
    ]);
    expect(wiringFaults(program)).toEqual([]);
    expect(runSmall(small, 'one').rows.map((row) => row['all'])).toEqual([150, 150]);
    expect(runSmall(small, 'two').rows).toMatchObject([{ deal: 'D1' }]);
  });

  test('parameters are those that formulas and amounts read, and each node knows its own', () => {
    const parameters = ['share', 'unused', 'cap'].map((key) => ({ key, type: 'number' as const, value: 2 }));
    const small = plan(
      {
        deals: ['table', { table: 'deals' }],
        base: ['bands', { measure: 'amount', value: 'amount', bands: [{ from: 0, rate: 'share / 100' }] }],
        limit: ['cap', { most: 'cap' }],
      },
      ['deals > base', 'base > limit'],
      { parameters },
    );
    const { program, nodes } = compileSmall(small);
    expect(program.parameters.map((one) => one.key)).toEqual(['share', 'cap']);
    expect([nodes['base']?.parameters, nodes['limit']?.parameters]).toEqual([['share'], ['cap']]);
  });

  test('its result is the last node that pays out, else the last node', () => {
    const nodes: SmallPlan['nodes'] = {
      deals: ['table', { table: 'deals' }],
      base: ['bands', { measure: 'amount', value: 'amount' }],
      pay: ['payout', { person: 'owner' }],
      zz: ['filter'],
    };
    expect(compileSmall(plan(nodes, ['deals > base', 'base > pay', 'deals > zz'])).program.output).toBe('pay');
    const { pay: _pay, ...rest } = nodes;
    expect(compileSmall(plan(rest, ['deals > base', 'deals > zz'])).program.output).toBe('zz');
  });
});

describe('explaining a connection', () => {
  const small = plan(
    {
      deals: ['table', { table: 'deals' }],
      plain: ['table', { table: 'plain' }],
      won: ['filter'],
      more: ['filter'],
      base: ['bands'],
    },
    ['deals > won', 'won > more'],
    { tables: { deals, plain: { columns: { n: number }, rows: [] } } },
  );
  const ask = (from: string, to: string, ports = ['out', 'in']) =>
    explainConnection(
      projectOf(small),
      catalog,
      'plan',
      { node: from, port: ports[0] ?? '' },
      { node: to, port: ports[1] ?? '' },
    );

  test('null where it may be made', () => {
    expect(ask('more', 'base')).toBeNull();
  });
  test('a circle, oneself, what is not there', () => {
    expect(ask('more', 'won')).toMatchObject({ code: 'compile.cycle' });
    expect(ask('won', 'won')).toMatchObject({ code: 'compile.to-itself' });
    expect(ask('won', 'gone')).toMatchObject({ code: 'project.edge-without-node' });
    expect(ask('won', 'base', ['out', 'gone'])).toMatchObject({ code: 'project.edge-without-port' });
    expect(ask('more', 'won', ['in', 'out'])).toMatchObject({ code: 'compile.wrong-way' });
  });
  test('a table that does not say who its rows are for', () => {
    expect(ask('plain', 'base')).toMatchObject({
      code: 'compile.needs-people',
      severity: 'error',
      params: { from: 'Table', node: 'Rate bands' },
    });
  });
  test('a port that is taken is a warning: the canvas may replace the edge', () => {
    expect(ask('deals', 'more')).toMatchObject({ code: 'compile.port-taken', severity: 'warning' });
    expect(ask('deals', 'won')).toMatchObject({ code: 'project.duplicate-edge' });
  });
});
