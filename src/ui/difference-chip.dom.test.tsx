import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { DifferenceChip, differenceOf } from './difference-chip.tsx';
import { renderUi } from './testing/render-ui.tsx';

afterEach(cleanup);
const usd = { kind: 'currency', currency: 'USD' } as const;
const text = (element: HTMLElement) => element.textContent;

describe('the difference chip', () => {
  test('more: the share, then the amount with its sign', () => {
    const { container } = renderUi(<DifferenceChip before={573_609.7} after={591_965.29} format={usd} />);
    expect(screen.getByRole('img', { name: 'more' })).toBeTruthy();
    expect(text(container)).toContain('3.2%+18,356');
  });

  test('less: a true minus, and words after it', () => {
    const { container } = renderUi(
      <DifferenceChip before={591_965} after={573_609} format={usd} note="2 people" />,
      'zh-CN',
    );
    expect(screen.getByRole('img', { name: '减少' })).toBeTruthy();
    expect(text(container)).toContain('−18,356');
    expect(text(container)).toContain('· 2 people');
  });

  test('nothing but binary noise is unchanged', () => {
    renderUi(<DifferenceChip before={0.3} after={0.1 + 0.2} />);
    expect(screen.getByText('unchanged')).toBeTruthy();
  });

  test('a percentage moves in points', () => {
    const { container } = renderUi(<DifferenceChip before={1} after={1.2} format={{ kind: 'percent' }} />);
    expect(text(container)).toContain('+20.0 pts');
    expect(text(container)).not.toContain('20.0%');
  });

  test('no share of zero, across zero, or of more than tenfold', () => {
    expect(differenceOf(0, 5)).toEqual({ direction: 'up', delta: 5 });
    expect(differenceOf(-5, 5)).toEqual({ direction: 'up', delta: 10 });
    expect(differenceOf(-40, -2550)).toEqual({ direction: 'down', delta: -2510 });
    expect(differenceOf(100, 50)).toEqual({ direction: 'down', delta: -50, share: 0.5 });
  });
});
