/** When a journey is tried, and with which dice: what its header says, the rest by rule. */
import { parseIsoDate } from '../calendar/iso-text.ts';
import type { JourneyDesign } from '../project/project.ts';

/** Days that are simulated where no end is given. */
export const usualDays = 60;

export interface SimulationSpan {
  readonly seed: number;
  /** Serial days: the first instant, and the one before which it ends; the last day named is simulated whole. */
  readonly from: number;
  readonly until: number;
}

/** `today`: serial days, the first day where the journey names none. */
export function simulationSpan(journey: JourneyDesign, today: number): SimulationSpan {
  const { seed, from: first, until: last } = journey.header.simulation;
  const from = (first === undefined ? undefined : parseIsoDate(first)) ?? today;
  const named = last === undefined ? undefined : parseIsoDate(last);
  return { seed, from, until: named === undefined ? from + usualDays : Math.max(from, named + 1) };
}
