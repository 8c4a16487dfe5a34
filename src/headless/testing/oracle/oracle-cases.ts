/** The formulas of the project's own cases, as a spreadsheet program is asked about them. */
import known from '#core/formula/cases/formulas.json' with { type: 'json' };
import { caseFiles, type CaseRow, type CaseValue } from '#core/formula/testing/cases.ts';
import { tokenize } from '#core/formula/tokens.ts';

export interface OracleCase {
  /** The formula and its row: what an answer is kept under. */
  readonly key: string;
  readonly formula: string;
  readonly row: CaseRow;
  readonly params: CaseRow;
  readonly tables: Readonly<Record<string, readonly CaseRow[]>>;
  /** The value that our own tests hold the formula to. */
  readonly expect: CaseValue;
}

/** Functions that LibreOffice 7.4 does not have, and our own. */
const unknown: ReadonlySet<string> = new Set(
  (
    'XLOOKUP XMATCH LET TEXTBEFORE TEXTAFTER ' +
    'COUNTUNIQUE PERCENTILE.DISC BANDS ALLOCATE PRORATE FISCALYEAR FISCALPERIOD NPS WEIGHTEDMEAN SCORE MAXIMIZE ' +
    'TODAY NOW'
  ).split(' '),
);

interface Given {
  readonly formula: string;
  readonly expect: unknown;
  readonly row?: object;
  readonly params?: object;
  readonly tables?: object;
}

function read({ formula, expect, row = {}, params = {}, tables = {} }: Given): OracleCase[] {
  // A formula that does not check has no value to compare.
  if (typeof expect === 'object' && expect !== null) return [];
  if (namesOf(formula).some((name) => unknown.has(name))) return [];
  const given = Object.keys(row).length > 0 ? ` with ${JSON.stringify(row)}` : '';
  return [
    {
      key: formula.replace(/^=/, '') + given,
      formula,
      row: row as CaseRow,
      params: params as CaseRow,
      tables: tables as OracleCase['tables'],
      expect: expect as CaseValue,
    },
  ];
}

/** Names of the functions that a formula calls. */
export function namesOf(formula: string): string[] {
  const { tokens } = tokenize(formula);
  return tokens.flatMap((token, i) =>
    token.kind === 'name' && tokens[i + 1]?.kind === 'mark' && tokens[i + 1]?.value === '('
      ? [token.value.toUpperCase()]
      : [],
  );
}

const named = (tables: OracleCase['tables'], formula: string) =>
  Object.fromEntries(Object.entries(tables).filter(([name]) => formula.includes(`${name}[`)));

/** All cases that are asked, by file; of equal ones the first. */
export function oracleCases(): ReadonlyMap<string, readonly OracleCase[]> {
  const files = new Map<string, OracleCase[]>([['formulas', (known as readonly Given[]).flatMap(read)]]);
  for (const { name, tables, functions } of caseFiles) {
    files.set(
      name,
      Object.values(functions)
        .flat()
        .flatMap((one) => read({ ...one, tables: named(tables, one.formula) })),
    );
  }
  const seen = new Set<string>();
  const once = (one: OracleCase) => {
    const identity = JSON.stringify([one.key, one.params, one.tables]);
    return !seen.has(identity) && seen.add(identity);
  };
  return new Map(Array.from(files, ([name, cases]) => [name, cases.filter(once)]));
}
