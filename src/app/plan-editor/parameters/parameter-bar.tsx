/** The slider that floats over the canvas: move a parameter, see who is paid what, then keep it or take it back. */
import { useEffect, useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { DifferenceChip } from '#ui/difference-chip.tsx';
import { formatNumber } from '#ui/format-value.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import { Menu } from '#ui/menu.tsx';
import { Slider } from '#ui/slider.tsx';
import { headlineFormat } from '../../canvas/node-view.ts';
import { AmountField } from '../../inspector/controls/amount-field.tsx';
import { FamilyTile } from '../../inspector/family-tile.tsx';
import { useAsk } from '../../results/use-ask.ts';
import { payoutColumn, useOutput } from '../../results/use-output.ts';
import { useSession, useSessionVerbs } from '../../session/session-context.tsx';
import { chooseParameter, nodeUsing, useTouched } from './parameter-choice.ts';
import styles from './parameters.module.css';
import { parametersWords, parameterSteps } from './parameters.words.ts';
import { peopleMoved, type Moved } from './people-moved.ts';
import { sliderRange } from './slider-range.ts';

interface ParameterBarProps {
  /** The plan's id. */
  readonly design: string;
  readonly selected: readonly string[];
}

export function ParameterBar({ design: id, selected }: ParameterBarProps) {
  const session = useSessionVerbs();
  const words = useWords(parametersWords);
  const { language } = useLanguage();
  const project = useSession((state) => state.project);
  const catalog = useSession((state) => state.catalog);
  const compiled = useSession((state) => state.compiled[id]);
  const preview = useSession((state) => state.preview);
  const current = useSession((state) => state.runs[id]?.current);
  const earlier = useSession((state) => state.runs[id]?.before);
  const { touched, touch } = useTouched();
  const moved = usePeopleMoved(id);
  const tried = Object.keys(preview);
  const { all, chosen, used } = chooseParameter(project.parameters, compiled, selected, touched, tried);
  const key = chosen?.key;
  const [moving, setMoving] = useFrame((value: number) => {
    if (key === undefined) return;
    session.setPreview(key, value === chosen?.value ? undefined : value);
  });
  if (!chosen) return null;

  const { format, label, value: saved } = chosen;
  const previewed = preview[chosen.key];
  const value = moving ?? (typeof previewed === 'number' ? previewed : saved);
  const range = sliderRange(chosen);
  const shown = (number: number) => formatNumber(number, format, language);
  const node = nodeUsing(compiled, chosen.key, selected);
  const design = project.designs.find((one) => one.id === id);
  const kindName =
    node !== undefined && design?.kind === 'plan' && 'nodes' in design ? nodeKind(design.nodes, node) : '';
  const kind = catalog.nodes.get(kindName);
  const output = compiled?.program.output ?? null;
  const now = output === null ? undefined : current?.result.answers[output]?.value;
  const before = output === null ? undefined : earlier?.result.answers[output]?.value;
  const trying = tried.length > 0;

  return (
    <section className={styles.bar} aria-label={words.bar}>
      <Menu
        items={all.map((one) => ({
          id: one.key,
          label: used.has(one.key) ? one.label : `${one.label} (${words.notUsed})`,
          checked: one.key === chosen.key,
          run: () => touch(one.key),
        }))}
      >
        <button type="button" className={styles.chosen} aria-label={`${label}. ${words.choose}`}>
          <FamilyTile family={kind?.family ?? 'shape'} icon={kind?.icon ?? 'adjustments'} size="small" />
          <b>{label}</b>
        </button>
      </Menu>
      <Slider
        label={label}
        value={value}
        min={range.min}
        max={range.max}
        step={range.step}
        was={saved}
        valueText={shown(value)}
        className={styles.slider}
        onChange={(next) => {
          touch(chosen.key);
          setMoving(next);
        }}
      />
      <BarValue
        key={chosen.key}
        label={words.value(label)}
        value={value}
        text={shown(value)}
        percent={format?.kind === 'percent'}
        onChange={(next) => {
          touch(chosen.key);
          setMoving(next);
        }}
      />
      <span className={styles.was} data-on={trying || undefined}>
        {trying ? words.was(shown(saved)) : ''}
      </span>
      <span className={styles.difference} role="status">
        {trying && typeof now === 'number' && typeof before === 'number' && (
          <DifferenceChip
            before={before}
            after={now}
            format={output === null ? undefined : headlineFormat(compiled, output)}
          />
        )}
        {trying && moved && <span className={styles.people}>{movedText(moved, words, (n) => shownCount(n))}</span>}
      </span>
      <span className={styles.verbs}>
        <Button
          size="small"
          look="ghost"
          disabled={!trying}
          onClick={() => {
            setMoving(undefined);
            for (const one of tried) session.setPreview(one, undefined);
          }}
        >
          {words.reset}
        </Button>
        <Button
          size="small"
          look="primary"
          disabled={!trying}
          onClick={() => {
            setMoving(undefined);
            const labels = project.parameters.filter((one) => tried.includes(one.key)).map((one) => one.label);
            session.keepPreview(parameterSteps.keep(labels.join(', ')));
          }}
        >
          {words.keep}
        </Button>
      </span>
    </section>
  );

  function shownCount(count: number): string {
    return formatNumber(count, undefined, language);
  }
}

function nodeKind(nodes: unknown, node: string): string {
  const value = (nodes as Readonly<Record<string, { readonly kind?: string } | undefined>>)[node];
  return value?.kind ?? '';
}

function movedText(moved: Moved, words: (typeof parametersWords)['en'], count: (value: number) => string): string {
  const parts = [
    moved.gain > 0 ? words.gain(count(moved.gain), moved.gain === 1) : '',
    moved.lose > 0 ? words.lose(count(moved.lose), moved.lose === 1) : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : words.nobody;
}

/** How many people gain and lose while a parameter is tried; null where there is nothing to compare. */
function usePeopleMoved(design: string): Moved | null {
  const { engine } = useSessionVerbs();
  const output = useOutput(design);
  const pay = output ? payoutColumn(output.columns) : undefined;
  const { answer } = useAsk(
    engine,
    'compare',
    output?.before && pay && output.grain.length > 0
      ? {
          about: output.run,
          key: `moved.${JSON.stringify(output.before.parameters)}.${output.step}`,
          ask: { before: output.before, after: output.run, step: output.step, key: output.grain, column: pay.key },
        }
      : null,
  );
  if (!answer || !output) return null;
  const person = output.grain.findIndex((key) => output.columns.find((one) => one.key === key)?.role === 'person');
  return peopleMoved(answer, person);
}

/** The value while it moves: shown at once, handed on once per animation frame. */
function useFrame(send: (value: number) => void): readonly [number | undefined, (value: number | undefined) => void] {
  const [moving, setMoving] = useState<number | undefined>();
  const latest = useRef(send);
  const frame = useRef(0);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return [
    moving,
    (value) => {
      cancelAnimationFrame(frame.current);
      setMoving(value);
      if (value === undefined) return;
      frame.current = requestAnimationFrame(() => {
        latest.current(value);
        setMoving(undefined);
      });
    },
  ];
}

interface BarValueProps {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  readonly percent: boolean;
  readonly onChange: (value: number) => void;
}

/** The number itself: as people read it until it is entered, then as it is typed. */
function BarValue({ label, value, text, percent, onChange }: BarValueProps) {
  const [entered, setEntered] = useState(false);
  return (
    <span className={styles.value} onFocus={() => setEntered(true)} onBlur={() => setEntered(false)}>
      <AmountField
        label={label}
        value={value}
        format={percent ? 'percent' : 'number'}
        className={styles.input}
        onChange={(next) => {
          if (typeof next === 'number') onChange(next);
        }}
      />
      {!entered && (
        <span className={styles.shown} aria-hidden="true">
          {text}
        </span>
      )}
    </span>
  );
}
