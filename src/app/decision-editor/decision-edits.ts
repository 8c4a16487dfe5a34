/** Edits of a decision table, by what a person does to it. Ids come from the caller: the core has no dice. */
import type { Edit } from '#core/edit/edit.ts';
import type { DecisionDesign, DecisionInput, DecisionOutput } from '#core/project/decision-design.ts';
import { freeKey } from '#core/project/new-key.ts';

export type Side = 'inputs' | 'outputs';
export type AnyColumn = DecisionInput | DecisionOutput;

export function setCell(
  design: DecisionDesign,
  rule: number,
  part: 'when' | 'then',
  column: string,
  text: string,
): readonly Edit[] {
  const path = ['rules', rule, part, column];
  const now = design.rules[rule]?.[part][column];
  if ((now ?? '') === text) return [];
  return [{ op: 'design.set', design: design.id, path, ...(text === '' ? {} : { value: text }) }];
}

export function setRuleName(design: DecisionDesign, rule: number, name: string): readonly Edit[] {
  if ((design.rules[rule]?.label ?? '') === name) return [];
  return [
    { op: 'design.set', design: design.id, path: ['rules', rule, 'label'], ...(name === '' ? {} : { value: name }) },
  ];
}

export function addRule(design: DecisionDesign, id: string): readonly Edit[] {
  const at = design.rules.length;
  return [{ op: 'design.set', design: design.id, path: ['rules', at], value: { id, when: {}, then: {} }, index: at }];
}

export function removeRule(design: DecisionDesign, rule: number): readonly Edit[] {
  return [{ op: 'design.set', design: design.id, path: ['rules', rule] }];
}

export function moveRule(design: DecisionDesign, rule: number, to: number): readonly Edit[] {
  const moved = design.rules[rule];
  if (!moved || to < 0 || to >= design.rules.length) return [];
  return [
    { op: 'design.set', design: design.id, path: ['rules', rule] },
    { op: 'design.set', design: design.id, path: ['rules', to], value: moved, index: to },
  ];
}

/** A column that is in the table it is tried on brings its key, label and type with it. */
export function addColumn(
  design: DecisionDesign,
  side: Side,
  id: string,
  like: Omit<DecisionInput, 'id'>,
): readonly Edit[] {
  const key = freeKey(
    like.key,
    [...design.inputs, ...design.outputs].map((one) => one.key),
    'column',
  );
  const at = design[side].length;
  return [{ op: 'design.set', design: design.id, path: [side, at], value: { ...like, id, key }, index: at }];
}

export function setColumn(
  design: DecisionDesign,
  side: Side,
  column: string,
  patch: Readonly<Record<string, unknown>>,
): readonly Edit[] {
  const index = design[side].findIndex((one) => one.id === column);
  const now = design[side][index];
  if (!now) return [];
  return Object.entries(patch).flatMap(([part, value]): Edit[] => {
    if (JSON.stringify((now as Readonly<Record<string, unknown>>)[part]) === JSON.stringify(value)) return [];
    const path = [side, index, part];
    return [{ op: 'design.set', design: design.id, path, ...(value === undefined ? {} : { value }) }];
  });
}

/** The column goes with its cells. */
export function removeColumn(design: DecisionDesign, side: Side, column: string): readonly Edit[] {
  const index = design[side].findIndex((one) => one.id === column);
  if (index < 0) return [];
  const part = side === 'inputs' ? 'when' : 'then';
  const cells = design.rules.flatMap((rule, at): Edit[] =>
    rule[part][column] === undefined
      ? []
      : [{ op: 'design.set', design: design.id, path: ['rules', at, part, column] }],
  );
  const tried: readonly Edit[] =
    design.tryOn?.inputs[column] === undefined
      ? []
      : [{ op: 'design.set', design: design.id, path: ['tryOn', 'inputs', column] }];
  return [...cells, ...tried, { op: 'design.set', design: design.id, path: [side, index] }];
}

export function tryOn(design: DecisionDesign, table: string | undefined): readonly Edit[] {
  const path = ['tryOn'];
  if (table === undefined) return design.tryOn ? [{ op: 'design.set', design: design.id, path }] : [];
  if (design.tryOn?.table === table) return [];
  return [{ op: 'design.set', design: design.id, path, value: { table, inputs: design.tryOn?.inputs ?? {} } }];
}
