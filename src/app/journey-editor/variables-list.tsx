/** What a journey remembers of each visit. */
import { isKey } from '#core/project/key.ts';
import { freeKey } from '#core/project/new-key.ts';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useWords } from '#ui/language.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { SetHeader } from './criteria-list.tsx';
import { HeaderFormula } from './header-formula.tsx';
import styles from './journey-editor.module.css';
import { journeyPanelWords } from './journey-panel.words.ts';
import type { Journey } from './use-journey.ts';

export function VariablesList({ journey, set }: { readonly journey: Journey; readonly set: SetHeader }) {
  const words = useWords(journeyPanelWords);
  const { variables } = journey.design.header;
  const taken = journey.compiled.columns.map((column) => column.key);
  const add = () =>
    set(['variables', variables.length], { key: freeKey('count', taken, 'count'), type: 'number', initial: '0' });
  return (
    <div className={styles.section}>
      <div className={styles.head}>
        <h3>{words.variables}</h3>
        <Button size="small" look="ghost" icon="plus" onClick={add}>
          {words.addVariable}
        </Button>
      </div>
      {variables.map((one, index) => (
        <div key={index} className={styles.card} role="group" aria-label={one.key}>
          <div className={styles.cardHead}>
            <TextField
              hideLabel
              label={words.key}
              value={one.key}
              onCommit={(key) => {
                if (isKey(key.trim())) set(['variables', index, 'key'], key.trim());
              }}
            />
            <IconButton
              icon="trash"
              label={words.remove(one.key)}
              onClick={() => set(['variables', index], undefined)}
            />
          </div>
          <Select
            inline
            label={words.type}
            value={one.type}
            options={(['number', 'text', 'boolean', 'date'] as const).map((type) => ({
              value: type,
              label: words.types[type],
            }))}
            onChange={(type) => set(['variables', index, 'type'], type)}
          />
          <div className={styles.formula}>
            <span>{words.initial}</span>
            <HeaderFormula
              journey={journey}
              label={`${one.key} · ${words.initial}`}
              value={one.initial ?? ''}
              path={`header.variables.${index}.initial`}
              onChange={(text) => {
                if (text.trim() !== '') set(['variables', index, 'initial'], text);
                else if (one.initial !== undefined) set(['variables', index, 'initial'], undefined);
              }}
            />
          </div>
        </div>
      ))}
    </div>
  );
}
