// The laws that every kind obeys, swept over the catalog.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { NodeKind, TableShape } from '#core/contracts/node-kind.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import type { DecisionDesign } from '#core/project/decision-design.ts';
import type { PlanDesign } from '#core/project/project.ts';
import { hasErrors } from '#core/problem/problem.ts';
import { sayProblem } from '#core/problem/codes.ts';
import { nodesOfForm } from '#core/program/form-expressions.ts';
import { wiringFaults } from '#core/program/wiring.ts';
import { catalog } from './catalog.ts';
import { errorCodes, fillSmall } from './testing/small-form.ts';
import { date, id, money, number, person, projectOf, runSmall, text, type SmallPlan } from './testing/small-plan.ts';

const kinds = [...catalog.nodes.values()];
const here = import.meta.dirname;

/** A table that has a column for every role, so that any kind finds what it needs. */
const anything: SmallPlan['tables'] = {
  rows: {
    columns: {
      deal: id,
      person,
      manager: { type: 'text', role: 'manager' },
      region: { type: 'text', role: 'region' },
      closed: date,
      until: { type: 'date' },
      amount: money,
      quota: { ...number, role: 'quota' },
      share: { ...number, format: { kind: 'percent' } },
      earned: { ...money, role: 'component' },
      note: text,
    },
    rows: [
      {
        deal: 'D1',
        person: 'Ann',
        manager: 'Mo',
        region: 'West',
        closed: '2026-07-01',
        amount: 10,
        quota: 20,
        share: 0.5,
        earned: 3,
      },
      {
        deal: 'D2',
        person: 'Bo',
        manager: 'Mo',
        region: 'East',
        closed: '2026-07-02',
        amount: 30,
        quota: 20,
        share: 1,
        earned: 4,
      },
    ],
  },
};

const scored = {
  person: 'person',
  value: 'amount',
  points: [
    { at: 0, score: 0 },
    { at: 30, score: 100 },
  ],
};
const limits: DecisionDesign = {
  kind: 'decision',
  id: 'limits',
  name: 'Limits',
  inputs: [{ id: 'i', key: 'share', label: 'Share', type: 'number' }],
  outputs: [{ id: 'o', key: 'verdict', label: 'Verdict', type: 'text', otherwise: 'refuse' }],
  hit: 'first',
  rules: [{ id: 'r', when: { i: '<= 60%' }, then: { o: 'grant' } }],
};

/** The kind alone on the canvas, fed at every port by that table, with the props it suggests for it. */
function planOf(kind: NodeKind): SmallPlan {
  const ports = kind.inputs.map((port) => port.key);
  const columns = Object.entries(anything.rows?.columns ?? {}).map(([key, column]): ColumnInfo => ({
    key,
    label: key,
    ...column,
  }));
  const shape: TableShape = { step: 'rows', columns };
  const inputs = Object.fromEntries(ports.map((port) => [port, [shape]]));
  const props = { ...((kind.suggest?.(kind.defaults, inputs) ?? kind.defaults) as Record<string, unknown>) };
  if (kind.kind === 'table') props['table'] = 'rows';
  if (kind.kind === 'scorecard') props['weights'] = [{ key: 'score', weight: 1 }];
  if (kind.kind === 'decision') props['decision'] = 'limits';
  return {
    tables: anything,
    decisions: [limits],
    nodes: {
      rows: ['table', { table: 'rows' }],
      ...(kind.kind === 'scorecard' ? { scores: ['kpi', scored] } : {}),
      node: [kind.kind, props],
    },
    edges: ports
      .map((port) => `${port === 'kpis' ? 'scores' : 'rows'} > node.${port}`)
      .concat(kind.kind === 'scorecard' ? ['rows > scores'] : []),
  };
}

