// The dialog over the real thread that reads files.
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { cellAt } from '#core/data/column.ts';
import type { Language } from '#ui/language.tsx';
import { renderUi } from '#ui/testing/render-ui.tsx';
import { ImportDialog, type ImportDialogProps } from './import-dialog.tsx';

afterEach(cleanup);

type Imported = Parameters<ImportDialogProps['onImported']>[0];

function opened(text: BlobPart, name = 'q3_deals.csv', language: Language = 'en', more: readonly File[] = []) {
  const imported: Imported[] = [];
  const closed: string[] = [];
  renderUi(
    <ImportDialog
      files={[new File([text], name), ...more]}
      onClose={() => closed.push(name)}
      onImported={(found) => imported.push(found)}
    />,
    language,
  );
  return { imported, closed, user: userEvent.setup() };
}
const rowOf = async (label: string) => {
  const name = await screen.findByRole('textbox', { name: `Name: ${label}` });
  return within(name.closest('tr') as HTMLElement);
};
const choose = async (user: ReturnType<typeof userEvent.setup>, label: string, option: string) => {
  await user.click(screen.getByRole('combobox', { name: label }));
  await user.click(await screen.findByRole('option', { name: option }));
};

test('what was found is shown, can be changed, and is what the table becomes', async () => {
  const { imported, user } = opened('Deal;Rep;Closed;Amount\n001;Ann;1/2/2026;1.234,50\n002;Bo;3/4/2026;7,25\n');
  expect((await rowOf('Amount')).getByDisplayValue('1.234,56')).toBeTruthy();
  expect(screen.getByText(/“Closed” can be read as month\/day or day\/month/)).toBeTruthy();

  await choose(user, 'Order of the date: Closed', 'day, month, year');
  await choose(user, 'Shown as: Amount', 'EUR');
  const name = screen.getByRole('textbox', { name: 'Name: Amount' });
  await user.clear(name);
  await user.type(name, 'Deal value{Enter}');
  expect(screen.queryByText(/can be read as month/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Import' }));
  await waitFor(() => expect(imported.length).toBe(1));

  const { definition, frame } = imported[0] as Imported;
  expect(definition).toMatchObject({
    key: 'q3_deals',
    label: 'q3 deals',
    source: { delimiter: ';', file: 'q3_deals.csv' },
  });
  expect(definition.columns.map(({ key, type, format }) => [key, type, format])).toEqual([
    ['deal', 'text', undefined],
    ['rep', 'text', undefined],
    ['closed', 'date', undefined],
    ['deal_value', 'number', { kind: 'currency', currency: 'EUR' }],
  ]);
  const cell = (key: string) => {
    const column = frame.columns.get(key);
    return column && cellAt(column, 0);
  };
  expect([cell('deal'), cell('closed'), cell('deal_value')]).toEqual(['001', 46_054, 1234.5]); // 1 February 2026
});

test('wrong cells and rows of another width are listed after reading, and kept as errors if wanted', async () => {
  const lines = Array.from(
    { length: 80 },
    (_, row) => `r${row},${row === 33 ? 'soon' : row}${row === 50 ? ',extra' : ''}`,
  );
  const { imported, user } = opened(`rep,amount\n${lines.join('\n')}\n`);
  await user.click(await screen.findByRole('button', { name: 'Import' }));
  const list = within(await screen.findByRole('region', { name: 'Cells that do not fit' }));
  expect(list.getByRole('row').textContent).toBe('Row 34amountsoon');
  expect(
    within(screen.getByRole('region', { name: 'Rows that do not have 2 cells' })).getByRole('row').textContent,
  ).toBe('Row 513 cells');
  expect(imported).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Keep what was read' }));
  expect(imported[0]?.frame.rowCount).toBe(80);
  expect(imported[0]?.problems.map((one) => one.code)).toEqual(['import.wrong-cells', 'import.ragged-rows']);
});

test('texts that mean blank are asked for once and hold for every column', async () => {
  const { imported, user } = opened('rep,amount\nAnn,n/a\n-,5\nBo,6\n');
  expect((await rowOf('amount')).getByDisplayValue('Text')).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: 'Read as blank too' }), 'n/a, -{Enter}');
  await screen.findByRole('combobox', { name: 'Written as: amount' });
  await user.click(screen.getByRole('button', { name: 'Import' }));
  await waitFor(() => expect(imported.length).toBe(1));
  const [rep, amount] = ['rep', 'amount'].map((key) => imported[0]?.frame.columns.get(key));
  expect([rep && cellAt(rep, 1), amount && cellAt(amount, 0)]).toEqual([null, null]);
});

test('a damaged workbook is refused and says what to do, in Chinese too', async () => {
  const { user, closed } = opened(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), '目标.xlsx', 'zh-CN');
  expect(await screen.findByText(/已损坏，无法按工作簿读取/)).toBeTruthy();
  await user.click(screen.getAllByRole('button', { name: '关闭' }).at(-1) as HTMLElement);
  expect(closed).toEqual(['目标.xlsx']);
});

test('a long import shows its progress and can be cancelled back to the choices', async () => {
  const big = `rep,amount\n${'Ann,1234.56\n'.repeat(3_000_000)}`;
  const { imported, user } = opened(big, 'big.csv', 'en', [new File(['a\n1\n'], 'next.csv')]);
  expect(await screen.findByText('1 more file follows.')).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Import' }));
  await screen.findByRole('progressbar');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(await screen.findByRole('button', { name: 'Import' })).toBeTruthy();
  expect(imported).toEqual([]);
});
