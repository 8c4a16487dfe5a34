import { expect, test } from 'vitest';
import { problem } from '#core/problem/problem.ts';
import { editsOfFix, otherProblems, pathParts, problemsAt } from './problems-at.ts';

const says = (path?: string) =>
  problem(
    'kind.says',
    { kind: 'k', id: 'x', words: { en: 'Wrong', 'zh-CN': '错' } },
    path === undefined ? {} : { path },
  );

test('a path of words becomes a path into the props, with numbers in lists only', () => {
  const props = { bands: [{ rate: 1 }], map: { 0: 'x' } };
  expect(pathParts(props, 'bands.0.rate')).toEqual(['bands', 0, 'rate']);
  expect(pathParts(props, 'map.0')).toEqual(['map', '0']);
});

test('a field shows its own problems and those below it, never those of a longer name', () => {
  const problems = [says('on'), says('on.1'), says('only'), says()];
  expect(problemsAt(problems, 'on')).toHaveLength(2);
  expect(otherProblems(problems, ['on', 'only'])).toEqual([says()]);
});

test('a quick fix replaces the span of the formula it points at', () => {
  const props = { made: [{ key: 'x', formula: 'amuont * 2' }] };
  const fix = {
    label: { en: 'Use “amount”', 'zh-CN': '改为 amount' },
    replace: { span: { start: 0, end: 6 }, text: 'amount' },
  };
  expect(editsOfFix('d', 'n', props, says('made.0.formula'), fix)).toEqual([
    { op: 'node.prop', design: 'd', node: 'n', path: ['made', 0, 'formula'], value: 'amount * 2' },
  ]);
  expect(editsOfFix('d', 'n', props, says('made.0.gone'), fix)).toEqual([]);
});

test('a fix that brings its own edits is taken as it is', () => {
  const edits = [{ op: 'node.remove', design: 'd', node: 'n' }];
  expect(editsOfFix('d', 'n', {}, says(), { label: { en: 'Delete', 'zh-CN': '删除' }, edits })).toEqual(edits);
});
