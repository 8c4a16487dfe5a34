/**
 * An expression as formula text, with the fewest brackets that keep its meaning: what is printed reads back as the same tree.
 * `substitute` prints it with values in the places of names.
 */
import type { Expression, Literal } from '../expression.ts';
import { PERCENT_PRECEDENCE, precedence, PREFIX_PRECEDENCE } from '../syntax.ts';
import { writeName, writeTableColumn } from '../tokens.ts';

/** Parts that a printer may write in its own way. */
export type Leaf = Extract<
  Expression,
  { readonly node: 'literal' | 'column' | 'parameter' | 'prior' | 'whole' | 'table' | 'local' }
>;

/** The text for a leaf; undefined: as the formula writes it. */
export type WriteLeaf = (leaf: Leaf) => string | undefined;

/** Text, and how tightly its outermost operator binds. */
interface Printed {
  readonly text: string;
  readonly level: number;
}

/** What needs no brackets anywhere. */
const ATOM = 9;

function printLiteral(value: Literal): string {
  if (typeof value === 'number') return String(value).toUpperCase();
  if (typeof value === 'string') return `"${value.replaceAll('"', '""')}"`;
  if (value === null) return '""';
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : value.error;
}

const isPercent = (leaf: Leaf) => leaf.node === 'literal' && leaf.format?.kind === 'percent';

function printLeaf(leaf: Leaf): string {
  switch (leaf.node) {
    case 'literal':
      // A rate that a design holds as a number: people read 8 %, not 0.08.
      if (isPercent(leaf) && typeof leaf.value === 'number') return `${Number((leaf.value * 100).toPrecision(15))}%`;
      return printLiteral(leaf.value);
    case 'column':
    case 'parameter':
      return writeName(leaf.key);
    case 'prior':
      return writeTableColumn('prior', leaf.key);
    case 'whole':
      return writeTableColumn(leaf.table, leaf.key);
    case 'table':
      return `${leaf.table}[]`;
    case 'local':
      return leaf.name;
  }
}

function levelOf(text: string): number {
  if (/^[-−+]/.test(text)) return PREFIX_PRECEDENCE;
  return /%$/.test(text) ? PERCENT_PRECEDENCE : ATOM;
}

function fit({ text, level }: Printed, least: number): string {
  return level >= least ? text : `(${text})`;
}

function printLet(expression: Extract<Expression, { node: 'let' }>, write: WriteLeaf): Printed {
  const parts: string[] = [];
  let inner: Expression = expression;
  while (inner.node === 'let') {
    parts.push(inner.name, print(inner.value, write).text);
    inner = inner.body;
  }
  return { text: `LET(${[...parts, print(inner, write).text].join(', ')})`, level: ATOM };
}

/** Chains are printed from their left end, as they are checked. */
function printChain(expression: Extract<Expression, { node: 'binary' }>, write: WriteLeaf): Printed {
  const chain: Extract<Expression, { node: 'binary' }>[] = [];
  let first: Expression = expression;
  while (first.node === 'binary') {
    chain.push(first);
    first = first.left;
  }
  let left = print(first, write);
  for (const { operator, right } of chain.reverse()) {
    const level = precedence[operator];
    left = { text: `${fit(left, level)} ${operator} ${fit(print(right, write), level + 1)}`, level };
  }
  return left;
}

function print(expression: Expression, write: WriteLeaf): Printed {
  switch (expression.node) {
    case 'array': {
      const rows = expression.rows.map((row) => row.map(printLiteral).join(', '));
      return { text: `{${rows.join('; ')}}`, level: ATOM };
    }
    case 'unary': {
      if (expression.operator === '%') {
        return { text: `${fit(print(expression.operand, write), PERCENT_PRECEDENCE)}%`, level: PERCENT_PRECEDENCE };
      }
      const operand = fit(print(expression.operand, write), PREFIX_PRECEDENCE);
      return { text: expression.operator + operand, level: PREFIX_PRECEDENCE };
    }
    case 'binary':
      return printChain(expression, write);
    case 'call':
      return {
        text: `${expression.name}(${expression.args.map((arg) => print(arg, write).text).join(', ')})`,
        level: ATOM,
      };
    case 'let':
      return printLet(expression, write);
    case 'missing':
      return { text: '', level: ATOM };
    default: {
      const text = write(expression) ?? printLeaf(expression);
      return { text, level: levelOf(text) };
    }
  }
}

/** `MIN(base + accelerator, cap)`. */
export function printFormula(expression: Expression): string {
  return print(expression, () => undefined).text;
}

/** `MIN(16,894.25 + 3,408.19, 25,000.00)`: for people to read, not to read back. Negative values are bracketed where they must be. */
export function substitute(expression: Expression, write: WriteLeaf): string {
  return print(expression, write).text;
}
