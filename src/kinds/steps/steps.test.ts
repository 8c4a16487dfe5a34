// The laws that every kind of step obeys, and what each lowers to.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { customersPort, type StepKind } from '#core/contracts/step-kind.ts';
import { sayProblem } from '#core/problem/codes.ts';
import { catalog } from '../catalog.ts';
import { compileSmallJourney, journeyProject, simulateSmall, type SmallJourney } from '../testing/small-journey.ts';
import { id, number, person, text } from '../testing/small-plan.ts';

const kinds = [...catalog.steps.values()];
const here = import.meta.dirname;
const customers: SmallJourney['customers'] = {
  columns: {
    customer: id,
    email: text,
    consent: { type: 'boolean' },
    owner: person,
    seats: number,
    signed: { type: 'date', role: 'date' },
  },
  rows: [
    { customer: 'C1', email: 'a@x.example', consent: true, owner: 'Ann', seats: 5, signed: '2026-07-02' },
    { customer: 'C2', email: null, consent: false, owner: 'Bo', seats: 9, signed: '2026-07-03' },
  ],
};
/** What a person would fill in where a kind cannot start without it. */
const needed: Readonly<Record<string, object>> = {
  branch: { when: 'seats > 6' },
  set: { variable: 'touches', value: 'touches + 1' },
};

/** The kind in a journey of its own, with the props it suggests. */
function journeyOf(kind: StepKind): SmallJourney {
  const columns = Object.entries(customers.columns).map(([key, column]) => ({ key, ...column }));
  const suggested = kind.suggest?.(kind.defaults, { [customersPort]: [{ step: '', columns }] }) ?? kind.defaults;
  const props = { ...(suggested as object), ...needed[kind.kind] };
  const header = { variables: [{ key: 'touches', type: 'number' as const, initial: '0' }] };
  if (kind.inputs.length === 0)
    return { customers, header, nodes: { step: [kind.kind, props], end: ['exit'] }, edges: ['step > end'] };
  return {
    customers,
    header,
    nodes: { start: ['entry'], step: [kind.kind, props], ...(kind.outputs.length > 0 ? { end: ['exit'] } : {}) },
    edges: ['start > step', ...kind.outputs.map((port) => `step.${port.key} > end`)],
  };
}

describe.each(kinds.map((kind) => [kind.kind, kind] as const))('%s', (name, kind) => {
  test('its defaults are props that it accepts, and survive JSON and structuredClone', () => {
    const props = kind.props.parse(kind.defaults);
    expect(props).toEqual(kind.defaults);
    expect(kind.props.parse(JSON.parse(JSON.stringify(props)))).toEqual(props);
    expect(structuredClone(props)).toEqual(props);
  });

  test('what it lowers to is plain data, and every customer gets through it or waits there', () => {
    const small = journeyOf(kind);
    const { program, problems } = compileSmallJourney(small);
    expect(problems).toEqual([]);
    expect(JSON.parse(JSON.stringify(program))).toEqual(program);
    expect(structuredClone(program)).toEqual(program);
    const result = simulateSmall(small);
    expect(result.nodes['step']).toEqual({ in: 2, waiting: 0, out: 2, failed: 0 });
  });

  test('the inspector draws every prop, once, and conditions name props', () => {
    const schema = z.toJSONSchema(kind.props as z.ZodType) as { properties?: Record<string, unknown> };
    const drawn = kind.inspector.map((field) => field.prop);
    expect([...drawn].sort()).toEqual(Object.keys(schema.properties ?? {}).sort());
    for (const field of kind.inspector) {
      if (field.when) expect(drawn).toContain(field.when.prop);
      if ('from' in field && field.from !== undefined) expect(['in', 'variables']).toContain(field.from);
      if (field.control !== 'choice') continue;
      for (const option of field.options)
        expect(kind.props.safeParse({ ...(kind.defaults as object), [field.prop]: option.value }).success).toBe(true);
    }
  });

  test('it has words in both languages', () => {
    const { en, 'zh-CN': zh } = kind.words;
    const told = [
      { en: en.label, 'zh-CN': zh.label },
      { en: en.summary, 'zh-CN': zh.summary },
      { en: en.unit ?? '', 'zh-CN': zh.unit ?? '' },
      ...[...kind.inputs, ...kind.outputs].map((port) => port.words),
      ...kind.inspector.flatMap((field) => [
        field.words,
        ...(field.help ? [field.help] : []),
        ...(field.control === 'choice' ? field.options.map((one) => one.words) : []),
      ]),
    ];
    for (const words of told) {
      expect(words.en).toMatch(/[A-Za-z]/);
      expect(words['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  test('its folder and file are named after it, and its icon exists', () => {
    expect(existsSync(resolve(here, name, `${name}.ts`))).toBe(true);
    const icons = readFileSync(resolve(here, '../../ui/icons-of-kinds.ts'), 'utf8');
    expect(icons).toMatch(new RegExp(`^  '?${kind.icon}'?: `, 'm'));
  });

  test('its open ports are ports, and migrations lead from every earlier version', () => {
    for (const port of kind.open ?? []) expect(kind.outputs.map((one) => one.key)).toContain(port);
    for (let version = 1; version < kind.version; version++) expect(kind.migrations?.[version]).toBeTypeOf('function');
  });
});

test('every folder of the family is a kind of its registry', () => {
  const folders = readdirSync(here, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []));
  expect(folders.sort()).toEqual(kinds.map((kind) => kind.kind).sort());
});

test('with nothing filled in, each says in both languages what it needs, at the prop', () => {
  const told = kinds.flatMap((kind) => {
    const small = { ...journeyOf(kind), nodes: { ...journeyOf(kind).nodes, step: [kind.kind, {}] as const } };
    return compileSmallJourney(small).problems.map((one) => [kind.kind, one] as const);
  });
  expect(told.map(([kind, one]) => [kind, one.at.path])).toEqual([
    ['branch', 'when'],
    ['set', 'variable'],
  ]);
  for (const [, one] of told) {
    expect(sayProblem(one, 'en')).toMatch(/[A-Za-z]/);
    expect(sayProblem(one, 'zh-CN')).toMatch(/[\u4e00-\u9fff]/);
  }
});

test('just added over a customers’ table, steps find their columns', () => {
  const props = (kind: string) => {
    const found = catalog.steps.get(kind);
    const table = journeyProject({ customers, nodes: {}, edges: [] }).tables[0];
    const columns = (table?.columns ?? []).map(({ id: _id, ...column }) => column);
    return found?.suggest?.(found.defaults, { [customersPort]: [{ step: '', columns }] });
  };
  expect(props('entry')).toEqual({ where: '', at: 'signed' });
  expect(props('email')).toEqual({ to: 'email', subject: '', consent: 'consent' });
  expect(props('call')).toEqual({ owner: 'owner', note: '' });
});
