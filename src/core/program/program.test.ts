import { describe, expect, test } from 'vitest';
import type { FlowProgram } from './flow-program.ts';
import type { FormNode, FormProgram } from './form-program.ts';
import type { Program } from './program.ts';
import { commissionPlan } from './fixtures/commission-plan.ts';
import { discountApproval } from './fixtures/discount-approval.ts';
import { leadScore } from './fixtures/lead-score.ts';
import { repScorecard } from './fixtures/rep-scorecard.ts';
import { visitReport } from './fixtures/visit-report.ts';
import { welcomeJourney } from './fixtures/welcome-journey.ts';
import { expressionsOf } from './table-ops.ts';
import { walkExpression, wiringFaults } from './wiring.ts';

const designs = { commissionPlan, repScorecard, visitReport, welcomeJourney, leadScore, discountApproval };
const tables = [commissionPlan, repScorecard, leadScore];
const flows: FlowProgram[] = [welcomeJourney, discountApproval];

describe('the vocabulary carries six designs of different kinds', () => {
  test('every program survives JSON and structuredClone unchanged', () => {
    for (const program of Object.values(designs) as Program[]) {
      expect(JSON.parse(JSON.stringify(program))).toEqual(program);
      expect(structuredClone(program)).toEqual(program);
    }
  });

  test('the three table programs are wired: every step, column and parameter they name exists', () => {
    for (const program of tables) expect(wiringFaults(program)).toEqual([]);
  });

  test('a step that reads what is not made, or names what is not there, is found', () => {
    const broken = {
      ...commissionPlan,
      parameters: [],
      steps: commissionPlan.steps.filter((step) => step.id !== 'splits'),
    };
    expect(wiringFaults(broken)).toEqual([
      'credit~1: reads splits, which is not made before it',
      'payout: names parameter cap',
    ]);
  });

  test('every table operation of the vocabulary is used by a design', () => {
    const used = new Set(tables.flatMap((program) => program.steps.map((step) => step.op)));
    expect([...used].sort()).toEqual(
      'allocate ancestors bands choose cluster decide explode extend filter group join limit lookup read scan select sort spine union unpivot window'.split(
        ' ',
      ),
    );
  });

  test('every flow node and form node of the vocabulary is used by a design', () => {
    expect([...new Set(flows.flatMap((flow) => Object.values(flow.nodes).map((node) => node.node)))].sort()).toEqual(
      'act approve branch call entry exit fork join mark release reserve set split wait'.split(' '),
    );
    expect([...new Set(formNodes(visitReport).map((node) => node.node))].sort()).toEqual(
      'action content group repeat value'.split(' '),
    );
  });

  test('every port of a flow leads to a node', () => {
    for (const flow of flows)
      for (const node of Object.values(flow.nodes))
        for (const target of Object.values(node.ports))
          expect(flow.nodes[target], `${node.key} → ${target}`).toBeDefined();
  });

  test('a fold reads the state before the row, and only a scan does', () => {
    const folds = tables
      .flatMap((program) => program.steps)
      .filter((step) =>
        expressionsOf(step).some((one) => [...walkExpression(one)].some((part) => part.node === 'prior')),
      );
    expect(folds.map((step) => step.op)).toEqual(['scan']);
  });
});

function formNodes(form: FormProgram): FormNode[] {
  const below = (node: FormNode): FormNode[] => ['children' in node ? node.children.flatMap(below) : [], node].flat();
  return form.root.flatMap(below);
}
