/** Bytes of results and their equality: what the engine's memory counts, and when a new result is the old one again. */
import { isNumeric, isText, type Column } from '../data/column.ts';
import type { Rows } from './operation.ts';

export function columnBytes(column: Column): number {
  if (isNumeric(column)) return column.values.byteLength + (column.state?.byteLength ?? 0);
  if (isText(column)) return column.codes.byteLength + (column.state?.byteLength ?? 0) + column.dictionary.length * 40;
  return column.cells.length * 24;
}

export function rowsBytes(rows: Rows): number {
  return 64 + stateBytes(rows.state, 0);
}

function stateBytes(state: unknown, depth: number): number {
  if (ArrayBuffer.isView(state)) return state.byteLength;
  if (typeof state !== 'object' || state === null || depth > 3) return 8;
  if (Array.isArray(state)) return state.length * 16;
  if (state instanceof Map || state instanceof Set) return state.size * 48;
  let bytes = 0;
  for (const part of Object.values(state)) bytes += stateBytes(part, depth + 1);
  return bytes;
}

/** True only where both are surely the same cell by cell; used to stop a change that changed nothing. */
export function sameColumn(a: Column, b: Column): boolean {
  if (a === b) return true;
  if (a.type !== b.type) return false;
  if (isNumeric(a) && isNumeric(b)) return sameNumbers(a.values, b.values) && sameStates(a.state, b.state);
  if (isText(a) && isText(b)) {
    return sameNumbers(a.codes, b.codes) && sameStates(a.state, b.state) && sameTexts(a.dictionary, b.dictionary);
  }
  return false;
}

export function sameRows(a: Rows, b: Rows): boolean {
  return a.count === b.count && sameState(a.state, b.state, 0);
}

function sameState(a: unknown, b: unknown, depth: number): boolean {
  if (Object.is(a, b)) return true;
  if (a instanceof Int32Array && b instanceof Int32Array) return sameNumbers(a, b);
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || depth > 3) return false;
  if (Object.getPrototypeOf(a) !== Object.prototype || Object.getPrototypeOf(b) !== Object.prototype) return false;
  const left = Object.entries(a);
  if (left.length !== Object.keys(b).length) return false;
  return left.every(([name, value]) => sameState(value, (b as Record<string, unknown>)[name], depth + 1));
}

function sameNumbers(a: Float64Array | Int32Array, b: Float64Array | Int32Array): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function sameStates(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every((state, i) => state === b[i]);
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((text, i) => text === b[i]));
}
