import { describe, expect, test } from 'vitest';
import type { PlanDesign } from '#core/project/project.ts';
import { fitText, mainWalk, planPicture, shorten } from './plan-picture.ts';

const links = (text: string) =>
  text.split(' ').map((pair) => {
    const [from = '', to = ''] = pair.split('>');
    return { from, to };
  });

describe('the walk of a picture', () => {
  test('the longest walk from the data to the payout is drawn', () => {
    const found = mainWalk(
      ['payout', 'deals', 'quotas', 'credit', 'bands'],
      links('deals>credit credit>bands quotas>bands bands>payout'),
    );
    expect(found).toEqual(['deals', 'credit', 'bands', 'payout']);
  });

  test('a circle and an edge from nowhere do not hang it', () => {
    expect(mainWalk(['a', 'b', 'c'], links('a>b b>a gone>c')).length).toBeGreaterThan(0);
    expect(mainWalk([], [])).toEqual([]);
  });

  test('a long walk keeps its ends and what has an answer', () => {
    const walk = ['deals', 'filter', 'a', 'b', 'bands', 'payout'];
    expect(shorten(walk, 4, (node) => node === 'bands')).toEqual(['deals', 'filter', 'bands', 'payout']);
    expect(shorten(walk, 9, () => false)).toEqual(walk);
  });

  test('a node of an unknown kind keeps its place and its name', () => {
    const design: PlanDesign = {
      kind: 'plan',
      id: 'd',
      name: 'Plan',
      nodes: { a: { kind: 'x', props: {} }, b: { kind: 'x', label: 'Bands', props: {} }, c: { kind: 'x', props: {} } },
      edges: [
        { from: { node: 'a', port: 'out' }, to: { node: 'b', port: 'in' } },
        { from: { node: 'b', port: 'out' }, to: { node: 'c', port: 'in' } },
      ],
      layout: {},
      tests: [],
    };
    const picture = planPicture(design, {
      catalog: { nodes: new Map(), fields: new Map(), steps: new Map() },
      language: 'en',
      values: { b: '$5' },
    });
    expect(picture.map(({ key, label, value }) => ({ key, label, value }))).toEqual([
      { key: 'a', label: 'x', value: undefined },
      { key: 'b', label: 'Bands', value: '$5' },
      { key: 'c', label: 'x', value: undefined },
    ]);
  });

  test('a name that is too long for its card is cut with an ellipsis', () => {
    expect(fitText('Payout', 77)).toBe('Payout');
    expect(fitText('Base commission', 77)).toMatch(/^Base comm.*…$/);
    expect(fitText('季度阶梯提成费率', 77)).toBe('季度阶梯提成…');
  });
});
