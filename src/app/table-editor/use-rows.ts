/** Rows for a grid: asked in blocks around what is in sight, the old ones shown until the new ones are there. */
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
  readonly question: RowsQuestion;
  readonly total: number | null;
  readonly blocks: ReadonlyMap<number, WindowResult>;
  readonly failed: boolean;
}

export function useRows(engine: EnginePort, question: RowsQuestion, from: number, to: number): ShownRows {
  const [loaded, setLoaded] = useState<Loaded>({ question, total: null, blocks: new Map(), failed: false });
  const asked = useRef<{ question: RowsQuestion; blocks: Set<number> }>({ question, blocks: new Set() });

  useEffect(() => {
    if (asked.current.question !== question) asked.current = { question, blocks: new Set() };
    const mine = asked.current;
    for (let block = Math.floor(from / blockRows); block <= Math.floor(Math.max(from, to - 1) / blockRows); block++) {
      if (mine.blocks.has(block)) continue;
      mine.blocks.add(block);
      const ask: WindowRequest = {
        of: question.of,
        from: block * blockRows,
        to: (block + 1) * blockRows,
        sort: question.sort,
        find: question.find,
      };
      engine.ask('window', ask).then(
        (answer) => {
          if (asked.current !== mine) return;
          setLoaded((old) => {
            const blocks = new Map(old.question === question ? old.blocks : []);
            blocks.set(block, answer);
            for (const key of blocks.keys()) {
              if (blocks.size <= blocksKept) break;
              if (Math.abs(key - block) > 4) {
                blocks.delete(key);
                mine.blocks.delete(key);
              }
            }
            return { question, total: answer.total, blocks, failed: false };
          });
        },
        () => {
          mine.blocks.delete(block);
          if (asked.current === mine) setLoaded((old) => ({ ...old, failed: true }));
        },
      );
    }
  }, [engine, question, from, to]);

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
