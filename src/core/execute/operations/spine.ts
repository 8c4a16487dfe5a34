/** Every entity in every period, so that empty periods exist: entities in order of first appearance, each with all periods in order. */
import { printIsoDate } from '../../calendar/iso-text.ts';
import { periodsBetween, type Period } from '../../calendar/fiscal.ts';
import type { Column } from '../../data/column.ts';
import type { Value } from '../../data/value.ts';
import { problem } from '../../problem/problem.ts';
import type { SpineStep } from '../../program/table-program.ts';
import { rowCodes } from '../key-codes.ts';
import { keptValue } from '../kept-value.ts';
import { gather } from '../make-column.ts';
import { namedCells, sayNamed } from '../named-cells.ts';
import type { Explanation, Operation, OperationContext, Rows, Work } from '../operation.ts';
import { sayValue } from '../say-value.ts';

/** Row `i` stands for entity `i / periods` and period `i % periods` (whole parts). */
export interface Spine {
  /** The first row of each entity in the entities' table. */
  readonly entities: Int32Array;
  readonly periods: number;
  /** Of a calendar; null where the periods are rows of a step. */
  readonly calendar: readonly Period[] | null;
}

/** More rows than this are a slip of the dates, not a plan. */
const MOST_ROWS = 20_000_000;
const DAYS_AT_MOST = 400_000;

export const spine: Operation<SpineStep, Spine> = {
  *rows(step, context) {
    const entities = yield* firstRows(step, context);
    const calendar = step.periods.of === 'calendar' ? yield* calendarPeriods(step, step.periods, context) : null;
    const periods = calendar
      ? calendar.length
      : step.periods.of === 'step'
        ? (yield* context.rows(step.periods.step)).count
        : 0;
    const count = entities.length * periods;
    if (count > MOST_ROWS) {
      const params = { rows: count, limit: MOST_ROWS };
      context.report(problem('execute.too-many-periods', params, placeOf(step)));
      return { count: 0, state: { entities, periods: 0, calendar: calendar && [] } };
    }
    return { count, state: { entities, periods, calendar } };
  },
  *column(step, key, rows, context) {
    const { entities, periods, calendar } = rows.state;
    if (calendar && step.period) {
      const { name, from, to } = step.period;
      if (key === name) return named(calendar, rows.count);
      if (key === from) return dates(calendar, rows.count, (period) => period.from);
      if (key === to) return dates(calendar, rows.count, (period) => period.to);
    }
    const taken = step.periods.of === 'step' ? step.periods.take.find((one) => one.key === key) : undefined;
    const places = Int32Array.from({ length: rows.count }, (_, i) =>
      taken ? i % periods : (entities[Math.floor(i / periods)] as number),
    );
    if (taken && step.periods.of === 'step')
      return gather(yield* context.column(step.periods.step, taken.from), places);
    return gather(yield* context.column(step.entities, key), places);
  },
  // eslint-disable-next-line require-yield -- places are counted
  *lineage(step, row, rows) {
    const { entities, periods } = rows.state;
    const entity = { step: step.entities, rows: [entities[Math.floor(row / periods)] as number] };
    return step.periods.of === 'step' ? [entity, { step: step.periods.step, rows: [row % periods] }] : [entity];
  },
  explain,
};

function* firstRows(step: SpineStep, context: OperationContext): Work<Int32Array> {
  const { count } = yield* context.rows(step.entities);
  const by: Column[] = [];
  for (const key of step.by) by.push(yield* context.column(step.entities, key));
  const { codes, count: distinct } = rowCodes(by, count);
  const first = new Int32Array(distinct);
  for (let row = count - 1; row >= 0; row--) first[codes[row] as number] = row;
  return first;
}

type CalendarPeriods = Extract<SpineStep['periods'], { of: 'calendar' }>;

function* calendarPeriods(
  step: SpineStep,
  periods: CalendarPeriods,
  context: OperationContext,
): Work<readonly Period[]> {
  const from = yield* context.scalar(step, periods.from);
  const to = yield* context.scalar(step, periods.to);
  const valid = typeof from === 'number' && typeof to === 'number' && from < to && to - from <= DAYS_AT_MOST;
  if (valid) return periodsBetween(from, to, periods.grain, periods.firstMonth ?? 1);
  context.report(problem('execute.bad-periods', { from: sayDate(from), to: sayDate(to) }, placeOf(step)));
  return [];
}

function placeOf(step: SpineStep) {
  return { design: step.origin.design, node: step.origin.node };
}

function sayDate(value: Value): string {
  return typeof value === 'number' ? printIsoDate(value) : sayValue(value, { type: 'date' }, 'en');
}

function named(calendar: readonly Period[], count: number): Column {
  const codes = Int32Array.from({ length: count }, (_, i) => i % calendar.length);
  return { type: 'text', codes, dictionary: calendar.map((period) => period.name) };
}

function dates(calendar: readonly Period[], count: number, day: (period: Period) => number): Column {
  const days = Float64Array.from(calendar, day);
  return { type: 'date', values: Float64Array.from({ length: count }, (_, i) => days[i % days.length] as number) };
}

function* explain(
  step: SpineStep,
  key: string,
  row: number,
  rows: Rows<Spine>,
  context: OperationContext,
): Work<Explanation> {
  const { entities, periods, calendar } = rows.state;
  const entity = entities[Math.floor(row / periods)] as number;
  if (step.by.includes(key)) return yield* keptValue(context, step.entities, key, entity);
  const taken = step.periods.of === 'step' ? step.periods.take.find((one) => one.key === key) : undefined;
  if (taken && step.periods.of === 'step') {
    return yield* keptValue(context, step.periods.step, taken.from, row % periods);
  }
  const inputs = yield* namedCells(context, step.entities, step.by, entity);
  const period = calendar?.[row % periods]?.name ?? '';
  const said = (language: 'en' | 'zh-CN') => inputs.map((one) => sayNamed(one, language)).join(', ');
  return {
    how: { by: 'spine' },
    formula: '',
    substituted: '',
    inputs,
    rows: [{ step: step.entities, rows: [entity], total: 1 }],
    sentence: {
      en: `one row for ${said('en')} in ${period}, whether anything happened then or not`,
      'zh-CN': `${said('zh-CN')} 在 ${period} 的一行，无论该期间是否有数据`,
    },
  };
}
