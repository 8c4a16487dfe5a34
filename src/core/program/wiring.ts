/** Faults in a table program's own wiring: never the user's mistake, always ours, so they are plain words for a test or an assertion. */
import type { Expression } from '../formula/expression.ts';
import { expressionsOf, inputsOf } from './table-ops.ts';
import type { StepId, TableProgram, TableStep } from './table-program.ts';

/** Every node of an expression tree, parents first. */
export function* walkExpression(expression: Expression): Generator<Expression> {
  yield expression;
  switch (expression.node) {
    case 'let':
      yield* walkExpression(expression.value);
      yield* walkExpression(expression.body);
      return;
    case 'unary':
      yield* walkExpression(expression.operand);
      return;
    case 'binary':
      yield* walkExpression(expression.left);
      yield* walkExpression(expression.right);
      return;
    case 'call':
      for (const arg of expression.args) yield* walkExpression(arg);
      return;
    case 'literal':
    case 'array':
    case 'column':
    case 'whole':
    case 'table':
    case 'parameter':
    case 'prior':
    case 'local':
    case 'missing':
      return;
  }
}

/** Empty where every step reads earlier steps, every name is a column or parameter that exists, and every answer is a step. */
export function wiringFaults(program: TableProgram): readonly string[] {
  const faults: string[] = [];
  const seen = new Map<StepId, TableStep>();
  const parameters = new Set(program.parameters.map((one) => one.key));
  for (const step of program.steps) {
    if (seen.has(step.id)) faults.push(`${step.id}: made twice`);
    for (const input of inputsOf(step))
      if (!seen.has(input)) faults.push(`${step.id}: reads ${input}, which is not made before it`);
    const names = namesInReach(step, seen);
    for (const expression of expressionsOf(step))
      for (const part of walkExpression(expression)) {
        if (part.node === 'column' && !names.has(part.key)) faults.push(`${step.id}: names column ${part.key}`);
        if (part.node === 'parameter' && !parameters.has(part.key))
          faults.push(`${step.id}: names parameter ${part.key}`);
        if ((part.node === 'whole' || part.node === 'table') && !step.tables?.[part.table])
          faults.push(`${step.id}: names table ${part.table}`);
      }
    seen.set(step.id, step);
  }
  for (const [node, answer] of Object.entries(program.answers))
    for (const [port, step] of Object.entries(answer.ports))
      if (!seen.has(step)) faults.push(`${node}.${port}: answers with ${step}`);
  return faults;
}

function namesInReach(step: TableStep, seen: ReadonlyMap<StepId, TableStep>): ReadonlySet<string> {
  const names = new Set(
    inputsOf(step).flatMap((input) => (seen.get(input)?.columns ?? []).map((column) => column.key)),
  );
  if ('made' in step) for (const made of step.made) names.add(made.key);
  return names;
}
