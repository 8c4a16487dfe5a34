import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errors, type Value } from '../../data/value.ts';
import { sayProblem } from '../../problem/codes.ts';
import type { ClusterStep } from '../../program/table-program.ts';
import { clusterRows, matchRows } from '../reference/cluster.ts';
import type { Row } from '../reference/row-operations.ts';
import { ask } from '../testing/ask.ts';
import { frame, step } from '../testing/programs.ts';

const columns = ['lead:text', 'email:text', 'phone:text', 'account:mixed'] as const;
const keys = ['lead', 'email', 'phone', 'account'] as const;
const read = step({ op: 'read', id: 'rows', source: { from: 'table', table: 'rows' } }, [...columns]);
const rules: ClusterStep['rules'] = [{ equal: ['email'], label: 'same mail' }, { equal: ['phone', 'account'] }];

function clustered(rows: readonly Row[], own: ClusterStep['rules'] = rules, name?: string) {
  const cells = Object.fromEntries(columns.map((one, at) => [one, rows.map((row) => row[keys[at] ?? ''] ?? null)]));
  const found = step(
    { op: 'cluster', id: 'people', input: 'rows', rules: own, out: 'person', ...(name === undefined ? {} : { name }) },
    [...columns, 'person:mixed'],
  );
  return ask([read, found], { rows: frame(cells) });
}
const lead = (name: Value, email: Value, phone: Value, account: Value): Row => ({ lead: name, email, phone, account });
const leads = [
  lead('a', 'ann@x', '1', 'Acme'),
  lead('b', 'bob@x', '2', 'Bolt'),
  lead('c', 'ANN@x', '3', 'Core'),
  lead('d', null, '3', 'core'),
  lead('e', null, null, null),
  lead('f', null, '3', null),
];

describe('cluster', () => {
  test('matches carry over from row to row; blanks match nothing; the first row names the identity', () => {
    const run = clustered(leads);
    expect(run.cells('people', 'person')).toEqual([1, 2, 1, 1, 5, 6]);
    expect(run.cells('people', 'lead')).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(clustered(leads, rules, 'lead').cells('people', 'person')).toEqual(['a', 'b', 'a', 'a', 'e', 'f']);
    expect(clustered(leads, []).cells('people', 'person')).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('an identity takes the name of its first row that has one, and names that stand for several are told', () => {
    const rows = [
      lead(null, 'x', '1', 'A'),
      lead('q', 'x', '2', 'B'),
      lead('Q', 'y', '3', 'C'),
      lead(null, 'z', '', ''),
    ];
    const run = clustered(rows, rules, 'lead');
    expect(run.cells('people', 'person')).toEqual(['q', 'q', 'Q', 4]);
    expect(run.problems().map((one) => sayProblem(one, 'en'))).toEqual([
      '1 name stands for several identities by lead: Q. They will be taken for one. Choose a column that names each row differently.',
    ]);
  });

  test('the trace tells the chain of matches from the first row, rule by rule', () => {
    const trace = clustered(leads).trace('people', 3, 'person');
    expect(trace.how).toEqual({
      by: 'cluster',
      rows: 3,
      links: [
        { from: 0, to: 2, rule: 0, label: 'same mail' },
        { from: 2, to: 3, rule: 1 },
      ],
    });
    expect(trace.sentence).toEqual({
      en: 'person 1: one of 3 rows of one identity; row 1 and row 3 by “same mail”: email “ann@x”; row 3 and row 4 by phone “3”, account “Core”.',
      'zh-CN':
        'person 1：同一身份共 3 行；第 1 行与第 3 行（“same mail”：email “ann@x”）；第 3 行与第 4 行（phone “3”、account “Core”）。',
    });
    expect(trace.rows).toEqual([{ step: 'rows', rows: [0, 2, 3], total: 3 }]);
    const alone = clustered(leads).trace('people', 1, 'person').sentence;
    expect(alone).toEqual({
      en: 'person 2: no other row matches this one.',
      'zh-CN': 'person 2：没有其他行与本行匹配。',
    });
    expect(clustered(leads).trace('people', 0, 'person').sentence.en).toBe(
      'person 1: the first of 3 rows of one identity.',
    );
  });

  test('finds what spreading by hand finds, and every chain is made of real matches', () => {
    const cell = fc.constantFrom<Value[]>('a', 'A', 'b', 'c', 'd', null, errors['#N/A']);
    const row = fc.record({
      lead: cell,
      email: cell,
      phone: cell,
      account: fc.oneof(cell, fc.constantFrom<Value[]>(0.3, 0.1 + 0.2, true)),
    });
    const some = fc.array(
      fc.record({ equal: fc.uniqueArray(fc.constantFrom('email', 'phone', 'account'), { maxLength: 3 }) }),
      { maxLength: 3 },
    );
    const property = fc.property(fc.array(row, { maxLength: 10 }), some, (rows, own) => {
      const run = clustered(rows, own);
      const firsts = clusterRows(rows, own);
      expect(run.cells('people', 'person')).toEqual(firsts.map((first) => first + 1));
      rows.forEach((_, at) => {
        const { how } = run.trace('people', at, 'person');
        if (how.by !== 'cluster') throw new Error(`explained by ${how.by}`);
        expect(how.rows).toBe(firsts.filter((first) => first === firsts[at]).length);
        let reached = firsts[at];
        for (const link of how.links) {
          expect(link.from).toBe(reached);
          const rule = own[link.rule];
          expect(rule && matchRows(rows[link.from] as Row, rows[link.to] as Row, [rule])).toBe(true);
          reached = link.to;
        }
        expect(reached).toBe(at);
      });
    });
    fc.assert(property, { numRuns: 150 });
  });
});
