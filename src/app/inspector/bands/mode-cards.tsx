/** The four ways a band may apply, each with the payout it would give on the user's own data. */
import { useEffect, useId, useRef, useState } from 'react';
import type { Value } from '#core/data/value.ts';
import type { RunResult } from '#core/execute/result.ts';
import type { BandMode } from '#core/program/table-program.ts';
import { differenceOf } from '#ui/difference-chip.tsx';
import { formatNumber } from '#ui/format-value.ts';
import { useWords } from '#ui/language.tsx';
import { headlineFormat } from '../../canvas/node-view.ts';
import { useSession, useSessionVerbs } from '../../session/session-context.tsx';
import { useNodeEditing } from '../node-editing.ts';
import type { ChoiceField } from './band-rows.ts';
import styles from './bands.module.css';
import { bandsWords } from './bands.words.ts';

const shapes: Readonly<Record<BandMode, string>> = {
  whole: 'M2 15L8 13V9L16 7V3L22 1',
  marginal: 'M2 15L9 12L16 8L22 2',
  retroactive: 'M2 15L12 11V7L22 2',
  interpolated: 'M2 15L8 13L13 7L22 1',
};
const shapeOf = (value: string) => (Object.hasOwn(shapes, value) ? shapes[value as BandMode] : shapes.marginal);

/** Variants are asked for when nothing has changed for this long: a moving slider is not held up by them. */
const restMs = 150;

/** The payout (or, without an output, the node's own number) under each option, and in use. */
function useModeTotals(
  field: ChoiceField,
  now: string,
): { readonly totals: ReadonlyMap<string, number>; readonly target: string } {
  const session = useSessionVerbs();
  const { design, node } = useNodeEditing();
  const current = useSession((state) => state.runs[design.id]?.current);
  const target = current?.input.program.output ?? node;
  const [others, setOthers] = useState<ReadonlyMap<string, number>>(new Map());
  const options = field.options.map((one) => one.value).join(' ');
  const { prop } = field;
  const shown = useRef(0);

  useEffect(() => {
    if (!current) return undefined;
    const round = ++shown.current;
    const timer = setTimeout(() => {
      const asked = options
        .split(' ')
        .filter((option) => option !== now)
        .map(async (value) => {
          const edit = { op: 'node.prop', design: design.id, node, path: [prop], value } as const;
          const variant = await session.runVariant(design.id, [edit]);
          const total = variant && numberOf(variant.result, target);
          return typeof total === 'number' ? ([value, total] as const) : null;
        });
      void Promise.all(asked).then((found) => {
        if (shown.current === round) setOthers(new Map(found.filter((one) => one !== null)));
      });
    }, restMs);
    return () => clearTimeout(timer);
  }, [session, current, design.id, node, prop, now, options, target]);

  const own = current && numberOf(current.result, target);
  const totals = new Map(others);
  totals.delete(now);
  if (typeof own === 'number') totals.set(now, own);
  return { totals, target };
}

function numberOf(result: RunResult, node: string): Value | undefined {
  return result.answers[node]?.value;
}

export function ModeCards({ field }: { readonly field: ChoiceField }) {
  const { currency, design, language, props, set } = useNodeEditing();
  const words = useWords(bandsWords);
  const name = useId();
  const now = typeof props[field.prop] === 'string' ? String(props[field.prop]) : '';
  const { totals, target } = useModeTotals(field, now);
  const compiled = useSession((state) => state.compiled[design.id]);
  const format = headlineFormat(compiled, target);
  const unit = format?.kind === 'currency' ? format.currency : (currency ?? '');
  const symbol =
    unit === ''
      ? ''
      : formatNumber(0, { kind: 'currency', currency: unit, decimals: 0 }, language).replace(/[\d\s]/g, '');
  const own = totals.get(now);
  const shown = (value: number, signed = false) =>
    formatNumber(value, { kind: 'number', decimals: 0 }, language, { signed });
  return (
    <div className={styles.section}>
      <div className={styles.head}>
        <h3 id={`${name}-head`}>{field.words[language]}</h3>
        <span className={styles.quiet}>{words.total(symbol)}</span>
      </div>
      <div role="radiogroup" aria-labelledby={`${name}-head`} className={styles.modes}>
        {field.options.map((option) => {
          const total = totals.get(option.value);
          const difference = total === undefined || own === undefined ? undefined : differenceOf(own, total);
          const chosen = option.value === now;
          return (
            <label
              key={option.value}
              className={styles.mode}
              data-on={chosen || undefined}
              title={option.help?.[language]}
            >
              <input
                type="radio"
                className="only-read"
                name={name}
                checked={chosen}
                onChange={() => set([field.prop], option.value, field.words)}
              />
              <svg width="24" height="16" viewBox="0 0 24 16" aria-hidden="true">
                <path
                  d={shapeOf(option.value)}
                  fill="none"
                  stroke="currentColor"
                  strokeWidth="1.6"
                  strokeLinejoin="round"
                />
              </svg>
              <span className={styles.modeName}>{option.words[language]}</span>
              <b className={styles.modeTotal}>{total === undefined ? '…' : shown(total)}</b>
              <span className={styles.modeChange} data-direction={chosen ? undefined : difference?.direction}>
                {chosen ? (
                  words.inUse
                ) : difference ? (
                  <>
                    <span aria-hidden="true">
                      {difference.direction === 'up' ? '▲ ' : difference.direction === 'down' ? '▼ ' : '= '}
                    </span>
                    {shown(difference.delta, true)}
                  </>
                ) : (
                  ' '
                )}
              </span>
            </label>
          );
        })}
      </div>
    </div>
  );
}
