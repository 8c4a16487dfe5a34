import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { NumberField } from './number-field.tsx';
import { renderUi } from './testing/render-ui.tsx';

afterEach(cleanup);

function Rate({ seen }: { seen: (number | undefined)[] }) {
  const [value, setValue] = useState<number | undefined>(0.0435);
  return (
    <NumberField
      label="Rate"
      value={value}
      min={0}
      max={1}
      format={{ kind: 'percent', decimals: 0 }}
      onCommit={(next) => {
        seen.push(next);
        setValue(next);
      }}
    />
  );
}

test('a rounded percentage is edited at full precision and an unchanged one is not saved', async () => {
  const seen: (number | undefined)[] = [];
  renderUi(<Rate seen={seen} />);
  const user = userEvent.setup();
  const field = screen.getByLabelText<HTMLInputElement>('Rate');
  expect(field.value).toBe('4%');
  await user.click(field);
  expect(field.value).toBe('4.35%');
  await user.tab();
  expect(seen).toEqual([]);
});

test('a number is committed by Enter, stepped by arrows, kept inside its limits, and nonsense goes back', async () => {
  const seen: (number | undefined)[] = [];
  renderUi(<Rate seen={seen} />);
  const user = userEvent.setup();
  const field = screen.getByLabelText<HTMLInputElement>('Rate');
  await user.click(field);
  await user.clear(field);
  await user.type(field, '5{Enter}');
  expect(seen).toEqual([0.05]);
  await user.keyboard('{ArrowUp}');
  expect(seen.at(-1)).toBe(0.06);
  await user.clear(field);
  await user.type(field, '700{Enter}');
  expect(seen.at(-1)).toBe(1);
  await user.clear(field);
  await user.type(field, 'many{Enter}');
  expect(seen.at(-1)).toBe(1);
  expect(seen).toHaveLength(3);
});

test('what is typed at once on entering is not selected and lost', async () => {
  const seen: (number | undefined)[] = [];
  renderUi(<Rate seen={seen} />);
  const user = userEvent.setup();
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Rate' });
  field.focus();
  await user.keyboard('1');
  await new Promise(requestAnimationFrame);
  await user.keyboard('2{Enter}');
  expect(seen).toEqual([0.12]);
});
