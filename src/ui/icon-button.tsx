/** A square button that is only an icon; its label is read out and shown as a tooltip. */
import type { ButtonHTMLAttributes, Ref } from 'react';
import { classNames } from './class-names.ts';
import styles from './icon-button.module.css';
import { Icon } from './icon.tsx';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  readonly icon: string;
  readonly label: string;
  readonly size?: 'small' | 'normal';
  readonly iconSize?: number;
  /** Keys that do the same, shown in the tooltip. */
  readonly keys?: string | undefined;
  /** A button that stays pressed. */
  readonly pressed?: boolean | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton({
  icon,
  label,
  size = 'normal',
  iconSize = size === 'small' ? 14 : 16,
  keys,
  pressed,
  className,
  type,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={label} keys={keys}>
      <button
        type={type ?? 'button'}
        aria-label={label}
        aria-pressed={pressed}
        className={classNames(styles['button'], styles[size], className)}
        {...rest}
      >
        <Icon name={icon} size={iconSize} />
      </button>
    </Tooltip>
  );
}
