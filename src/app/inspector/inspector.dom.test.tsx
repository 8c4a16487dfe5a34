import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { defineNode, type InspectorField, type NodeKind } from '#core/contracts/node-kind.ts';
import { catalog } from '#kinds/catalog.ts';
import { NodeInspector } from './inspector.tsx';
import { openPlan, smallPlan, smallProject, type OpenedPlan } from './testing/open-plan.tsx';

afterEach(cleanup);

const words = (text: string) => ({ en: text, 'zh-CN': `${text}（中）` });
const port = (key: string) => ({ key, type: 'rows', words: words(key) }) as const;

/** A kind that uses every control there is. */
const everyControl = defineNode<Record<string, unknown>>({
  kind: 'every-control',
  version: 1,
  family: 'shape',
  icon: 'table',
  words: {
    en: { label: 'Every control', summary: 'For tests' },
    'zh-CN': { label: '全部控件', summary: '用于测试' },
  },
  props: z.record(z.string(), z.unknown()),
  defaults: {},
  inputs: [port('in'), port('other')],
  outputs: [port('out')],
  inspector: [
    { control: 'text', prop: 'text', words: words('Some text'), section: 'reads' },
    { control: 'number', prop: 'number', words: words('A number'), min: 0, max: 10, optional: true },
    { control: 'toggle', prop: 'toggle', words: words('A switch') },
    {
      control: 'choice',
      prop: 'choice',
      words: words('A choice'),
      options: [
        { value: 'a', words: words('First') },
        { value: 'b', words: words('Second') },
      ],
    },
    { control: 'table', prop: 'table', words: words('A table'), optional: true },
    { control: 'column', prop: 'column', from: 'in', words: words('A column') },
    { control: 'columns', prop: 'columns', from: 'in', words: words('Some columns') },
    { control: 'formula', prop: 'formula', from: 'in', place: 'row', words: words('A formula') },
    { control: 'formulas', prop: 'formulas', from: 'in', place: 'row', words: words('Made columns') },
    { control: 'pairs', prop: 'pairs', left: 'in', right: 'other', words: words('Matching') },
    { control: 'take', prop: 'take', from: 'other', words: words('Taken') },
    { control: 'amount', prop: 'amount', format: 'percent', words: words('An amount') },
    { control: 'bands', prop: 'bands', words: words('A rate table') },
    { control: 'text', prop: 'hidden', words: words('Only with b'), when: { prop: 'choice', is: ['b'] } },
  ],
  lower: (_props, context) => {
    const [rows] = context.input('in');
    context.say('wrong', words('This text is wrong.'), { path: 'text' });
    context.say('loose', words('Something else is wrong.'), { severity: 'warning' });
    return rows && { ports: { out: rows } };
  },
});

const project = () =>
  smallProject({
    ...smallPlan,
    nodes: {
      ...smallPlan.nodes,
      every: {
        kind: 'every-control',
        props: {
          pairs: [{ left: 'person', right: 'person' }],
          columns: ['person', 'amount'],
          bands: [{ from: 0, rate: 0.1 }],
        },
      },
    },
    edges: [
      ...smallPlan.edges,
      { from: { node: 'deals', port: 'out' }, to: { node: 'every', port: 'in' } },
      { from: { node: 'quotas', port: 'out' }, to: { node: 'every', port: 'other' } },
    ],
  });

async function openEvery(): Promise<OpenedPlan> {
  const plan = await openPlan(project(), [everyControl]);
  plan.show(<NodeInspector design="plan" node="every" onSelect={() => undefined} />);
  return plan;
}

function shownIn(kind: NodeKind, field: InspectorField): Record<string, unknown> {
  const props = { ...(kind.defaults as Record<string, unknown>) };
  const satisfy = (when: InspectorField['when']): void => {
    if (!when) return;
    props[when.prop] = when.is[0];
    satisfy(kind.inspector.find((other) => other.prop === when.prop)?.when);
  };
  satisfy(field.when);
  return props;
}