describe.each(kinds.map((kind) => [kind.kind, kind] as const))('%s', (name, kind) => {
  test('its defaults are props that it accepts', () => {
    expect(kind.props.parse(kind.defaults)).toEqual(kind.defaults);
  });

  test('props survive JSON and structuredClone', () => {
    const props = kind.props.parse(kind.defaults);
    expect(kind.props.parse(JSON.parse(JSON.stringify(props)))).toEqual(props);
    expect(structuredClone(props)).toEqual(props);
  });

  test('just dropped and connected, it works with the props it suggests', () => {
    const { problems, compiled, rows } = runSmall(planOf(kind), 'node');
    expect(problems.filter((one) => one.severity === 'error')).toEqual([]);
    expect(compiled.program.answers['node']?.headline).toBeDefined();
    expect(rows.length).toBeGreaterThan(0);
  });

  test('what it lowers to is well wired, plain data', () => {
    const { program } = runSmall(planOf(kind), 'node').compiled;
    expect(wiringFaults(program)).toEqual([]);
    expect(JSON.parse(JSON.stringify(program))).toEqual(program);
    expect(structuredClone(program)).toEqual(program);
  });

  test('the columns it promises are those it makes, of the types it promises', () => {
    const { run, step, rows } = runSmall(planOf(kind), 'node');
    const { columns } = run.step(step);
    expect(Object.keys(rows[0] ?? {})).toEqual(columns.map((column) => column.key));
    for (const column of columns) {
      const cells = rows.map((row) => row[column.key]).filter((cell) => cell !== null);
      if (column.type === 'number' || column.type === 'date')
        for (const cell of cells) expect(cell).toBeTypeOf('number');
      if (column.type === 'text') for (const cell of cells) expect(cell).toBeTypeOf('string');
      if (column.type === 'boolean') for (const cell of cells) expect(cell).toBeTypeOf('boolean');
    }
  });

  test('with nothing connected and nothing chosen it says what it needs, in both languages', () => {
    const { problems } = runSmall({ tables: anything, nodes: { node: [name] }, edges: [] });
    expect(hasErrors(problems)).toBe(true);
    for (const one of problems) {
      expect(one.at.node).toBe('node');
      expect(sayProblem(one, 'en')).not.toBe('');
      expect(sayProblem(one, 'zh-CN')).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  test('the inspector draws every prop, once, and only ports that exist', () => {
    const schema = z.toJSONSchema(kind.props as z.ZodType) as { properties?: Record<string, unknown> };
    const drawn = kind.inspector.map((field) => field.prop);
    expect([...drawn].sort()).toEqual(Object.keys(schema.properties ?? {}).sort());
    const ports = kind.inputs.map((port) => port.key);
    for (const field of kind.inspector) {
      if ('from' in field && field.from !== undefined) expect(ports).toContain(field.from);
      if (field.control === 'pairs') expect(ports).toEqual(expect.arrayContaining([field.left, field.right]));
      if (field.when) expect(drawn).toContain(field.when.prop);
    }
  });

  test('choices offer what the props accept, and nothing else', () => {
    const defaults = kind.defaults as Record<string, unknown>;
    for (const field of kind.inspector) {
      if (field.control !== 'choice') continue;
      for (const option of field.options)
        expect(kind.props.safeParse({ ...defaults, [field.prop]: option.value }).success).toBe(true);
      expect(kind.props.safeParse({ ...defaults, [field.prop]: 'no-such-choice' }).success).toBe(false);
    }
  });

  test('it has words in both languages', () => {
    const { en, 'zh-CN': zh } = kind.words;
    const fields = kind.inspector.flatMap((field) => [
      field.words,
      ...(field.help ? [field.help] : []),
      ...(field.control === 'choice'
        ? field.options.flatMap((one) => [one.words, ...(one.help ? [one.help] : [])])
        : []),
    ]);
    const ports = [...kind.inputs, ...kind.outputs].map((port) => port.words);
    for (const words of [
      ...fields,
      ...ports,
      { en: en.label, 'zh-CN': zh.label },
      { en: en.summary, 'zh-CN': zh.summary },
    ]) {
      expect(words.en).toMatch(/[A-Za-z]/);
      expect(words['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  test('its folder and file are named after it, and its icon exists', () => {
    const families = readdirSync(here).filter((folder) => existsSync(resolve(here, folder, 'registry.ts')));
    const found = families.filter((folder) => existsSync(resolve(here, folder, name, `${name}.ts`)));
    expect(found).toHaveLength(1);
    const icons = readFileSync(resolve(here, '../ui/icons-of-kinds.ts'), 'utf8');
    expect(icons).toMatch(new RegExp(`^  '?${kind.icon}'?: `, 'm'));
  });

  test('migrations lead from every earlier version to props that it accepts', () => {
    for (let version = 1; version < kind.version; version++) expect(kind.migrations?.[version]).toBeTypeOf('function');
    expect(kind.version).toBeGreaterThanOrEqual(1);
  });
});

test('every folder of a family is a kind of its registry', () => {
  const folders = ['nodes', 'incentives', 'metrics', 'decisions'].flatMap((family) =>
    readdirSync(resolve(here, family), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name),
  );
  expect(folders.sort()).toEqual(kinds.map((kind) => kind.kind).sort());
});

test('the order of keys in the document changes no byte of a program', () => {
  const plan = planOf(catalog.nodes.get('attainment') as NodeKind);
  const turned = { ...plan, nodes: Object.fromEntries(Object.entries(plan.nodes).reverse()) };
  expect(Object.keys((projectOf(turned).designs[0] as PlanDesign).nodes)).not.toEqual(Object.keys(plan.nodes));
  const bytes = [plan, turned].map((one) => JSON.stringify(runSmall(one, 'node').compiled.program));
  expect(bytes[0]).toBe(bytes[1]);
});

describe.each([...catalog.fields.values()].map((kind) => [kind.kind, kind] as const))('field %s', (name, kind) => {
  const fields = {
    field: { kind: name, label: 'A field', props: name === 'computed' ? { formula: '1+1' } : {} },
    other: { kind: 'text' },
  };

  test('its defaults are props that it accepts, and they survive JSON and structuredClone', () => {
    const props = kind.props.parse(kind.defaults);
    expect(props).toEqual(kind.defaults);
    expect(kind.props.parse(JSON.parse(JSON.stringify(props)))).toEqual(props);
    expect(structuredClone(props)).toEqual(props);
  });

  test('just dropped, it can be filled in', () => {
    const filled = fillSmall({ fields });
    expect(errorCodes(filled)).toEqual([]);
    const keys = [...nodesOfForm(filled.compiled.program.root)].map((node) => node.origin.kind);
    expect(keys).toEqual([name, 'text']);
    expect(filled.submission().accepted).toBe(true);
  });

  test('what it lowers to is plain data, of the sort that it holds', () => {
    const { program } = fillSmall({ fields }).compiled;
    expect(JSON.parse(JSON.stringify(program))).toEqual(program);
    expect(structuredClone(program)).toEqual(program);
    const node = program.root[0]?.node;
    expect(node).toBe({ value: 'value', rows: 'repeat', fields: 'group', nothing: 'content' }[kind.holds]);
    expect(kind.shape !== undefined).toBe(kind.holds === 'value');
  });

  test('the inspector draws every prop, once, and choices offer what the props accept', () => {
    const schema = z.toJSONSchema(kind.props as z.ZodType) as { properties?: Record<string, unknown> };
    const drawn = kind.inspector.map((field) => field.prop);
    expect([...drawn].sort()).toEqual(Object.keys(schema.properties ?? {}).sort());
    for (const field of kind.inspector) {
      if (field.when) expect(drawn).toContain(field.when.prop);
      if (field.control !== 'choice') continue;
      const defaults = kind.defaults as Record<string, unknown>;
      for (const option of field.options)
        expect(kind.props.safeParse({ ...defaults, [field.prop]: option.value }).success).toBe(true);
      expect(kind.props.safeParse({ ...defaults, [field.prop]: 'no-such-choice' }).success).toBe(false);
    }
  });

  test('it has words in both languages, a folder named after it, and an icon', () => {
    const { en, 'zh-CN': zh } = kind.words;
    const own = kind.inspector.flatMap((field) => [
      field.words,
      ...(field.help ? [field.help] : []),
      ...(field.control === 'choice' ? field.options.map((one) => one.words) : []),
    ]);
    for (const words of [...own, { en: en.label, 'zh-CN': zh.label }, { en: en.summary, 'zh-CN': zh.summary }]) {
      expect(words.en).toMatch(/[A-Za-z]/);
      expect(words['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
    }
    expect(existsSync(resolve(here, 'fields', name, `${name}.ts`))).toBe(true);
    const icons = readFileSync(resolve(here, '../ui/icons-of-kinds.ts'), 'utf8');
    expect(icons).toMatch(new RegExp(`^  '?${kind.icon}'?: `, 'm'));
    for (let version = 1; version < kind.version; version++) expect(kind.migrations?.[version]).toBeTypeOf('function');
  });
});

test('every folder of the fields is a kind of their registry', () => {
  const folders = readdirSync(resolve(here, 'fields'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((entry) => entry.name).sort()).toEqual([...catalog.fields.keys()].sort());
});
