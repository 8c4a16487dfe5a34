import { expect, test } from 'vitest';
import { cellAt, type Column } from '../../data/column.ts';
import type { ColumnInfo } from '../../data/schema.ts';
import { errors, errorTexts, type ErrorText, type Value } from '../../data/value.ts';
import { checkFormula } from '../../formula/check/check-formula.ts';
import { compileScalar } from '../../formula/evaluate/compile-scalar.ts';
import type { Expression } from '../../formula/expression.ts';
import { functions } from '../../formula/functions/registry.ts';
import {
  caseFiles,
  type CaseFile,
  type CaseRow,
  type CaseValue,
  type FormulaCase,
} from '../../formula/testing/cases.ts';
import { columnOfValues } from '../make-column.ts';
import { drain } from '../run.ts';
import { lengthOf, type Bindings, type Source } from './bindings.ts';
import { evaluateRows } from './evaluate-rows.ts';
import { environmentOf } from './scalar-rows.ts';

/** Enough rows that every argument meets blanks, errors, other types and the arguments of the other cases. */
const ROWS = 24;
const strange: readonly Value[] = [null, errors['#N/A'], '', 'x', '7', 0, -1, 2.5, 1e300, true, false, 46053];

const valueOf = (json: CaseValue): Value =>
  errorTexts.some((error) => error === json) ? errors[json as ErrorText] : json;

function infosOf(rows: readonly CaseRow[]): ColumnInfo[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))].map((key) => ({ key, type: 'mixed' }));
}

function check(file: CaseFile, { formula, row = {} }: FormulaCase): Expression {
  const tables = new Map(Object.entries(file.tables).map(([key, rows]) => [key, infosOf(rows)]));
  const { expression } = checkFormula(formula, { place: 'row', columns: infosOf([row]), parameters: [], tables });
  if (!expression) throw new Error(`${formula} does not check`);
  return expression;
}

/** Where columns stand for constants: arguments of functions and sides of operators, but no array and no constant inside one. */
function lift(expression: Expression, values: Value[]): Expression {
  const lifted = (part: Expression): Expression => {
    if (part.node !== 'literal') return lift(part, values);
    const { value } = part;
    values.push(typeof value === 'object' && value !== null ? errors[value.error] : value);
    return { node: 'column', key: `p${values.length - 1}`, type: 'any' };
  };
  switch (expression.node) {
    case 'call':
      return { ...expression, args: expression.args.map(lifted) };
    case 'binary':
      return { ...expression, left: lifted(expression.left), right: lifted(expression.right) };
    case 'unary':
      return { ...expression, operand: lifted(expression.operand) };
    case 'let':
      return { ...expression, value: lifted(expression.value), body: lifted(expression.body) };
    default:
      return expression;
  }
}

function tablesOf(file: CaseFile): Map<string, Map<string, Column>> {
  return new Map(
    Object.entries(file.tables).map(([table, rows]) => [
      table,
      new Map(
        infosOf(rows).map(({ key }) => [
          key,
          columnOfValues(
            rows.map((row) => valueOf(row[key] ?? null)),
            'mixed',
          ),
        ]),
      ),
    ]),
  );
}

function sourceOf(columns: ReadonlyMap<string, Column>, tables: ReturnType<typeof tablesOf>, asOf: number): Source {
  return {
    step: 's',
    // eslint-disable-next-line require-yield -- columns are at hand
    *column(key) {
      return columns.get(key) as Column;
    },
    // eslint-disable-next-line require-yield -- columns are at hand
    *whole(table, key) {
      return tables.get(table)?.get(key) as Column;
    },
    keysOf: (table) => [...(tables.get(table)?.keys() ?? [])],
    parameter: () => null,
    asOf,
  };
}

/** What the formula means: the scalar kernel, row by row. */
function byRow(
  expression: Expression,
  columns: ReadonlyMap<string, Column>,
  tables: ReturnType<typeof tablesOf>,
  asOf: number,
) {
  const wholes = [...tables].flatMap(([table, byKey]) =>
    [...byKey].map(([key, column]) => [JSON.stringify([table, key]), column] as const),
  );
  const frames = [...tables].map(([table, byKey]) => {
    const [first] = byKey.values();
    const rowCount = first ? lengthOf(first) : 0;
    return [table, { rowCount, columns: byKey }] as const;
  });
  const bindings: Bindings = {
    step: 's',
    columns,
    wholes: new Map(wholes),
    tables: new Map(frames),
    parameters: new Map(),
    asOf,
  };
  const compute = compileScalar(expression);
  return Array.from({ length: ROWS }, (_, row) =>
    compute(environmentOf(bindings, (key) => cellAt(columns.get(key) as Column, row))),
  );
}

/** Minus zero is zero to every formula. */
const plain = (values: readonly Value[]) => values.map((value) => (value === 0 ? 0 : value));

interface Asked {
  readonly expression: Expression;
  readonly constants: readonly Value[];
  readonly one: FormulaCase;
}

/** Each argument as a column: the case's own constant first, then those of the function's other cases and what no one expects. */
function columnsOf({ constants, one }: Asked, all: readonly Asked[]): Map<string, Column> {
  const columns = new Map<string, Column>();
  constants.forEach((constant, place) => {
    const pool = [constant, ...all.flatMap((other) => other.constants.slice(place, place + 1)), ...strange];
    const values = Array.from({ length: ROWS }, (_, row) => pool[(row * (2 * place + 1)) % pool.length] ?? null);
    columns.set(`p${place}`, columnOfValues(values, 'mixed'));
  });
  for (const [key, json] of Object.entries(one.row ?? {})) {
    const values = Array.from({ length: ROWS }, (_, row) =>
      row === 0 ? valueOf(json) : (strange[row % strange.length] ?? null),
    );
    columns.set(key, columnOfValues(values, 'mixed'));
  }
  return columns;
}

/** The same columns, each of one type and with gaps, so that lanes for numbers, truths and text are met too. */
function typedAs(columns: ReadonlyMap<string, Column>): Map<string, Column> {
  return new Map(
    Array.from(columns, ([key, column]) => {
      const values = Array.from({ length: ROWS }, (_, row) => cellAt(column, row));
      const kind = typeof values[0];
      const kept = values.map((value) =>
        typeof value === kind || (typeof value === 'object' && value !== null) ? value : null,
      );
      return [key, columnOfValues(kept, kind === 'string' ? 'text' : kind === 'boolean' ? 'boolean' : 'number')];
    }),
  );
}

const groups = caseFiles.flatMap((file) =>
  Object.entries(file.functions).map(([name, cases]) => ({ name, file, cases })),
);

test('every function of the registry has cases to run', () => {
  const names = groups.map(({ name }) => name);
  for (const spec of functions) expect(names).toContain(spec.name);
});

test.each(groups)('$name over columns is $name row by row', ({ file, cases }) => {
  const tables = tablesOf(file);
  const all = cases.map((one): Asked => {
    const constants: Value[] = [];
    return { expression: lift(check(file, one), constants), constants, one };
  });
  for (const asked of all) {
    const mixed = columnsOf(asked, all);
    for (const columns of [mixed, typedAs(mixed)]) {
      const asOf = asked.one.asOf ?? 0;
      const made = drain(evaluateRows(asked.expression, sourceOf(columns, tables, asOf), ROWS));
      const vectorised = Array.from({ length: ROWS }, (_, row) => cellAt(made, row));
      expect(plain(vectorised), asked.one.formula).toEqual(plain(byRow(asked.expression, columns, tables, asOf)));
    }
  }
});
