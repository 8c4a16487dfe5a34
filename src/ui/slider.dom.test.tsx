import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { Slider, snap } from './slider.tsx';
import { renderUi } from './testing/render-ui.tsx';

afterEach(cleanup);

function Held({ committed }: { committed: number[] }) {
  const [value, setValue] = useState(1.5);
  return (
    <Slider
      label="Multiple"
      value={value}
      min={1}
      max={3}
      step={0.05}
      was={1.5}
      valueText={`${value}×`}
      onChange={setValue}
      onCommit={(next) => committed.push(next)}
    />
  );
}

test('the slider moves by keys and Escape goes back to the old value', async () => {
  const committed: number[] = [];
  renderUi(<Held committed={committed} />);
  const user = userEvent.setup();
  const slider = screen.getByRole('slider', { name: 'Multiple' });
  slider.focus();
  await user.keyboard('{ArrowRight}{ArrowUp}{ArrowLeft}');
  expect(slider.getAttribute('aria-valuenow')).toBe('1.55');
  expect(slider.getAttribute('aria-valuetext')).toBe('1.55×');
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
  expect(slider.getAttribute('aria-valuenow')).toBe('2.05');
  await user.keyboard('{PageUp}');
  expect(slider.getAttribute('aria-valuenow')).toBe('2.25');
  await user.keyboard('{End}');
  expect(slider.getAttribute('aria-valuenow')).toBe('3');
  await user.keyboard('{ArrowRight}{Home}{ArrowLeft}');
  expect(slider.getAttribute('aria-valuenow')).toBe('1');
  await user.keyboard('{Escape}');
  expect(slider.getAttribute('aria-valuenow')).toBe('1.5');
  expect(committed.at(-1)).toBe(1.5);
});

test('steps are counted from the lower end, without binary noise', () => {
  expect(snap(0.30000000000000004, 0, 1, 0.1)).toBe(0.3);
  expect(snap(1.77, 1, 3, 0.05)).toBe(1.75);
  expect(snap(9, 1, 3, 0.05)).toBe(3);
});
