/** Each row takes columns of at most one row of a table: by equal keys, and for dated tables the row that holds on a date. */
import { FIRST_ERROR, type Column } from '../../data/column.ts';
import { errors, errorTexts } from '../../data/value.ts';
import type { Bilingual } from '../../problem/problem.ts';
import { problem } from '../../problem/problem.ts';
import type { LookupStep } from '../../program/table-program.ts';
import { datedRows, holdingOn, lastBegun } from '../dated-rows.ts';
import { keptValue } from '../kept-value.ts';
import { gather } from '../make-column.ts';
import { matchKeys, namesOfRows, NO_KEY, rowsByCode, type MatchedKeys } from '../match-keys.ts';
import { namedCells, sayNamed } from '../named-cells.ts';
import type { Explanation, Operation, OperationContext, Rows, Work } from '../operation.ts';
import { datesOf, startsOf, validityOf } from '../valid-on.ts';

/** The row of the table for each row: `rowOfCode[codes[row]]`, or `codes[row]` where there is no `rowOfCode`. Below 0: none. */
export interface Found {
  readonly codes: Int32Array;
  readonly rowOfCode: Int32Array | null;
  /** Every row has a code. */
  readonly complete: boolean;
}

export function foundAt({ codes, rowOfCode }: Found, row: number): number {
  const code = codes[row] ?? NO_KEY;
  return code < 0 ? NO_KEY : rowOfCode ? (rowOfCode[code] as number) : code;
}

function rowsFound(found: Found): Int32Array {
  const { codes, rowOfCode } = found;
  return rowOfCode ? codes.map((code) => (code < 0 ? NO_KEY : (rowOfCode[code] as number))) : codes;
}

/** The row found for a left row among the rows of its key, and whether another one would do as well. */
type Choose = (row: number, code: number) => { readonly row: number; readonly repeated: boolean };
const NOTHING = { row: NO_KEY, repeated: false };

const NOT_AVAILABLE = FIRST_ERROR + errorTexts.indexOf('#N/A');
const SLICE = 1 << 16;

export const lookup: Operation<LookupStep, Found> = {
  *rows(step, context) {
    const { count } = yield* context.rows(step.input);
    const left: Column[] = [];
    const right: Column[] = [];
    for (const pair of step.on) {
      left.push(yield* context.column(step.input, pair.left));
      right.push(yield* context.column(step.table, pair.right));
    }
    const keys = matchKeys(left, right);
    const { found, repeats } =
      step.match.by === 'exact'
        ? findByCode(keys)
        : yield* findAll(step, keys, yield* chooser(step, keys, context), count);
    const at = { design: step.origin.design, node: step.origin.node };
    const by = step.on.map((one) => one.left).join(', ');
    if (repeats.length > 0) {
      const params = { by, count: repeats.length, keys: namesOfRows(left, repeats), match: step.match.by };
      context.report(problem('execute.lookup-repeats', params, at, { severity: 'warning' }));
    }
    const missing = indicesOf(found);
    if (missing.length > 0 && step.unmatched !== 'expected') {
      const params = { by, count: missing.length, total: count, keys: namesOfRows(left, missing) };
      context.report(problem('execute.lookup-missing', params, at, { severity: 'warning' }));
    }
    return { count, state: found };
  },
  *column(step, key, rows, context) {
    const taken = step.take.find((one) => one.key === key);
    if (!taken) return yield* context.column(step.input, key);
    const found = rowsFound(rows.state);
    const column = gather(yield* context.column(step.table, taken.from), found);
    return step.missing === 'error' ? withNotAvailable(column, found) : column;
  },
  *inline(step, key, context) {
    const taken = step.take.find((one) => one.key === key);
    if (!taken) return { by: 'same', step: step.input, key };
    const { state } = yield* context.rows<Found>(step.id);
    return { by: 'gather', column: yield* context.column(step.table, taken.from), ...state, missing: step.missing };
  },
  // eslint-disable-next-line require-yield -- the rows are at hand
  *lineage(step, row, rows) {
    const found = foundAt(rows.state, row);
    const own = { step: step.input, rows: [row] };
    return found >= 0 ? [own, { step: step.table, rows: [found] }] : [own];
  },
  explain,
};

/** The first row of each key. `repeats`: the first row of each key that several rows of the table have. */
function findByCode(keys: MatchedKeys): { found: Found; repeats: readonly number[] } {
  const rowOfCode = new Int32Array(keys.count).fill(NO_KEY);
  const repeated = new Uint8Array(keys.count);
  let again = 0;
  for (let row = keys.right.length - 1; row >= 0; row--) {
    const code = keys.right[row] as number;
    if (code < 0) continue;
    if (rowOfCode[code] !== NO_KEY) again += repeated[code] = 1;
    rowOfCode[code] = row;
  }
  const repeats: number[] = [];
  for (let row = 0; again > 0 && row < keys.left.length; row++) {
    const code = keys.left[row] as number;
    if (code < 0 || repeated[code] === 0) continue;
    repeated[code] = 0;
    repeats.push(row);
  }
  return { found: { codes: keys.left, rowOfCode, complete: keys.complete }, repeats };
}

