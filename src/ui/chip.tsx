/** A short word on a tint, 20 px high. */
import type { ReactNode } from 'react';
import styles from './chip.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

interface ChipProps {
  readonly children: ReactNode;
  readonly icon?: string | undefined;
  readonly tone?: 'plain' | 'up' | 'down' | 'warn' | 'bad' | 'accent';
}

export function Chip({ children, icon, tone = 'plain' }: ChipProps) {
  return (
    <span className={classNames(styles['chip'], styles[tone])}>
      {icon ? <Icon name={icon} size={12} /> : null}
      {children}
    </span>
  );
}
