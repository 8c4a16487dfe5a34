import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { ResizablePane } from './resizable-pane.tsx';
import { renderUi } from './testing/render-ui.tsx';

afterEach(cleanup);

function Kept({ side }: { side: 'left' | 'right' | 'bottom' }) {
  const [size, setSize] = useState(200);
  const [collapsed, setCollapsed] = useState(false);
  return (
    <ResizablePane
      side={side}
      label="Inspector"
      size={size}
      min={184}
      max={400}
      collapsed={collapsed}
      onSize={setSize}
      onCollapsed={setCollapsed}
    >
      <p>inside</p>
    </ResizablePane>
  );
}

test.each([
  ['left', '{ArrowRight}', '{ArrowLeft}'],
  ['right', '{ArrowLeft}', '{ArrowRight}'],
  ['bottom', '{ArrowUp}', '{ArrowDown}'],
] as const)('a pane at the %s grows towards the middle, folds and unfolds by keys', async (side, grow, shrink) => {
  renderUi(<Kept side={side} />);
  const user = userEvent.setup();
  const separator = screen.getByRole('separator', { name: 'Inspector' });
  const size = () => separator.getAttribute('aria-valuenow');
  separator.focus();
  await user.keyboard(grow);
  expect(size()).toBe('216');
  await user.keyboard(`{Shift>}${grow}{/Shift}`);
  expect(size()).toBe('280');
  await user.keyboard('{End}');
  expect(size()).toBe('400');
  await user.keyboard('{Home}');
  expect(size()).toBe('184');
  await user.keyboard(shrink);
  expect(size()).toBe('0');
  expect(screen.getByText('inside').parentElement?.hidden).toBe(true);
  await user.keyboard(grow);
  expect(size()).toBe('184');
  await user.keyboard('{Enter}{Enter}');
  expect(size()).toBe('184');
});
