import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { openPlan, smallPlan, topRate } from '../../inspector/testing/open-plan.tsx';
import { ParameterBar } from './parameter-bar.tsx';
import { headerEdit, PlanInspector } from './plan-inspector.tsx';
import { valueOfType } from './parameter-list.tsx';

afterEach(cleanup);

describe('the slider bar', () => {
  async function openBar() {
    const plan = await openPlan();
    plan.show(<ParameterBar design="plan" selected={['base']} />);
    return plan;
  }
  const slider = () => screen.getByRole('slider', { name: 'Top rate' });
  const preview = (plan: Awaited<ReturnType<typeof openPlan>>) => plan.session.state.getState().preview;

  test('moving it tries a value, tells the difference and who gains, and saves nothing', async () => {
    const plan = await openBar();
    expect(screen.getByRole('button', { name: 'Keep' })).toHaveProperty('disabled', true);
    fireEvent.keyDown(slider(), { key: 'ArrowRight' });
    await waitFor(() => expect(preview(plan)).toEqual({ top_rate: 0.045 }));
    expect(plan.project().parameters[0]?.value).toBe(0.04);
    // 240,000 of credit above quota at half a percent more.
    const status = await screen.findByText(/\+1,200/);
    expect(status.closest('[role=status]')?.textContent).toContain('7.2%');
    expect(await screen.findByText('2 people gain')).toBeTruthy();
    expect(screen.getByText('was 4.0%')).toBeTruthy();
  });

  test('Keep saves it as one step with a name; undo brings the old value back', async () => {
    const plan = await openBar();
    fireEvent.keyDown(slider(), { key: 'ArrowLeft' });
    await waitFor(() => expect(preview(plan)).toEqual({ top_rate: 0.035 }));
    fireEvent.click(screen.getByRole('button', { name: 'Keep' }));
    expect(plan.project().parameters[0]?.value).toBe(0.035);
    expect(preview(plan)).toEqual({});
    expect(plan.session.state.getState().canUndo?.['zh-CN']).toBe('修改Top rate');
    plan.session.undo();
    expect(plan.project().parameters[0]?.value).toBe(0.04);
  });

  test('Reset and Escape take it back; a typed value is tried as well', async () => {
    const plan = await openBar();
    const value = screen.getByRole('textbox', { name: 'Top rate: value' });
    fireEvent.focus(value);
    fireEvent.change(value, { target: { value: '6%' } });
    fireEvent.blur(value);
    await waitFor(() => expect(preview(plan)).toEqual({ top_rate: 0.06 }));
    fireEvent.click(screen.getByRole('button', { name: 'Reset' }));
    expect(preview(plan)).toEqual({});
    fireEvent.keyDown(slider(), { key: 'ArrowRight' });
    await waitFor(() => expect(preview(plan)).toEqual({ top_rate: 0.045 }));
    fireEvent.keyDown(slider(), { key: 'Escape' });
    await waitFor(() => expect(preview(plan)).toEqual({}));
  });
});

describe('the plan without a selection', () => {
  async function openSide() {
    const plan = await openPlan();
    plan.show(<PlanInspector design="plan" />);
    return plan;
  }
  function type(name: string, text: string) {
    const input = screen.getByRole('textbox', { name });
    fireEvent.focus(input);
    fireEvent.change(input, { target: { value: text } });
    fireEvent.blur(input);
  }

  test('its name, description and currency are edits', async () => {
    const plan = await openSide();
    type('Description', 'For account executives.');
    type('Currency', 'eur');
    expect(plan.project().designs[0]).toMatchObject({
      header: { currency: 'EUR', description: 'For account executives.' },
    });
    type('Currency', 'euros');
    expect(plan.project().designs[0]).toMatchObject({ header: { currency: 'EUR' } });
    const { header: _, ...bare } = smallPlan;
    expect(headerEdit(bare, 'currency', 'CNY')).toMatchObject({ path: ['header'], value: { currency: 'CNY' } });
    expect(headerEdit(smallPlan, 'currency', '')).not.toHaveProperty('value');
  });

  test('adds a parameter, sets it, and deletes it again', async () => {
    const plan = await openSide();
    fireEvent.click(screen.getByRole('button', { name: 'Add a parameter' }));
    expect(plan.project().parameters[1]).toMatchObject({ key: 'new_parameter', type: 'number', value: 0 });
    type('Label', 'Pay cap');
    type('Value', '25,000');
    expect(plan.project().parameters[1]).toMatchObject({ label: 'Pay cap', value: 25_000 });
    fireEvent.click(screen.getByRole('button', { name: 'Delete Pay cap' }));
    expect(plan.project().parameters).toHaveLength(1);
  });

  test('renaming a parameter renames it in every rate that uses it; a taken key is refused', async () => {
    const plan = await openSide();
    fireEvent.click(screen.getByRole('button', { name: 'Edit Top rate' }));
    type('Key', 'best_rate');
    expect(plan.project().parameters[0]?.key).toBe('best_rate');
    expect(plan.props('base').bands).toMatchObject([{}, {}, { rate: 'best_rate' }]);
    type('Key', 'not a key!');
    expect(plan.project().parameters[0]?.key).toBe('best_rate');
  });

  test('shows what the plan pays', async () => {
    await openSide();
    const result = screen.getByRole('heading', { name: 'Result' }).closest('div')?.parentElement;
    expect(within(result ?? document.body).getByText('$16,570')).toBeTruthy();
    expect(within(result ?? document.body).getByText('6')).toBeTruthy();
  });
});

test('a value keeps what it can when its type changes', () => {
  expect(valueOfType('number', '2.5', '')).toBe(2.5);
  expect(valueOfType('number', 'x', '')).toBe(0);
  expect(valueOfType('text', 3, '')).toBe('3');
  expect(valueOfType('boolean', 1, '')).toBe(true);
  expect(valueOfType('date', 'soon', '2026-07-01')).toBe('2026-07-01');
  expect(valueOfType('date', '2026-03-04', '')).toBe('2026-03-04');
  expect(topRate.value).toBe(0.04);
});
