import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { renderUi } from '#ui/testing/render-ui.tsx';
import { Library } from './library.tsx';
import type { LibraryProps, TemplateShown } from './library-props.ts';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const nothing = () => undefined;
const picture = { nodes: [], edges: [] };
const template = (name: string, kinds: readonly string[]): TemplateShown => ({
  slug: name,
  name,
  summary: `All about ${name}`,
  kinds,
  tables: 1,
  rows: 1,
  families: [],
  picture,
});

function props(change: Partial<LibraryProps> = {}): LibraryProps {
  return {
    sample: { slug: 'commission', name: 'Commission', rowsText: '5,000 deals', picture: [] },
    templates: [template('Commission', ['plan'])],
    projects: [{ id: 'p1', name: 'FY26', updated: 0, tables: 2, rows: 5046, designs: 1, picture }],
    now: 3 * 60_000,
    onOpenTemplate: nothing,
    onStartEmpty: nothing,
    onFiles: nothing,
    onPaste: nothing,
    onOpenProject: nothing,
    onDuplicate: nothing,
    onDelete: nothing,
    onRestore: nothing,
    ...change,
  };
}

test('the first visit offers the sample, an empty project and one’s own rows', async () => {
  const done: string[] = [];
  renderUi(
    <Library
      {...props({ projects: [], onOpenTemplate: (slug) => done.push(slug), onStartEmpty: () => done.push('empty') })}
    />,
  );
  expect(screen.getByText(/A commission plan on 5,000 deals/)).toBeTruthy();
  expect(screen.queryByText('Your projects')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Open the sample' }));
  await userEvent.click(screen.getByRole('button', { name: 'Start empty' }));
  expect(done).toEqual(['commission', 'empty']);
  expect(screen.getByRole('button', { name: 'Choose a file' })).toBeTruthy();
});

test('one template alone has neither filters nor a search', () => {
  renderUi(<Library {...props()} />);
  expect(screen.queryByLabelText('Search')).toBeNull();
  expect(screen.queryByRole('button', { name: /^All/ })).toBeNull();
});

test('several templates are filtered by kind and found by words', async () => {
  renderUi(
    <Library {...props({ templates: [template('Commission', ['plan']), template('Lead score', ['decision'])] })} />,
  );
  const section = within(screen.getByRole('region', { name: 'Templates' }));
  await userEvent.click(section.getByRole('button', { name: 'Decisions 1' }));
  expect(section.queryByRole('button', { name: 'Commission' })).toBeNull();
  await userEvent.click(section.getByRole('button', { name: 'All 2' }));
  await userEvent.type(section.getByLabelText('Search'), 'about com');
  expect(section.getByRole('button', { name: 'Commission' })).toBeTruthy();
  expect(section.queryByRole('button', { name: 'Lead score' })).toBeNull();
});

test('a deleted project comes back from its message', async () => {
  const done: string[] = [];
  renderUi(
    <Library
      {...props({ onDelete: (id) => done.push(`delete ${id}`), onRestore: (id) => done.push(`restore ${id}`) })}
    />,
  );
  expect(screen.getByText('Changed 3 minutes ago')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'More for FY26' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete' }));
  const message = screen.getByText('“FY26” was deleted.').closest('li');
  expect(message).toBeTruthy();
  if (message) await userEvent.click(within(message).getByRole('button', { name: 'Undo' }));
  expect(done).toEqual(['delete p1', 'restore p1']);
  expect(screen.getByText('“FY26” is back.')).toBeTruthy();
});

test('cells pasted anywhere start a project; a lone word does not', () => {
  const pasted: string[] = [];
  renderUi(<Library {...props({ onPaste: (text) => pasted.push(text) })} />);
  const paste = (text: string) =>
    act(() => {
      fireEvent.paste(document.body, { clipboardData: { files: [], getData: () => text } });
    });
  paste('Deal\tAmount\nD-1\t100');
  paste('hello');
  expect(pasted).toEqual(['Deal\tAmount\nD-1\t100']);
  expect(screen.getByText(/The clipboard holds no cells/)).toBeTruthy();
});

test('a file dropped anywhere on the page is taken', () => {
  const taken: string[] = [];
  renderUi(<Library {...props({ onFiles: (files) => taken.push(...files.map((file) => file.name)) })} />);
  const dataTransfer = { types: ['Files'], files: [new File(['a,b\n1,2'], 'deals.csv')] };
  act(() => {
    fireEvent.dragEnter(document.body, { dataTransfer });
  });
  expect(screen.getByText('Let go to start a project')).toBeTruthy();
  act(() => {
    fireEvent.drop(document.body, { dataTransfer });
  });
  expect(taken).toEqual(['deals.csv']);
  expect(screen.queryByText('Let go to start a project')).toBeNull();
});
