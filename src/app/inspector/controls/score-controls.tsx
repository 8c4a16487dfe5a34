/** The controls of scores: the points of a curve with their picture, and weights that add up to 100 %. */
import type { InspectorField } from '#core/contracts/node-kind.ts';
import { isRecord } from '#core/edit/at-path.ts';
import { pointsOf } from '#kinds/metrics/kpi/kpi.ts';
import { withWeight, type Weight } from '#kinds/metrics/scorecard/weights.ts';
import { NumberField } from '#ui/number-field.tsx';
import { Slider } from '#ui/slider.tsx';
import { useWords } from '#ui/language.tsx';
import { CurvePicture } from '../../scorecard-editor/curve-picture.tsx';
import { scorecardWords } from '../../scorecard-editor/scorecard-editor.words.ts';
import { columnsFrom, useNodeEditing } from '../node-editing.ts';
import { ListEditor } from './list-editor.tsx';
import styles from './score-controls.module.css';

type Of<C extends InspectorField['control']> = InspectorField & { readonly control: C };
interface Point {
  readonly at: number;
  readonly score: number;
}

const numberIn = (value: unknown, otherwise = 0) => (typeof value === 'number' ? value : otherwise);

/** Shares and attainments are small numbers: shown as percents, as they are thought of. */
export function curveFormat(points: readonly Point[]) {
  const small = points.every((one) => Math.abs(one.at) <= 3);
  return small ? ({ kind: 'percent', decimals: 0 } as const) : ({ kind: 'number' } as const);
}

export function CurveControl({ field }: { readonly field: Of<'curve'> }) {
  const { props, set, language } = useNodeEditing();
  const words = useWords(scorecardWords);
  const value = props[field.prop];
  const points: readonly Point[] = (Array.isArray(value) ? value.filter(isRecord) : []).map((one) => ({
    at: numberIn(one['at']),
    score: numberIn(one['score']),
  }));
  const shape = props['shape'] === 'goal' || props['shape'] === 'bands' ? props['shape'] : 'line';
  const drawn = pointsOf({
    shape,
    points: [...points],
    goal: numberIn(props['goal']),
    red: numberIn(props['red']),
    top: numberIn(props['top']),
  });
  const format = curveFormat(drawn);
  const save = (next: readonly Point[]) => set([field.prop], next, field.words);
  return (
    <>
      <CurvePicture curve={{ points: drawn, steps: shape === 'bands' }} width={312} height={150} format={format} full />
      {shape !== 'goal' && (
        <ListEditor
          name={field.words[language]}
          items={points}
          onChange={save}
          nameOf={(_, index) => words.point(index + 1)}
          fresh={() => nextPoint(points)}
          plain
        >
          {(point, index) => (
            <span className={styles.point}>
              <NumberField
                label={words.pointAt(index + 1)}
                hideLabel
                value={point.at}
                format={format}
                step={format.kind === 'percent' ? 0.05 : 1}
                onCommit={(at) => at !== undefined && save(points.with(index, { ...point, at }))}
              />
              <span aria-hidden="true">→</span>
              <NumberField
                label={words.pointScore(index + 1)}
                hideLabel
                value={point.score}
                onCommit={(score) => score !== undefined && save(points.with(index, { ...point, score }))}
              />
            </span>
          )}
        </ListEditor>
      )}
    </>
  );
}

/** As far beyond the last point as that is beyond the one before it. */
function nextPoint(points: readonly Point[]): Point {
  const last = points.at(-1) ?? { at: 0, score: 0 };
  const before = points.at(-2) ?? { at: last.at - 0.1, score: last.score - 10 };
  const clean = (value: number) => Number(value.toPrecision(12));
  return { at: clean(2 * last.at - before.at), score: clean(2 * last.score - before.score) };
}

export function WeightsControl({ field }: { readonly field: Of<'weights'> }) {
  const { compiled, props, set } = useNodeEditing();
  const words = useWords(scorecardWords);
  const value = props[field.prop];
  const weights: readonly Weight[] = (Array.isArray(value) ? value.filter(isRecord) : []).map((one) => ({
    key: String(one['key']),
    weight: numberIn(one['weight']),
  }));
  const scores = columnsFrom(compiled, field.from).filter((column) => column.role === 'score');
  const save = (key: string, share: number) => set([field.prop], withWeight(weights, key, share), field.words, true);
  return (
    <ul className={styles.weights}>
      {weights.map(({ key, weight }) => {
        const label = scores.find((one) => one.key === key)?.label ?? key;
        return (
          <li key={key}>
            <span className={styles.name}>{label}</span>
            <Slider
              label={words.weightOf(label)}
              value={weight}
              min={0}
              max={1}
              step={0.01}
              valueText={`${Math.round(weight * 100)} %`}
              onChange={(share) => save(key, share)}
            />
            <span className={styles.share}>{Math.round(weight * 100)}%</span>
          </li>
        );
      })}
    </ul>
  );
}
