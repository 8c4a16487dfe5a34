/** A short name beside the pointer or the focus, with its keys. Never the only place where something is said. */
import { Tooltip as MantineTooltip } from '@mantine/core';
import type { ReactElement } from 'react';
import { Kbd } from './kbd.tsx';
import styles from './tooltip.module.css';

interface TooltipProps {
  readonly label: string;
  readonly keys?: string | undefined;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  readonly children: ReactElement;
}

export function Tooltip({ label, keys, side = 'bottom', children }: TooltipProps) {
  return (
    <MantineTooltip
      classNames={{ tooltip: styles['tooltip'] ?? '' }}
      position={side}
      events={{ hover: true, focus: true, touch: false }}
      label={
        <span className={styles['line']}>
          {label}
          {keys ? <Kbd keys={keys} /> : null}
        </span>
      }
    >
      {children}
    </MantineTooltip>
  );
}
