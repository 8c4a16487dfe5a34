/**
 * A decision design as conditions and outputs over its own inputs, checked. Plans (`decision` nodes), journeys (a branch, a variable: see
 * `outputExpression` of `contracts/lowered-decision.ts`) and the decision's own run share it.
 */
import { columnTypeOf } from '../contracts/column-type.ts';
import type { LoweredDecision } from '../contracts/lowered-decision.ts';
import type { ColumnInfo } from '../data/schema.ts';
import { checkFormula } from '../formula/check/check-formula.ts';
import type { Expression } from '../formula/expression.ts';
import { problem, type Place, type Problem } from '../problem/problem.ts';
import type { DecisionDesign, DecisionInput, DecisionOutput } from '../project/decision-design.ts';
import { isDecision, type Project } from '../project/project.ts';
import { columnOfParameter, tablesOf } from './columns-of.ts';
import { conditionText, resultText } from './decision-cells.ts';

export interface DecisionLowering {
  /** Absent where the design is no decision or a cell of it is not understood. */
  readonly decision?: LoweredDecision;
  /** `at.path` names the cell: `rules.<rule id>.when.<input id>`. */
  readonly problems: readonly Problem[];
}

export function lowerDecision(project: Project, designId: string): DecisionLowering {
  const design = project.designs.find((one) => one.id === designId);
  if (!design) return { problems: [problem('compile.unknown-design', { design: designId })] };
  if (!isDecision(design))
    return { problems: [problem('compile.not-a-decision', { design: design.name }, { design: designId })] };
  const problems: Problem[] = [];
  const at = (path: string): Place => ({ design: design.id, path });
  const inputs = design.inputs.map(columnOf);
  const scope = {
    place: 'row' as const,
    columns: inputs,
    parameters: project.parameters.map(columnOfParameter),
    tables: tablesOf(project),
  };
  const check = (text: string, path: string): Expression | undefined => {
    const checked = checkFormula(text, scope);
    for (const one of checked.problems) {
      // The cell is shorter than the formula made of it: a place in one is none in the other.
      const { span: _, ...where } = one.at;
      if (one.severity === 'error') problems.push(withoutFix({ ...one, at: { ...where, ...at(path) } }));
    }
    return checked.expression;
  };
  const result = (cell: string | undefined, output: DecisionOutput, path: string): Expression | undefined => {
    const text = resultText(cell ?? '', output);
    return text === null ? blankOf(output) : check(text, path);
  };
  for (const [list, path] of [
    [design.inputs, 'inputs'],
    [design.outputs, 'outputs'],
  ] as const)
    problems.push(...doubledKeys(list, design, path));
  if (design.outputs.length === 0)
    problems.push(problem('compile.decision-without-output', { decision: design.name }, at('outputs')));

  const rules = design.rules.map((rule, index) => ({
    label: rule.label === undefined ? String(index + 1) : `${index + 1} · ${rule.label}`,
    when: design.inputs.map((input) => {
      const text = conditionText(rule.when[input.id] ?? '', input);
      return text === null ? null : check(text, `rules.${rule.id}.when.${input.id}`);
    }),
    then: design.outputs.map((output) => result(rule.then[output.id], output, `rules.${rule.id}.then.${output.id}`)),
  }));
  const out = design.outputs.map((output) => ({
    key: output.key,
    otherwise:
      output.otherwise === undefined ? null : result(output.otherwise, output, `outputs.${output.id}.otherwise`),
    collect: output.collect,
  }));
  if (problems.some((one) => one.severity === 'error')) return { problems };
  return {
    problems,
    decision: {
      id: design.id,
      name: design.name,
      hit: design.hit,
      inputs,
      outputs: design.outputs.map((output) => outputColumn(output, design.hit)),
      rules: rules.map(({ label, when, then }) => ({
        label,
        when: when.map((one) => one ?? null),
        then: then.map((one, i) => one ?? blankOf(design.outputs[i])),
      })),
      out: out.map(({ key, otherwise, collect }) => ({
        key,
        ...(otherwise ? { otherwise } : {}),
        ...(collect && design.hit === 'collect' ? { collect } : {}),
      })),
    },
  };
}

function columnOf({ key, label, type, format }: DecisionInput): ColumnInfo {
  return { key, type, label, ...(format ? { format } : {}) };
}

/** What several matches become has a type of its own. */
function outputColumn(output: DecisionOutput, hit: DecisionDesign['hit']): ColumnInfo {
  const column = columnOf(output);
  if (hit !== 'collect') return column;
  if (output.collect === undefined || output.collect === 'list')
    return { key: column.key, label: output.label, type: 'text' };
  if (output.collect === 'count') return { key: column.key, label: output.label, type: 'number' };
  return column;
}

function blankOf(output: Pick<DecisionOutput, 'format'> | undefined): Expression {
  return { node: 'literal', value: null, type: 'blank', ...(output?.format ? { format: output.format } : {}) };
}

function doubledKeys(
  list: readonly { readonly id: string; readonly key: string }[],
  design: DecisionDesign,
  path: string,
): readonly Problem[] {
  return list.flatMap((one, index) =>
    list.findIndex((other) => other.key === one.key) < index
      ? [problem('compile.decision-doubled', { key: one.key }, { design: design.id, path: `${path}.${one.id}` })]
      : [],
  );
}

function withoutFix(one: Problem): Problem {
  const { fix: _, ...rest } = one;
  return rest as Problem;
}

/** Whether what a formula gives can stand where an input of this type is asked for. */
export function fitsInput(expression: Expression, input: ColumnInfo): boolean {
  const type = columnTypeOf(expression);
  return type === 'mixed' || type === input.type || expression.type === 'blank';
}
