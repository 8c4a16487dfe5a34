import styles from './logo.module.css';

/** The mark: a stair of rates. */
export function Logo() {
  return (
    <span className={styles['logo']}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M2.5 12.5h3.2l2-5h2.6l1.2-4h2" />
        <circle cx="2.6" cy="12.5" r="1" fill="currentColor" />
      </svg>
    </span>
  );
}
