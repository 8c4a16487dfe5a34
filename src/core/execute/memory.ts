/** What the engine remembers between runs: results with what they were made from. Lives as long as the worker. */
import type { Column, Frame } from '../data/column.ts';
import type { Value } from '../data/value.ts';
import type { Problem } from '../problem/problem.ts';
import type { StepId } from '../program/table-program.ts';
import type { Rows } from './operation.ts';
import { columnBytes, rowsBytes } from './result-size.ts';

/** One thing a result was made from, and what it was then. */
export type Dependency =
  | { readonly on: 'rows'; readonly step: StepId; readonly stamp: number }
  | { readonly on: 'column'; readonly step: StepId; readonly key: string; readonly stamp: number }
  /** How an inlined column is computed; what it reads are reasons of their own. */
  | { readonly on: 'definition'; readonly step: StepId; readonly key: string; readonly definition: string }
  /** Which columns a step makes: read by formulas that take a whole table. */
  | { readonly on: 'shape'; readonly step: StepId; readonly shape: string }
  | { readonly on: 'parameter'; readonly key: string; readonly value: Value }
  /** `stamp` is null where the run had no such table. */
  | { readonly on: 'table'; readonly table: string; readonly stamp: number | null }
  | { readonly on: 'as-of'; readonly value: number };

export type Result = Rows | Column;

/** A result with its reasons. The result itself may have been given up for room; its stamp and reasons stay. */
export interface Version {
  readonly definition: string;
  readonly dependencies: readonly Dependency[];
  /** Equal stamps of one slot mean equal results. */
  readonly stamp: number;
  readonly problems: readonly Problem[];
  result: Result | undefined;
  bytes: number;
  /** The run that used it last. */
  used: number;
}

export interface EngineMemory {
  /** Versions by slot, the one used last in front. */
  readonly slots: Map<string, Version[]>;
  /** Inlined columns by slot: what they were computed from, and in which run. */
  readonly inlined: Map<string, { readonly reasons: readonly Dependency[]; readonly run: number }>;
  /** Columns whose bytes are counted already, or that belong to the tables. */
  readonly counted: WeakSet<object>;
  readonly budget: number;
  bytes: number;
  lastStamp: number;
  runs: number;
}

/** A baseline and a slider's values alternate without making each other anew. */
const VERSIONS_KEPT = 4;
const MEBIBYTE = 1 << 20;

/** `budget`: bytes of results kept from earlier runs; what the current run uses is never given up. */
export function createEngineMemory(budget = 192 * MEBIBYTE): EngineMemory {
  return { slots: new Map(), inlined: new Map(), counted: new WeakSet(), budget, bytes: 0, lastStamp: 0, runs: 0 };
}

export function versionsOf(memory: EngineMemory, slot: string): readonly Version[] {
  return memory.slots.get(slot) ?? [];
}

/** Columns of a table belong to the table: keeping one costs nothing. */
export function disown(memory: EngineMemory, frame: Frame): void {
  for (const column of frame.columns.values()) memory.counted.add(column);
}

export function touch(memory: EngineMemory, slot: string, version: Version, run: number): void {
  version.used = run;
  const versions = memory.slots.get(slot);
  const at = versions?.indexOf(version) ?? -1;
  if (versions && at > 0) {
    versions.splice(at, 1);
    versions.unshift(version);
  }
}

export function keep(memory: EngineMemory, slot: string, version: Version): void {
  const versions = memory.slots.get(slot);
  if (versions) {
    versions.unshift(version);
    for (const dropped of versions.splice(VERSIONS_KEPT)) release(memory, dropped);
  } else {
    memory.slots.set(slot, [version]);
  }
}

/** Gives a version its result, counts it, and makes room among results of earlier runs. */
export function fill(memory: EngineMemory, version: Version, result: Result): void {
  version.result = result;
  version.bytes = 0;
  if (!memory.counted.has(result)) {
    memory.counted.add(result);
    version.bytes = 'count' in result ? rowsBytes(result) : columnBytes(result);
    memory.bytes += version.bytes;
  }
  if (memory.bytes > memory.budget) makeRoom(memory);
}

function release(memory: EngineMemory, version: Version): void {
  if (version.result && version.bytes > 0) {
    memory.counted.delete(version.result);
    memory.bytes -= version.bytes;
  }
  version.result = undefined;
  version.bytes = 0;
}

interface Held {
  used: number;
  bytes: number;
  readonly versions: Version[];
}

/**
 * Least recently used first, down to nine tenths, so that not every new result looks for room again. A result that several versions hold (columns
 * that only pass through steps) goes when none of them is in use.
 */
function makeRoom(memory: EngineMemory): void {
  const held = new Map<Result, Held>();
  for (const version of [...memory.slots.values()].flat()) {
    if (!version.result) continue;
    const known = held.get(version.result);
    if (known) {
      known.used = Math.max(known.used, version.used);
      known.bytes += version.bytes;
      known.versions.push(version);
    } else held.set(version.result, { used: version.used, bytes: version.bytes, versions: [version] });
  }
  const old = [...held.values()]
    .filter((one) => one.bytes > 0 && one.used < memory.runs)
    .sort((a, b) => a.used - b.used);
  for (const one of old) {
    if (memory.bytes <= memory.budget * 0.9) return;
    for (const version of one.versions) release(memory, version);
  }
}
