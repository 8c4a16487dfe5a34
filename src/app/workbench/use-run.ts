import { useLanguage } from '#ui/language.tsx';
import { cancelSimulation, useSimulations, type Simulation } from '../journey-editor/simulation-state.ts';
import { useSession, useSessionVerbs } from '../session/session-context.tsx';
import type { SessionState } from '../session/session-state.ts';
import type { RunShown } from '../shell/shell-props.ts';

/** The run of a design as the header says it. */
export function useRun(design: string | undefined): RunShown | undefined {
  const of = (state: SessionState) => (design === undefined ? undefined : state.runs[design]);
  const any = useSession((state) => of(state) !== undefined);
  const current = useSession((state) => of(state)?.current);
  const failure = useSession((state) => (of(state)?.status === 'failed' ? (of(state)?.failure ?? '') : undefined));
  // Short runs keep the last answer in the header, and draw nothing until there is another: only long ones ask for patience.
  const rows = useSession((state) => {
    const told = design === undefined ? undefined : state.progress[design];
    return of(state)?.status === 'running' && (!of(state)?.current || told !== undefined) ? (told ?? 0) : undefined;
  });
  const session = useSessionVerbs();
  const simulation = useSimulations((state) => (design === undefined ? undefined : state.byDesign[design]));
  const { language } = useLanguage();
  if (simulation && design !== undefined && !any)
    return simulated(simulation, design, language === 'en' ? 'customers' : '位客户');
  if (!any || design === undefined) return undefined;
  if (failure !== undefined) return { state: 'failed', text: failure };
  if (rows !== undefined) return { state: 'running', rows, onCancel: () => session.cancelRun(design) };
  if (!current) return { state: 'waiting' };
  return { state: 'done', rows: current.result.rowsRead, milliseconds: current.milliseconds };
}

/** A journey's simulation in the same words. */
function simulated({ status, result, milliseconds, failure }: Simulation, design: string, noun: string): RunShown {
  if (status === 'failed') return { state: 'failed', text: failure ?? '' };
  if (status === 'running' && !result) return { state: 'running', onCancel: () => cancelSimulation(design) };
  if (!result || milliseconds === undefined) return { state: 'waiting' };
  return { state: 'done', rows: result.customers, noun, milliseconds };
}
