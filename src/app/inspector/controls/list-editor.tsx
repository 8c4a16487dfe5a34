/** A list that people build: add, remove, move up and down, by pointer and by keyboard (Alt and arrows move an item). */
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useWords } from '#ui/language.tsx';
import { announce } from '#ui/toast.ts';
import { inspectorWords } from '../inspector.words.ts';
import styles from './controls.module.css';

interface ListEditorProps<T> {
  /** What the list holds, for the names of its buttons. */
  readonly name: string;
  readonly items: readonly T[];
  readonly onChange: (items: readonly T[]) => void;
  readonly nameOf: (item: T, index: number) => string;
  readonly children: (item: T, index: number) => ReactNode;
  /** A plain button adds this; absent where `adder` does it. */
  readonly fresh?: (() => T) | undefined;
  readonly adder?: ReactNode;
  /** Items without a frame of their own. */
  readonly plain?: boolean;
}

/** The list with one item moved by a place; the same list where it cannot move. */
export function movedItem<T>(items: readonly T[], index: number, by: -1 | 1): readonly T[] {
  const item = items[index];
  const to = index + by;
  if (item === undefined || to < 0 || to >= items.length) return items;
  return items.toSpliced(index, 1).toSpliced(to, 0, item);
}

export function ListEditor<T>(props: ListEditorProps<T>) {
  const { name, items, onChange, nameOf, children, fresh, adder, plain = false } = props;
  const words = useWords(inspectorWords);
  const list = useRef<HTMLOListElement>(null);

  function move(index: number, by: -1 | 1) {
    const next = movedItem(items, index, by);
    const item = items[index];
    if (next === items || item === undefined) return;
    onChange(next);
    announce(words.moved(nameOf(item, index), index + by + 1));
    // The focus goes with what was moved, to the same control of its new place.
    const before = document.activeElement;
    const from = list.current?.children[index];
    const at = from ? [...from.querySelectorAll('button, input')].indexOf(before as Element) : -1;
    requestAnimationFrame(() => {
      const target = list.current?.children[index + by]?.querySelectorAll<HTMLElement>('button, input')[at];
      target?.focus();
    });
  }

  function remove(index: number) {
    const item = items[index];
    onChange(items.toSpliced(index, 1));
    if (item !== undefined) announce(words.removed(nameOf(item, index)));
    requestAnimationFrame(() => {
      const next = list.current?.children[Math.min(index, items.length - 2)] ?? list.current?.parentElement;
      next?.querySelector<HTMLElement>('input, button:not(:disabled)')?.focus();
    });
  }

  function onKeyDown(event: KeyboardEvent, index: number) {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    move(index, event.key === 'ArrowUp' ? -1 : 1);
  }

  return (
    <div className={styles.list}>
      <ol ref={list} className={styles.list} aria-label={name}>
        {items.map((item, index) => {
          const what = nameOf(item, index);
          return (
            <li
              key={index}
              className={styles.item}
              data-plain={plain || undefined}
              onKeyDown={(event) => onKeyDown(event, index)}
            >
              <div className={styles.fields}>{children(item, index)}</div>
              <div className={styles.tools}>
                <IconButton
                  size="small"
                  icon="arrow-up"
                  label={words.moveUp(what)}
                  disabled={index === 0}
                  onClick={() => move(index, -1)}
                />
                <IconButton
                  size="small"
                  icon="arrow-down"
                  label={words.moveDown(what)}
                  disabled={index === items.length - 1}
                  onClick={() => move(index, 1)}
                />
                <IconButton size="small" icon="x" label={words.removeItem(what)} onClick={() => remove(index)} />
              </div>
            </li>
          );
        })}
      </ol>
      <div className={styles.addLine}>
        {adder}
        {fresh && (
          <Button
            look="ghost"
            size="small"
            icon="plus"
            aria-label={words.addTo(name)}
            onClick={() => onChange([...items, fresh()])}
          >
            {words.add}
          </Button>
        )}
      </div>
    </div>
  );
}
