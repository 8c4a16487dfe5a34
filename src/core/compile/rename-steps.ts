/** Gives steps their final names: while a node lowers, nobody knows yet which of its steps is the answer. */
import type { StepId, TableStep } from '../program/table-program.ts';

export function renameStep(step: TableStep, names: ReadonlyMap<StepId, StepId>): TableStep {
  const name = (id: StepId) => names.get(id) ?? id;
  const id = name(step.id);
  const tables = step.tables
    ? { tables: Object.fromEntries(Object.entries(step.tables).map(([key, table]) => [key, name(table)])) }
    : {};
  switch (step.op) {
    case 'read':
      return { ...step, id, ...tables };
    case 'join':
      return { ...step, id, ...tables, left: name(step.left), right: name(step.right) };
    case 'lookup':
      return { ...step, id, ...tables, input: name(step.input), table: name(step.table) };
    case 'union':
      return { ...step, id, ...tables, inputs: step.inputs.map(name) };
    case 'spine': {
      const { periods } = step;
      const renamed = periods.of === 'step' ? { ...periods, step: name(periods.step) } : periods;
      return { ...step, id, ...tables, entities: name(step.entities), periods: renamed };
    }
    default:
      return { ...step, id, ...tables, input: name(step.input) };
  }
}
