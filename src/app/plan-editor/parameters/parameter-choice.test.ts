import { expect, test } from 'vitest';
import type { Compiled } from '#core/compile/compiled.ts';
import type { Parameter } from '#core/project/project.ts';
import { chooseParameter, nodeUsing } from './parameter-choice.ts';

const parameter = (key: string, value: Parameter['value'] = 1): Parameter => ({
  id: key,
  key,
  label: key,
  type: typeof value === 'number' ? 'number' : 'text',
  value,
});
const node = (...parameters: string[]) => ({ inputs: {}, outputs: {}, parameters });
const compiled: Compiled = {
  program: { program: 'table', design: 'd', steps: [], answers: {}, output: null, parameters: [] },
  problems: [],
  tables: new Map(),
  nodes: { deals: node(), boost: node('multiple'), limit: node('cap', 'name') },
};
const parameters = [parameter('unused'), parameter('cap'), parameter('multiple'), parameter('name', 'x')];
const chosen = (selected: string[], touched: string | null, tried: string[] = []) =>
  chooseParameter(parameters, compiled, selected, touched, tried).chosen?.key;

test('the selected node’s parameter comes first, then the one last touched, then the first in use', () => {
  expect(chosen(['boost'], null)).toBe('multiple');
  expect(chosen(['boost'], 'cap')).toBe('multiple');
  expect(chosen(['deals'], 'multiple')).toBe('multiple');
  expect(chosen([], null)).toBe('cap');
  expect(chooseParameter(parameters, undefined, [], null, []).chosen).toBeUndefined();
});

test('what is being tried stays in sight', () => {
  expect(chosen(['boost'], 'cap', ['cap'])).toBe('cap');
  expect(chosen(['boost'], null, ['cap'])).toBe('cap');
});

test('only numbers slide, those in use first', () => {
  const { all, used } = chooseParameter(parameters, compiled, [], null, []);
  expect(all.map((one) => one.key)).toEqual(['cap', 'multiple', 'unused']);
  expect(used.has('name')).toBe(true);
  expect(nodeUsing(compiled, 'cap', ['boost'])).toBe('limit');
  expect(nodeUsing(compiled, 'gone', [])).toBeUndefined();
});