describe('the inspector of every kind', () => {
  test('every prop of every kind has a field', () => {
    for (const kind of catalog.nodes.values()) {
      const fields = kind.inspector.map((field) => field.prop);
      expect([kind.kind, Object.keys(kind.defaults as object).filter((prop) => !fields.includes(prop))]).toEqual([kind.kind, []]); // prettier-ignore
    }
  });

  test('the inspector draws every prop of every kind', async () => {
    // One node for each set of conditions under which fields of a kind appear.
    const nodes = new Map<
      string,
      { readonly kind: NodeKind; readonly props: object; readonly fields: InspectorField[] }
    >();
    for (const kind of catalog.nodes.values())
      for (const field of kind.inspector) {
        const props = shownIn(kind, field);
        const same = [...nodes.values()].find(
          (one) => one.kind === kind && JSON.stringify(one.props) === JSON.stringify(props),
        );
        if (same) same.fields.push(field);
        else nodes.set(`node_${nodes.size}`, { kind, props, fields: [field] });
      }
    const all = [...nodes].map(([key, { kind, props }]) => [key, { kind: kind.kind, props }]);
    const plan = await openPlan(
      smallProject({ ...smallPlan, nodes: { ...smallPlan.nodes, ...Object.fromEntries(all) } }),
    );
    for (const [key, { kind, fields }] of nodes) {
      const view = plan.show(<NodeInspector design="plan" node={key} onSelect={() => undefined} />);
      const texts = new Set(
        [...view.container.querySelectorAll('label, h3, span, [aria-label]')].flatMap((one) => [
          one.textContent,
          one.getAttribute('aria-label'),
        ]),
      );
      for (const field of fields)
        expect([kind.kind, field.prop, texts.has(field.words.en)]).toEqual([kind.kind, field.prop, true]);
      view.unmount();
    }
    expect([...nodes.values()].flatMap((one) => one.fields).length).toBeGreaterThan(20);
  }, 60_000);
});

