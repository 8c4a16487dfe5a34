import { waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { openPlan } from '../inspector/testing/open-plan.tsx';
import { createSession, type Session } from './session.ts';

const openSmallSession = async () => (await openPlan()).session;
const label = { en: 'Change', 'zh-CN': '更改' };
const paid = (session: Session) => session.state.getState().runs['plan']?.current?.result.answers['payout']?.value;
const before = (session: Session) => session.state.getState().runs['plan']?.before?.result.answers['payout']?.value;

/** 2 % below 80 % of a quota of 100,000, 3 % above it; from 100 % the top rate on everything: 50, 85, 95, 99, 110 and 130 thousand. */
const lower = 1000 + 1750 + 2050 + 2170;
const at = (rate: number) => lower + 240_000 * rate;

describe('an open project', () => {
  test('is compiled and run at once, to the cent', async () => {
    const session = await openSmallSession();
    await waitFor(() => expect(paid(session)).toBe(at(0.04)));
    session.dispose();
  });

  test('a value that is tried is measured against the saved one, and saved only when kept', async () => {
    const session = await openSmallSession();
    await waitFor(() => expect(paid(session)).toBe(at(0.04)));
    session.setPreview('top_rate', 0.05);
    await waitFor(() => expect([before(session), paid(session)]).toEqual([at(0.04), at(0.05)]));
    expect(session.stored.project.parameters[0]?.value).toBe(0.04);
    session.setPreview('top_rate', undefined);
    await waitFor(() => expect([before(session), paid(session)]).toEqual([undefined, at(0.04)]));
    session.setPreview('top_rate', 0.06);
    session.keepPreview(label);
    await waitFor(() => expect(paid(session)).toBe(at(0.06)));
    expect(session.stored.project.parameters[0]?.value).toBe(0.06);
    session.dispose();
  });

  test('an edit shows the difference to the answer before it, and undo takes it back', async () => {
    const session = await openSmallSession();
    await waitFor(() => expect(paid(session)).toBe(at(0.04)));
    expect(session.edit([{ op: 'parameter.set', parameter: 'p1', patch: { value: 0.1 } }], label)).toBe(true);
    await waitFor(() => expect([before(session), paid(session)]).toEqual([at(0.04), at(0.1)]));
    session.undo();
    await waitFor(() => expect(paid(session)).toBe(at(0.04)));
    session.dispose();
  });

  test('signs of life of a run draw nothing but themselves, and a short run gives none', async () => {
    const plan = await openPlan();
    const { stored, engine } = plan.session;
    plan.session.dispose();
    let now = 0;
    let each = 1;
    const session = createSession({
      stored,
      catalog: plan.session.state.getState().catalog,
      engine: {
        async ask(name, ask, options) {
          for (let rows = 1; name === 'run' && rows <= 500; rows++) {
            now += each;
            options?.onProgress?.({ step: 's', rows });
          }
          return await engine.ask(name, ask);
        },
      },
      asOf: 46_000,
      clock: () => now,
      now: () => 0,
    });
    await waitFor(() => expect(paid(session)).toBe(at(0.04)));
    const seen: (readonly [runs: unknown, rows: number | undefined])[] = [];
    const watch = session.state.subscribe(({ runs, progress }) => seen.push([runs, progress['plan']]));
    session.setPreview('top_rate', 0.05);
    await waitFor(() => expect(paid(session)).toBe(at(0.05)));
    const told = seen.flatMap(([, rows]) => rows ?? []);
    expect(told.length).toBeGreaterThan(1);
    expect(told.length).toBeLessThan(10);
    // The tried rate and the saved one: the runs begin, and end with both answers.
    expect(new Set(seen.map(([runs]) => runs)).size).toBeLessThanOrEqual(3);
    expect(session.state.getState().progress).toEqual({});
    seen.length = 0;
    each = 0.1;
    session.setPreview('top_rate', 0.06);
    await waitFor(() => expect(paid(session)).toBe(at(0.06)));
    expect(seen.flatMap(([, rows]) => rows ?? [])).toEqual([]);
    watch();
    session.dispose();
  });

  test('an edit that is refused changes nothing and says why', async () => {
    const session = await openSmallSession();
    await waitFor(() => expect(paid(session)).toBe(at(0.04)));
    expect(session.edit([{ op: 'node.remove', design: 'plan', node: 'nowhere' }], label)).toBe(false);
    expect(session.state.getState().refused.length).toBeGreaterThan(0);
    expect(paid(session)).toBe(at(0.04));
    session.dispose();
  });

  test('a column that is renamed keeps its rows in every plan, and undo brings its old name back', async () => {
    const session = await openSmallSession();
    await waitFor(() => expect(paid(session)).toBe(at(0.04)));
    const deals = session.state.getState().project.tables.find((table) => table.key === 'deals');
    const id = deals?.columns.find((column) => column.key === 'amount')?.id ?? '';
    const rename = { op: 'rename', what: 'column', table: deals?.id ?? '', id, to: 'revenue' } as const;
    const runs = () => session.state.getState().runs['plan']?.current;
    const names = () => runs()?.input.program.steps.flatMap((step) => step.columns.map((column) => column.key));
    expect(session.edit([rename], label)).toBe(true);
    await waitFor(() => expect(names()).toContain('revenue'));
    expect(paid(session)).toBe(at(0.04));
    expect(runs()?.result.problems).toEqual([]);
    session.undo();
    await waitFor(() => expect(names()).not.toContain('revenue'));
    expect(paid(session)).toBe(at(0.04));
    session.dispose();
  });

  test('a design is run as it would be, without being changed', async () => {
    const session = await openSmallSession();
    await waitFor(() => expect(paid(session)).toBe(at(0.04)));
    const variant = await session.runVariant('plan', [
      { op: 'parameter.set', parameter: 'p1', patch: { value: 0.08 } },
    ]);
    expect(variant?.result.answers['payout']?.value).toBe(at(0.08));
    expect(paid(session)).toBe(at(0.04));
    session.dispose();
  });
});
