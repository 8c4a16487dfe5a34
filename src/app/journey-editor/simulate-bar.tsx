/** Over the canvas: the dice and the days of a simulation, run and cancel, and how far the journey's clock is. */
import { useEffect } from 'react';
import { parseIsoDate, printIsoDate } from '#core/calendar/iso-text.ts';
import type { Edit } from '#core/edit/edit.ts';
import { Button } from '#ui/button.tsx';
import { formatSerial } from '#ui/format-value.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useSession, useSessionVerbs } from '../session/session-context.tsx';
import styles from './journey-editor.module.css';
import { journeyWords, steps } from './journey-editor.words.ts';
import { cancelSimulation, runSimulation } from './simulation-state.ts';
import { sameInput, type Journey } from './use-journey.ts';

/** A change is simulated at once when nothing is typed or dragged for so long. */
const pause = 250;

export function SimulateBar({ journey }: { readonly journey: Journey }) {
  const session = useSessionVerbs();
  const words = useWords(journeyWords);
  const { language } = useLanguage();
  const { design, input, simulation } = journey;
  const loading = useSession((state) => state.loading.size > 0);
  const { seed } = design.header.simulation;
  const { from, until } = design.header.simulation;
  const run = () => {
    if (input) void runSimulation(design.id, input, session.engine, () => performance.now());
  };
  const set = (part: 'seed' | 'from' | 'until', value: number | string | undefined) => {
    const path = ['header', 'simulation', part];
    const edit: Edit = { op: 'design.set', design: design.id, path, ...(value === undefined ? {} : { value }) };
    if (value !== undefined || design.header.simulation[part] !== undefined) journey.edit([edit], steps.simulation);
  };
  const setDate = (part: 'from' | 'until', text: string) => {
    const serial = parseIsoDate(text);
    if (text === '') set(part, undefined);
    else if (serial !== undefined) set(part, printIsoDate(serial));
  };
  // A journey that was simulated before is simulated again when it changes; one that was stopped waits for a press.
  const stale = !sameInput(simulation?.input, input);
  const wanted = input !== null && !loading && stale && simulation?.status !== 'cancelled';
  useEffect(() => {
    if (!wanted || !input) return undefined;
    const timer = setTimeout(
      () => void runSimulation(design.id, input, session.engine, () => performance.now()),
      simulation ? pause : 0,
    );
    return () => clearTimeout(timer);
    // What it starts from is told by `input`; a run that is under way changes nothing about it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted, input, design.id, session]);

  const running = simulation?.status === 'running';
  const share = running
    ? (simulation.now - simulation.input.from) / (simulation.input.until - simulation.input.from)
    : 0;
  return (
    <section className={styles.bar} aria-label={words.bar}>
      <div className={styles.fields}>
        <NumberField
          inline
          label={words.seed}
          value={seed}
          step={1}
          className={styles.seed}
          onCommit={(value) => set('seed', Math.round(value ?? 1))}
        />
        {(['from', 'until'] as const).map((part) => (
          <TextField
            key={part}
            inline
            label={words[part]}
            type="date"
            value={part === 'from' ? (from ?? '') : (until ?? '')}
            onCommit={(text) => setDate(part, text)}
            className={styles.date}
          />
        ))}
      </div>
      <p className={styles.told} role="status">
        {running
          ? words.running(formatSerial(simulation.now, 'date', language))
          : !input
            ? words.nothingToRun
            : simulation?.status === 'cancelled'
              ? words.cancelled
              : simulation?.status === 'failed'
                ? `${words.failed}: ${simulation.failure ?? ''}`
                : stale && simulation
                  ? words.old
                  : ''}
      </p>
      {running ? (
        <Button icon="player-stop" onClick={() => cancelSimulation(design.id)}>
          {words.cancel}
        </Button>
      ) : (
        <Button look={simulation ? 'default' : 'primary'} icon="player-play" disabled={!input} onClick={run}>
          {simulation ? words.again : words.run}
        </Button>
      )}
      {running && <span className={styles.share} style={{ transform: `scaleX(${Math.min(1, Math.max(0, share))})` }} />}
    </section>
  );
}
