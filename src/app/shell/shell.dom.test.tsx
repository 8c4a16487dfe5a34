import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { renderUi } from '#ui/testing/render-ui.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Shell } from './shell.tsx';
import type { ShellProps } from './shell-props.ts';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const nothing = () => undefined;

function props(change: Partial<ShellProps> = {}): ShellProps {
  return {
    name: 'FY26',
    onRename: nothing,
    saved: { state: 'saved', at: new Date(2026, 0, 1, 12, 3).getTime() },
    canUndo: { en: 'Change the rate', 'zh-CN': '修改费率' },
    canRedo: null,
    onUndo: nothing,
    onRedo: nothing,
    run: { state: 'done', rows: 5000, noun: 'deals', milliseconds: 38 },
    onHome: nothing,
    exports: [],
    tables: {
      items: [
        { id: 't1', label: 'Deals', icon: 'table', count: 5000 },
        { id: 't2', label: 'Quotas', icon: 'target', count: 46 },
      ],
      add: [],
    },
    designs: { items: [{ id: 'd1', label: 'Q3 commission', icon: 'stairs-up', warning: '1 problem' }], add: [] },
    tabs: [
      { id: 'd1', label: 'Q3 commission', icon: 'stairs-up' },
      { id: 't1', label: 'Deals', icon: 'table' },
    ],
    current: 'd1',
    onOpen: nothing,
    onClose: nothing,
    children: <p>the canvas</p>,
    ...change,
  };
}

test('the header says whose project it is, that it is saved, and what was computed', () => {
  renderUi(<Shell {...props()} />);
  expect(screen.getByRole('heading', { level: 1, name: 'FY26' })).toBeTruthy();
  expect(screen.getByText('Saved · 12:03')).toBeTruthy();
  expect(screen.getByText('5,000 deals · 38 ms')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Undo: Change the rate' })).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Nothing to redo' }).disabled).toBe(true);
  expect(screen.queryByRole('button', { name: 'Export' })).toBeNull();
});

test('a project is renamed in its place; Escape and an empty name keep the old one', async () => {
  const names: string[] = [];
  renderUi(<Shell {...props({ onRename: (name) => names.push(name) })} />);
  const user = userEvent.setup();
  for (const typed of ['FY27{Escape}', '{Backspace}{Enter}', 'FY27{Enter}']) {
    await user.click(screen.getByRole('button', { name: 'FY26' }));
    await user.clear(screen.getByLabelText('Project name'));
    await user.type(screen.getByLabelText('Project name'), typed);
  }
  expect(names).toEqual(['FY27']);
});

test('the command palette opens by Ctrl+K, finds in both languages and does what was chosen', async () => {
  const opened: string[] = [];
  renderUi(<Shell {...props({ onOpen: (id) => opened.push(id) })} />);
  const user = userEvent.setup();
  await user.keyboard('{Control>}k{/Control}');
  const find = await screen.findByRole('combobox', { name: 'Find or do anything' });
  await user.type(find, '撤销');
  expect(screen.getAllByRole('option').map((option) => option.textContent)[0]).toContain('Undo: Change the rate');
  await user.clear(find);
  await user.type(find, 'quotas{Enter}');
  await waitFor(() => expect(opened).toEqual(['t2']));
  expect(screen.queryByRole('combobox')).toBeNull();
});

test('the tree finds by a few letters and moves by Alt and arrows', async () => {
  const moves: unknown[] = [];
  const base = props();
  renderUi(<Shell {...base} tables={{ ...base.tables, onMove: (id, index) => moves.push([id, index]) }} />);
  const user = userEvent.setup();
  const tree = within(screen.getByRole('navigation', { name: 'Project' }));
  tree.getByRole('button', { name: /^Deals/ }).focus();
  await user.keyboard('{Alt>}{ArrowUp}{ArrowDown}{/Alt}');
  expect(moves).toEqual([['t1', 1]]);
  await user.keyboard('/');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Find in project')));
  await user.keyboard('quo');
  expect(tree.queryByRole('button', { name: /^Deals/ })).toBeNull();
  expect(tree.getByRole('button', { name: /^Quotas/ })).toBeTruthy();
});

test('A leads to what can be added, also when the rail is folded', async () => {
  const search = <input aria-label="Add a node" />;
  renderUi(<Shell {...props({ palette: search })} />);
  const user = userEvent.setup();
  await user.keyboard('{Control>}{Alt>}b{/Alt}{/Control}');
  await user.keyboard('a');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Add a node' })));
  await user.keyboard('a');
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Add a node' }).value).toBe('a');
});

test('letters typed into an editor are text, also where the editor is no field of the browser', async () => {
  renderUi(
    <Shell {...props({ palette: <input aria-label="Add a node" /> })}>
      <div role="textbox" tabIndex={0} aria-label="Formula" />
    </Shell>,
  );
  const editor = screen.getByRole('textbox', { name: 'Formula' });
  editor.focus();
  await userEvent.keyboard('a/?');
  await new Promise(requestAnimationFrame);
  expect(document.activeElement).toBe(editor);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('tabs are walked by arrows and closed by Delete', async () => {
  const closed: string[] = [];
  function Tabbed() {
    const [current, setCurrent] = useState('d1');
    return <Shell {...props({ current, onOpen: setCurrent, onClose: (id) => closed.push(id) })} />;
  }
  renderUi(<Tabbed />);
  const user = userEvent.setup();
  screen.getByRole('tab', { name: 'Q3 commission' }).focus();
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('tab', { name: 'Deals' }).getAttribute('aria-selected')).toBe('true');
  await user.keyboard('{Delete}');
  expect(closed).toEqual(['t1']);
});

test('a pane that was folded stays folded after the project is opened again', async () => {
  const first = renderUi(<Shell {...props({ inspector: <p>props of the node</p> })} />);
  await userEvent.keyboard('{Control>}{Alt>}i{/Alt}{/Control}');
  expect(screen.getByRole('button', { name: 'Show the inspector' })).toBeTruthy();
  first.unmount();
  renderUi(<Shell {...props({ inspector: <p>props of the node</p> })} />);
  expect(screen.getByRole('button', { name: 'Show the inspector' })).toBeTruthy();
});

test('a screen that breaks offers the project as a download and can be tried again', async () => {
  let broken = true;
  function Fragile() {
    if (broken) throw new Error('planted');
    return <p>whole again</p>;
  }
  const silenced = console.error;
  console.error = nothing;
  renderUi(
    <ErrorBoundary document={() => ({ name: 'FY26', json: '{}' })}>
      <Fragile />
    </ErrorBoundary>,
  );
  console.error = silenced;
  expect(screen.getByRole('button', { name: 'Download the project' })).toBeTruthy();
  expect(screen.getByText('planted')).toBeTruthy();
  broken = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByText('whole again')).toBeTruthy();
});
