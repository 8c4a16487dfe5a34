import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { columnOfValues } from '#core/execute/make-column.ts';
import { lensPlace } from '#core/execute/lens-place.ts';
import { drain } from '#core/execute/run.ts';
import { checkFormula } from '#core/formula/check/check-formula.ts';
import type { Span } from '#core/problem/problem.ts';
import type { RunInput } from '#engine/protocol.ts';
import { createEngineState, serve } from '#engine/serve.ts';
import { render } from '@testing-library/react';
import type { Language } from '#ui/language.tsx';
import { UiProvider } from '#ui/ui-provider.tsx';
import type { EnginePort } from '../../session/engine-port.ts';
import { LensPanel } from './lens-panel.tsx';
import { useLens, type LensSource } from './use-lens.ts';

afterEach(cleanup);

const money = { kind: 'currency', currency: 'USD' } as const;
const columns = [
  { key: 'rep', type: 'text', role: 'person' },
  { key: 'amount', type: 'number', format: money },
  { key: 'quota', type: 'number' },
] as const;
const run: RunInput = {
  program: {
    program: 'table',
    design: 'd',
    steps: [
      {
        op: 'read',
        id: 'deals',
        source: { from: 'table', table: 'deals' },
        columns,
        origin: { design: 'd', node: 'deals', kind: 'table', label: 'Deals' },
      },
    ],
    answers: {},
    output: null,
    parameters: [],
  },
  parameters: {},
  asOf: 46_000,
};

let opened = 0;

/** Each of its own design: the row looked at is remembered for as long as the page lives. */
function source(): LensSource {
  const state = createEngineState();
  const column = (values: readonly (number | string | null)[], type: 'number' | 'text') => columnOfValues(values, type);
  drain(
    serve(state, 'table.put', {
      table: 'deals',
      frame: {
        rowCount: 4,
        columns: new Map([
          ['rep', column(['Ann', 'Bo', 'Cy', 'Di'], 'text')],
          ['amount', column([1200.5, null, 50, 8], 'number')],
          ['quota', column([100, 10, 0, 4], 'number')],
        ]),
      },
    }),
  );
  const engine: EnginePort = { ask: (name, ask) => Promise.resolve().then(() => drain(serve(state, name, ask))) };
  const place = lensPlace(run.program, 'more', 'row', 'deals', 'new');
  if (!place) throw new Error('no place');
  const program = { ...run.program, design: `d${opened++}` };
  return { engine, run: { ...run, program }, place, names: [columns[0]] };
}

/** The panel under a plain text: what is marked of it is shown beside it. */
function Editor({ from, start }: { readonly from: LensSource; readonly start: string }) {
  const [text, setText] = useState(start);
  const [marked, setMarked] = useState<Span | null>(null);
  const [at, setAt] = useState<number | null>(null);
  const scope = { place: 'row', columns, parameters: [], tables: new Map() } as const;
  const { expression, problems } = checkFormula(text, scope);
  const good = !problems.some((one) => one.severity === 'error');
  const view = useLens(from, text, good ? (expression ?? null) : null);
  return (
    <>
      <input aria-label="text" value={text} onChange={(event) => setText(event.target.value)} />
      <button type="button" onClick={() => setAt(text.indexOf('amount'))}>
        point
      </button>
      <output data-testid="marked">{marked ? text.slice(marked.start, marked.end) : ''}</output>
      {view && <LensPanel view={view} at={at} onMark={setMarked} />}
    </>
  );
}

function open(start: string, language: Language = 'en') {
  render(
    <UiProvider env="test" language={language}>
      <Editor from={source()} start={start} />
    </UiProvider>,
  );
}
const lines = () => screen.getAllByRole('treeitem').map((line) => line.textContent);
const line = (name: RegExp) => screen.getAllByRole('treeitem').find((one) => name.test(one.textContent)) as HTMLElement;
const write = (text: string) => fireEvent.change(screen.getByLabelText('text'), { target: { value: text } });

