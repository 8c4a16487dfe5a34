import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Value } from '../../data/value.ts';
import { sayProblem } from '../../problem/codes.ts';
import { aboveOn, type Link } from '../reference/ancestors.ts';
import { ask } from '../testing/ask.ts';
import { frame, step } from '../testing/programs.ts';

function above(
  links: readonly Link[],
  options: { dated?: boolean; includeSelf?: boolean; maxLevel?: number | null } = {},
) {
  const { dated = false, includeSelf = false, maxLevel = null } = options;
  const names = ['person:text', 'manager:text', 'since:date', 'until:date'];
  const dates = { from: 'from', to: 'to' };
  const closure = step(
    {
      op: 'ancestors',
      id: 'above',
      input: 'links',
      child: 'person',
      parent: 'manager',
      ...(dated ? { validity: { from: 'since', to: 'until' } } : {}),
      includeSelf,
      maxLevel,
      out: { descendant: 'below', ancestor: 'above', level: 'level', ...(dated ? dates : {}) },
    },
    ['below:text', 'above:text', 'level', ...(dated ? ['from:date', 'to:date'] : [])],
  );
  const run = ask([step({ op: 'read', id: 'links', source: { from: 'table', table: 'links' } }, names), closure], {
    links: frame({
      'person:text': links.map((link) => link.child),
      'manager:text': links.map((link) => link.parent),
      'since:date': links.map((link) => link.from),
      'until:date': links.map((link) => link.to),
    }),
  });
  const rows = () => {
    const [lower, upper, level] = [
      run.cells('above', 'below'),
      run.cells('above', 'above'),
      run.cells('above', 'level'),
    ];
    const from = dated ? run.cells('above', 'from') : [];
    const to = dated ? run.cells('above', 'to') : [];
    return lower.map((one, i): Value[] => [
      one,
      upper[i] ?? null,
      level[i] ?? null,
      ...(dated ? [from[i] ?? null, to[i] ?? null] : []),
    ]);
  };
  return { ...run, rows };
}
const always = (child: string, parent: string | null): Link => ({ child, parent, from: null, to: null });

describe('ancestors', () => {
  test('everyone above everyone, with levels', () => {
    const links = [always('Ann', 'Mia'), always('Bob', 'Mia'), always('Mia', 'Zoe'), always('Zoe', null)];
    expect(above(links).rows()).toEqual([
      ['Ann', 'Mia', 1],
      ['Ann', 'Zoe', 2],
      ['Mia', 'Zoe', 1],
      ['Bob', 'Mia', 1],
      ['Bob', 'Zoe', 2],
    ]);
    expect(above(links, { maxLevel: 1, includeSelf: true }).rows()).toEqual([
      ['Ann', 'Ann', 0],
      ['Ann', 'Mia', 1],
      ['Mia', 'Mia', 0],
      ['Mia', 'Zoe', 1],
      ['Bob', 'Bob', 0],
      ['Bob', 'Mia', 1],
      ['Zoe', 'Zoe', 0],
    ]);
  });

  test('a path holds where all its links do', () => {
    const links: Link[] = [
      { child: 'Ann', parent: 'Mia', from: 10, to: 30 },
      { child: 'Ann', parent: 'Max', from: 30, to: null },
      { child: 'Mia', parent: 'Zoe', from: 20, to: 40 },
    ];
    expect(above(links, { dated: true }).rows()).toEqual([
      ['Ann', 'Mia', 1, 10, 30],
      ['Ann', 'Max', 1, 30, null],
      ['Ann', 'Zoe', 2, 20, 30],
      ['Mia', 'Zoe', 1, 20, 40],
    ]);
  });

  test('two ways up count once, at the nearest level', () => {
    const links = [always('Ann', 'Mia'), always('Ann', 'Zoe'), always('Mia', 'Zoe'), always('Ann', 'Mia')];
    expect(above(links).rows()).toEqual([
      ['Ann', 'Mia', 1],
      ['Ann', 'Zoe', 1],
      ['Mia', 'Zoe', 1],
    ]);
  });

  test('a circle is cut where it closes and reported once, with its people', () => {
    const run = above([always('Ann', 'Bob'), always('Bob', 'Cid'), always('Cid', 'Ann'), always('Eve', 'Ann')]);
    expect(run.rows().filter(([below]) => below === 'Ann')).toEqual([
      ['Ann', 'Bob', 1],
      ['Ann', 'Cid', 2],
    ]);
    expect(run.problems().map((one) => sayProblem(one, 'en'))).toEqual([
      'These people report to each other in a circle: Ann → Bob → Cid → Ann. The circle is cut; correct who reports to whom.',
    ]);
    const dated: Link[] = [
      { child: 'Ann', parent: 'Bob', from: 1, to: 5 },
      { child: 'Bob', parent: 'Ann', from: 5, to: 9 },
    ];
    const apart = above(dated, { dated: true });
    expect(apart.rows()).toHaveLength(2);
    expect(apart.problems()).toEqual([]);
  });

  test('the trace names the way up and its links', () => {
    const run = above([always('Ann', 'Mia'), always('Mia', 'Zoe')]);
    const trace = run.trace('above', 1, 'above');
    expect(trace.how).toEqual({ by: 'ancestors', level: 2 });
    expect(trace.sentence).toEqual({
      en: 'Zoe is 2 levels above Ann: Ann → Mia → Zoe.',
      'zh-CN': 'Zoe 是 Ann 的第 2 级上级：Ann → Mia → Zoe。',
    });
    expect(trace.rows).toEqual([{ step: 'links', rows: [0, 1], total: 2 }]);
  });

  test('on every day it says what the reference says, circles and all', () => {
    const person = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const day = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
    const link = fc.record({ child: person, parent: fc.option(person, { nil: null }), from: day, to: day });
    const property = fc.property(
      fc.array(link, { maxLength: 8 }),
      fc.boolean(),
      fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
      (links, includeSelf, maxLevel) => {
        const rows = above(links, { dated: true, includeSelf, maxLevel }).rows();
        for (let at = 0; at <= 6; at++) {
          const holding = rows.filter(([, , , from, to]) => Number(from ?? -1) <= at && at < Number(to ?? 99));
          expect(holding.map(([below, upper, level]) => `${below} ${upper} ${level}`).sort()).toEqual(
            aboveOn(links, at, includeSelf, maxLevel),
          );
        }
      },
    );
    fc.assert(property, { numRuns: 200 });
  });
});
