/** A text in which `…` marks what is typed. */
import { Fragment } from 'react';
import styles from './help.module.css';

export function InlineText({ text }: { readonly text: string }) {
  return (
    <>
      {text.split('`').map((part, at) =>
        at % 2 === 1 ? (
          <code key={at} className={styles['code']}>
            {part}
          </code>
        ) : (
          <Fragment key={at}>{part}</Fragment>
        ),
      )}
    </>
  );
}
