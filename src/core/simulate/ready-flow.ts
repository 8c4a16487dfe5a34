/** A flow program made ready to be stepped through: nodes by number, ports as numbers of nodes, expressions as closures. */
import type { Column, Frame } from '../data/column.ts';
import { cellAt } from '../data/column.ts';
import type { Value } from '../data/value.ts';
import { compileScalar } from '../formula/evaluate/compile-scalar.ts';
import type { Environment } from '../formula/evaluate/environment.ts';
import type { Expression } from '../formula/expression.ts';
import type { Criterion, Duration, FlowNode, FlowProgram, NodeKey } from '../program/flow-program.ts';
import { saltOf, type Salt } from './dice.ts';
import { addCalendar, serialOfInstant } from './virtual-clock.ts';

/** Whom an expression is asked about, and when. */
export interface Subject {
  readonly row: number;
  /** The visit's variables. */
  readonly variables: Readonly<Record<string, Value>>;
  /** Milliseconds of the virtual clock. */
  readonly now: number;
}
export type Ask = (subject: Subject) => Value;

export interface ReadyExpression {
  readonly expression: Expression;
  readonly ask: Ask;
}
export interface ReadyCriterion {
  readonly key: string;
  readonly when?: ReadyExpression;
  readonly at?: ReadyExpression;
  readonly exits: boolean;
  readonly isGoal: boolean;
  readonly then: number;
  /** The last instant that counts, for an entry at an instant. */
  readonly window?: (entered: number, subject: Subject) => number;
}

export interface ReadyNode {
  readonly index: number;
  readonly key: NodeKey;
  readonly node: FlowNode;
  readonly ports: readonly string[];
  /** Where each port leads; -1: nowhere. */
  readonly targets: readonly number[];
  /** Its expressions by where they stand: `where`, `cases.0`, `fields.subject` … */
  readonly expressions: Readonly<Record<string, ReadyExpression>>;
  readonly salt: Salt;
}

export interface ReadyFlow {
  readonly program: FlowProgram;
  readonly nodes: readonly ReadyNode[];
  readonly entries: readonly ReadyNode[];
  readonly criteria: readonly ReadyCriterion[];
  readonly initial: readonly { readonly key: string; readonly value?: ReadyExpression }[];
  readonly numberOf: (key: NodeKey) => number;
  /** The instant a duration after another; NaN where its length is no number. */
  readonly later: (from: number, duration: Duration, subject: Subject) => number;
  readonly ready: (expression: Expression) => ReadyExpression;
  readonly environment: (subject: Subject) => Environment;
}

export interface FlowData {
  readonly tables: ReadonlyMap<string, Frame>;
  readonly parameters: Readonly<Record<string, Value>>;
  /** Of this run: the dice. */
  readonly seed: number;
}

export function readyFlow(program: FlowProgram, data: FlowData): ReadyFlow {
  const keys = Object.keys(program.nodes).sort();
  const numbers = new Map(keys.map((key, index) => [key, index]));
  const numberOf = (key: NodeKey) => numbers.get(key) ?? -1;
  const customers = data.tables.get(program.customers.table);
  const environment = (subject: Subject) => environmentOf(customers, data, subject);
  const known = new Map<Expression, ReadyExpression>();
  const ready = (expression: Expression): ReadyExpression => {
    const before = known.get(expression);
    if (before) return before;
    const run = compileScalar(expression);
    const made: ReadyExpression = { expression, ask: (subject) => run(environment(subject)) };
    known.set(expression, made);
    return made;
  };
  const later: ReadyFlow['later'] = (from, duration, subject) => {
    if ('calendar' in duration) return addCalendar(from, duration.calendar);
    const length = ready(duration.exact).ask(subject);
    return typeof length === 'number' ? from + Math.max(0, Math.round(length)) : NaN;
  };
  const nodes = keys.flatMap((key, index): ReadyNode[] => {
    const node = program.nodes[key];
    if (!node) return [];
    const ports = portsOf(node);
    return [
      {
        index,
        key,
        node,
        ports,
        targets: ports.map((port) => (Object.hasOwn(node.ports, port) ? numberOf(node.ports[port] ?? '') : -1)),
        expressions: Object.fromEntries(expressionsOf(node).map(([place, one]) => [place, ready(one)])),
        salt: saltOf(node.node === 'split' ? node.salt : key, data.seed),
      },
    ];
  });
  const { exits, goals, variables } = program.header;
  const criterion = (one: Criterion, rest: Omit<ReadyCriterion, 'key' | 'when' | 'at'>): ReadyCriterion => ({
    key: one.key,
    ...(one.when ? { when: ready(one.when) } : {}),
    ...(one.at ? { at: ready(one.at) } : {}),
    ...rest,
  });
  return {
    program,
    nodes,
    entries: nodes.filter((one) => one.node.node === 'entry'),
    // A goal reached in the same instant counts before an exit takes the visit away.
    criteria: [
      ...goals.map((goal) => {
        const { window } = goal;
        return criterion(goal, {
          exits: goal.exits,
          isGoal: true,
          then: -1,
          ...(window ? { window: (entered: number, subject: Subject) => later(entered, window, subject) } : {}),
        });
      }),
      ...exits.map((exit) =>
        criterion(exit, { exits: true, isGoal: false, then: exit.then === undefined ? -1 : numberOf(exit.then) }),
      ),
    ],
    initial: variables.map(({ key, initial }) => ({ key, ...(initial ? { value: ready(initial) } : {}) })),
    numberOf,
    later,
    ready,
    environment,
  };
}

/** Every port a node may be left by; those that lead somewhere are in the program. */
function portsOf(node: FlowNode): readonly string[] {
  const own = (): readonly string[] => {
    switch (node.node) {
      case 'branch':
        return [...node.cases.map((one) => one.port), 'else'];
      case 'split':
        return node.arms.map((arm) => arm.port);
      case 'act':
        return ['out', 'refused'];
      default:
        return ['out'];
    }
  };
  return [...new Set([...own(), ...Object.keys(node.ports), 'error'])];
}

function expressionsOf(node: FlowNode): readonly (readonly [string, Expression])[] {
  const given = (place: string, one: Expression | undefined) => (one ? [[place, one] as const] : []);
  switch (node.node) {
    case 'entry':
      return node.on.trigger === 'segment' ? [...given('where', node.on.where), ...given('at', node.on.at)] : [];
    case 'wait':
      return node.for.wait === 'until' ? [['instant', node.for.instant]] : [];
    case 'branch':
      return node.cases.map((one, index) => [`cases.${index}`, one.when] as const);
    case 'set':
      return node.set.map((one, index) => [`set.${index}`, one.value] as const);
    case 'act':
      return [
        ...given('consent', node.consent),
        ...given('address', node.address),
        ...node.fields.map((field) => [`fields.${field.key}`, field.value] as const),
      ];
    default:
      return [];
  }
}

const nothing: Column = { type: 'mixed', cells: [] };

function environmentOf(customers: Frame | undefined, data: FlowData, subject: Subject): Environment {
  return {
    column(key) {
      if (Object.hasOwn(subject.variables, key)) return subject.variables[key] ?? null;
      const column = customers?.columns.get(key);
      return column ? cellAt(column, subject.row) : null;
    },
    parameter: (key) => data.parameters[key] ?? null,
    prior: () => null,
    whole: (table, key) => data.tables.get(table)?.columns.get(key) ?? nothing,
    table: (table) => data.tables.get(table) ?? { rowCount: 0, columns: new Map() },
    asOf: serialOfInstant(subject.now),
  };
}
