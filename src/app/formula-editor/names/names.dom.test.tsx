import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { PlanDesign } from '#core/project/project.ts';
import { openPlan, smallPlan, smallProject, type OpenedPlan } from '../../inspector/testing/open-plan.tsx';
import { usePlanView } from '../../plan-editor/plan-view-state.ts';
import { useShownColumn } from '../../table-editor/shown-column.ts';
import { NameBar } from './name-bar.tsx';
import { useNameTools } from './use-name-tools.tsx';

afterEach(cleanup);

const formula = 'base > 100 + top_rate * SUM(deals[amount])';
const plan: PlanDesign = {
  ...smallPlan,
  nodes: { ...smallPlan.nodes, kept: { kind: 'filter', label: 'Big ones', props: { where: formula } } },
  edges: [
    ...smallPlan.edges.filter((edge) => edge.to.node !== 'payout'),
    { from: { node: 'base', port: 'out' }, to: { node: 'kept', port: 'in' } },
    { from: { node: 'kept', port: 'out' }, to: { node: 'payout', port: 'in' } },
  ],
};

/** The bar of the name that stands at the first `name` of the formula. */
function Bar({ name }: { readonly name: string }) {
  const tools = useNameTools({ design: 'plan', node: 'kept', path: ['where'] });
  const [view] = usePlanView('plan');
  const { asked } = useShownColumn();
  return (
    <>
      <NameBar name={tools.at(formula, formula.indexOf(name))} tools={tools} />
      {tools.dialogs}
      <output data-testid="place">{`${view.selected.join()} ${asked?.column ?? ''}`}</output>
    </>
  );
}

async function open(name: string, language: 'en' | 'zh-CN' = 'en'): Promise<OpenedPlan> {
  const opened = await openPlan(smallProject(plan));
  opened.show(<Bar name={name} />, language);
  return opened;
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const dialog = () => screen.findByRole('dialog');
async function renameTo(to: string): Promise<void> {
  press('Rename everywhere');
  const box = within(await dialog()).getByRole('textbox', { name: 'New name' });
  fireEvent.change(box, { target: { value: to } });
  fireEvent.keyDown(box, { key: 'Enter' });
}

describe('names in a formula', () => {
  test('the bar says what the name under the caret is', async () => {
    await open('base');
    expect(screen.getByRole('group', { name: 'The name base' }).textContent).toBe('base column made by Rate bands');
    cleanup();
    await open('top_rate');
    expect(screen.getByRole('group').textContent).toBe('top_rate parameter');
    cleanup();
    await open('amount', 'zh-CN');
    expect(screen.getByRole('group').textContent).toBe('amount Deals的列');
  });

  test('a column that a node makes is renamed everywhere in one step, and undo takes it back', async () => {
    const { session, props } = await open('base');
    await renameTo('commission');
    await waitFor(() => expect(props('kept')['where']).toBe(formula.replace('base', 'commission')));
    expect(props('base')['key']).toBe('commission');
    expect(session.state.getState().canUndo).toEqual({
      en: 'Rename base to commission',
      'zh-CN': 'base 改名为 commission',
    });
    session.undo();
    expect(props('kept')['where']).toBe(formula);
    expect(props('base')['key']).toBe('base');
  });

  test('a rename that would capture another name is refused with its reason, and nothing changes', async () => {
    const { props } = await open('top_rate');
    await renameTo('quota');
    expect((await dialog()).textContent).toMatch(/“top_rate” cannot become “quota”: in Big ones/);
    expect(props('kept')['where']).toBe(formula);
  });

  test('every use is listed, and a click goes there', async () => {
    await open('top_rate');
    press('Where it is used');
    const list = await dialog();
    expect(list.textContent).toContain('top_rate: used in 2 places');
    const uses = within(list).getAllByRole('button').slice(1);
    expect(uses.map((one) => one.querySelector('b')?.textContent)).toEqual(['Rate bands', 'Big ones']);
    expect([...(uses[1]?.querySelectorAll('mark') ?? [])].map((one) => one.textContent)).toEqual(['top_rate']);
    fireEvent.click(uses[0] as HTMLElement);
    await waitFor(() => expect(screen.getByTestId('place').textContent).toBe('base '));
  });

  test('a column leads to its table, a made column to its node', async () => {
    const { project } = await open('amount');
    press('Go to where it is defined');
    const table = project().tables.find((one) => one.key === 'deals');
    const column = table?.columns.find((one) => one.key === 'amount')?.id ?? 'none';
    await waitFor(() => expect(screen.getByTestId('place').textContent).toContain(column));
    cleanup();
    await open('base');
    press('Go to where it is defined');
    await waitFor(() => expect(screen.getByTestId('place').textContent).toMatch(/^base /));
  });
});
