/** A journey's header in the closed vocabulary: its formulas checked, its days as durations. */
import { problem, type Problem } from '../problem/problem.ts';
import type { Criterion, FlowProgram } from '../program/flow-program.ts';
import type { JourneyDesign } from '../project/project.ts';
import { neverLoud } from '../program/quiet-hours.ts';
import type { CheckText } from './compile-journey.ts';

export function flowHeader(journey: JourneyDesign, check: CheckText, problems: Problem[]): FlowProgram['header'] {
  const { header, id: design } = journey;
  const days = (count: number) => ({ calendar: { days: count } });
  const criterion = (
    one: { readonly key: string; readonly when?: string; readonly at?: string },
    path: string,
  ): Criterion | undefined => {
    const given = (part: 'when' | 'at') => {
      const text = one[part] ?? '';
      return text.trim() === '' ? undefined : { text, made: check(text, { design, path: `${path}.${part}` }) };
    };
    const [when, at] = [given('when'), given('at')];
    if (!when && !at) problems.push(problem('compile.empty-criterion', { name: one.key }, { design, path }));
    if ((!when && !at) || (when && !when.made) || (at && !at.made)) return undefined;
    return { key: one.key, ...(when?.made ? { when: when.made } : {}), ...(at?.made ? { at: at.made } : {}) };
  };
  const { quietHours, holdout } = header;
  if (quietHours && neverLoud(quietHours))
    problems.push(problem('compile.never-loud', { journey: journey.name }, { design, path: 'header.quietHours' }));
  return {
    variables: header.variables.map(({ key, type, initial }, index) => {
      const text = (initial ?? '').trim();
      const made = text === '' ? undefined : check(text, { design, path: `header.variables.${index}.initial` });
      return { key, type, ...(made ? { initial: made } : {}) };
    }),
    reentry: {
      mode: header.reentry.mode,
      ...(header.reentry.days === undefined ? {} : { period: days(header.reentry.days) }),
      ...(header.reentry.most === undefined ? {} : { most: header.reentry.most }),
    },
    holdout: holdout ?? null,
    exits: header.exits.flatMap(({ then, ...one }, index) => {
      const path = `header.exits.${index}`;
      const made = criterion(one, path);
      const known = then === undefined || Object.hasOwn(journey.nodes, then);
      if (!known)
        problems.push(problem('compile.exit-nowhere', { exit: one.key, step: then }, { design, path: `${path}.then` }));
      return made ? [{ ...made, ...(then === undefined || !known ? {} : { then }) }] : [];
    }),
    goals: header.goals.flatMap(({ days: within, exits, ...one }, index) => {
      const made = criterion(one, `header.goals.${index}`);
      return made ? [{ ...made, exits, ...(within === undefined ? {} : { window: days(within) }) }] : [];
    }),
    quietHours: quietHours && !neverLoud(quietHours) ? quietHours : null,
    frequencyCaps: header.frequencyCaps.map(({ days: per, ...cap }) => ({ ...cap, per: days(per) })),
  };
}
