/** A list of things to do behind a button. */
import { Menu as MantineMenu } from '@mantine/core';
import { Fragment, type ReactElement } from 'react';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import styles from './menu.module.css';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: string | undefined;
  readonly keys?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly tone?: 'bad' | undefined;
  readonly run: () => void;
}

interface MenuProps {
  /** Groups of items, with a hairline between them. */
  readonly items: readonly MenuItem[] | readonly (readonly MenuItem[])[];
  readonly children: ReactElement;
  readonly align?: 'start' | 'end';
}

const isGrouped = (items: MenuProps['items']): items is readonly (readonly MenuItem[])[] => Array.isArray(items[0]);

export function Menu({ items, children, align = 'start' }: MenuProps) {
  const groups = isGrouped(items) ? items.filter((group) => group.length > 0) : [items];
  return (
    <MantineMenu
      position={align === 'start' ? 'bottom-start' : 'bottom-end'}
      offset={4}
      withInitialFocusPlaceholder={false}
    >
      <MantineMenu.Target>{children}</MantineMenu.Target>
      <MantineMenu.Dropdown className={styles['dropdown']}>
        {groups.map((group, index) => (
          <Fragment key={group[0]?.id ?? index}>
            {index > 0 ? <MantineMenu.Divider /> : null}
            {group.map((item) => (
              <MantineMenu.Item
                key={item.id}
                className={styles['item']}
                data-tone={item.tone}
                disabled={item.disabled ?? false}
                leftSection={item.icon ? <Icon name={item.icon} size={14} /> : null}
                rightSection={
                  item.checked ? <Icon name="check" size={14} /> : item.keys ? <Kbd keys={item.keys} /> : null
                }
                onClick={item.run}
              >
                {item.label}
              </MantineMenu.Item>
            ))}
          </Fragment>
        ))}
      </MantineMenu.Dropdown>
    </MantineMenu>
  );
}
