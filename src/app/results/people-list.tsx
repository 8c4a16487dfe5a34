import { useState } from 'react';
import { formatNumber, formatValue } from '#ui/format-value.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import { TextField } from '#ui/text-field.tsx';
import styles from './results.module.css';
import { resultsWords } from './results.words.ts';
import { byRole, type OutputTable, type PersonRow } from './use-output.ts';

interface PeopleListProps {
  readonly output: OutputTable;
  readonly people: readonly PersonRow[];
  readonly chosen: PersonRow;
  readonly onPick: (row: PersonRow) => void;
}

/** Everyone with a statement, largest payout first. */
export function PeopleList({ output, people, chosen, onPick }: PeopleListProps) {
  const words = useWords(resultsWords);
  const { language } = useLanguage();
  const [find, setFind] = useState('');
  const attainment = byRole(output.columns, 'attainment');
  const found = people.filter((one) => one.who.toLowerCase().includes(find.trim().toLowerCase()));
  return (
    <nav className={styles.people} aria-label={words.statements}>
      <div className={styles.findPerson}>
        <TextField
          label={words.find}
          hideLabel
          icon="search"
          placeholder={words.find}
          value={find}
          onChange={setFind}
        />
      </div>
      <ul>
        {found.map((one) => (
          <li key={one.row}>
            <button
              type="button"
              className={styles.personButton}
              aria-current={one.row === chosen.row}
              onClick={() => onPick(one)}
            >
              <span className={styles.personName}>{one.who}</span>
              <span>{formatNumber(one.payout, { kind: 'number', decimals: 0 }, language)}</span>
              {attainment && (
                <span className={styles.quiet}>
                  {formatValue(one.cells.get(attainment.key), attainment.type, attainment.format, language)}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.peopleFoot}>{words.all(formatNumber(people.length, undefined, language))}</p>
    </nav>
  );
}
