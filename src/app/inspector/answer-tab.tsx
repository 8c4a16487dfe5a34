/** What a node answers: its number with the difference to before, its rows, its columns. */
import { DifferenceChip } from '#ui/difference-chip.tsx';
import { formatHeadline, formatNumber } from '#ui/format-value.ts';
import { Icon } from '#ui/icon.tsx';
import { useWords } from '#ui/language.tsx';
import { headlineFormat } from '../canvas/node-view.ts';
import { useSession } from '../session/session-context.tsx';
import { inspectorWords, typeIcon, type InspectorWords } from './inspector.words.ts';
import styles from './inspector.module.css';
import { useNodeEditing } from './node-editing.ts';
import type { Format } from '#core/data/column.ts';

export function AnswerTab() {
  const { compiled: own, design, kind, language, node } = useNodeEditing();
  const words = useWords(inspectorWords);
  const current = useSession((state) => state.runs[design.id]?.current);
  const earlier = useSession((state) => state.runs[design.id]?.before);
  const computing = useSession((state) => state.runs[design.id]?.status === 'running');
  const compiled = useSession((state) => state.compiled[design.id]);
  const answer = current?.result.answers[node];
  const before = earlier?.result.answers[node];
  const format = headlineFormat(compiled, node);
  const ports = kind.outputs.flatMap((port) => {
    const shape = own?.outputs[port.key];
    return shape ? [{ port, shape }] : [];
  });
  if (!answer && ports.length === 0)
    return <p className={styles.nothing}>{computing ? words.computing : words.noAnswer}</p>;
  return (
    <>
      {answer && (
        <dl className={`${styles.section} ${styles.facts}`}>
          {answer.value !== undefined && (
            <>
              <dt>{kind.words[language].unit ?? words.answer}</dt>
              <dd className={styles.headline}>{formatHeadline(answer.value, format, language)}</dd>
            </>
          )}
          {typeof answer.value === 'number' && typeof before?.value === 'number' && (
            <>
              <dt>{words.difference}</dt>
              <dd>
                <DifferenceChip before={before.value} after={answer.value} format={format} />
              </dd>
            </>
          )}
          <dt>{words.rows}</dt>
          <dd>{formatNumber(answer.rows, undefined, language)}</dd>
          {before && before.rows !== answer.rows && (
            <>
              <dt>{words.difference}</dt>
              <dd>
                <DifferenceChip before={before.rows} after={answer.rows} neutral />
              </dd>
            </>
          )}
        </dl>
      )}
      {ports.map(({ port, shape }) => (
        <div key={port.key} className={styles.section}>
          <h3 className={styles.heading}>
            {ports.length > 1 ? port.words[language] : words.columns}{' '}
            <span className={styles.quiet}>{shape.columns.length}</span>
          </h3>
          <table className={styles.columns}>
            <thead>
              <tr>
                <th scope="col">{words.column}</th>
                <th scope="col">{words.format}</th>
                <th scope="col">{words.role}</th>
              </tr>
            </thead>
            <tbody>
              {shape.columns.map((column) => (
                <tr key={column.key}>
                  <th scope="row">
                    <span className={styles.columnName}>
                      <Icon name={typeIcon(column.type, column.format)} size={14} />
                      <span>
                        {column.label ?? column.key}
                        {column.label !== undefined && column.label !== column.key && (
                          <code className={styles.code}>{column.key}</code>
                        )}
                      </span>
                    </span>
                  </th>
                  <td>{shownFormat(column.type, column.format, words)}</td>
                  <td>{column.role ? words.roles[column.role] : ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </>
  );
}

function shownFormat(type: string, format: Format | undefined, words: InspectorWords): string {
  if (!format) return words.types[type] ?? type;
  if (format.kind === 'currency') return format.currency;
  return format.kind === 'unit' ? format.unit : words.formats[format.kind];
}
