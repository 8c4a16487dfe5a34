import type { FlowProgram } from './flow-program.ts';

export type QuietHours = NonNullable<FlowProgram['header']['quietHours']>;

/** Quiet without end: nothing could ever be sent. */
export function neverLoud(quiet: Pick<QuietHours, 'from' | 'to' | 'days'>): boolean {
  return quiet.from === quiet.to && [1, 2, 3, 4, 5, 6, 7].every((day) => quiet.days.includes(day));
}
