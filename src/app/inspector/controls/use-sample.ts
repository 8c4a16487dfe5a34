/** The first rows that reach a port, so that a formula shows its values while it is written. */
import type { Frame } from '#core/data/column.ts';
import type { Value } from '#core/data/value.ts';
import { useAsk } from '../../results/use-ask.ts';
import { useSession, useSessionVerbs } from '../../session/session-context.tsx';
import { useNodeEditing } from '../node-editing.ts';

const sampleRows = 3;

export interface Sample {
  readonly sample?: Frame;
  readonly parameters?: Readonly<Record<string, Value>>;
  readonly asOf?: number;
}

export function useSample(port: string | undefined): Sample {
  const { engine } = useSessionVerbs();
  const { compiled, design } = useNodeEditing();
  const input = useSession((state) => state.runs[design.id]?.current?.input);
  const step = port === undefined ? undefined : compiled?.inputs[port]?.[0]?.step;
  const known = step !== undefined && input?.program.steps.some((one) => one.id === step);
  const { answer } = useAsk(
    engine,
    'window',
    input && known
      ? { about: input, key: `sample.${step}`, ask: { of: { run: input, step }, from: 0, to: sampleRows } }
      : null,
  );
  return input && answer ? { sample: answer.frame, parameters: input.parameters, asOf: input.asOf } : {};
}
