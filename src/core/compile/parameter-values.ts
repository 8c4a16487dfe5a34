/** The values that a run gives the project's parameters. */
import { parseIsoDate } from '../calendar/iso-text.ts';
import type { Value } from '../data/value.ts';
import type { Parameter, Project } from '../project/project.ts';

/** Dates stand in the document as ISO text; a run has them as serial days. */
export function parameterValues(project: Project): Readonly<Record<string, Value>> {
  return Object.fromEntries(project.parameters.map((one) => [one.key, parameterValue(one.type, one.value)]));
}

export function parameterValue(type: Parameter['type'], value: Parameter['value']): Value {
  return type === 'date' && typeof value === 'string' ? (parseIsoDate(value) ?? null) : value;
}
