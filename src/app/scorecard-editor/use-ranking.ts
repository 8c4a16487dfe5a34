/** Everybody's total and place: as saved, or as the weights being tried would have it, each with the place before. */
import { useEffect, useMemo, useState } from 'react';
import { cellAt } from '#core/data/column.ts';
import type { Edit } from '#core/edit/edit.ts';
import type { RunInput, WindowResult } from '#engine/protocol.ts';
import { mostRows, useOutput, type OutputTable } from '../results/use-output.ts';
import { useAsk } from '../results/use-ask.ts';
import { useSessionVerbs } from '../session/session-context.tsx';

export interface Ranked {
  /** Row number in the step's table, for traces. */
  readonly row: number;
  readonly person: string;
  readonly rank: number | null;
  /** The place with the saved weights; equal to `rank` where nothing is tried. */
  readonly before: number | null;
  readonly total: number | null;
  /** Points by the key of the score column. */
  readonly points: ReadonlyMap<string, number | null>;
  readonly scores: ReadonlyMap<string, number | null>;
}

export interface Ranking {
  readonly run: RunInput;
  readonly step: string;
  readonly rows: readonly Ranked[];
  readonly mean: number | null;
  readonly meanBefore: number | null;
  readonly moved: number;
}

export function useRanking(design: string, keys: readonly string[], edits: readonly Edit[] | null): Ranking | null {
  const session = useSessionVerbs();
  const output = useOutput(design);
  const [variant, setVariant] = useState<{
    readonly about: RunInput;
    readonly name: string;
    readonly run: RunInput;
  } | null>(null);
  const name = edits && JSON.stringify(edits);
  const about = output?.run;
  useEffect(() => {
    if (!edits || name === null || !about) return undefined;
    let current = true;
    void session.runVariant(design, edits).then((made) => {
      if (current && made) setVariant({ about, name, run: made.input });
    });
    return () => {
      current = false;
    };
    // Edits are told apart by their text.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [session, design, name, about]);

  // While a handle moves the last ranking that was computed stays.
  const shown = name === null || !variant || variant.about !== about ? about : variant.run;
  const saved = useAsk(session.engine, 'window', question(output, about)).answer;
  const now = useAsk(session.engine, 'window', question(output, shown)).answer;
  const ofKeys = keys.join('\n');
  return useMemo(() => {
    if (!output || !shown || !now || !saved) return null;
    const columns = ofKeys === '' ? [] : ofKeys.split('\n');
    const person = output.columns.find((one) => one.role === 'person')?.key ?? '';
    const before = new Map(rowsOf(saved, person, columns).map((one) => [one.person, one]));
    const rows = rowsOf(now, person, columns).map((one) => ({
      ...one,
      before: shown === about ? one.rank : (before.get(one.person)?.rank ?? null),
    }));
    return {
      run: shown,
      step: output.step,
      rows,
      mean: mean(rows.map((one) => one.total)),
      meanBefore: mean([...before.values()].map((one) => one.total)),
      moved: rows.filter((one) => one.before !== one.rank).length,
    };
  }, [output, shown, about, now, saved, ofKeys]);
}

function question(output: OutputTable | null, run: RunInput | undefined) {
  if (!output || !run) return null;
  return {
    about: run,
    key: `ranking.${output.step}`,
    ask: { of: { run, step: output.step }, from: 0, to: mostRows },
  };
}

function rowsOf(window: WindowResult, person: string, keys: readonly string[]): readonly Ranked[] {
  const cell = (key: string, row: number) => {
    const column = window.frame.columns.get(key);
    return column ? cellAt(column, row) : null;
  };
  const number = (key: string, row: number) => {
    const value = cell(key, row);
    return typeof value === 'number' ? value : null;
  };
  return Array.from({ length: window.frame.rowCount }, (_, row): Ranked => {
    const who = cell(person, row);
    const rank = number('rank', row);
    return {
      row: window.rows[row] ?? row,
      person: typeof who === 'string' ? who : String(row + 1),
      rank,
      before: rank,
      total: number('total', row),
      points: new Map(keys.map((key) => [key, number(`${key}_points`, row)])),
      scores: new Map(keys.map((key) => [key, number(key, row)])),
    };
  });
}

export function mean(values: readonly (number | null)[]): number | null {
  const there = values.filter((one) => one !== null);
  return there.length === 0 ? null : there.reduce((sum, one) => sum + one, 0) / there.length;
}