describe('controls', () => {
  const input = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
  function type(name: string | RegExp, text: string) {
    const found = input(name);
    fireEvent.focus(found);
    fireEvent.change(found, { target: { value: text } });
    fireEvent.blur(found);
  }

  test('every control there is can be drawn', async () => {
    await openEvery();
    for (const field of everyControl.inspector.filter((one) => !one.when))
      expect([field.prop, screen.queryAllByText(field.words.en).length > 0]).toEqual([field.prop, true]);
    expect(screen.queryByText('Only with b')).toBeNull();
  });

  test('text, numbers in their limits, switches and amounts become edits named after their field', async () => {
    const plan = await openEvery();
    type('Some text', 'hello');
    expect(plan.session.state.getState().canUndo?.en).toBe('Change Some text');
    type('A number', '25');
    type('An amount', '4%');
    fireEvent.click(screen.getByRole('switch', { name: 'A switch' }));
    expect(plan.props('every')).toMatchObject({ text: 'hello', number: 10, amount: 0.04, toggle: true });
    type('An amount', 'top_rate');
    type('A number', '');
    expect(plan.props('every')).toMatchObject({ amount: 'top_rate' });
    expect(plan.props('every')).not.toHaveProperty('number');
  });

  test('typing is one step to undo, and is in the plan before the field is left', async () => {
    const plan = await openEvery();
    const text = input('Some text');
    for (const part of ['h', 'he', 'hel']) {
      fireEvent.change(text, { target: { value: part } });
      await waitFor(() => expect(plan.props('every').text).toBe(part));
    }
    plan.session.undo();
    expect(plan.props('every').text).toBeUndefined();
  });

  test('Escape takes back what was typed', async () => {
    const plan = await openEvery();
    type('Some text', 'kept');
    fireEvent.change(input('Some text'), { target: { value: 'oops' } });
    fireEvent.keyDown(input('Some text'), { key: 'Escape' });
    expect(plan.props('every').text).toBe('kept');
    expect(input('Some text').value).toBe('kept');
  });

  test('what is no number is refused in words where only a number may stand', async () => {
    const plan = await openEvery();
    const number = input('A number');
    fireEvent.focus(number);
    fireEvent.change(number, { target: { value: 'many' } });
    expect(screen.getByText('Not a number. Write digits, such as 1200 or 4%.')).toBeTruthy();
    fireEvent.blur(number);
    expect(plan.props('every')).not.toHaveProperty('number');
    expect(number.value).toBe('');
  });

  test('problems stand at their field; those of no field stand on top', async () => {
    await openEvery();
    const line = input('Some text').closest('div')?.parentElement;
    expect(line?.textContent).toContain('This text is wrong.');
    expect(screen.getByText('Something else is wrong.').closest('article')).toBeTruthy();
  });

  test('a field with a condition appears with its condition', async () => {
    const plan = await openEvery();
    plan.session.edit([{ op: 'node.prop', design: 'plan', node: 'every', path: ['choice'], value: 'b' }], words('x'));
    expect(await screen.findByText('Only with b')).toBeTruthy();
  });

  test('lists are built by keyboard: add, move with Alt and arrows, remove', async () => {
    const plan = await openEvery();
    const list = screen.getByRole('list', { name: 'Some columns' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
    const second = within(list).getByRole('button', { name: 'Move Amount up' });
    fireEvent.keyDown(second, { key: 'ArrowUp', altKey: true });
    expect(plan.props('every').columns).toEqual(['amount', 'person']);
    fireEvent.click(within(list).getByRole('button', { name: 'Move Amount down' }));
    expect(plan.props('every').columns).toEqual(['person', 'amount']);
    fireEvent.click(within(list).getByRole('button', { name: 'Remove Person' }));
    expect(plan.props('every').columns).toEqual(['amount']);
    fireEvent.click(screen.getByRole('button', { name: 'Add to Made columns' }));
    expect(plan.props('every').formulas).toEqual([{ key: 'column', formula: '' }]);
    type('Column name 1', 'double');
    fireEvent.change(input('Formula 1'), { target: { value: 'amount * 2' } });
    await waitFor(() => expect(plan.props('every').formulas).toEqual([{ key: 'double', formula: 'amount * 2' }]));
  });
});

describe('the head and the other tabs', () => {
  async function openBase(onSelect = vi.fn()) {
    const plan = await openPlan();
    plan.show(<NodeInspector design="plan" node="base" onSelect={onSelect} />);
    return { plan, onSelect };
  }

  test('renames a node, and its key with everything that names it', async () => {
    const { plan, onSelect } = await openBase();
    const name = screen.getByRole('textbox', { name: 'Name' });
    fireEvent.change(name, { target: { value: 'Base commission' } });
    fireEvent.blur(name);
    expect(plan.node('base')?.label).toBe('Base commission');
    fireEvent.click(screen.getByRole('button', { name: 'Key base: change it' }));
    const key = screen.getByRole('textbox', { name: 'Key' });
    fireEvent.change(key, { target: { value: 'commission' } });
    fireEvent.keyDown(key, { key: 'Enter' });
    expect(onSelect).toHaveBeenCalledWith('commission');
    expect(plan.node('commission')?.label).toBe('Base commission');
  });

  test('a key that is taken is refused and nothing changes', async () => {
    const { plan, onSelect } = await openBase();
    fireEvent.click(screen.getByRole('button', { name: 'Key base: change it' }));
    const key = screen.getByRole('textbox', { name: 'Key' });
    fireEvent.change(key, { target: { value: 'payout' } });
    fireEvent.keyDown(key, { key: 'Enter' });
    expect(onSelect).not.toHaveBeenCalled();
    expect(plan.node('base')?.kind).toBe('bands');
    expect(plan.session.state.getState().refused).toHaveLength(1);
  });

  test('the answer tab tells rows, headline and the columns with their roles', async () => {
    await openBase();
    fireEvent.click(screen.getByRole('tab', { name: 'Answer' }));
    expect(screen.getByText('$16,570')).toBeTruthy();
    const row = screen.getByRole('rowheader', { name: /Quota/ }).closest('tr');
    expect(row?.textContent).toContain('USD');
    expect(row?.textContent).toContain('Quota');
    fireEvent.click(screen.getByRole('tab', { name: 'Settings' }));
  });

  test('who uses a node leads there', async () => {
    const { onSelect } = await openBase();
    fireEvent.click(screen.getByRole('tab', { name: 'Used by 1' }));
    fireEvent.click(screen.getByRole('button', { name: /payout/ }));
    expect(onSelect).toHaveBeenCalledWith('payout');
    fireEvent.click(screen.getByRole('tab', { name: 'Settings' }));
  });
});
