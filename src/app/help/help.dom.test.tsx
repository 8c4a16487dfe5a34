import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { renderUi } from '#ui/testing/render-ui.tsx';
import { openFormulaHelp } from './formula-asking.ts';
import { HelpBrowser } from './help-browser.tsx';
import { HelpHost } from './help-host.tsx';
import { closeHelp, openHelp } from './help-requests.ts';

afterEach(() => {
  act(closeHelp);
  cleanup();
});

function Browser({ first, walked = () => undefined }: { first?: string; walked?: (id: string) => void }) {
  const [entry, setEntry] = useState(first);
  return (
    <HelpBrowser
      entry={entry}
      onEntry={(next, byKeys) => {
        setEntry(next);
        if (byKeys && next) walked(next);
      }}
    />
  );
}

const formula = () =>
  screen.getAllByRole<HTMLTextAreaElement>('textbox', { name: 'Formula' })[0] as HTMLTextAreaElement;
const result = () => screen.getAllByRole('status', { name: 'Result' })[0]?.textContent;

test('an example of a function is computed anew while its formula is changed, and comes back by Reset', async () => {
  renderUi(<Browser first="function/ROUND" />);
  const user = userEvent.setup();
  expect(formula().value).toBe('ROUND(1.005, 2)');
  expect(result()).toBe('= 1.01');
  await user.clear(formula());
  await user.type(formula(), 'ROUND(2.5, 0) * 1000');
  expect(result()).toBe('= 3,000');
  await user.click(screen.getAllByRole('button', { name: 'Reset' })[0] as HTMLElement);
  expect(result()).toBe('= 1.01');
  expect(screen.queryByRole('button', { name: 'Reset' })).toBeNull();
});

test('a wrong name is told with its quick fix, which repairs the example', async () => {
  renderUi(<Browser first="function/ROUND" />);
  const user = userEvent.setup();
  await user.clear(formula());
  await user.type(formula(), 'ROUNDD(1.26, 1)');
  expect(screen.getByText(/no function called ROUNDD/)).toBeTruthy();
  expect(result()).toBe('No result yet');
  expect(formula().getAttribute('aria-invalid')).toBe('true');
  await user.click(screen.getByRole('button', { name: /^Replace by ROUND/ }));
  expect(formula().value).toMatch(/^ROUND(UP|DOWN)?\(1\.26, 1\)$/);
  expect(result()).toMatch(/^= 1\.[23]$/);
});

test('cells of a recipe can be changed, rows added and removed; what cannot be read is an error in its row', async () => {
  renderUi(<Browser first="recipe/commission-by-tier" />);
  const user = userEvent.setup();
  const rows = screen.getByRole('table', { name: 'Rows' });
  const values = () => [...rows.querySelectorAll('tbody tr')].map((row) => row.querySelectorAll('td')[2]?.textContent);
  expect(values()).toEqual(['$800.00', '$3,500.00', '$1,000.00']);
  const sold = screen.getByRole<HTMLInputElement>('textbox', { name: 'Sold, row 1' });
  expect(sold.value).toBe('40,000');
  await user.click(sold);
  expect(sold.value).toBe('40000');
  await user.clear(sold);
  expect(values()[0]).toBe('$0.00');
  await user.type(sold, '60000');
  expect(values()[0]).toBe('$1,300.00');
  await user.type(sold, 'x');
  expect(values()[0]).toBe('#VALUE!');
  expect(sold.getAttribute('aria-invalid')).toBe('true');
  await user.click(screen.getByRole('button', { name: 'Remove row 1' }));
  await user.click(screen.getByRole('button', { name: 'Add a row' }));
  expect(values()).toEqual(['$3,500.00', '$1,000.00', '$0.00']);
});

test('the as-of date is a cell: what is overdue follows it', async () => {
  renderUi(<Browser first="recipe/days-overdue" />);
  const user = userEvent.setup();
  const rows = screen.getByRole('table', { name: 'Rows' });
  expect(within(rows).getByText('20')).toBeTruthy();
  const asOf = screen.getByRole('textbox', { name: 'As of, row 1' });
  await user.clear(asOf);
  await user.type(asOf, '2026-10-20');
  expect(within(rows).getByText('40')).toBeTruthy();
});

