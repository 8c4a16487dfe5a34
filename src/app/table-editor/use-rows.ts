/** Rows for a grid: asked in blocks around what is in sight; the old ones are shown until all that is in sight of the new ones is there. */
import { useEffect, useRef, useState } from 'react';
import { cellAt } from '#core/data/column.ts';
import type { Value } from '#core/data/value.ts';
import type { WindowRequest, WindowResult } from '#engine/protocol.ts';
import type { EnginePort } from '../session/engine-port.ts';

const blockRows = 128;
const blocksKept = 40;

export interface RowsQuestion {
  readonly of: WindowRequest['of'];
  readonly sort: NonNullable<WindowRequest['sort']>;
  readonly find: string;
}

export interface ShownRows {
  /** Rows after finding; null until the first answer. */
  readonly total: number | null;
  readonly cell: (row: number, key: string) => Value | undefined;
  /** The row's number in the unsorted table; undefined where it is not loaded. */
  readonly rowOf: (row: number) => number | undefined;
  readonly failed: boolean;
}

interface Loaded {
  readonly question: RowsQuestion | null;
  readonly total: number | null;
  readonly blocks: ReadonlyMap<number, WindowResult>;
  readonly failed: boolean;
}

interface Asked {
  readonly question: RowsQuestion | null;
  readonly blocks: Set<number>;
  readonly controller: AbortController;
}

const asking = (question: RowsQuestion | null): Asked => ({
  question,
  blocks: new Set(),
  controller: new AbortController(),
});

export function useRows(engine: EnginePort, question: RowsQuestion, from: number, to: number): ShownRows {
  const [loaded, setLoaded] = useState<Loaded>({ question: null, total: null, blocks: new Map(), failed: false });
  const asked = useRef<Asked>(asking(null));

  useEffect(() => {
    if (asked.current.question !== question) {
      // What nobody will see is not computed: a slider in motion asks for many runs.
      asked.current.controller.abort();
      asked.current = asking(question);
    }
    const mine = asked.current;
    const last = Math.floor(Math.max(from, to - 1) / blockRows);
    const missing: number[] = [];
    for (let block = Math.floor(from / blockRows); block <= last; block++)
      if (!mine.blocks.has(block)) missing.push(block);
    if (missing.length === 0) return;
    for (const block of missing) mine.blocks.add(block);
    const answers = missing.map((block) => {
      const ask: WindowRequest = { ...question, from: block * blockRows, to: (block + 1) * blockRows };
      return engine.ask('window', ask, { signal: mine.controller.signal });
    });
    Promise.all(answers).then(
      (made) => {
        if (asked.current !== mine) return;
        setLoaded((old) => {
          const blocks = new Map(old.question === question ? old.blocks : []);
          made.forEach((answer, index) => blocks.set(missing[index] as number, answer));
          for (const block of blocks.keys()) {
            if (blocks.size <= blocksKept) break;
            if (block >= (missing[0] ?? 0) - 4 && block <= last + 4) continue;
            blocks.delete(block);
            mine.blocks.delete(block);
          }
          return { question, total: made[0]?.total ?? old.total, blocks, failed: false };
        });
      },
      () => {
        for (const block of missing) mine.blocks.delete(block);
        if (asked.current === mine) setLoaded((old) => ({ ...old, failed: true }));
      },
    );
  }, [engine, question, from, to]);

  useEffect(
    () => () => {
      asked.current.controller.abort();
      asked.current = asking(null);
    },
    [],
  );

  const blockOf = (row: number) => loaded.blocks.get(Math.floor(row / blockRows));
  return {
    total: loaded.total,
    failed: loaded.failed,
    rowOf: (row) => blockOf(row)?.rows[row % blockRows],
    cell(row, key) {
      const block = blockOf(row);
      const column = block?.frame.columns.get(key);
      return column && row % blockRows < (block?.frame.rowCount ?? 0) ? cellAt(column, row % blockRows) : undefined;
    },
  };
}