/** How the row for a date is found among those of a key. */
function* chooser(step: LookupStep, keys: MatchedKeys, context: OperationContext): Work<Choose> {
  const { match } = step;
  if (match.by === 'exact') throw new Error('rows of equal keys are found by code');
  const byCode = rowsByCode(keys.right, keys.count);
  if (match.by === 'effective') {
    const { at, dated } = yield* validityOf(context, step.input, step.table, match, byCode);
    const holding: number[] = [];
    return (row, code) => {
      if (at.state && at.state[row] !== 0) return NOTHING;
      const many = holdingOn(dated, code, at.values[row] as number, holding);
      return many === 0 ? NOTHING : { row: holding[0] as number, repeated: many > 1 };
    };
  }
  const at = yield* datesOf(context, step.input, match.at);
  const dated = datedRows(byCode, startsOf(yield* datesOf(context, step.table, match.date)), null);
  return (row, code) => {
    const place = at.state && at.state[row] !== 0 ? NO_KEY : lastBegun(dated, code, at.values[row] as number);
    if (place === NO_KEY) return NOTHING;
    const before = place - 1;
    const repeated = before >= (dated.starts[code] as number) && dated.from[before] === dated.from[place];
    return { row: dated.rows[place] as number, repeated };
  };
}

function* findAll(
  step: LookupStep,
  keys: MatchedKeys,
  choose: Choose,
  count: number,
): Work<{ found: Found; repeats: readonly number[] }> {
  const found = new Int32Array(count).fill(NO_KEY);
  const repeats = new Map<number, number>();
  for (let row = 0; row < count; row++) {
    if (row % SLICE === SLICE - 1) yield { step: step.id, rows: row };
    const code = keys.left[row] as number;
    if (code < 0) continue;
    const chosen = choose(row, code);
    found[row] = chosen.row;
    if (chosen.repeated && !repeats.has(code)) repeats.set(code, row);
  }
  return { found: { codes: found, rowOfCode: null, complete: false }, repeats: [...repeats.values()] };
}

/** Rows for which nothing was found. Where every code has a row, only rows without a code are looked for. */
function indicesOf(found: Found): number[] {
  const { codes, rowOfCode } = found;
  const rows: number[] = [];
  const complete = rowOfCode?.every((row) => row !== NO_KEY) ?? false;
  if (complete && found.complete) return rows;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    if (code < 0 || (!complete && rowOfCode && rowOfCode[code] === NO_KEY)) rows.push(row);
  }
  return rows;
}

function withNotAvailable(column: Column, found: Int32Array): Column {
  if (!found.includes(NO_KEY)) return column;
  if ('cells' in column) {
    const cells = column.cells.map((cell, i) => (found[i] === NO_KEY ? errors['#N/A'] : cell));
    return { ...column, cells };
  }
  const state = column.state?.slice() ?? new Uint8Array(found.length);
  found.forEach((row, i) => {
    if (row === NO_KEY) state[i] = NOT_AVAILABLE;
  });
  return { ...column, state };
}

function* explain(
  step: LookupStep,
  key: string,
  row: number,
  rows: Rows<Found>,
  context: OperationContext,
): Work<Explanation> {
  const taken = step.take.find((one) => one.key === key);
  if (!taken) return yield* keptValue(context, step.input, key, row);
  const found = foundAt(rows.state, row);
  const dated = step.match.by === 'exact' ? [] : [step.match.at];
  const names = [...step.on.map((one) => one.left), ...dated];
  const keys = yield* namedCells(context, step.input, names, row);
  const said = (language: keyof Bilingual) =>
    keys.map((one) => sayNamed(one, language)).join(language === 'en' ? ', ' : '，');
  if (found === NO_KEY) {
    return {
      how: { by: 'lookup', found: false },
      formula: '',
      substituted: '',
      inputs: keys,
      rows: [],
      sentence: { en: `nothing found for ${said('en')}`, 'zh-CN': `查不到对应的行：${said('zh-CN')}` },
    };
  }
  const [value] = yield* namedCells(context, step.table, [taken.from], found);
  const { match } = step;
  const days =
    match.by === 'exact'
      ? []
      : match.by === 'as-of'
        ? [match.date]
        : match.to === undefined
          ? [match.from]
          : [match.from, match.to];
  const dates = yield* namedCells(context, step.table, days, found);
  const held = (language: keyof Bilingual) => {
    if (dates.length === 0) return '';
    const all = dates.map((one) => sayNamed(one, language)).join(language === 'en' ? ', ' : '，');
    return language === 'en' ? ` (${all})` : `（${all}）`;
  };
  return {
    how: { by: 'lookup', found: true },
    formula: '',
    substituted: '',
    inputs: [...(value ? [value] : []), ...dates, ...keys],
    rows: [{ step: step.table, rows: [found], total: 1, column: taken.from }],
    sentence: {
      en: `looked up for ${said('en')}: ${value ? sayNamed(value, 'en') : ''}${held('en')}`,
      'zh-CN': `按 ${said('zh-CN')} 查得：${value ? sayNamed(value, 'zh-CN') : ''}${held('zh-CN')}`,
    },
  };
}
