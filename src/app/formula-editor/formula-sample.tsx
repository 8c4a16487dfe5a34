/** What a formula gives for the first rows, while it is typed. Formulas that look into other tables wait for the engine's answer instead. */
import { cellAt, type Frame } from '#core/data/column.ts';
import type { Value } from '#core/data/value.ts';
import { compileScalar } from '#core/formula/evaluate/compile-scalar.ts';
import { emptyEnvironment } from '#core/formula/evaluate/environment.ts';
import type { Expression } from '#core/formula/expression.ts';
import { walkExpression } from '#core/program/wiring.ts';
import { formatValue } from '#ui/format-value.ts';
import type { Language } from '#ui/language.tsx';
import styles from './formula-editor.module.css';

const rowsShown = 3;

interface FormulaSampleProps {
  readonly expression: Expression;
  readonly sample: Frame;
  readonly parameters: Readonly<Record<string, Value>>;
  readonly asOf: number;
  readonly language: Language;
}

/** The values of the first rows; null where the formula needs more than its row. */
export function sampleValues(
  expression: Expression,
  sample: Frame,
  parameters: Readonly<Record<string, Value>>,
  asOf: number,
): readonly Value[] | null {
  for (const part of walkExpression(expression))
    if (part.node === 'whole' || part.node === 'table' || part.node === 'prior') return null;
  const run = compileScalar(expression);
  return Array.from({ length: Math.min(rowsShown, sample.rowCount) }, (_, row) =>
    run({
      ...emptyEnvironment(asOf),
      column(key) {
        const column = sample.columns.get(key);
        return column ? cellAt(column, row) : null;
      },
      parameter: (key) => parameters[key] ?? null,
    }),
  );
}

export function FormulaSample({ expression, sample, parameters, asOf, language }: FormulaSampleProps) {
  const values = sampleValues(expression, sample, parameters, asOf);
  if (!values || values.length === 0) return null;
  return (
    <ol className={styles.sample} aria-live="off">
      {values.map((value, row) => (
        <li key={row}>
          {row + 1} <b>{formatValue(value, expression.type, expression.format, language) || '–'}</b>
        </li>
      ))}
    </ol>
  );
}
