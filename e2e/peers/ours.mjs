// Saleswright itself, asked the same: the plan composed on the canvas, and the payout of each row as one formula.
import { checkFormula } from '../../src/core/formula/check/check-formula.ts';
import { openRun } from '../../src/core/execute/execution.ts';
import { createEngineMemory } from '../../src/core/execute/memory.ts';
import { drain, runProgram } from '../../src/core/execute/run.ts';
import { planCanvas, stepOfNode, wantedOfPlan } from '../../src/kinds/testing/plan-workload-project.ts';
import { planLoop } from '../../src/headless/bench/plan-loop.ts';

const sumOf = (column) => column.values.reduce((sum, pay) => sum + pay, 0);
const fresh = (frame) => ({
  ...frame,
  columns: new Map([...frame.columns].map(([key, column]) => [key, { ...column }])),
});

export function ourPlan({ frames }) {
  const { program, parameters } = planCanvas();
  let payouts;
  return {
    run() {
      const tables = new Map(Object.entries(frames).map(([key, frame]) => [key, { frame: fresh(frame), stamp: 1 }]));
      const run = openRun(createEngineMemory(), { program, parameters, asOf: 46_204 }, tables);
      drain(runProgram(run));
      for (const [node, key] of wantedOfPlan) {
        const column = drain(run.column(stepOfNode(program, node), key));
        if (node === 'payouts') payouts = column;
      }
    },
    total: () => sumOf(payouts),
    close: () => undefined,
  };
}

const margin = '(amount - cost) / amount';
const formula = `ROUND(MIN(amount * IF(${margin} >= 0.4, 0.085, IF(${margin} >= 0.3, 0.06, IF(${margin} >= 0.2, 0.04, 0.02))) * factor + IF(AND(is_new, OR(product = "Router", product = "Gateway")), 150, 0), 20000), 2)`;

export function ourFormula({ frames, factor }) {
  const given = new Map([...frames.deals.columns, ['factor', { type: 'number', values: factor }]]);
  const columns = [...given].map(([key, column]) => ({ key, type: column.type }));
  const { expression } = checkFormula(formula, { place: 'row', columns, parameters: [], tables: new Map() });
  const origin = { design: 'peers', node: 'pay', kind: 'peers', label: 'pay' };
  const steps = [
    { op: 'read', id: 'deals', origin, columns, source: { from: 'table', table: 'deals' } },
    {
      op: 'extend',
      id: 'pay',
      origin,
      columns: [...columns, { key: 'payout', type: 'number' }],
      input: 'deals',
      made: [{ key: 'payout', expression }],
    },
  ];
  const program = { program: 'table', design: 'peers', parameters: [], steps, answers: {}, output: 'pay' };
  let payouts;
  return {
    run() {
      const frame = fresh({ rowCount: frames.deals.rowCount, columns: given });
      const tables = new Map([['deals', { frame, stamp: 1 }]]);
      payouts = drain(
        openRun(createEngineMemory(), { program, parameters: {}, asOf: 46_204 }, tables).column('pay', 'payout'),
      );
    },
    total: () => sumOf(payouts),
    close: () => undefined,
  };
}

export function loop({ frames }) {
  let answer;
  return { run: () => void (answer = planLoop(frames)), total: () => answer.total, close: () => undefined };
}
