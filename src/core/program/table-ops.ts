/** Walks over steps that every consumer needs, exhaustive over the vocabulary. */
import type { Expression } from '../formula/expression.ts';
import type { StepId, TableStep } from './table-program.ts';

/** The steps a step reads directly, its formulas' tables included, in a stable order. */
export function inputsOf(step: TableStep): readonly StepId[] {
  const own = ((): readonly StepId[] => {
    switch (step.op) {
      case 'read':
        return [];
      case 'join':
        return [step.left, step.right];
      case 'lookup':
        return [step.input, step.table];
      case 'union':
        return step.inputs;
      case 'spine':
        return step.periods.of === 'step' ? [step.entities, step.periods.step] : [step.entities];
      default:
        return [step.input];
    }
  })();
  return step.tables ? [...own, ...Object.values(step.tables)] : own;
}

/** The expressions of a step, each once, in a stable order. */
export function expressionsOf(step: TableStep): readonly Expression[] {
  const given = (...list: readonly (Expression | undefined | null)[]) =>
    list.filter((one): one is Expression => one != null);
  switch (step.op) {
    case 'filter':
      return [step.where];
    case 'extend':
    case 'group':
    case 'window':
      return step.made.map((made) => made.expression);
    case 'scan':
      return [...step.initial, ...step.made].map((made) => made.expression);
    case 'spine':
      return step.periods.of === 'calendar' ? [step.periods.from, step.periods.to] : [];
    case 'bands':
      return [
        ...given(step.value, step.scale, step.opening),
        ...(step.pays.on === 'amount' ? [step.pays.amount] : step.pays.on === 'target' ? [step.pays.target] : []),
        ...step.bands.flatMap((band) => given(band.from, band.rate, band.amount)),
      ];
    case 'decide':
      return [
        ...step.rules.flatMap((rule) => [...given(...rule.when), ...rule.then]),
        ...given(...step.out.map((one) => one.otherwise)),
      ];
    case 'allocate':
      return [step.amount, step.weight];
    case 'limit':
      return [step.count];
    case 'choose':
      return [...step.where, step.objective, step.count];
    case 'read':
    case 'select':
    case 'join':
    case 'lookup':
    case 'ancestors':
    case 'explode':
    case 'unpivot':
    case 'union':
    case 'sort':
    case 'cluster':
      return [];
  }
}
