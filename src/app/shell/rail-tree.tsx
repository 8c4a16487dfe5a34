/** The project as a tree: its tables and designs, found by a few letters, moved by drag, by Alt and arrows, or by the menu. */
import { useState, type KeyboardEvent } from 'react';
import { closestCenter, DndContext, PointerSensor, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core';
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { CSS as Transforms } from '@dnd-kit/utilities';
import { classNames } from '#ui/class-names.ts';
import { formatNumber } from '#ui/format-value.ts';
import { Icon } from '#ui/icon.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { Menu, type MenuItem } from '#ui/menu.tsx';
import { TextField } from '#ui/text-field.tsx';
import styles from './rail-tree.module.css';
import type { ShellProps, TreeGroup, TreeItem } from './shell-props.ts';
import { shellWords } from './shell.words.ts';

type RailTreeProps = Pick<ShellProps, 'tables' | 'designs' | 'current' | 'onOpen'> & {
  readonly findRef?: React.Ref<HTMLInputElement>;
};

export function RailTree({ tables, designs, current, onOpen, findRef }: RailTreeProps) {
  const say = useWords(shellWords);
  const [query, setQuery] = useState('');
  const found = (group: TreeGroup): TreeGroup => ({ ...group, items: group.items.filter((item) => fits(item, query)) });
  const nothing = query !== '' && found(tables).items.length + found(designs).items.length === 0;
  return (
    <nav aria-label={say.project} className={styles['tree']}>
      <div className={styles['find']}>
        <TextField
          label={say.findInProject}
          hideLabel
          placeholder={say.findInProject}
          icon="search"
          type="search"
          value={query}
          onChange={setQuery}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setQuery('');
          }}
          {...(findRef ? { ref: findRef } : {})}
        />
      </div>
      {nothing ? <p className={styles['none']}>{say.noneFound(query)}</p> : null}
      <Group
        title={say.tables}
        addLabel={say.addTable}
        empty={query === '' ? say.noTables : undefined}
        group={found(tables)}
        sortable={query === ''}
        current={current}
        onOpen={onOpen}
      />
      <Group
        title={say.designs}
        addLabel={say.addDesign}
        empty={query === '' ? say.noDesigns : undefined}
        group={found(designs)}
        sortable={query === ''}
        current={current}
        onOpen={onOpen}
      />
    </nav>
  );
}

const fits = (item: TreeItem, query: string) => item.label.toLowerCase().includes(query.trim().toLowerCase());

interface GroupProps {
  readonly title: string;
  readonly addLabel: string;
  readonly empty: string | undefined;
  readonly group: TreeGroup;
  readonly sortable: boolean;
  readonly current: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** Moving is told by the order itself; the library's own words would be English. */
const silent = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};

function Group({ title, addLabel, empty, group, sortable, current, onOpen }: GroupProps) {
  const say = useWords(shellWords);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  const ids = group.items.map((item) => item.id);
  const onMove = sortable ? group.onMove : undefined;

  function onDragEnd({ active, over }: DragEndEvent) {
    if (over && active.id !== over.id) onMove?.(String(active.id), ids.indexOf(String(over.id)));
  }

  return (
    <section aria-label={title}>
      <div className={styles['caption']}>
        <h2>{title}</h2>
        <AddButton label={addLabel} items={group.add} />
      </div>
      {group.items.length === 0 && empty ? <p className={styles['none']}>{empty}</p> : null}
      <DndContext
        accessibility={{ announcements: silent, screenReaderInstructions: { draggable: say.moveHow } }}
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={onDragEnd}
      >
        <SortableContext items={ids} strategy={verticalListSortingStrategy} disabled={!onMove}>
          <ul>
            {group.items.map((item, index) => (
              <Item
                key={item.id}
                item={item}
                index={index}
                count={group.items.length}
                current={item.id === current}
                onOpen={onOpen}
                onMove={onMove}
              />
            ))}
          </ul>
        </SortableContext>
      </DndContext>
    </section>
  );
}

function AddButton({ label, items }: { label: string; items: readonly MenuItem[] }) {
  const [first, second] = items;
  if (!first) return null;
  if (!second) return <IconButton icon="plus" size="small" label={label} onClick={first.run} />;
  return (
    <Menu items={items}>
      <button type="button" aria-label={label} title={label} className={styles['add']}>
        <Icon name="plus" size={14} />
      </button>
    </Menu>
  );
}

interface ItemProps {
  readonly item: TreeItem;
  readonly index: number;
  readonly count: number;
  readonly current: boolean;
  readonly onOpen: (id: string) => void;
  readonly onMove: TreeGroup['onMove'];
}

function Item({ item, index, count, current, onOpen, onMove }: ItemProps) {
  const say = useWords(shellWords);
  const { language } = useLanguage();
  const { setNodeRef, isDragging, transform, transition, listeners } = useSortable({ id: item.id });
  const moves: readonly MenuItem[] = onMove
    ? [
        {
          id: 'up',
          label: say.moveUp,
          icon: 'arrow-up',
          keys: 'Alt+ArrowUp',
          disabled: index === 0,
          run: () => onMove(item.id, index - 1),
        },
        {
          id: 'down',
          label: say.moveDown,
          icon: 'arrow-down',
          keys: 'Alt+ArrowDown',
          disabled: index === count - 1,
          run: () => onMove(item.id, index + 1),
        },
      ]
    : [];
  const menu = [...(item.menu ?? [])];

  function onKeyDown(event: KeyboardEvent) {
    if (!onMove || !event.altKey) return;
    if (event.key === 'ArrowUp' && index > 0) onMove(item.id, index - 1);
    else if (event.key === 'ArrowDown' && index < count - 1) onMove(item.id, index + 1);
    else return;
    event.preventDefault();
  }

  return (
    <li
      ref={setNodeRef}
      className={classNames(styles['item'], current && styles['current'], isDragging && styles['dragging'])}
      style={{ transform: Transforms.Translate.toString(transform), transition }}
    >
      <button
        type="button"
        className={styles['open']}
        aria-current={current ? 'page' : undefined}
        onPointerDown={(event) => listeners?.['onPointerDown']?.(event)}
        onKeyDown={onKeyDown}
        onClick={() => onOpen(item.id)}
      >
        <Icon name={item.icon} size={14} />
        <span className={styles['label']}>{item.label}</span>
        {item.warning ? (
          <span className={styles['warning']} role="img" aria-label={item.warning} title={item.warning}>
            <Icon name="alert-triangle" size={14} />
          </span>
        ) : null}
        {item.count === undefined ? null : (
          <span className={styles['count']}>{formatNumber(item.count, { kind: 'number', decimals: 0 }, language)}</span>
        )}
      </button>
      {menu.length + moves.length === 0 ? null : (
        <Menu items={[menu, moves].filter((group) => group.length > 0)} align="end">
          <button type="button" className={styles['more']} aria-label={say.more(item.label)}>
            <Icon name="dots" size={14} />
          </button>
        </Menu>
      )}
    </li>
  );
}
