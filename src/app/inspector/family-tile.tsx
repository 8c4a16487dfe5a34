/** The small coloured square with a kind's icon: the family as colour and icon, never colour alone. */
import type { NodeFamily } from '#core/contracts/node-kind.ts';
import { classNames } from '#ui/class-names.ts';
import { Icon } from '#ui/icon.tsx';
import styles from './family-tile.module.css';

interface FamilyTileProps {
  readonly family: NodeFamily;
  readonly icon: string;
  readonly size?: 'small' | 'normal';
}

export function FamilyTile({ family, icon, size = 'normal' }: FamilyTileProps) {
  return (
    <span className={classNames(styles.tile, styles[size])} data-family={family}>
      <Icon name={icon} size={size === 'small' ? 12 : 14} />
    </span>
  );
}
