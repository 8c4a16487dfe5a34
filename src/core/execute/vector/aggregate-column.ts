/** The common aggregates for all groups in one pass over the rows, in row order. Same results as the scalar functions of the same names. */
import { BLANK, cellAt, FIRST_ERROR, isNumeric, stateOf, type Column, type NumericColumn } from '../../data/column.ts';
import { errors } from '../../data/value.ts';
import { addToSlot } from '../../formula/sum.ts';
import { keyCodes } from '../key-codes.ts';
import { lengthOf } from './bindings.ts';
import type { Groups } from './groups.ts';
import { settle } from './lane-aggregate.ts';

const names = ['SUM', 'AVERAGE', 'COUNT', 'COUNTA', 'COUNTBLANK', 'COUNTUNIQUE', 'MIN', 'MAX'] as const;
export type AggregateName = (typeof names)[number];

export function isAggregateName(name: string): name is AggregateName {
  return (names as readonly string[]).includes(name);
}

export function aggregateColumn(name: AggregateName, column: Column, groups: Groups): NumericColumn {
  switch (name) {
    case 'SUM':
    case 'AVERAGE':
      return sums(column, groups, name === 'AVERAGE');
    case 'MIN':
    case 'MAX':
      return extremes(column, groups, name === 'MAX');
    case 'COUNT':
      return counts(groups, markOf(column), (mark) => mark === NUMBER);
    case 'COUNTA':
      return counts(groups, markOf(column), (mark) => mark !== BLANK);
    case 'COUNTBLANK':
      return counts(groups, markOf(withEmptyTexts(column)), (mark) => mark === BLANK);
    case 'COUNTUNIQUE':
      return distinct(column, groups);
  }
}

/** Beside a cell's state: it holds a number, or something that number aggregates skip. */
const NUMBER = 0;
const OTHER = 255;

function markOf(column: Column): Uint8Array {
  const marks = new Uint8Array(lengthOf(column));
  if (isNumeric(column) || 'codes' in column) {
    const plain = isNumeric(column) && column.type !== 'boolean' ? NUMBER : OTHER;
    for (let i = 0; i < marks.length; i++) marks[i] = column.state?.[i] || plain;
    return marks;
  }
  for (let i = 0; i < marks.length; i++) {
    const value = cellAt(column, i);
    marks[i] = typeof value === 'number' ? NUMBER : stateOf(value) || OTHER;
  }
  return marks;
}

/** COUNTBLANK takes empty text for blank, as spreadsheets do. */
function withEmptyTexts(column: Column): Column {
  if (isNumeric(column)) return column;
  const cells = Array.from({ length: lengthOf(column) }, (_, row) => cellAt(column, row));
  return { type: 'mixed', cells: cells.map((cell) => (cell === '' ? null : cell)) };
}

/** The numbers of a column in row order with their groups; each group's first error ends it. */
function eachNumber(column: Column, { groupOf, count }: Groups, take: (group: number, x: number) => void): Uint8Array {
  const state = new Uint8Array(count);
  if (isNumeric(column) && column.type !== 'boolean' && !column.state) {
    const { values } = column;
    for (let i = 0; i < values.length; i++) take(groupOf[i] as number, values[i] as number);
    return state;
  }
  const marks = markOf(column);
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i] as number;
    const group = groupOf[i] as number;
    if (mark === NUMBER) {
      const value = isNumeric(column) ? (column.values[i] as number) : (cellAt(column, i) as number);
      take(group, value);
    } else if (mark >= FIRST_ERROR && mark !== OTHER && state[group] === 0) state[group] = mark;
  }
  return state;
}

function sums(column: Column, groups: Groups, mean: boolean): NumericColumn {
  const totals = new Float64Array(groups.count);
  const lost = new Float64Array(groups.count);
  const taken = new Float64Array(groups.count);
  const state = eachNumber(column, groups, (group, x) => {
    addToSlot(totals, lost, group, x);
    taken[group] = (taken[group] as number) + 1;
  });
  for (let group = 0; group < groups.count; group++) {
    const exact = (totals[group] as number) + (lost[group] as number);
    const total = Number.isNaN(exact) ? (totals[group] as number) : exact;
    if (mean && taken[group] === 0 && state[group] === 0) state[group] = stateOf(errors['#DIV/0!']);
    totals[group] = mean ? total / (taken[group] as number) : total;
  }
  return settle(totals, state);
}

function extremes(column: Column, groups: Groups, largest: boolean): NumericColumn {
  const best = new Float64Array(groups.count).fill(NaN);
  const state = eachNumber(column, groups, (group, x) => {
    const held = best[group] as number;
    if (Number.isNaN(held) || (largest ? x > held : x < held)) best[group] = x;
  });
  for (let group = 0; group < groups.count; group++) if (Number.isNaN(best[group])) best[group] = 0;
  return settle(best, state);
}

function counts({ groupOf, count }: Groups, marks: Uint8Array, counted: (mark: number) => boolean): NumericColumn {
  const values = new Float64Array(count);
  for (let i = 0; i < marks.length; i++) {
    const group = groupOf[i] as number;
    if (counted(marks[i] as number)) values[group] = (values[group] as number) + 1;
  }
  return { type: 'number', values };
}

/** Different keys in each group, blanks aside; a group's first error is its answer. */
function distinct(column: Column, { groupOf, count }: Groups): NumericColumn {
  const { codes, count: keys } = keyCodes(column);
  const values = new Float64Array(count);
  const state = new Uint8Array(count);
  const marks = markOf(column);
  const seen = new Set<number>();
  for (let i = 0; i < codes.length; i++) {
    const mark = marks[i] as number;
    const group = groupOf[i] as number;
    if (mark >= FIRST_ERROR && mark !== OTHER) {
      if (state[group] === 0) state[group] = mark;
    } else if (mark !== BLANK) {
      const pair = group * keys + (codes[i] as number);
      if (!seen.has(pair)) {
        seen.add(pair);
        values[group] = (values[group] as number) + 1;
      }
    }
  }
  return settle(values, state);
}
