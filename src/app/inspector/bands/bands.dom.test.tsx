import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { NodeInspector } from '../inspector.tsx';
import { openPlan, type OpenedPlan } from '../testing/open-plan.tsx';

afterEach(cleanup);

async function openBands(): Promise<OpenedPlan> {
  const plan = await openPlan();
  plan.show(<NodeInspector design="plan" node="base" onSelect={() => undefined} />);
  return plan;
}
const bands = (plan: OpenedPlan) => plan.props('base').bands;
const field = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
function type(name: string | RegExp, text: string) {
  const input = field(name);
  fireEvent.focus(input);
  fireEvent.change(input, { target: { value: text } });
  fireEvent.blur(input);
}

describe('the band editor', () => {
  test('shows each band with its people and pay, as the engine computed them', async () => {
    await openBands();
    // 50 % earns 1,000; 85, 95 and 99 % earn 1,750, 2,050 and 2,170; 110 and 130 % earn 4 % of everything.
    const pay = await screen.findByText('5,970');
    expect(within(pay.closest('tr') ?? pay).getByText('3')).toBeTruthy();
    expect(screen.getByText('1,000').closest('tr')?.textContent).toContain('1');
    expect(screen.getByText('9,600').closest('tr')?.textContent).toContain('2');
    expect(screen.getByText('$16,570')).toBeTruthy();
  });

  test('a rate is an edit that can be undone, and its pay follows', async () => {
    const plan = await openBands();
    await screen.findByText('5,970');
    type('Rate of band 2', '5%');
    expect(bands(plan)).toMatchObject([{ rate: 0.02 }, { from: 0.8, rate: 0.05 }, { rate: 'top_rate' }]);
    expect(plan.session.state.getState().canUndo?.en).toBe('Change Bands');
    // 1,600 + 5 % of 5,000, 15,000 and 19,000.
    await screen.findByText('6,750');
    plan.session.undo();
    await screen.findByText('5,970');
  });

  test('the upper end of a band is the start of the next; a number in the open end makes a band', async () => {
    const plan = await openBands();
    type('Band 1 ends below', '75');
    expect(bands(plan)).toMatchObject([{ from: 0 }, { from: 0.75 }, { from: 1 }]);
    type(/Band 3 ends below/, '120%');
    expect(bands(plan)).toMatchObject([{}, {}, { from: 1 }, { from: 1.2, rate: 'top_rate' }]);
  });

  test('adds and removes bands; without the first, the next starts where it started', async () => {
    const plan = await openBands();
    fireEvent.click(screen.getByRole('button', { name: 'Add a band' }));
    expect(bands(plan)).toMatchObject([{}, {}, {}, { from: 1.2, rate: 'top_rate' }]);
    fireEvent.click(screen.getByRole('button', { name: 'Remove band 1' }));
    expect(bands(plan)).toMatchObject([{ from: 0, rate: 0.03 }, { from: 1 }, { from: 1.2 }]);
  });

  test('the retroactive mark is a toggle that says what it means', async () => {
    const plan = await openBands();
    const mark = screen.getByRole('button', { name: 'Rate of band 3 also pays on everything below it' });
    expect(mark.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(mark);
    expect(bands(plan)).toEqual([{ from: 0, rate: 0.02 }, { from: 0.8, rate: 0.03 }, { from: 1, rate: 'top_rate' }]); // prettier-ignore
  });

  test('pasting rows of a spreadsheet into the table replaces the bands', async () => {
    const plan = await openBands();
    const clipboardData = { getData: () => 'From\tRate\n0%\t1%\n90%\t2.5%\n' };
    fireEvent.paste(field('Rate of band 1'), { clipboardData });
    expect(bands(plan)).toEqual([{ from: 0, rate: 0.01 }, { from: 0.9, rate: 0.025 }]); // prettier-ignore
    fireEvent.paste(field('Rate of band 1'), { clipboardData: { getData: () => '7%' } });
    expect(bands(plan)).toHaveLength(2);
  });

  test('the paste window reads before it replaces', async () => {
    const plan = await openBands();
    fireEvent.click(screen.getByRole('button', { name: 'Paste from Excel' }));
    fireEvent.change(await screen.findByLabelText('Copied rows'), { target: { value: '0\t80\t2\n90\t\t3' } });
    expect(screen.getByText('0% → 2.0% · 90% → 3.0%')).toBeTruthy();
    expect(screen.getByText(/Line 1 ends where the next band does not start/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Use 2 bands' }));
    expect(bands(plan)).toEqual([{ from: 0, rate: 0.02 }, { from: 0.9, rate: 0.03 }]); // prettier-ignore
  });

  test('bands out of order say so at their row', async () => {
    await openBands();
    type('Band 3 starts from', '50%');
    expect(await screen.findByText(/Band 3 begins at or below the band before it/)).toBeTruthy();
    expect(field('Band 3 starts from').getAttribute('aria-invalid')).toBe('true');
  });

  test('each mode shows the payout it would give, and choosing one is an edit', async () => {
    const plan = await openBands();
    const modes = await screen.findByRole('radiogroup', { name: 'How a band applies' });
    // Marginal: 1,000 + 1,750 + 2,050 + 2,170 + 2,600 + 3,400. Whole: 1,000 + 2,550 + 2,850 + 2,970 + 4,400 + 5,200.
    await within(modes).findByText('12,970');
    expect(within(modes).getByText('18,970')).toBeTruthy();
    expect(within(modes).getByText('16,570').closest('label')?.textContent).toContain('in use');
    expect(within(modes).getByText('12,970').closest('label')?.textContent).toContain('−3,600');
    fireEvent.click(within(modes).getByRole('radio', { name: /Marginal/ }));
    expect(plan.props('base').mode).toBe('marginal');
    await waitFor(() => expect(within(modes).getByText('12,970').closest('label')?.textContent).toContain('in use'));
  });

  test('the curve names its cliff in currency and who stands below it, and has a table twin', async () => {
    await openBands();
    const picture = await screen.findByRole('img', { name: /Cliff at 100% \+\$1,800/ });
    expect(picture.textContent).toContain('2 people within 10 points');
    expect(screen.getByText('$100,000')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'As a table' }));
    const row = screen.getByRole('rowheader', { name: '100%' }).closest('tr');
    expect(row?.textContent).toContain('$2,200');
    expect(row?.textContent).toContain('$4,000');
  });
});
