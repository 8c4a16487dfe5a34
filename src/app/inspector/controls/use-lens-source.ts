/** Where a formula of the node stands in the plan's last run, so that its parts can be seen on any row. */
import { useMemo } from 'react';
import { lensPlace } from '#core/execute/lens-place.ts';
import type { FormulaPlace } from '#core/formula/scope.ts';
import { naming, type LensSource } from '../../formula-editor/lens/use-lens.ts';
import { useSession, useSessionVerbs } from '../../session/session-context.tsx';
import { useNodeEditing } from '../node-editing.ts';

/** `key`: the column that the formula makes, in a list of columns. Null where nothing has run yet. */
export function useLensSource(
  place: FormulaPlace,
  from: string | undefined,
  key: string | undefined,
): LensSource | null {
  const { engine } = useSessionVerbs();
  const { compiled, design, node } = useNodeEditing();
  const run = useSession((state) => state.runs[design.id]?.current?.input);
  const over = from === undefined ? undefined : compiled?.inputs[from]?.[0]?.step;
  return useMemo(() => {
    if (!run) return null;
    const found = lensPlace(run.program, node, place, over, key);
    if (!found) return null;
    const step = run.program.steps.find((one) => one.id === (found.group ?? found.over));
    const names = !step ? [] : naming(step.columns, step.op === 'group' ? step.by : step.grain);
    return { engine, run, place: found, names };
  }, [engine, run, node, place, over, key]);
}
