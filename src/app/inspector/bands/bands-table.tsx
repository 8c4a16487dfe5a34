/** The rate table with its people and pay, live. The upper end of a band is the start of the next: no gaps, no overlaps to make. */
import { useState, type ClipboardEvent } from 'react';
import type { InspectorField } from '#core/contracts/node-kind.ts';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import { formatNumber } from '#ui/format-value.ts';
import { Icon } from '#ui/icon.tsx';
import { useWords } from '#ui/language.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { announce } from '#ui/toast.ts';
import { Tooltip } from '#ui/tooltip.tsx';
import { AmountField } from '../controls/amount-field.tsx';
import { FieldProblems } from '../controls/field-problems.tsx';
import { useNodeEditing } from '../node-editing.ts';
import { problemsAt, problemsOf } from '../problems-at.ts';
import type { Amount } from '../read-amount.ts';
import { bandLayout, bandLike, bandRows, nextBand, paidBy, withoutBand, type BandRow } from './band-rows.ts';
import styles from './bands.module.css';
import { bandsWords } from './bands.words.ts';
import { PasteBands } from './paste-bands-dialog.tsx';
import { readPastedBands } from './paste-bands.ts';
import { useBandStudy } from './use-band-study.ts';

export function BandsTable({ field }: { readonly field: InspectorField }) {
  const { currency, design, kind, language, node, problems, props, set } = useNodeEditing();
  const words = useWords(bandsWords);
  const answers = useBandStudy(design.id, node);
  const [pasting, setPasting] = useState(false);
  const { prop } = field;
  const rows = bandRows(props[prop]);
  const layout = bandLayout(kind.inspector);
  const mode = layout.mode ? props[layout.mode.prop] : undefined;
  // Before anything computes, edges that are small numbers are taken for shares of a quota.
  const percent =
    answers?.study.percent ?? rows.every((one) => typeof one.from !== 'number' || Math.abs(one.from) <= 10);
  const edge = percent ? 'percent' : 'number';
  const byAmount = rows.some((one) => one.amount !== undefined);
  const retroactive = mode === 'retroactive';
  const onePerPerson = answers?.study.onePerPerson ?? true;
  const count = (value: number) => formatNumber(value, { kind: 'number', decimals: 0 }, language);

  const save = (next: readonly BandRow[]) => set([prop], next, field.words);
  const setPart = (index: number, part: 'from' | 'rate' | 'amount', value: Amount | undefined, typing: boolean) =>
    set([prop, index, part], value, field.words, typing);
  function setBelow(index: number, value: Amount | undefined, typing: boolean) {
    const row = rows[index];
    if (value === undefined || !row) return;
    if (index + 1 < rows.length) setPart(index + 1, 'from', value, typing);
    // A number in the open end closes it: a band of the same rate goes on from there.
    else if (!typing) save([...rows, bandLike(row, value)]);
  }
  function onPaste(event: ClipboardEvent) {
    const text = event.clipboardData.getData('text/plain');
    if (!text.includes('\t') && !text.trim().includes('\n')) return;
    const { bands } = readPastedBands(text, percent);
    if (bands.length === 0) return;
    event.preventDefault();
    save(bands);
    announce(words.pasted(bands.length));
  }

  return (
    <section className={styles.section} aria-label={field.words[language]}>
      <div className={styles.head}>
        <h3>{field.words[language]}</h3>
        {mode === 'interpolated' && (
          <Segmented
            label={words.earns}
            value={byAmount ? 'amount' : 'rate'}
            options={[
              { value: 'rate', label: words.rate },
              { value: 'amount', label: words.amount },
            ]}
            onChange={(by) => save(paidBy(rows, by))}
          />
        )}
        <Button look="ghost" size="small" icon="clipboard" onClick={() => setPasting(true)}>
          {words.paste}
        </Button>
      </div>
      <table className={styles.table} onPaste={onPaste}>
        <thead>
          <tr>
            <th scope="col">{words.from}</th>
            <th scope="col">{words.below}</th>
            <th scope="col" className={styles.right}>
              {byAmount ? words.amount : words.rate}
            </th>
            <th scope="col" className={styles.right}>
              {onePerPerson ? words.people : words.rows}
            </th>
            <th scope="col" className={styles.right}>
              {words.pay}
            </th>
            <th scope="col">
              <span className="only-read">{words.retroactive(0)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const next = rows[index + 1];
            const answer = answers?.perBand[index];
            const number = index + 1;
            const path = `${prop}.${index}`;
            return [
              <tr key={index}>
                <td>
                  <AmountField
                    label={words.bandFrom(number)}
                    value={row.from}
                    format={edge}
                    formula
                    className={classNames(styles.edge, styles.start)}
                    bad={problemsAt(problems, `${path}.from`).length > 0}
                    onChange={(value, typing) => setPart(index, 'from', value, typing)}
                  />
                </td>
                <td>
                  <AmountField
                    label={next ? words.bandBelow(number) : `${words.bandBelow(number)}: ${words.noUpper}`}
                    value={next?.from}
                    format={edge}
                    formula
                    placeholder="∞"
                    className={classNames(styles.edge, styles.start)}
                    onChange={(value, typing) => setBelow(index, value, typing)}
                  />
                </td>
                <td>
                  <AmountField
                    label={byAmount ? words.bandAmount(number) : words.bandRate(number)}
                    value={byAmount ? row.amount : row.rate}
                    format={byAmount ? 'number' : 'percent'}
                    formula
                    decimals={byAmount ? 0 : 1}
                    step={byAmount ? 100 : 0.005}
                    className={styles.edge}
                    bad={problemsAt(problems, `${path}.${byAmount ? 'amount' : 'rate'}`).length > 0}
                    onChange={(value, typing) => setPart(index, byAmount ? 'amount' : 'rate', value, typing)}
                  />
                </td>
                <td className={classNames(styles.right, styles.quiet)}>{answer ? count(answer.people) : ''}</td>
                <td className={styles.right}>{answer ? count(answer.pay) : ''}</td>
                <td className={styles.tools}>
                  {retroactive && index > 0 && (
                    <Tooltip label={words.retroactive(number)}>
                      <button
                        type="button"
                        className={styles.retro}
                        aria-label={words.retroactive(number)}
                        aria-pressed={row.retroactive === true}
                        onClick={() =>
                          set([prop, index, 'retroactive'], row.retroactive ? undefined : true, field.words)
                        }
                      >
                        <Icon name="arrow-back-up" size={12} />
                      </button>
                    </Tooltip>
                  )}
                  <button
                    type="button"
                    className={styles.remove}
                    aria-label={words.remove(number)}
                    disabled={rows.length < 2}
                    onClick={() => {
                      save(withoutBand(rows, index));
                      announce(words.removed(number));
                    }}
                  >
                    <Icon name="x" size={12} />
                  </button>
                </td>
              </tr>,
              problemsAt(problems, path).length > 0 && (
                <tr key={`${index}-problems`}>
                  <td colSpan={6}>
                    <FieldProblems problems={problemsAt(problems, path)} />
                  </td>
                </tr>
              ),
            ];
          })}
        </tbody>
      </table>
      <FieldProblems problems={problemsOf(problems, prop)} />
      <div className={styles.foot}>
        <Button
          look="ghost"
          size="small"
          icon="plus"
          onClick={() => {
            set([prop, rows.length], nextBand(rows, percent), field.words);
            announce(words.added(rows.length + 1));
          }}
        >
          {words.add}
        </Button>
        {answers && (
          <span className={styles.quiet}>
            {count(answers.count)} ·{' '}
            <b className={styles.total}>
              {formatNumber(
                answers.total,
                answers.study.payColumn?.format?.kind === 'currency'
                  ? { ...answers.study.payColumn.format, decimals: 0 }
                  : currency === undefined
                    ? { kind: 'number', decimals: 0 }
                    : { kind: 'currency', currency, decimals: 0 },
                language,
              )}
            </b>
          </span>
        )}
      </div>
      {pasting && (
        <PasteBands
          percent={percent}
          onClose={() => setPasting(false)}
          onUse={(bands) => {
            save(bands);
            announce(words.pasted(bands.length));
            setPasting(false);
          }}
        />
      )}
    </section>
  );
}
