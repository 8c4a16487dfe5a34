/** The answers to a band study: what the table, the footer and the curve of the band editor show. Old answers stay until new ones are there. */
import { useMemo } from 'react';
import { cellAt, type Frame } from '#core/data/column.ts';
import { payCurve, type PayCurve } from '#core/execute/pay-curve.ts';
import type { PayBand } from '#core/formula/band-table.ts';
import type { RunInput } from '#engine/protocol.ts';
import { useAsk } from '../../results/use-ask.ts';
import { useSession, useSessionVerbs } from '../../session/session-context.tsx';
import { bandStudy, countColumn, studyKeys, type BandStudy } from './band-study.ts';

/** Ticks drawn at most; with more rows nothing is said about how many stand near a cliff. */
export const mostTicks = 5000;

export interface BandAnswers {
  readonly study: BandStudy;
  /** By band: rows that reached it and what they earn. */
  readonly perBand: readonly { readonly people: number; readonly pay: number }[];
  readonly total: number;
  readonly count: number;
  /** What 100 % is worth at the median; null where the measure is the amount itself. */
  readonly base: number | null;
  readonly measures: readonly number[];
  /** Whether `measures` holds everyone. */
  readonly complete: boolean;
  readonly curve: PayCurve | null;
  /** The same table, marginal; null where it is marginal already. */
  readonly marginal: PayCurve | null;
}

const numberAt = (frame: Frame, key: string, row = 0): number | undefined => {
  const column = frame.columns.get(key);
  const value = column && frame.rowCount > row ? cellAt(column, row) : null;
  return typeof value === 'number' ? value : undefined;
};

export function useBandStudy(design: string, node: string): BandAnswers | null {
  const { engine } = useSessionVerbs();
  const input = useSession((state) => state.runs[design]?.current?.input);
  const asked = useMemo(() => {
    const study = input ? bandStudy(input.program, node) : null;
    if (!study || !input) return null;
    const run: RunInput = { ...input, program: study.program };
    return { study, run, input };
  }, [input, node]);
  const question = (step: (study: BandStudy) => string, to: number, columns?: readonly string[]) =>
    asked && {
      about: asked.input,
      key: `${node}.${step(asked.study)}`,
      ask: { of: { run: asked.run, step: step(asked.study) }, from: 0, to, ...(columns ? { columns } : {}) },
    };
  const perBand = useAsk(engine, 'window', question((study) => study.perBand, 1000)).answer; // prettier-ignore
  const figures = useAsk(engine, 'window', question((study) => study.figures, 1)).answer; // prettier-ignore
  const people = useAsk(engine, 'window', question((study) => study.people, mostTicks, [studyKeys.measure])).answer; // prettier-ignore
  return useMemo(
    () =>
      asked && perBand && figures && people
        ? bandAnswers(asked.study, perBand.frame, figures.frame, people.frame, people.total)
        : null,
    [asked, perBand, figures, people],
  );
}

export function bandAnswers(
  study: BandStudy,
  perBand: Frame,
  figures: Frame,
  people: Frame,
  rows: number,
): BandAnswers | null {
  const bands = study.bands.flatMap((band, index): PayBand[] => {
    const from = numberAt(figures, `~from${index}`);
    if (from === undefined) return [];
    const rate = numberAt(figures, `~rate${index}`);
    const amount = numberAt(figures, `~amount${index}`);
    return [
      {
        from,
        ...(rate === undefined ? {} : { rate }),
        ...(amount === undefined ? {} : { amount }),
        ...(band.retroactive ? { retroactive: true } : {}),
      },
    ];
  });
  const names = perBand.columns.get(studyKeys.band);
  const counts = study.bands.map((_, index) => {
    const row = Array.from({ length: perBand.rowCount }, (__, at) => at).find(
      (at) => names !== undefined && String(cellAt(names, at)) === String(index),
    );
    return row === undefined
      ? { people: 0, pay: 0 }
      : { people: numberAt(perBand, countColumn, row) ?? 0, pay: numberAt(perBand, studyKeys.pay, row) ?? 0 };
  });
  const measureColumn = people.columns.get(studyKeys.measure);
  const measures = measureColumn
    ? Array.from({ length: people.rowCount }, (_, row) => cellAt(measureColumn, row)).filter(
        (value) => typeof value === 'number',
      )
    : [];
  const base = numberAt(figures, studyKeys.base) ?? null;
  const needsBase = study.means !== 'itself';
  const whole = bands.length === study.bands.length && (!needsBase || (base !== null && base > 0));
  const shared = {
    bands,
    tie: study.tie,
    pays: study.pays,
    reach: study.percent ? 1.5 : Math.max(0, ...measures),
    ...(needsBase && base !== null ? { base } : {}),
  };
  return {
    study,
    perBand: counts,
    total: numberAt(figures, studyKeys.total) ?? 0,
    count: numberAt(figures, countColumn) ?? 0,
    base: needsBase ? base : null,
    measures,
    complete: rows <= mostTicks,
    curve: whole ? payCurve({ ...shared, mode: study.mode }) : null,
    marginal: whole && study.mode !== 'marginal' ? payCurve({ ...shared, mode: 'marginal' }) : null,
  };
}
