import type { Value } from '#core/data/value.ts';
import { parseIsoDate } from '#core/calendar/iso-text.ts';
import type { Project } from '#core/project/project.ts';

/** A run's parameter values by key: the saved ones, with those being tried over them. Dates are stored as ISO text and run as serial days. */
export function parameterValues(
  project: Project,
  preview: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    project.parameters.map((one) => {
      const value = preview[one.key] ?? one.value;
      return [one.key, one.type === 'date' && typeof value === 'string' ? (parseIsoDate(value) ?? null) : value];
    }),
  );
}
