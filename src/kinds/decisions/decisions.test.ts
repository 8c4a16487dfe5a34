// Decision tables: tried on their own rows, applied in a plan, asked by a journey.
import { describe, expect, test } from 'vitest';
import { compile } from '#core/compile/compile.ts';
import { columnsOfTable } from '#core/compile/columns-of.ts';
import { lowerDecision } from '#core/compile/lower-decision.ts';
import { outputExpression, bindInputs } from '#core/contracts/lowered-decision.ts';
import { cellAt } from '#core/data/column.ts';
import { openRun } from '#core/execute/execution.ts';
import { frameOfRows } from '#core/execute/frame-of-rows.ts';
import { createEngineMemory } from '#core/execute/memory.ts';
import { drain, tableOf } from '#core/execute/run.ts';
import { applyEdit } from '#core/edit/apply.ts';
import type { Edit } from '#core/edit/edit.ts';
import { printFormula } from '#core/formula/text/print-formula.ts';
import { sayProblem } from '#core/problem/codes.ts';
import type { DecisionDesign } from '#core/project/decision-design.ts';
import { catalog } from '../catalog.ts';
import { number, projectOf, runSmall, text, type SmallPlan } from '../testing/small-plan.ts';

const limits: DecisionDesign = {
  kind: 'decision',
  id: 'limits',
  name: 'Limits',
  hit: 'first',
  inputs: [
    { id: 'i1', key: 'discount', label: 'Discount', type: 'number', format: { kind: 'percent' } },
    { id: 'i2', key: 'region', label: 'Region', type: 'text' },
  ],
  outputs: [{ id: 'o1', key: 'verdict', label: 'Verdict', type: 'text' }],
  rules: [
    { id: 'r1', when: { i1: '<= 10%' }, then: { o1: 'Granted' } },
    { id: 'r2', when: { i1: '<= 20%', i2: 'West, East' }, then: { o1: 'Manager' } },
    { id: 'r3', when: { i1: '> 20%' }, then: { o1: 'Board' }, label: 'Far beyond' },
  ],
  tryOn: { table: 'requests', inputs: {} },
};
const requests = {
  columns: { discount: number, region: text },
  rows: [
    { discount: 0.05, region: 'West' },
    { discount: 0.1, region: 'North' },
    { discount: 0.15, region: 'East' },
    { discount: 0.15, region: 'North' },
    { discount: 0.5, region: 'North' },
  ],
};
const small = (decision: DecisionDesign, nodes: SmallPlan['nodes'] = {}, edges: readonly string[] = []): SmallPlan => ({
  tables: { requests },
  decisions: [decision],
  nodes,
  edges,
});
const messages = (decision: DecisionDesign) =>
  compile(projectOf(small(decision)), catalog, 'limits').problems.map((one) => sayProblem(one, 'en'));

function tried(decision: DecisionDesign) {
  const project = projectOf(small(decision));
  const { program } = compile(project, catalog, 'limits');
  const frame = frameOfRows(columnsOfTable(project.tables[0] as (typeof project.tables)[0]), requests.rows);
  const run = openRun(
    createEngineMemory(),
    { program, parameters: {}, asOf: 46_000 },
    new Map([['requests', { frame, stamp: 1 }]]),
  );
  const made = drain(tableOf(run, 'decision'));
  const cell = (key: string, row: number) => cellAt(made.columns.get(key) ?? { type: 'mixed', cells: [] }, row);
  return Array.from({ length: made.rowCount }, (_, row) => [cell('verdict', row), cell('rule', row)]);
}

describe('tried on a table', () => {
  test('each row gets the result of the first rule that matches, and the rule is named', () => {
    expect(tried(limits)).toEqual([
      ['Granted', '1'],
      ['Granted', '1'],
      ['Manager', '2'],
      [null, null],
      ['Board', '3 · Far beyond'],
    ]);
  });

  test('an input may be a formula over the columns, and otherwise stands where no rule matches', () => {
    const changed: DecisionDesign = {
      ...limits,
      outputs: limits.outputs.map((one) => ({ ...one, otherwise: 'Refused' })),
      tryOn: { table: 'requests', inputs: { i1: 'discount * 2' } },
    };
    expect(tried(changed).map(([verdict]) => verdict)).toEqual(
      ['Granted', 'Manager', 'Board', 'Board', 'Board'].map((one, row) => (row === 1 ? 'Refused' : one)),
    );
  });

  test('rules that all match are collected', () => {
    const points: DecisionDesign = {
      ...limits,
      hit: 'collect',
      outputs: [{ id: 'o1', key: 'verdict', label: 'Points', type: 'number', collect: 'sum' }],
      rules: [
        { id: 'r1', when: { i1: '> 10%' }, then: { o1: '5' } },
        { id: 'r2', when: { i2: 'North' }, then: { o1: '2' } },
      ],
    };
    expect(tried(points).map(([sum]) => sum)).toEqual([0, 2, 5, 7, 7].map((sum) => (sum === 0 ? null : sum)));
  });
});

