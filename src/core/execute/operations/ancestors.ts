/** Everyone above everyone: the closure of a child → parent table, level by level, with the dates on which each path holds. */
import { cellAt, type Column } from '../../data/column.ts';
import { isError, type Value } from '../../data/value.ts';
import { problem } from '../../problem/problem.ts';
import type { AncestorsStep } from '../../program/table-program.ts';
import { climb, type Hierarchy, type Paths } from '../climb.ts';
import { columnOfValues } from '../make-column.ts';
import { matchKeys, NO_KEY } from '../match-keys.ts';
import type { Explanation, Operation, OperationContext, Rows, Work } from '../operation.ts';
import { keyCodes } from '../key-codes.ts';
import { sayValue } from '../say-value.ts';
import { datesOf, endsOf, startsOf } from '../valid-on.ts';

export interface Closure {
  readonly paths: Paths;
  /** Each person's name: the first spelling. */
  readonly names: Column;
}

export const ancestors: Operation<AncestorsStep, Closure> = {
  *rows(step, context) {
    const { hierarchy, names } = yield* hierarchyOf(step, context);
    const paths = yield* climb(step.id, hierarchy, step.includeSelf, step.maxLevel);
    const circle = paths.circles[0];
    if (circle) {
      const people = [...circle, circle[0] as number].map((person) => nameOf(names, person)).join(' → ');
      const at = { design: step.origin.design, node: step.origin.node };
      context.report(problem('execute.circle', { people, count: paths.circles.length }, at));
    }
    return { count: paths.person.length, state: { paths, names } };
  },
  // eslint-disable-next-line require-yield -- the paths are at hand
  *column(step, key, rows) {
    const { paths, names } = rows.state;
    const { out } = step;
    if (key === out.descendant) return ofPeople(names, paths.person);
    if (key === out.ancestor) return ofPeople(names, paths.above);
    if (key === out.level) return { type: 'number', values: Float64Array.from(paths.level) };
    const type = step.columns.find((one) => one.key === key)?.type === 'datetime' ? 'datetime' : 'date';
    return { type, ...openEnds(key === out.from ? paths.from : paths.to) };
  },
  // eslint-disable-next-line require-yield -- the paths are at hand
  *lineage(step, row, rows) {
    return [{ step: step.input, rows: linksOf(rows.state.paths, row) }];
  },
  explain,
};

function* hierarchyOf(step: AncestorsStep, context: OperationContext): Work<{ hierarchy: Hierarchy; names: Column }> {
  const { count } = yield* context.rows(step.input);
  const child = yield* context.column(step.input, step.child);
  const parent = yield* context.column(step.input, step.parent);
  // Both columns name people: a parent that is a child elsewhere has the child's code, all others codes of their own.
  const { left, right } = matchKeys([child], [parent]);
  const onlyAbove = keyCodes(parent).codes;
  const ofChild = new Map<number, number>();
  const ofParent = new Map<number, number>();
  const names: Value[] = [];
  const personOf = (known: Map<number, number>, code: number, name: Value): number => {
    let person = known.get(code);
    if (person === undefined) known.set(code, (person = names.push(name) - 1));
    return person;
  };
  const children = new Int32Array(count).fill(NO_KEY);
  const parents = new Int32Array(count).fill(NO_KEY);
  for (let row = 0; row < count; row++) {
    const own = left[row] as number;
    if (own === NO_KEY) continue;
    children[row] = personOf(ofChild, own, cellAt(child, row));
    const above = cellAt(parent, row);
    if (above === null || isError(above)) continue;
    const code = right[row] as number;
    parents[row] =
      code === NO_KEY ? personOf(ofParent, onlyAbove[row] as number, above) : personOf(ofChild, code, above);
  }
  const dated = step.validity;
  const from = dated ? startsOf(yield* datesOf(context, step.input, dated.from)) : null;
  const to = dated ? endsOf(yield* datesOf(context, step.input, dated.to)) : null;
  return { hierarchy: { people: names.length, children, parents, from, to }, names: columnOfValues(names, child.type) };
}

function ofPeople(names: Column, people: Int32Array): Column {
  if ('codes' in names && !names.state) {
    return { ...names, codes: people.map((person) => names.codes[person] as number) };
  }
  if ('values' in names && !names.state) {
    return { ...names, values: Float64Array.from(people, (person) => names.values[person] as number) };
  }
  return columnOfValues(
    Array.from(people, (person) => cellAt(names, person)),
    names.type,
  );
}

/** Infinite ends are blank: always has, and still does. */
function openEnds(days: Float64Array): { values: Float64Array; state?: Uint8Array } {
  if (days.every(Number.isFinite)) return { values: days };
  return {
    values: days.map((day) => (Number.isFinite(day) ? day : 0)),
    state: Uint8Array.from(days, (day) => (Number.isFinite(day) ? 0 : 1)),
  };
}

function linksOf(paths: Paths, row: number): number[] {
  const links: number[] = [];
  for (let at = row; at >= 0 && (paths.link[at] as number) >= 0; at = paths.before[at] as number) {
    links.unshift(paths.link[at] as number);
  }
  return links;
}

function nameOf(names: Column, person: number): string {
  const value = cellAt(names, person);
  return typeof value === 'string' ? value : sayValue(value, { type: names.type }, 'en');
}

// eslint-disable-next-line require-yield -- the paths are at hand
function* explain(
  step: AncestorsStep,
  _key: string,
  row: number,
  rows: Rows<Closure>,
  _context: OperationContext,
): Work<Explanation> {
  const { paths, names } = rows.state;
  const level = paths.level[row] as number;
  const chain: number[] = [];
  for (let at = row; at >= 0; at = paths.before[at] as number) chain.unshift(paths.above[at] as number);
  if (chain[0] !== paths.person[row]) chain.unshift(paths.person[row] as number);
  const said = chain.map((person) => nameOf(names, person));
  const [lowest = '', highest = ''] = [said[0], said[said.length - 1]];
  const links = linksOf(paths, row);
  const span = sayValidity(paths, row);
  return {
    how: { by: 'ancestors', level },
    formula: '',
    substituted: said.join(' → '),
    inputs: [],
    rows: links.length > 0 ? [{ step: step.input, rows: links, total: links.length }] : [],
    sentence:
      level === 0
        ? { en: `${lowest} counts as level 0 of their own line.`, 'zh-CN': `${lowest} 本人计为第 0 级。` }
        : {
            en: `${highest} is ${level} ${level === 1 ? 'level' : 'levels'} above ${lowest}: ${said.join(' → ')}${span.en}.`,
            'zh-CN': `${highest} 是 ${lowest} 的第 ${level} 级上级：${said.join(' → ')}${span['zh-CN']}。`,
          },
  };
}

function sayValidity(paths: Paths, row: number): { en: string; 'zh-CN': string } {
  const from = paths.from[row] as number;
  const to = paths.to[row] as number;
  const day = (date: number) => sayValue(date, { type: 'date' }, 'en');
  return {
    en: `${from > -Infinity ? `, from ${day(from)}` : ''}${to < Infinity ? `, before ${day(to)}` : ''}`,
    'zh-CN': `${from > -Infinity ? `，自 ${day(from)} 起` : ''}${to < Infinity ? `，至 ${day(to)} 前` : ''}`,
  };
}
