import { useSession } from '../session/session-context.tsx';
import type { RunShown } from '../shell/shell-props.ts';

/** The run of a design as the header says it. */
export function useRun(design: string | undefined): RunShown | undefined {
  const run = useSession((state) => (design === undefined ? undefined : state.runs[design]));
  if (!run) return undefined;
  if (run.status === 'failed') return { state: 'failed', text: run.failure ?? '' };
  if (run.status === 'running' && !run.current) return { state: 'running', rows: run.rowsDone };
  if (!run.current) return { state: 'waiting' };
  return { state: 'done', rows: run.current.result.rowsRead, milliseconds: run.current.milliseconds };
}
