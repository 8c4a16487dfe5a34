import { describe, expect, test } from 'vitest';
import type { Action } from './actions.ts';
import { actionFor, pressIs } from './action-keys.ts';
import { findActions, fuzzyScore, groupActions } from './find-actions.ts';

const action = (id: string, en: string, zh: string, more: Partial<Action> = {}): Action => ({
  id,
  words: { en, 'zh-CN': zh },
  run: () => undefined,
  ...more,
});

const actions = [
  action('undo', 'Undo: Change the rate', '撤销：修改费率', { keys: 'Mod+z' }),
  action('theme', 'Theme: Dark', '主题：深色'),
  action('export', 'Export the project', '导出项目', { keys: 'Mod+Shift+e', whileTyping: true }),
  action('off', 'Redo', '重做', { disabled: true, keys: 'Mod+Shift+z' }),
];
const ids = (found: readonly Action[]) => found.map((one) => one.id);

describe('finding actions', () => {
  test('an action is found by a few letters in either language', () => {
    expect(ids(findActions(actions, 'dark', 'zh-CN'))).toEqual(['theme']);
    expect(ids(findActions(actions, '导出', 'en'))).toEqual(['export']);
    expect(ids(findActions(actions, 'exprj', 'en'))).toEqual(['export']);
    expect(ids(findActions(actions, '费率', 'zh-CN'))).toEqual(['undo']);
  });

  test('whole words come before scattered letters, and nothing answers nonsense', () => {
    const both = [action('scattered', 'Drag a table', ''), action('whole', 'Data', '')];
    expect(ids(findActions(both, 'data', 'en'))[0]).toBe('whole');
    expect(findActions(actions, 'qqq', 'en')).toEqual([]);
    expect(fuzzyScore('Export', 'tropxe')).toBeUndefined();
  });

  test('what cannot be done now is not offered', () => {
    expect(ids(findActions(actions, '', 'en'))).toEqual(['undo', 'theme', 'export']);
  });

  test('sections stand together, the named one last', () => {
    const view = { en: 'View', 'zh-CN': '视图' };
    const go = { en: 'Go to', 'zh-CN': '前往' };
    const list = [
      action('a', 'a', 'a', { section: view }),
      action('b', 'b', 'b', { section: go }),
      action('c', 'c', 'c'),
      action('d', 'd', 'd', { section: view }),
    ];
    expect(groupActions(list, 'en', 'View').map((group) => [group.section, ids(group.actions)])).toEqual([
      ['', ['c']],
      ['Go to', ['b']],
      ['View', ['a', 'd']],
    ]);
  });
});

describe('keys', () => {
  const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...held,
  });

  test('Mod is Ctrl here and Command on a Mac', () => {
    expect(pressIs('Mod+z', press('z', { ctrlKey: true }), false)).toBe(true);
    expect(pressIs('Mod+z', press('z', { metaKey: true }), false)).toBe(false);
    expect(pressIs('Mod+z', press('z', { metaKey: true }), true)).toBe(true);
    expect(pressIs('Mod+z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
    expect(pressIs('?', press('?', { shiftKey: true }), false)).toBe(true);
  });

  test('text that is being written keeps its own undo', () => {
    const undo = press('z', { ctrlKey: true });
    expect(actionFor(undo, false, actions)?.id).toBe('undo');
    expect(actionFor(undo, true, actions)).toBeUndefined();
    expect(actionFor(press('E', { ctrlKey: true, shiftKey: true }), true, actions)?.id).toBe('export');
    expect(actionFor(press('Z', { ctrlKey: true, shiftKey: true }), false, actions)).toBeUndefined();
  });
});
