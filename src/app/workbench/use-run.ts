import { useLanguage } from '#ui/language.tsx';
import { cancelSimulation, useSimulations, type Simulation } from '../journey-editor/simulation-state.ts';
import { useSession, useSessionVerbs } from '../session/session-context.tsx';
import type { RunShown } from '../shell/shell-props.ts';

/** The run of a design as the header says it. */
export function useRun(design: string | undefined): RunShown | undefined {
  const run = useSession((state) => (design === undefined ? undefined : state.runs[design]));
  const rows = useSession((state) => (design === undefined ? undefined : state.progress[design]));
  const session = useSessionVerbs();
  const simulation = useSimulations((state) => (design === undefined ? undefined : state.byDesign[design]));
  const { language } = useLanguage();
  if (simulation && design !== undefined && !run)
    return simulated(simulation, design, language === 'en' ? 'customers' : '位客户');
  if (!run || design === undefined) return undefined;
  if (run.status === 'failed') return { state: 'failed', text: run.failure ?? '' };
  // Short runs keep the last answer in the header: only long ones ask for patience.
  if (run.status === 'running' && (!run.current || rows !== undefined))
    return { state: 'running', rows: rows ?? 0, onCancel: () => session.cancelRun(design) };
  if (!run.current) return { state: 'waiting' };
  return { state: 'done', rows: run.current.result.rowsRead, milliseconds: run.current.milliseconds };
}

/** A journey's simulation in the same words. */
function simulated({ status, result, milliseconds, failure }: Simulation, design: string, noun: string): RunShown {
  if (status === 'failed') return { state: 'failed', text: failure ?? '' };
  if (status === 'running' && !result) return { state: 'running', onCancel: () => cancelSimulation(design) };
  if (!result || milliseconds === undefined) return { state: 'waiting' };
  return { state: 'done', rows: result.customers, noun, milliseconds };
}
