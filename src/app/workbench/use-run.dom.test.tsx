import { act, cleanup, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { RunShown } from '../shell/shell-props.ts';
import { openPlan } from '../inspector/testing/open-plan.tsx';
import { useRun } from './use-run.ts';

afterEach(cleanup);

test('a short run draws the header once, with its answer, and never says that it is running', async () => {
  const plan = await openPlan();
  const drawn: (RunShown['state'] | undefined)[] = [];
  function Header() {
    drawn.push(useRun('plan')?.state);
    return null;
  }
  plan.show(<Header />);
  expect(drawn).toEqual(['done']);
  const { state } = plan.session;
  const before = state.getState().runs['plan']?.current;
  act(() => plan.session.setPreview('top_rate', 0.05));
  await waitFor(() => expect(state.getState().runs['plan']?.current).not.toBe(before));
  await waitFor(() => expect(drawn).toEqual(['done', 'done']));
});
