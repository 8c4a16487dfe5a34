/** In a narrow window: kind words, and the results to read. */
import { useState, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { useWords } from '#ui/language.tsx';
import { Logo } from './logo.tsx';
import { shellWords } from './shell.words.ts';
import styles from './small-screen.module.css';

interface SmallScreenProps {
  readonly name: string;
  readonly results?: ReactNode;
  readonly reading?: boolean | undefined;
  readonly label?: string | undefined;
  readonly onHome: () => void;
}

export function SmallScreen({ name, results, reading: asked = false, label, onHome }: SmallScreenProps) {
  const say = useWords(shellWords);
  const [reading, setReading] = useState(asked);
  return (
    <>
      <header className={styles['header']}>
        <Logo />
        <h1 className={styles['name']}>{name}</h1>
        <Button look="ghost" icon="arrow-left" onClick={() => (reading ? setReading(false) : onHome())}>
          {reading ? say.project : say.smallLibrary}
        </Button>
      </header>
      <main className={styles['main']}>
        {reading ? (
          results
        ) : (
          <EmptyState
            icon="device-desktop"
            title={say.smallTitle}
            text={results == null || label !== undefined ? say.smallText : `${say.smallText} ${say.smallRead}`}
          >
            {results == null ? null : (
              <Button look="primary" size="large" onClick={() => setReading(true)}>
                {label ?? say.smallResults}
              </Button>
            )}
            <Button size="large" onClick={onHome}>
              {say.smallLibrary}
            </Button>
          </EmptyState>
        )}
      </main>
    </>
  );
}