test('search by Chinese words in either language, walk with the arrow keys, clear with Escape', async () => {
  const walked: string[] = [];
  renderUi(<Browser walked={(id) => walked.push(id)} />, 'zh-CN');
  const user = userEvent.setup();
  await user.keyboard('/');
  const search = screen.getByRole<HTMLInputElement>('textbox', { name: '搜索公式帮助' });
  expect(document.activeElement).toBe(search);
  await user.type(search, '条件求和');
  expect(screen.getByText('“条件求和”找到 2 项')).toBeTruthy();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(walked).toEqual(['function/SUMIF', 'function/SUMIFS']);
  expect(screen.getByRole('heading', { level: 2, name: 'SUMIFS' })).toBeTruthy();
  expect(document.activeElement?.getAttribute('data-entry')).toBe('function/SUMIFS');
  await user.keyboard('{ArrowUp}{ArrowUp}');
  expect(document.activeElement).toBe(search);
  await user.keyboard('{Escape}');
  expect(search.value).toBe('');
  await user.type(search, '天地玄黄');
  expect(screen.getByText(/没有找到“天地玄黄”/)).toBeTruthy();
});

test('sections open and close by keys; the section of what is read is open', async () => {
  renderUi(<Browser first="function/XLOOKUP" />);
  const user = userEvent.setup();
  const section = screen.getByRole('button', { name: /^Look-up/ });
  expect(section.getAttribute('aria-expanded')).toBe('true');
  expect(screen.getByRole('link', { name: 'XLOOKUP', current: 'page' })).toBeTruthy();
  act(() => section.focus());
  await user.keyboard('{ArrowLeft}');
  expect(section.getAttribute('aria-expanded')).toBe('false');
  await user.keyboard('{ArrowRight}');
  expect(section.getAttribute('aria-expanded')).toBe('true');
});

test('a mistyped address says so and leaves the contents', () => {
  renderUi(<Browser first="function/NOSUCH" />);
  expect(screen.getByText('There is no such page')).toBeTruthy();
  expect(screen.getByRole('navigation', { name: 'Contents' })).toBeTruthy();
});

test('help for a formula shows the function at the caret, says what it replaces, and inserts the example as it stands', async () => {
  renderUi(<HelpHost />);
  const user = userEvent.setup();
  let text = '1 + ROUND(amount, 2)';
  let focused = 0;
  act(() =>
    openFormulaHelp(
      text,
      { start: 6, end: 6 },
      (next) => {
        text = next;
      },
      () => {
        focused += 1;
      },
    ),
  );
  const dialog = await screen.findByRole('dialog', { name: 'Formula help' });
  expect(within(dialog).getByRole('heading', { level: 2, name: 'ROUND' })).toBeTruthy();
  await user.clear(formula());
  await user.type(formula(), 'ROUND(amount * 2, 0)');
  await user.click(within(dialog).getAllByRole('button', { name: 'Replace ROUND(amount, 2)' })[0] as HTMLElement);
  expect(text).toBe('1 + ROUND(amount * 2, 0)');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(focused).toBe(1));
});

test('help without a formula offers nothing to insert; the first Escape clears the search, the second closes', async () => {
  renderUi(<HelpHost />);
  const user = userEvent.setup();
  act(() => openHelp());
  const dialog = await screen.findByRole('dialog', { name: 'Formula help' });
  const search = within(dialog).getByRole<HTMLInputElement>('textbox', { name: 'Search the formula help' });
  await user.type(search, 'vlookup{Enter}');
  expect(within(dialog).getByRole('heading', { level: 2, name: 'VLOOKUP' })).toBeTruthy();
  expect(within(dialog).queryByRole('button', { name: /^(Insert|Replace)/ })).toBeNull();
  await user.keyboard('{Escape}');
  expect(search.value).toBe('');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});