describe('the formula lens', () => {
  test('each part of the formula stands with its value on the row, as the table shows it', async () => {
    open('IF(quota > 0, amount / quota, quota)');
    await waitFor(() =>
      expect(lines()).toEqual([
        'Result$12.01',
        'quota > 0TRUE',
        'quota100',
        'amount / quota$12.01',
        'amount$1,200.50',
        'quota100',
        'quotanot computed',
      ]),
    );
    expect(screen.getByText('Ann')).toBeTruthy();
  });

  test('rows are walked, typed and searched for errors; blanks and errors have their own look', async () => {
    open('amount / quota');
    await screen.findByRole('tree');
    fireEvent.click(screen.getByRole('button', { name: 'Next row' }));
    await waitFor(() => expect(lines()).toEqual(['Result$0.00', 'amountblank', 'quota10']));
    expect(line(/^amount/).dataset['kind']).toBe('blank');
    expect(screen.getByText('Bo')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Next row with an error' }));
    await waitFor(() => expect(lines()).toEqual(['Result#DIV/0!', 'amount$50.00', 'quota0']));
    expect(line(/^Result/).dataset['kind']).toBe('error');
    expect(screen.getByTitle('Row 3; 1 row has an error')).toBeTruthy();
    const row = screen.getByRole('textbox', { name: /^Row/ });
    fireEvent.change(row, { target: { value: '4' } });
    fireEvent.keyDown(row, { key: 'Enter' });
    await waitFor(() => expect(lines()[0]).toBe('Result$2.00'));
    expect(screen.getByRole('button', { name: 'Next row' })).toHaveProperty('disabled', true);
    fireEvent.keyDown(row, { key: 'ArrowDown' });
    expect(row).toHaveProperty('value', '4');
    fireEvent.click(screen.getByRole('button', { name: 'Previous row' }));
    await waitFor(() => expect(lines()[0]).toBe('Result#DIV/0!'));
  });

  test('values follow the typing, and the last good ones stay, dimmed, while the formula is broken', async () => {
    open('amount + 1');
    await waitFor(() => expect(lines()).toEqual(['Result$1,201.50', 'amount$1,200.50']));
    write('amount + 2');
    await waitFor(() => expect(lines()[0]).toBe('Result$1,202.50'));
    write('amount + ');
    expect(await screen.findByText('The last values, until the formula is whole again')).toBeTruthy();
    expect(lines()[0]).toBe('Result$1,202.50');
    expect(screen.getByRole('tree').dataset['old']).toBe('true');
    write('quota * 2');
    await waitFor(() => expect(lines()).toEqual(['Result200', 'quota100']));
    expect(screen.getByRole('tree').dataset['old']).toBeUndefined();
  });

  test('a line lights up its part of the text, and the pointer in the text its line', async () => {
    open('ROUND(amount, 0) + quota');
    await screen.findByRole('tree');
    fireEvent.pointerEnter(line(/^ROUND/));
    expect(screen.getByTestId('marked').textContent).toBe('ROUND(amount, 0)');
    fireEvent.pointerLeave(screen.getByRole('tree'));
    expect(screen.getByTestId('marked').textContent).toBe('');
    fireEvent.click(screen.getByRole('button', { name: 'point' }));
    expect(line(/^amount/).dataset['pointed']).toBe('true');
  });

  test('the tree is walked, folded and opened by keys', async () => {
    open('ROUND(amount, 0) + quota');
    const tree = await screen.findByRole('tree');
    const press = (key: string) => fireEvent.keyDown(document.activeElement ?? tree, { key });
    line(/^Result/).focus();
    press('ArrowDown');
    expect(document.activeElement).toBe(line(/^ROUND/));
    expect(screen.getByTestId('marked').textContent).toBe('ROUND(amount, 0)');
    press('ArrowLeft');
    expect(line(/^ROUND/).getAttribute('aria-expanded')).toBe('false');
    expect(lines()).toEqual(['Result$1,301.00', 'ROUND(amount, 0)$1,201.00', 'quota100']);
    press('ArrowRight');
    press('ArrowRight');
    expect(document.activeElement).toBe(line(/^amount/));
    press('ArrowLeft');
    press('ArrowLeft');
    press('End');
    expect(document.activeElement).toBe(line(/^quota/));
    press('Home');
    expect(document.activeElement).toBe(line(/^Result/));
  });

  test('in Chinese, folded, it still says the result', async () => {
    open('SUM(amount, quota)', 'zh-CN');
    await screen.findByRole('tree', { name: '公式各部分的取值' });
    fireEvent.click(screen.getByRole('button', { name: '隐藏各部分' }));
    expect(screen.queryByRole('tree')).toBeNull();
    const panel = screen.getByRole('region', { name: '某一行的取值' });
    expect(within(panel).getByText(/1,300\.50/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '显示各部分' }));
    expect(screen.getByRole('tree')).toBeTruthy();
  });
});