describe('analysis', () => {
  test('what no rule covers is told as a region', () => {
    expect(messages(limits)).toEqual([
      'No rule covers: 10% < Discount ≤ 20%, Region: anything but West, East. Add a rule, or say what applies otherwise.',
    ]);
  });

  test('the fix of a gap is a rule that covers it', () => {
    const project = projectOf(small(limits));
    const [gap] = compile(project, catalog, 'limits').problems;
    const fixed = applyEdit(project, { op: 'batch', edits: gap?.fix?.edits as readonly Edit[] }, catalog).project;
    const design = fixed.designs.find((one) => one.id === 'limits') as DecisionDesign;
    expect(design.rules.at(-1)).toEqual({ id: 'r4', when: { i1: '(10%..20%]', i2: 'not West, East' }, then: {} });
    expect(compile(fixed, catalog, 'limits').problems).toEqual([]);
  });

  test('with a result for all other cases nothing is open', () => {
    const closed = { ...limits, outputs: limits.outputs.map((one) => ({ ...one, otherwise: 'Refused' })) };
    expect(messages(closed)).toEqual([]);
  });

  test('rules that meet are told where only one may match, and rules that never decide', () => {
    const unique = { ...limits, hit: 'unique' as const };
    expect(messages(unique)[1]).toContain('Rules 1 and 2 both match: Discount ≤ 10%');
    const hidden = { ...limits, rules: [{ id: 'r0', when: {}, then: { o1: 'All' } }, ...limits.rules] };
    expect(messages(hidden)).toEqual(
      ['2', '3', '4 · Far beyond'].map(
        (rule) =>
          `Rule ${rule} never decides: the rules before it cover all of it, or its own conditions exclude each other.`,
      ),
    );
  });

  test('a cell that is not understood is told by its path', () => {
    const wrong = { ...limits, rules: [{ id: 'r1', when: { i1: '> limmit' }, then: {} }] };
    const [told] = lowerDecision(projectOf(small(wrong)), 'limits').problems;
    expect(told).toMatchObject({ severity: 'error', at: { design: 'limits', path: 'rules.r1.when.i1' } });
  });
});

describe('in a plan', () => {
  const nodes: SmallPlan['nodes'] = {
    requests: ['table', { table: 'requests' }],
    decided: ['decision', { decision: 'limits' }],
  };

  test('results become columns of the rows', () => {
    const { rows, problems } = runSmall(small(limits, nodes, ['requests > decided']), 'decided');
    // The row that no rule covers is told as well.
    expect(new Set(problems.map((one) => one.code))).toEqual(new Set(['execute.rules-silent']));
    expect(rows.map((row) => row['verdict'])).toEqual(['Granted', 'Granted', 'Manager', null, 'Board']);
  });

  test('an input that is called differently here is asked for, and bound by a formula', () => {
    const other: SmallPlan = {
      ...small(limits, nodes, ['requests > decided']),
      tables: { requests: { columns: { rate: number, region: text }, rows: [{ rate: 0.3, region: 'West' }] } },
    };
    expect(runSmall(other, 'decided').problems.map((one) => sayProblem(one, 'en'))).toEqual([
      '“Limits” asks for “Discount”. Choose which column that is.',
    ]);
    const bound = {
      ...nodes,
      decided: ['decision', { decision: 'limits', inputs: [{ key: 'discount', formula: 'rate / 2' }] }],
    } as const;
    expect(runSmall({ ...other, nodes: bound }, 'decided').rows).toMatchObject([{ verdict: 'Manager' }]);
  });

  test('a decision that is gone or broken is told at the node', () => {
    const gone = { ...nodes, decided: ['decision', { decision: 'nothing' }] } as const;
    const { problems } = runSmall(small(limits, gone, ['requests > decided']), 'decided');
    expect(problems).toMatchObject([{ code: 'compile.unknown-design', at: { node: 'decided', path: 'decision' } }]);
  });
});

test('one output as a single expression, for a branch of a journey', () => {
  const { decision } = lowerDecision(projectOf(small(limits)), 'limits');
  if (!decision) throw new Error('not lowered');
  const bound = bindInputs(decision, (key) =>
    key === 'discount' ? { node: 'column', key: 'asked', type: 'number' } : undefined,
  );
  const expression = outputExpression(bound, 'verdict');
  expect(expression && printFormula(expression)).toBe(
    'IF(asked <= 10%, "Granted", IF(AND(asked <= 20%, OR(region = "West", region = "East")), "Manager", IF(asked > 20%, "Board", "")))',
  );
  expect(outputExpression({ ...decision, hit: 'collect' }, 'verdict')).toBeUndefined();
});
