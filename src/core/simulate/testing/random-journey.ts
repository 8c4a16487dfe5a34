/** Random journeys over random customers, for property tests: loops only through waits, so that none goes round for ever. */
import fc from 'fast-check';
import type { JourneyHeader } from '#core/project/journey-header.ts';
import type { SmallJourney } from '#kinds/testing/small-journey.ts';
import { id, number, text } from '#kinds/testing/small-plan.ts';

const two = (n: number) => String(n).padStart(2, '0');
const instant = fc
  .record({ day: fc.integer({ min: 1, max: 28 }), hour: fc.integer({ min: 0, max: 23 }), half: fc.boolean() })
  .map(({ day, hour, half }) => `2026-07-${two(day)}T${two(hour)}:${half ? '30' : '00'}:00`);
const blankOr = <T>(one: fc.Arbitrary<T>) => fc.option(one, { freq: 4 });

const customer = fc.record({
  seats: blankOr(fc.integer({ min: 0, max: 9 })),
  consent: fc.boolean(),
  signed: blankOr(instant),
  bought: fc.option(instant, { freq: 1 }),
});

const condition = fc.constantFrom(
  'seats >= 5',
  'seats = 3',
  'TODAY() >= signed + 2',
  'consent',
  '10 / seats > 2',
  'bought <= NOW()',
);
const clock = fc.constantFrom('00:00', '08:00', '09:30', '21:00');

type Step = readonly [kind: string, props: Readonly<Record<string, unknown>>];
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(
    fc.constant('wait'),
    fc
      .record({
        unit: fc.constantFrom('hours', 'days', 'weeks'),
        amount: fc.integer({ min: 1, max: 9 }),
        at: fc.constantFrom('', '09:00', '00:00'),
      })
      .map(({ at, ...rest }) => (at === '' || rest.unit === 'hours' ? rest : { ...rest, at })),
  ),
  fc.tuple(fc.constant('branch'), fc.record({ when: condition })),
  fc.tuple(fc.constant('split'), fc.record({ share: fc.constantFrom(0, 0.2, 0.5, 1), sticky: fc.boolean() })),
  fc.tuple(fc.constant('email'), fc.record({ consent: fc.constantFrom('', 'consent') })),
  fc.tuple(fc.constant('call'), fc.constant({})),
  fc.tuple(fc.constant('goal'), fc.record({ goal: fc.constantFrom('won', 'seen') })),
);
const portsOf: Readonly<Record<string, readonly string[]>> = {
  entry: ['out'],
  wait: ['out'],
  branch: ['yes', 'else'],
  split: ['a', 'b'],
  email: ['out', 'refused'],
  call: ['out'],
  goal: ['out'],
  exit: [],
};

const header = fc.record({
  reentry: fc.constantFrom(
    { mode: 'never' as const },
    { mode: 'after-exit' as const },
    { mode: 'after-period' as const, days: 12 },
    { mode: 'always' as const, most: 2 },
  ),
  holdout: fc.constantFrom(undefined, { percent: 30, sticky: true }, { percent: 50, sticky: false }),
  goals: fc.subarray([
    { key: 'bought', at: 'bought', exits: true },
    { key: 'looked', at: 'signed + 3', exits: false, days: 2 },
    { key: 'big', when: 'seats >= 8', exits: true },
  ]),
  quietHours: fc.option(
    fc
      .record({
        from: clock,
        to: clock,
        days: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
        policy: fc.constantFrom('defer' as const, 'skip' as const),
      })
      .filter((one) => one.from !== one.to),
    { nil: undefined },
  ),
  frequencyCaps: fc.constantFrom<JourneyHeader['frequencyCaps'][]>(
    [],
    [{ channel: 'email', most: 1, days: 3, policy: 'defer' as const }],
    [{ channel: 'email', most: 2, days: 5, policy: 'skip' as const }],
    [{ channel: 'email', most: 1, days: 2, policy: 'path' as const }],
  ),
});

export const randomJourney: fc.Arbitrary<SmallJourney> = fc
  .record({
    customers: fc.array(customer, { minLength: 1, maxLength: 8 }),
    steps: fc.array(step, { minLength: 1, maxLength: 7 }),
    where: fc.constantFrom('', 'seats > 1'),
    at: fc.constantFrom('', 'signed'),
    every: fc.constantFrom(undefined, 7, 15),
    targets: fc.array(fc.nat(99), { minLength: 16, maxLength: 16 }),
    open: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 16, maxLength: 16 }),
    header,
  })
  .map(({ customers, steps, where, at, every, targets, open, header: given }): SmallJourney => {
    const keys = ['s0', ...steps.map((_, i) => `s${i + 1}`), `s${steps.length + 1}`];
    const all: readonly Step[] = [
      ['entry', { where, at, ...(every === undefined ? {} : { every }) }],
      ...steps,
      ['exit', {}],
    ];
    let next = 0;
    const edges = all.flatMap(([kind], from) =>
      (portsOf[kind] ?? []).flatMap((port) => {
        const pick = targets[next % targets.length] ?? 0;
        const loose = open[next++ % open.length] === 0;
        if (loose) return [];
        // Forward only, but for what has waited: that may go anywhere behind the entry.
        const low = kind === 'wait' ? 1 : from + 1;
        return [`${keys[from]}.${port} > ${keys[low + (pick % (keys.length - low))]}`];
      }),
    );
    const { holdout, quietHours, ...rest } = given;
    return {
      customers: {
        columns: {
          customer: id,
          seats: number,
          consent: { type: 'boolean' },
          signed: { type: 'datetime' },
          bought: { type: 'datetime' },
          note: text,
        },
        rows: customers.map((one, i) => ({ customer: `C${i + 1}`, note: null, ...one })),
      },
      header: { ...rest, ...(holdout ? { holdout } : {}), ...(quietHours ? { quietHours } : {}) },
      nodes: Object.fromEntries(all.map((one, i) => [keys[i] ?? '', one])),
      edges,
    };
  });
