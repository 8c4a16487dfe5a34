/** First sight: the sample as it is, one click away. */
import { useMediaQuery } from '@mantine/hooks';
import { Button } from '#ui/button.tsx';
import { useWords } from '#ui/language.tsx';
import type { LibraryProps } from './library-props.ts';
import { libraryWords } from './library.words.ts';
import styles from './hero.module.css';
import type { PictureNode } from './plan-picture.ts';
import { PlanPictureView } from './plan-picture-view.tsx';

export function Hero({
  sample,
  busy,
  onOpenTemplate,
  onStartEmpty,
}: Pick<LibraryProps, 'sample' | 'busy' | 'onOpenTemplate' | 'onStartEmpty'>) {
  const say = useWords(libraryWords);
  // On a phone two in a row, and only the two ends of the walk: the numbers must stay readable.
  const phone = useMediaQuery('(max-width: 560px)');
  return (
    <section className={styles['hero']} aria-labelledby="hero-title">
      <div className={styles['words']}>
        <h1 id="hero-title">{say.heroTitle}</h1>
        <p>{sample?.rowsText ? say.heroText(sample.rowsText) : say.heroTextPlain}</p>
        <div className={styles['buttons']}>
          {sample ? (
            <Button
              look="primary"
              size="large"
              icon="player-play"
              disabled={busy !== undefined}
              onClick={() => onOpenTemplate(sample.slug)}
            >
              {say.openSample}
            </Button>
          ) : null}
          <Button size="large" disabled={busy !== undefined} onClick={onStartEmpty}>
            {say.startEmpty}
          </Button>
        </div>
      </div>
      {sample && sample.picture.length > 0 ? (
        <div className={styles['picture']}>
          <PlanPictureView
            nodes={phone ? ends(sample.picture) : sample.picture}
            perRow={phone ? 2 : 4}
            label={say.pictureOf(sample.name)}
          />
        </div>
      ) : null}
    </section>
  );
}

function ends(nodes: readonly PictureNode[]): readonly PictureNode[] {
  return nodes.length <= 4 ? nodes : [...nodes.slice(0, 2), ...nodes.slice(-2)];
}
