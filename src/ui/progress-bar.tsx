/** How far long work is, and a way to stop it. Without a share it only says that it is under way. */
import { Button } from './button.tsx';
import { useWords } from './language.tsx';
import styles from './progress-bar.module.css';

interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1. */
  readonly share?: number | undefined;
  readonly onCancel?: (() => void) | undefined;
}

const words = { en: { cancel: 'Cancel' }, 'zh-CN': { cancel: '取消' } };

export function ProgressBar({ label, share, onCancel }: ProgressBarProps) {
  const say = useWords(words);
  const percent = share === undefined ? undefined : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div className={styles['row']}>
      <span className={styles['label']}>{label}</span>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className={styles['track']}
      >
        <span
          className={percent === undefined ? styles['underway'] : styles['done']}
          style={percent === undefined ? undefined : { transform: `scaleX(${percent / 100})` }}
        />
      </div>
      {percent === undefined ? null : <span className={styles['percent']}>{percent}%</span>}
      {onCancel ? (
        <Button size="small" onClick={onCancel}>
          {say.cancel}
        </Button>
      ) : null}
    </div>
  );
}
