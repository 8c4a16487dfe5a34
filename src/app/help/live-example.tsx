/** An example that can be changed: its formula, its data, and at once what it gives. */
import { useMemo, useState } from 'react';
import type { Format } from '#core/data/column.ts';
import type { Value } from '#core/data/value.ts';
import { printNumber } from '#core/formula/evaluate/number-text.ts';
import { nothingAround, type Example, type SampleValue } from '#core/formula/reference/example.ts';
import { runExample } from '#core/formula/reference/run-example.ts';
import { Button } from '#ui/button.tsx';
import { formatNumber, formatValue } from '#ui/format-value.ts';
import { useLanguage, useWords, type Language } from '#ui/language.tsx';
import { showToast } from '#ui/toast.ts';
import { FormulaBox } from './formula-box.tsx';
import type { FormulaAsking } from './help-requests.ts';
import { helpWords } from './help.words.ts';
import { InlineText } from './inline-text.tsx';
import styles from './live-example.module.css';
import { SampleGrid } from './sample-grid.tsx';

const asOfKey = 'TODAY()';
const asOfWords = { en: helpWords.en.asOf, 'zh-CN': helpWords['zh-CN'].asOf };

interface LiveExampleProps {
  readonly example: Example;
  readonly asking: FormulaAsking | undefined;
  readonly onInserted: () => void;
}

export function LiveExample({ example, asking, onInserted }: LiveExampleProps) {
  const say = useWords(helpWords);
  const { language } = useLanguage();
  const [formula, setFormula] = useState(example.formula);
  const first = example.sample ?? nothingAround;
  const [sample, setSample] = useState(first);
  const { problems, values, type, format } = useMemo(() => runExample(formula, sample), [formula, sample]);
  const changed = formula !== example.formula || sample !== first;
  const { rows, parameters = [], tables = {}, state, place, asOf } = sample;
  const perRow = rows !== undefined && place !== 'group';
  const shown = values.map((value) => <ResultValue key={0} value={value} type={type} format={format} />);
  const asOfHere: readonly SampleValue[] =
    asOf === undefined ? [] : [{ key: asOfKey, type: 'date', label: asOfWords, value: asOf }];
  const givens = [...parameters, ...asOfHere];
  const replaced = asking?.replaced(formula.trim()) ?? '';

  function setGiven(key: string, value: Value) {
    if (key !== asOfKey)
      setSample({ ...sample, parameters: parameters.map((one) => (one.key === key ? { ...one, value } : one)) });
    else if (typeof value === 'number') setSample({ ...sample, asOf: value });
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(formula);
      showToast(say.copied);
    } catch {
      showToast(say.notCopied, { tone: 'bad' });
    }
  }

  return (
    <section className={styles['example']} aria-label={`${say.try}: ${example.formula}`}>
      {example.says ? (
        <p className={styles['says']}>
          <InlineText text={example.says[language]} />
        </p>
      ) : null}
      <FormulaBox label={say.formula} value={formula} problems={problems} onChange={setFormula} />
      {rows || givens.length > 0 || state || Object.keys(tables).length > 0 ? (
        <div className={styles['data']}>
          {rows ? (
            <SampleGrid
              caption={say.rowsOf[place === 'scalar' ? 'row' : place]}
              label={say.rowsOf[place === 'scalar' ? 'row' : place]}
              table={rows}
              onChange={(next) => setSample({ ...sample, rows: next })}
              results={perRow ? (values.length > 0 ? shown : rows.rows.map(() => '–')) : undefined}
            />
          ) : null}
          {Object.entries(tables).map(([key, one]) => (
            <SampleGrid
              key={key}
              caption={
                <>
                  {say.table} <code>{key}</code>
                </>
              }
              label={`${say.table} ${key}`}
              table={one}
              onChange={(next) => setSample({ ...sample, tables: { ...tables, [key]: next } })}
            />
          ))}
          {givens.length > 0 ? <GivenValues caption={say.given} values={givens} onChange={setGiven} /> : null}
          {state ? (
            <GivenValues
              caption={say.before}
              values={[{ ...state, key: `prior[${state.key}]` }]}
              onChange={(_, value) => setSample({ ...sample, state: { ...state, value } })}
            />
          ) : null}
        </div>
      ) : null}
      <div className={styles['foot']}>
        <output className={styles['result']} aria-label={say.result} data-per-row={perRow}>
          {values.length === 0 ? (
            <span className={styles['none']}>{say.noResult}</span>
          ) : perRow ? (
            <span className="only-read">
              {shown.map((one, at) => (
                <span key={at}>{one} </span>
              ))}
            </span>
          ) : (
            <>
              <span className={styles['equals']}>=</span> {shown[0]}
            </>
          )}
        </output>
        <span className={styles['buttons']}>
          {changed ? (
            <Button
              size="small"
              look="ghost"
              icon="rotate"
              onClick={() => {
                setFormula(example.formula);
                setSample(first);
              }}
            >
              {say.reset}
            </Button>
          ) : null}
          <Button size="small" look="ghost" icon="copy" onClick={() => void copy()}>
            {say.copy}
          </Button>
          {asking ? (
            <Button
              size="small"
              icon="corner-down-left"
              className={styles['insert']}
              onClick={() => {
                asking.insert(formula.trim());
                onInserted();
              }}
            >
              {replaced === '' ? say.insert : say.replace(short(replaced))}
            </Button>
          ) : null}
        </span>
      </div>
    </section>
  );
}

const short = (text: string) => (text.length > 24 ? `${text.slice(0, 23)}…` : text);

interface GivenValuesProps {
  readonly caption: string;
  readonly values: readonly SampleValue[];
  readonly onChange: (key: string, value: Value) => void;
}

/** Parameters as a table of one row. */
function GivenValues({ caption, values, onChange }: GivenValuesProps) {
  return (
    <SampleGrid
      caption={caption}
      label={caption}
      grows={false}
      table={{ columns: values, rows: [values.map((one) => one.value)] }}
      onChange={({ rows: [cells = []] }) =>
        values.forEach((one, at) => {
          const value = cells[at] ?? null;
          if (value !== one.value) onChange(one.key, value);
        })
      }
    />
  );
}

/** All the digits that a number has: an example is there to be read closely. */
function sayNumber(value: number, format: Format | undefined, language: Language): string {
  const written = printNumber(value);
  if (written.includes('E')) return written.replace('-', '−');
  const decimals = written.split('.')[1]?.length ?? 0;
  if (format?.kind === 'percent') {
    const hundredths = printNumber(Number((value * 100).toPrecision(15))).split('.')[1]?.length ?? 0;
    return formatNumber(value, { ...format, decimals: Math.min(hundredths, 12) }, language);
  }
  if (format && format.kind !== 'number' && decimals <= 2) return formatNumber(value, format, language);
  return formatNumber(value, { ...(format ?? { kind: 'number' }), decimals: Math.min(decimals, 15) }, language);
}

function ResultValue({
  value,
  type,
  format,
}: {
  readonly value: Value;
  readonly type: string;
  readonly format: Format | undefined;
}) {
  const say = useWords(helpWords);
  const { language } = useLanguage();
  if (value === null) return <span className={styles['nothing']}>{say.blank}</span>;
  if (value === '') return <span className={styles['nothing']}>{say.emptyText}</span>;
  if (typeof value === 'object') return <span className={styles['error']}>{value.error}</span>;
  const dated = type === 'date' || type === 'time' || type === 'datetime';
  if (typeof value === 'number' && !dated) return <span>{sayNumber(value, format, language)}</span>;
  return <span className={styles['text']}>{formatValue(value, type, format, language)}</span>;
}
