/** What a formula of a node may name: the columns that reach it, the project's parameters, every table. */
import type { CompiledNode } from '#core/compile/compiled.ts';
import type { InspectorField } from '#core/contracts/node-kind.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import type { FormulaPlace, Scope } from '#core/formula/scope.ts';
import type { Parameter, Project } from '#core/project/project.ts';
import { columnsFrom } from './node-editing.ts';

export function parameterInfo(parameter: Parameter): ColumnInfo {
  const { key, label, type, format } = parameter;
  return { key, type, label, ...(format ? { format } : {}) };
}

export interface ScopeSource {
  readonly project: Project;
  readonly compiled: CompiledNode | undefined;
  readonly tables: ReadonlyMap<string, readonly ColumnInfo[]>;
  readonly props: Readonly<Record<string, unknown>>;
  readonly fields: readonly InspectorField[];
}

/** `earlier`: keys made before this formula in the same list; it may name them too. */
export function formulaScope(
  source: ScopeSource,
  where: { readonly from?: string; readonly place: FormulaPlace },
  earlier: readonly string[] = [],
): Scope {
  const { project, compiled, tables } = source;
  const inputs = where.place === 'scalar' || where.from === undefined ? [] : columnsFrom(compiled, where.from);
  const made = Object.values(compiled?.outputs ?? {}).flatMap((shape) => shape.columns);
  const before = earlier
    .filter((key) => key !== '' && !inputs.some((one) => one.key === key))
    .map((key): ColumnInfo => made.find((one) => one.key === key) ?? { key, type: 'mixed' });
  return {
    place: where.place,
    columns: [...inputs, ...before],
    parameters: project.parameters.map(parameterInfo),
    tables,
    ...(where.place === 'group' ? { groupKeys: groupKeys(source) } : {}),
  };
}

/** In the group place the keys are whatever lists of columns the node has. */
function groupKeys({ fields, props }: ScopeSource): readonly string[] {
  return fields.flatMap((field) => {
    const value = field.control === 'columns' ? props[field.prop] : undefined;
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  });
}
