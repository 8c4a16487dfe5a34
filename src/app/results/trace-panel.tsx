/** Why a number is what it is: the sentence first, then the tree, then the rows. */
import { useState } from 'react';
import type { CellRef, Trace, TraceInput } from '#core/execute/trace.ts';
import type { RunInput } from '#engine/protocol.ts';
import { Button } from '#ui/button.tsx';
import { formatNumber, formatValue } from '#ui/format-value.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { Icon } from '#ui/icon.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { announce } from '#ui/toast.ts';
import { useSessionVerbs } from '../session/session-context.tsx';
import { readableFormula } from './readable-formula.ts';
import { BandLines } from './band-lines.tsx';
import styles from './results.module.css';
import look from './trace.module.css';
import { resultsWords } from './results.words.ts';
import { TracedRows } from './traced-rows.tsx';
import { useAsk } from './use-ask.ts';

export interface TracePanelProps {
  readonly run: RunInput;
  readonly cell: CellRef;
  readonly onClose?: (() => void) | undefined;
}

const cellKey = (cell: CellRef) => JSON.stringify([cell.step, cell.row, cell.column]);

export function useTrace(run: RunInput, cell: CellRef | null) {
  const { engine } = useSessionVerbs();
  return useAsk(engine, 'trace', cell ? { about: run, ask: { run, cell }, key: cellKey(cell) } : null);
}

export function TracePanel({ run, cell, onClose }: TracePanelProps) {
  const words = useWords(resultsWords);
  const { language } = useLanguage();
  const { answer, failed } = useTrace(run, cell);
  if (failed) return <p className={styles.quiet}>{words.failed}</p>;
  if (!answer) return <p className={styles.quiet}>{words.loading}</p>;
  const value = formatValue(answer.value, answer.type, answer.format, language);
  const copy = () => void navigator.clipboard.writeText(answer.sentence[language]).then(() => announce(words.copied));
  return (
    <section className={look.trace} aria-label={words.why(value)}>
      <header className={look.traceHead}>
        <Icon name="help-circle" />
        <h2>{words.why(value)}</h2>
        <Button size="small" icon="copy" onClick={copy}>
          {words.copy}
        </Button>
        {onClose && <IconButton icon="x" label={words.close} onClick={onClose} />}
      </header>
      <p className={look.sentence} aria-live="polite">
        {answer.sentence[language]}
      </p>
      <ul className={look.tree}>
        <TraceBranch run={run} trace={answer} depth={0} />
      </ul>
    </section>
  );
}

function TraceBranch({ run, trace, depth }: { readonly run: RunInput; readonly trace: Trace; readonly depth: number }) {
  const { language } = useLanguage();
  const words = useWords(resultsWords);
  // What an aggregate added up is its rows: they stand above, and are not named again.
  const inputs = trace.how.by === 'aggregate' ? trace.inputs.filter((one) => one.cell ?? one.parameter) : trace.inputs;
  return (
    <li className={look.branch}>
      <div className={look.traceLine} data-top={depth === 0}>
        <span className={look.traceName}>{trace.label}</span>
        <span className={look.traceValue}>{formatValue(trace.value, trace.type, trace.format, language)}</span>
      </div>
      {trace.formula && <code className={look.formula}>{trace.formula}</code>}
      {trace.substituted && trace.substituted !== trace.formula && (
        <code className={`${look.formula} ${look.values}`}>{readableFormula(trace.substituted, language)}</code>
      )}
      {trace.how.by === 'bands' && (
        <BandLines lines={trace.how.lines} format={trace.format} measured={trace.how.measured} />
      )}
      {trace.how.by === 'source' && (
        <p className={look.leaf}>
          <Icon name="table" size={14} />
          {words.rowOf(formatNumber(trace.how.row + 1, undefined, language), trace.how.table)}
        </p>
      )}
      {trace.rows.map((rows) => (
        <TracedRows key={rows.step} run={run} rows={rows} />
      ))}
      {inputs.length > 0 && (
        <ul className={look.tree}>
          {inputs.map((input, index) => (
            <TraceLeaf key={`${input.name}.${index}`} run={run} input={input} depth={depth + 1} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** An input: its value at once; what is behind it when opened. The first levels open by themselves. */
function TraceLeaf({
  run,
  input,
  depth,
}: {
  readonly run: RunInput;
  readonly input: TraceInput;
  readonly depth: number;
}) {
  const { language } = useLanguage();
  const words = useWords(resultsWords);
  const [open, setOpen] = useState(depth < 3);
  const { answer } = useTrace(run, open && input.cell ? input.cell : null);
  if (open && answer && answer.how.by !== 'source') return <TraceBranch run={run} trace={answer} depth={depth} />;
  return (
    <li className={look.branch}>
      <div className={look.traceLine}>
        {input.cell && !open ? (
          <button type="button" className={look.opener} aria-expanded={open} onClick={() => setOpen(true)}>
            <Icon name="chevron-right" size={14} />
            {input.label}
          </button>
        ) : (
          <span className={look.traceName}>{input.label}</span>
        )}
        <span className={look.traceValue}>{formatValue(input.value, input.type, input.format, language)}</span>
      </div>
      {input.parameter !== undefined && (
        <p className={look.leaf}>
          <Icon name="adjustments-horizontal" size={14} />
          {words.parameter}
        </p>
      )}
      {answer?.how.by === 'source' && (
        <p className={look.leaf}>
          <Icon name="table" size={14} />
          {words.rowOf(formatNumber(answer.how.row + 1, undefined, language), answer.how.table)}
        </p>
      )}
    </li>
  );
}
