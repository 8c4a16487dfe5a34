import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { catalog } from '#kinds/catalog.ts';
import { renderUi } from '#ui/testing/render-ui.tsx';
import { findKinds } from './find-kinds.ts';
import { Palette } from './palette.tsx';

afterEach(cleanup);

function open(language: 'en' | 'zh-CN' = 'en') {
  const onAdd = vi.fn();
  const onDrop = vi.fn();
  renderUi(
    <Palette find={(query) => findKinds(catalog.nodes.values(), query)} onAdd={onAdd} onDrop={onDrop} />,
    language,
  );
  return { onAdd, onDrop };
}
const kind = (name: string) => screen.getByRole('button', { name });

describe('the palette', () => {
  test('shows every kind of the catalog under its heading, in the language of the screen', () => {
    open('zh-CN');
    for (const one of catalog.nodes.values()) expect(kind(one.words['zh-CN'].label)).toBeTruthy();
    expect(screen.getByRole('group', { name: '计酬' }).textContent).toContain('阶梯费率');
  });

  test('search and Enter add the first kind found; the other language is understood', () => {
    const { onAdd } = open();
    const search = screen.getByRole('searchbox', { name: 'Add a node' });
    fireEvent.change(search, { target: { value: '阶梯' } });
    expect(screen.getByText('1 node found').getAttribute('role')).toBe('status');
    fireEvent.keyDown(search, { key: 'Enter' });
    expect(onAdd).toHaveBeenCalledWith(catalog.nodes.get('bands'));
    fireEvent.change(search, { target: { value: 'zzz' } });
    expect(screen.getByText('No node is called “zzz”.')).toBeTruthy();
  });

  test('arrows move one focus through all kinds, and back to the search', () => {
    open();
    const search = screen.getByRole('searchbox');
    fireEvent.keyDown(search, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(kind('Table'));
    expect(screen.getAllByRole('button').filter((one) => one.tabIndex === 0)).toHaveLength(1);
    fireEvent.keyDown(kind('Table'), { key: 'ArrowRight' });
    expect((document.activeElement as HTMLElement).tabIndex).toBe(0);
    fireEvent.keyDown(document.activeElement ?? search, { key: 'ArrowLeft' });
    fireEvent.keyDown(kind('Table'), { key: 'ArrowUp' });
    expect(document.activeElement).toBe(search);
  });

  test('a click adds; a drag drops where it is let go; Escape takes it back', () => {
    const { onAdd, onDrop } = open();
    const table = kind('Table');
    fireEvent.click(table);
    expect(onAdd).toHaveBeenCalledTimes(1);

    const at = (x: number, y: number) => ({ pointerId: 1, button: 0, clientX: x, clientY: y });
    fireEvent.pointerDown(table, at(10, 10));
    fireEvent.pointerMove(table, at(12, 11));
    fireEvent.pointerUp(table, at(12, 11));
    expect(onDrop).not.toHaveBeenCalled();

    fireEvent.pointerDown(table, at(10, 10));
    fireEvent.pointerMove(table, at(300, 200));
    fireEvent.pointerUp(table, at(310, 210));
    fireEvent.click(table);
    expect(onDrop).toHaveBeenCalledWith(catalog.nodes.get('table'), 310, 210);
    expect(onAdd).toHaveBeenCalledTimes(1);

    fireEvent.pointerDown(table, at(10, 10));
    fireEvent.pointerMove(table, at(300, 200));
    fireEvent.keyDown(window, { key: 'Escape' });
    fireEvent.pointerUp(table, at(310, 210));
    expect(onDrop).toHaveBeenCalledTimes(1);
  });
});
