import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Column } from '#core/data/column.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import { renderUi } from '#ui/testing/render-ui.tsx';
import { DataGrid, type DataGridProps } from './data-grid.tsx';
import { engineHere } from './testing/engine-here.ts';

afterEach(cleanup);

const names = ['Jonas', 'Ola', 'Priya', 'Xin'];
const columns: readonly ColumnInfo[] = [
  { key: 'rep', type: 'text', label: 'Rep', role: 'person' },
  { key: 'pay', type: 'number', label: 'Pay', format: { kind: 'currency', currency: 'USD' } },
  { key: 'att', type: 'number', label: 'Attainment', format: { kind: 'percent' }, role: 'attainment' },
];

async function shown(rows: number, props: Partial<DataGridProps> = {}) {
  const engine = engineHere();
  await engine.ask('table.put', {
    table: 'pay',
    frame: {
      rowCount: rows,
      columns: new Map<string, Column>([
        ['rep', { type: 'text', codes: Int32Array.from({ length: rows }, (_, row) => row % 4), dictionary: names }],
        ['pay', { type: 'number', values: Float64Array.from({ length: rows }, (_, row) => (row * 37) % rows) }],
        ['att', { type: 'number', values: Float64Array.from({ length: rows }, (_, row) => row / rows) }],
      ]),
    },
  });
  // Draws the grid with props that are new each time, as screens do.
  function Screen() {
    const [, draw] = useState(0);
    return (
      <>
        <button onClick={() => draw((times) => times + 1)}>draw</button>
        <DataGrid source={{ table: 'pay' }} columns={columns} total={rows} engine={engine} language="en" {...props} />
      </>
    );
  }
  renderUi(<Screen />);
  await screen.findAllByRole('gridcell', { name: 'Jonas' });
  return engine;
}
const grid = () => screen.getByRole('grid');
const firstRow = () =>
  within(screen.getAllByRole('row')[1] as HTMLElement)
    .getAllByRole('gridcell')
    .map((cell) => cell.textContent);
const activeText = () => document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')?.textContent;
const keys = async (...pressed: string[]) => {
  act(() => grid().focus());
  const user = userEvent.setup();
  for (const key of pressed) await user.keyboard(key);
};

test('a grid of a million rows draws only those in sight', async () => {
  await shown(1_000_000);
  expect(screen.getAllByRole('row').length).toBeLessThan(40);
  expect(grid().getAttribute('aria-rowcount')).toBe('1000001');
  expect(firstRow()).toEqual(['Jonas', '$0.00', '0.0%']);
});

test('columns are sorted by keyboard and pointer, up, down and back', async () => {
  await shown(100);
  await keys('{ArrowRight}', '{ArrowUp}', '{Enter}');
  await waitFor(() => expect(firstRow()[1]).toBe('$0.00'));
  await keys('{Enter}');
  await waitFor(() => expect(firstRow()[1]).toBe('$99.00'));
  const head = screen.getByRole('columnheader', { name: /Pay/ });
  expect(head.getAttribute('aria-sort')).toBe('descending');
  await userEvent.click(head);
  await waitFor(() => expect(firstRow()[0]).toBe('Jonas'));
  expect(head.getAttribute('aria-sort')).toBe('none');
});

test('Enter on a number asks why, with the row number of the unsorted table; texts have no why', async () => {
  const asked: unknown[] = [];
  await shown(100, { onWhy: (cell) => asked.push(cell) });
  await keys('{ArrowRight}', '{ArrowUp}', '{Enter}', '{Enter}');
  await waitFor(() => expect(firstRow()[1]).toBe('$99.00'));
  await keys('{ArrowDown}', '{Enter}', '{ArrowLeft}', '{Enter}');
  expect(asked).toEqual([{ row: 27, column: 'pay' }]); // 27 × 37 = 999
  await userEvent.click(screen.getAllByRole('gridcell')[1] as HTMLElement);
  expect(asked.length).toBe(2);
});

test('find shows the rows that hold the text and says how many', async () => {
  await shown(100);
  await userEvent.type(screen.getByRole('searchbox'), 'ola');
  await screen.findByText('25 of 100 rows');
  expect(firstRow()[0]).toBe('Ola');
});

test('cells chosen with Shift are copied as tab-separated text and as a table, numbers in full', async () => {
  await shown(100);
  const written = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue();
  await keys('{ArrowDown}', '{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
  expect(screen.getByText(/4 cells selected/)).toBeTruthy();
  const copies = fireEvent.keyDown(grid(), { key: 'c', ctrlKey: true });
  expect(copies).toBe(false);
  await waitFor(() => expect(written).toHaveBeenCalled());
  const [item] = written.mock.calls[0]?.[0] ?? [];
  const part = async (type: string) => (await item?.getType(type))?.text();
  expect(await part('text/plain')).toBe('Ola\t37\r\nPriya\t74');
  expect((await part('text/html'))?.replace(/ style="[^"]*"/g, '')).toBe(
    '<table><tr><td>Ola</td><td>37</td></tr><tr><td>Priya</td><td>74</td></tr></table>',
  );
});

test('arrow keys, End and Home reach every cell, and the active one is told', async () => {
  await shown(500);
  await keys('{ArrowDown}', '{ArrowRight}');
  expect(activeText()).toBe('$37.00');
  await keys('{ArrowUp}', '{ArrowUp}', '{ArrowUp}');
  expect(activeText()).toBe('Pay');
  await keys('{ArrowDown}', '{End}');
  expect(activeText()).toBe('0.0%');
});

test('a parent that draws again with the same table does not make the grid ask again', async () => {
  const engine = await shown(100);
  await waitFor(() => expect(engine.answered).toContain('statistics'));
  const before = engine.answered.length;
  await userEvent.dblClick(screen.getByRole('button', { name: 'draw' }));
  expect(engine.answered.length).toBe(before);
});

test('a column tells its type, its distinct values and its extremes', async () => {
  await shown(100);
  const head = await screen.findByRole('columnheader', { name: /Pay/ });
  await waitFor(() =>
    expect(head.getAttribute('aria-description')).toBe(
      'Number · 100 distinct · 0 blank · $0.00 to $99.00 · sum $4,950.00 · mean $49.50',
    ),
  );
  fireEvent.pointerEnter(head);
  expect(screen.getByText('Number · pay')).toBeTruthy();
});
