// Worked example of a quota by weighted quarters: columns become rows, each prorated by whole months.
import { expect, test } from 'vitest';
import { serialOf } from '../../calendar/civil.ts';
import { ask } from '../testing/ask.ts';
import { formulas } from '../testing/formulas.ts';
import { frame, step } from '../testing/programs.ts';

test('I17 weighted quarters of a person who starts on 1 March', () => {
  const quarters = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'];
  const wide = ['person:text', 'annual', 'start:date', ...quarters];
  const long = ['person:text', 'annual', 'start:date', 'quarter:text', 'weight'];
  const steps = [
    step({ op: 'read', id: 'people', source: { from: 'table', table: 'people' } }, wide),
    step(
      {
        op: 'unpivot',
        id: 'long',
        input: 'people',
        keys: ['person', 'annual', 'start'],
        from: quarters,
        out: { name: 'quarter', value: 'weight' },
      },
      long,
    ),
    step(
      {
        op: 'extend',
        id: 'quotas',
        input: 'long',
        made: formulas({ quota: 'ROUND(annual * weight * PRORATE(start, , quarter, "months"), 2)' }, { columns: long }),
      },
      [...long, 'quota'],
    ),
    step(
      {
        op: 'group',
        id: 'year',
        input: 'quotas',
        by: ['person'],
        made: formulas({ quota: 'SUM(quota)' }, { columns: ['quota'] }, 'group'),
      },
      ['person:text', 'quota'],
    ),
  ];
  const asked = ask(steps, {
    people: frame({
      'person:text': ['Ann', 'Bo'],
      annual: [100_000, 100_000],
      'start:date': [serialOf(2026, 3, 1), null],
      '2026-Q1': [0.2, 0.2],
      '2026-Q2': [0.2, 0.2],
      '2026-Q3': [0.2, 0.2],
      '2026-Q4': [0.4, 0.4],
    }),
  });
  expect(asked.cells('quotas', 'quota')).toEqual([6666.67, 20_000, 20_000, 40_000, 20_000, 20_000, 20_000, 40_000]);
  expect(asked.cells('year', 'quota')).toEqual([86_666.67, 100_000]);
  const trace = asked.trace('quotas', 0, 'quota');
  expect(trace.inputs.find((one) => one.name === 'weight')?.cell).toEqual({ step: 'long', row: 0, column: 'weight' });
  expect(asked.trace('long', 0, 'weight').cell).toEqual({ step: 'people', row: 0, column: '2026-Q1' });
});
