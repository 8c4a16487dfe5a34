/** A fault as a card: what, where, what it costs, and its fixes as buttons. Amber is a choice to be made, red means nothing can be computed. */
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { useWords } from './language.tsx';
import styles from './problem-card.module.css';

export interface ProblemFix {
  readonly label: string;
  readonly icon?: string | undefined;
  readonly run: () => void;
}

interface ProblemCardProps {
  readonly severity: 'error' | 'warning' | 'info';
  readonly title: string;
  /** Where it is, in words. */
  readonly place?: string | undefined;
  readonly text?: string | undefined;
  readonly fixes?: readonly ProblemFix[];
  readonly children?: ReactNode;
}

const words = {
  en: { error: 'Error', warning: 'Warning', info: 'Note' },
  'zh-CN': { error: '错误', warning: '提醒', info: '说明' },
};
const icons = { error: 'alert-circle', warning: 'alert-triangle', info: 'info-circle' };

export function ProblemCard({ severity, title, place, text, fixes = [], children }: ProblemCardProps) {
  const say = useWords(words);
  return (
    <article className={classNames(styles['card'], styles[severity])}>
      <p className={styles['head']}>
        <Icon name={icons[severity]} size={14} />
        <span className="only-read">{say[severity]}</span>
        <span className={styles['title']}>{title}</span>
      </p>
      {place ? <p className={styles['place']}>{place}</p> : null}
      {text ? <p className={styles['text']}>{text}</p> : null}
      {children}
      {fixes.length === 0 ? null : (
        <div className={styles['fixes']}>
          {fixes.map((fix) => (
            <Button key={fix.label} size="small" icon={fix.icon} onClick={fix.run}>
              {fix.label}
            </Button>
          ))}
        </div>
      )}
    </article>
  );
}
