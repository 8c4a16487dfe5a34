import { expect, test } from 'vitest';
import { readPanes } from './pane-sizes.ts';
import { parseRoute, routePath } from './routes.ts';

test('addresses of screens go there and back, whatever the ids hold', () => {
  for (const route of [
    { screen: 'library' },
    { screen: 'help', entry: undefined },
    { screen: 'help', entry: 'function/CEILING.MATH' },
    { screen: 'project', project: 'p1', tab: undefined },
    { screen: 'project', project: 'a/b', tab: 'design:50 %' },
  ] as const)
    expect(parseRoute(routePath(route))).toEqual(route);
  expect(parseRoute('/nowhere')).toEqual({ screen: 'library' });
  expect(parseRoute('/p/%E0%A4%A')).toEqual({ screen: 'project', project: '%E0%A4%A', tab: undefined });
});

test('remembered panes are taken as far as they make sense', () => {
  const panes = readPanes('{"rail":{"size":9999,"collapsed":true},"drawer":{"size":"wide"}}');
  expect(panes.rail).toEqual({ size: 400, collapsed: true });
  expect(panes.drawer).toEqual({ size: 216, collapsed: false });
  expect(readPanes('not json')).toEqual(readPanes(undefined));
  expect(readPanes('null').inspector.size).toBe(352);
});
