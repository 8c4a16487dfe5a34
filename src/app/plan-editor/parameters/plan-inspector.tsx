/** What the inspector shows while no node is selected: the plan itself, its parameters, its result. */
import { useId } from 'react';
import type { Edit } from '#core/edit/edit.ts';
import { isPlan, isScorecard, type PlanDesign } from '#core/project/project.ts';
import { DifferenceChip } from '#ui/difference-chip.tsx';
import { formatHeadline, formatNumber } from '#ui/format-value.ts';
import { Icon } from '#ui/icon.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { headlineFormat } from '../../canvas/node-view.ts';
import { TextLine } from '../../inspector/controls/text-line.tsx';
import { useSettled } from '../../inspector/controls/use-settled.ts';
import { useSession, useSessionVerbs } from '../../session/session-context.tsx';
import { ParameterList } from './parameter-list.tsx';
import styles from './parameters.module.css';
import { parametersWords, parameterSteps } from './parameters.words.ts';

export function PlanInspector({ design: id }: { readonly design: string }) {
  const session = useSessionVerbs();
  const words = useWords(parametersWords);
  const ids = useId();
  const found = useSession((state) => state.project.designs.find((one) => one.id === id));
  if (!found || !isPlan(found)) return null;
  const design = found;
  const scorecard = isScorecard(found);
  const save = (edit: Edit, field: string, typing: boolean) =>
    session.edit([edit], parameterSteps.plan, typing ? `plan.${id}.${field}` : undefined);
  const saveHeader = (part: 'description' | 'currency', value: string, typing: boolean) =>
    save(headerEdit(design, part, value), part, typing);
  return (
    <section className={styles.plan} aria-label={scorecard ? words.scorecard : words.plan}>
      <h2 className={styles.title}>
        <Icon name={scorecard ? 'scale-outline' : 'stairs-up'} size={16} />
        {scorecard ? words.scorecard : words.plan}
      </h2>
      <div className={styles.section}>
        <div className={styles.line}>
          <label htmlFor={`${ids}-name`}>{words.name}</label>
          <TextLine
            id={`${ids}-name`}
            label={words.name}
            value={design.name}
            required
            onChange={(name, typing) =>
              save({ op: 'design.set', design: id, path: ['name'], value: name }, 'name', typing)
            }
          />
        </div>
        <div className={styles.line}>
          <label htmlFor={`${ids}-description`}>{words.description}</label>
          <TextArea
            id={`${ids}-description`}
            value={design.header?.description ?? ''}
            onChange={(text, typing) => saveHeader('description', text, typing)}
          />
        </div>
        <div className={styles.line}>
          <label htmlFor={`${ids}-currency`}>{words.currency}</label>
          <TextLine
            id={`${ids}-currency`}
            label={words.currency}
            value={design.header?.currency ?? ''}
            placeholder="USD"
            onLeave
            onChange={(text) => {
              const code = text.trim().toUpperCase();
              if (code === '' || /^[A-Z]{3}$/.test(code)) saveHeader('currency', code, false);
            }}
          />
        </div>
      </div>
      <ParameterList currency={design.header?.currency} />
      <Result design={design} />
    </section>
  );
}

/** Sets one part of the header, or removes it where the text is empty; makes the header where there is none. */
export function headerEdit(design: PlanDesign, part: 'description' | 'currency', value: string): Edit {
  const { header } = design;
  if (!header) return { op: 'design.set', design: design.id, path: ['header'], value: { [part]: value } };
  if (value !== '') return { op: 'design.set', design: design.id, path: ['header', part], value };
  return { op: 'design.set', design: design.id, path: ['header', part] };
}

interface TextAreaProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string, typing: boolean) => void;
}

function TextArea({ id, value, onChange }: TextAreaProps) {
  const settled = useSettled(value, (text, last) => {
    if (text === value) return false;
    onChange(text, !last);
    return true;
  });
  return (
    <textarea
      id={id}
      className={styles.area}
      rows={3}
      maxLength={4000}
      value={settled.text}
      onChange={(event) => settled.change(event.target.value)}
      onBlur={() => settled.settle()}
    />
  );
}

function Result({ design }: { readonly design: PlanDesign }) {
  const words = useWords(parametersWords);
  const { language } = useLanguage();
  const current = useSession((state) => state.runs[design.id]?.current);
  const earlier = useSession((state) => state.runs[design.id]?.before);
  const compiled = useSession((state) => state.compiled[design.id]);
  const output = compiled?.program.output ?? null;
  const answer = output === null ? undefined : current?.result.answers[output];
  const before = output === null ? undefined : earlier?.result.answers[output];
  const step = compiled?.program.steps.find((one) => one.id === answer?.step);
  const kind = useSession((state) => state.catalog.nodes.get(design.nodes[output ?? '']?.kind ?? ''));
  return (
    <div className={styles.section}>
      <div className={styles.head}>
        <h3>{words.result}</h3>
      </div>
      {!answer || output === null ? (
        <p className={styles.quiet}>{words.noResult}</p>
      ) : (
        <dl className={styles.facts}>
          {answer.value !== undefined && (
            <div className={styles.line}>
              <dt>{design.nodes[output]?.label ?? kind?.words[language].label ?? output}</dt>
              <dd className={styles.headline}>
                {formatHeadline(answer.value, headlineFormat(compiled, output), language)}
              </dd>
            </div>
          )}
          {typeof answer.value === 'number' && typeof before?.value === 'number' && (
            <div className={styles.line}>
              <dt />
              <dd>
                <DifferenceChip before={before.value} after={answer.value} format={headlineFormat(compiled, output)} />
              </dd>
            </div>
          )}
          <div className={styles.line}>
            <dt>{step?.grain?.length === 1 ? words.people : words.rows}</dt>
            <dd>{formatNumber(answer.rows, undefined, language)}</dd>
          </div>
        </dl>
      )}
    </div>
  );
}
