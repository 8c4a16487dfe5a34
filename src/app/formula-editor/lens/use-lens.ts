/** The values of a formula on one row, asked of the engine while it is typed; the last good ones stay while it is broken. */
import { useEffect, useState } from 'react';
import { create } from 'zustand';
import type { ColumnInfo } from '#core/data/schema.ts';
import type { LensErrors } from '#core/execute/lens-errors.ts';
import type { LensPlace } from '#core/execute/lens-place.ts';
import type { Lens, LensQuestion } from '#core/execute/lens.ts';
import type { Expression } from '#core/formula/expression.ts';
import type { Value } from '#core/data/value.ts';
import { cellAt } from '#core/data/column.ts';
import type { RunInput } from '#engine/protocol.ts';
import type { EnginePort } from '../../session/engine-port.ts';

/** Where a formula stands in a run. */
export interface LensSource {
  readonly engine: EnginePort;
  readonly run: RunInput;
  readonly place: LensPlace;
  /** The columns that tell people which row it is. */
  readonly names: readonly ColumnInfo[];
}

export interface LensView {
  readonly lens: Lens | null;
  /** What is shown belongs to an earlier text: the one on the screen cannot be computed. */
  readonly old: boolean;
  readonly row: number;
  readonly rows: number;
  readonly grouped: boolean;
  /** What the row is called: values of the columns that identify it. */
  readonly name: readonly { readonly info: ColumnInfo; readonly value: Value }[];
  readonly setRow: (row: number) => void;
  /** The rows with errors, seen from this row. */
  readonly findErrors: () => Promise<LensErrors | null>;
}

/** Keys in a row become one question. */
const pause = 60;

/** The row looked at stays while one formula after the other over the same rows is opened. */
const useRows = create<{
  readonly rows: Readonly<Record<string, number>>;
  readonly set: (key: string, row: number) => void;
}>((set) => ({ rows: {}, set: (key, row) => set((state) => ({ rows: { ...state.rows, [key]: row } })) }));

interface Answer {
  readonly about: string;
  readonly lens: Lens;
  readonly name: LensView['name'];
}

/** `expression` is null while the text is not a formula. */
export function useLens(source: LensSource | null, text: string, expression: Expression | null): LensView | null {
  const place = source?.place;
  const over = place ? (place.group ?? place.over) : null;
  const slot = `${source?.run.program.design ?? ''} ${over ?? ''}`;
  const row = useRows((state) => state.rows[slot] ?? 0);
  const setRow = useRows((state) => state.set);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const about = JSON.stringify([text, row, place]);
  const question: LensQuestion | null = place && expression ? { text, expression, place, row } : null;

  useEffect(() => {
    if (!source || !question) return undefined;
    const controller = new AbortController();
    const { engine, run } = source;
    const timer = setTimeout(() => {
      const asked = engine.ask('lens', { run, question }, { signal: controller.signal });
      const named = asked.then((lens) => (lens.root ? nameOf(source, lens.row) : []));
      Promise.all([asked, named]).then(
        ([lens, name]) => {
          if (controller.signal.aborted) return;
          if (lens.rows > 0 && row >= lens.rows) setRow(slot, lens.rows - 1);
          else setAnswer({ about, lens, name });
        },
        // A question that was withdrawn, or a place the run no longer has: the next run asks again.
        () => undefined,
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
    // The question is told apart by its text, its row and its place; its objects are new at every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [source?.engine, source?.run, about, question === null]);

  if (!source || !place) return null;
  return {
    lens: answer?.lens ?? null,
    old: question === null,
    row,
    rows: answer?.lens.rows ?? 0,
    grouped: place.group !== undefined,
    name: answer?.lens.row === row ? answer.name : [],
    setRow: (next) => setRow(slot, Math.max(0, Math.min(next, (answer?.lens.rows ?? 1) - 1))),
    findErrors: () =>
      question ? source.engine.ask('lens.errors', { run: source.run, question }) : Promise.resolve(null),
  };
}

/** The cells that name a row: only those are read. */
async function nameOf({ engine, run, place, names }: LensSource, row: number): Promise<LensView['name']> {
  const step = place.group ?? place.over;
  if (step === null || names.length === 0) return [];
  const columns = names.map((info) => info.key);
  const { frame } = await engine.ask('window', { of: { run, step }, from: row, to: row + 1, columns });
  return names.flatMap((info) => {
    const column = frame.columns.get(info.key);
    return column ? [{ info, value: cellAt(column, 0) }] : [];
  });
}

/** What people tell rows apart by: the keys of the table where known, else its id, its person, or its first text. */
export function naming(columns: readonly ColumnInfo[], grain: readonly string[] | undefined): readonly ColumnInfo[] {
  const keys = columns.filter((column) => grain?.includes(column.key));
  if (keys.length > 0) return keys.slice(0, 2);
  const one =
    columns.find((column) => column.role === 'id') ??
    columns.find((column) => column.role === 'person') ??
    columns.find((column) => column.type === 'text');
  return one ? [one] : [];
}
