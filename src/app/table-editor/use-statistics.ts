import { useEffect, useState } from 'react';
import type { ColumnInfo } from '#core/data/schema.ts';
import type { ColumnStatistics, WindowRequest } from '#engine/protocol.ts';
import type { EnginePort } from '../session/engine-port.ts';

/** Statistics of every column, the old ones shown until the new are there. */
export function useStatistics(
  engine: EnginePort,
  of: WindowRequest['of'],
  columns: readonly ColumnInfo[],
): readonly ColumnStatistics[] | null {
  const [answer, setAnswer] = useState<readonly ColumnStatistics[] | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    engine.ask('statistics', { of, columns }, { signal: controller.signal }).then(
      (made) => !controller.signal.aborted && setAnswer(made),
      () => undefined,
    );
    return () => controller.abort();
  }, [engine, of, columns]);
  return answer;
}
