import { expect, test } from 'vitest';
import type { TableDefinition } from '#core/project/project.ts';
import type { CsvColumn } from '#importers/csv/csv-options.ts';
import { asNew, driftOf, fitted, leftOut, newColumns, targetsOf } from './column-mapping.ts';

const table: TableDefinition = {
  id: 't',
  key: 'deals',
  label: 'Deals',
  columns: [
    { id: 'c1', key: 'deal', label: 'Deal', type: 'text' },
    { id: 'c2', key: 'sum', label: 'Deal value', type: 'number' },
    { id: 'c3', key: 'closed', label: 'Closed', type: 'date' },
  ],
  source: { format: 'csv', columns: [{ label: 'Amount', key: 'sum' }] },
};
const column = (label: string, type: CsvColumn['reading']['type']): CsvColumn => ({
  label,
  key: label.toLowerCase(),
  reading: { type },
});

test('columns of a file find those of the table by what was decided, by the name they were imported under, and by name', () => {
  const file = [column('DEAL', 'number'), column('Amount', 'number'), column('Region', 'text'), column('Note', 'text')];
  expect(targetsOf(table, file)).toEqual(['c1', 'c2', asNew, asNew]);
  const again: TableDefinition = {
    ...table,
    source: { ...table.source, refresh: { targets: { Region: 'c3', Note: leftOut, Amount: 'c2' } } },
  };
  const targets = targetsOf(again, file);
  expect(targets).toEqual(['c1', 'c2', 'c3', leftOut]);
  expect(fitted(again, file, targets).map((one) => [one.key, one.reading.type])).toEqual([
    ['deal', 'text'],
    ['sum', 'number'],
    ['closed', 'date'],
    ['~3', 'text'],
  ]);
});

test('what differs is told: new, missing and retyped columns', () => {
  const file = [column('Deal', 'number'), column('Amount', 'number'), column('sum', 'text')];
  const targets = targetsOf(table, file);
  expect(targets).toEqual(['c1', 'c2', asNew]);
  expect(driftOf(table, file, targets)).toEqual({
    fresh: ['sum'],
    missing: ['Closed'],
    retyped: [{ label: 'Deal', was: 'text', is: 'number' }],
  });
  // Its own key would be that of another column.
  expect(newColumns(table, file, targets, () => 'id').map((one) => [one.key, one.label])).toEqual([['sum_2', 'sum']]);
});
