/** A formula over names as a formula over cells: what its names hold is laid out on a sheet of data, a block for each case. */
import { foldText } from '#core/formula/fold-text.ts';
import type { CaseRow, CaseValue } from '#core/formula/testing/cases.ts';
import { tokenize, type Token } from '#core/formula/tokens.ts';
import type { OracleCase } from './oracle-cases.ts';

/** Rows of the sheet of data; undefined cells are empty. */
export type Sheet = (CaseValue | undefined)[][];
export const DATA = 'data';

/** Functions that files of this kind write with a prefix. */
const late: ReadonlySet<string> = new Set(
  (
    'IFS SWITCH XOR IFNA CONCAT TEXTJOIN MAXIFS MINIFS NUMBERVALUE UNICHAR UNICODE DAYS ISOWEEKNUM CEILING.MATH FLOOR.MATH MODE.SNGL ' +
    'VAR.S VAR.P STDEV.S STDEV.P PERCENTILE.INC PERCENTILE.EXC QUARTILE.INC RANK.EQ RANK.AVG PERCENTRANK.INC FORECAST.LINEAR'
  ).split(' '),
);

function letters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : letters(Math.floor(column / 26) - 1) + rest;
}

/** Adds a block below what is there; the reference of its cells. */
function lay(
  sheet: Sheet,
  rows: readonly (readonly (CaseValue | undefined)[])[],
): (from: number, to: number) => string {
  const top = sheet.length + 1;
  for (const row of rows) sheet.push([...row]);
  const bottom = sheet.length;
  return (from, to) => {
    const first = `$${letters(from)}$${top}`;
    const last = `$${letters(to)}$${bottom}`;
    return first === last ? `${DATA}!${first}` : `${DATA}!${first}:${last}`;
  };
}

function layRow(sheet: Sheet, row: CaseRow, names: Map<string, string>): void {
  const keys = Object.keys(row);
  if (keys.length === 0) return;
  const at = lay(sheet, [keys.map((key) => row[key])]);
  keys.forEach((key, i) => names.set(foldText(key), at(i, i)));
}

function layTable(sheet: Sheet, table: string, rows: readonly CaseRow[], names: Map<string, string>): void {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (keys.length === 0) return;
  const at = lay(
    sheet,
    rows.map((row) => keys.map((key) => row[key])),
  );
  names.set(`${foldText(table)}[]`, at(0, keys.length - 1));
  keys.forEach((key, i) => names.set(`${foldText(table)}[${foldText(key)}]`, at(i, i)));
}

/** The constants of `{…}` as rows, and the place after it. */
function readArray(tokens: readonly Token[], open: number): { rows: CaseValue[][]; end: number } {
  const rows: CaseValue[][] = [[]];
  let negative = false;
  for (let at = open + 1; ; at++) {
    const token = tokens[at];
    if (!token) throw new Error('an array that does not end');
    const { kind, value } = token;
    if (kind === 'mark' && value === '}') return { rows, end: at + 1 };
    if (kind === 'mark' && value === ';') rows.push([]);
    else if (kind === 'operator') negative = value === '-';
    else if (kind !== 'mark') {
      const constant = kind === 'number' ? Number(value) : kind === 'name' ? /^true$/i.test(value) : value;
      rows.at(-1)?.push(typeof constant === 'number' && negative ? -constant : constant);
      negative = false;
    }
  }
}

/** The formula as cells take it. Its names and arrays stand on `sheet` afterwards. */
export function cellFormula({ formula, row, params, tables }: OracleCase, sheet: Sheet): string {
  const names = new Map<string, string>();
  layRow(sheet, params, names);
  layRow(sheet, row, names);
  for (const [table, rows] of Object.entries(tables)) {
    if (foldText(formula).includes(`${foldText(table)}[`)) layTable(sheet, table, rows, names);
  }
  const named = (key: string) => {
    const found = names.get(key);
    if (found === undefined) throw new Error(`${formula}: no ${key}`);
    return found;
  };
  const tokens = tokenize(formula).tokens.filter((token) => token.kind !== 'comment');
  let out = '';
  for (let at = formula.startsWith('=') ? 1 : 0; at < tokens.length;) {
    const { kind, value } = tokens[at] as Token;
    const next = tokens[at + 1];
    at++;
    if (kind === 'mark' && value === '{') {
      const { rows, end } = readArray(tokens, at - 1);
      out += lay(sheet, rows)(0, (rows[0]?.length ?? 1) - 1);
      at = end;
    } else if (kind === 'text') out += `"${value.replaceAll('"', '""')}"`;
    else if (kind === 'name' && next?.kind === 'mark' && next.value === '(') {
      const name = value.toUpperCase();
      out += late.has(name) ? `_xlfn.${name}` : name;
    } else if (kind === 'name' && next?.kind === 'column') {
      out += named(`${foldText(value)}[${foldText(next.value)}]`);
      at++;
    } else if (kind === 'bracketed' || (kind === 'name' && !/^(true|false)$/i.test(value)))
      out += named(foldText(value));
    else out += value;
  }
  return out;
}
