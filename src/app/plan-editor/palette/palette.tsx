/** What can be added to a plan: search, then Enter or a click to add, or drag to a place. */
import { useEffect, useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { createPortal } from 'react-dom';
import { classNames } from '#ui/class-names.ts';
import { Icon } from '#ui/icon.tsx';
import { Kbd } from '#ui/kbd.tsx';
import { useLanguage, useWords, type Words } from '#ui/language.tsx';
import { FamilyTile } from '../../inspector/family-tile.tsx';
import { nextKind, type PaletteGroup, type PaletteKind } from './find-kinds.ts';
import styles from './palette.module.css';

export interface PaletteWords {
  readonly find: string;
  readonly palette: string;
  readonly found: (count: number) => string;
  readonly nothing: (query: string) => string;
  readonly hint: string;
}
const paletteWords: Words<PaletteWords> = {
  en: {
    find: 'Add a node',
    palette: 'Nodes that can be added',
    found: (count) => (count === 1 ? '1 node found' : `${count} nodes found`),
    nothing: (query) => `No node is called “${query}”.`,
    hint: 'Enter adds it after the selected node; dragging puts it where you let go.',
  },
  'zh-CN': {
    find: '添加节点',
    palette: '可添加的节点',
    found: (count) => `找到 ${count} 个节点`,
    nothing: (query) => `没有名为“${query}”的节点。`,
    hint: '按回车添加到所选节点之后；拖动可放到任意位置。',
  },
};

interface PaletteProps<K extends PaletteKind> {
  /** Under their headings, those that a query finds; an empty one finds all. */
  readonly find: (query: string) => readonly PaletteGroup<K>[];
  /** What is called by another name than a node. */
  readonly words?: PaletteWords | undefined;
  readonly onAdd: (kind: K) => void;
  /** Dropped at a point of the window (client coordinates). */
  readonly onDrop: (kind: K, x: number, y: number) => void;
  /** While a kind is dragged: where it is; null when it is let go or taken back. */
  readonly onDrag?: ((kind: K, at: { readonly x: number; readonly y: number } | null) => void) | undefined;
}

/** The search field of the palette, for the key that leads to it. */
export const paletteSearchId = 'palette-search';
/** Nearer than this a press is a click, in pixels. */
const dragStart = 5;

interface Drag<K> {
  readonly kind: K;
  readonly pointer: number;
  readonly fromX: number;
  readonly fromY: number;
  readonly x: number;
  readonly y: number;
  readonly moving: boolean;
}

export function Palette<K extends PaletteKind>({ find, words: own, onAdd, onDrop, onDrag }: PaletteProps<K>) {
  const usual = useWords(paletteWords);
  const words = own ?? usual;
  const { language } = useLanguage();
  const hint = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [drag, setDrag] = useState<Drag<K> | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const dragged = useRef(false);
  const groups = find(query);
  const all = groups.flatMap((group) => group.kinds);
  const sizes = groups.map((group) => group.kinds.length);
  const roving = Math.min(active, Math.max(0, all.length - 1));

  const buttons = () => [...(list.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
  function focus(index: number) {
    setActive(index);
    buttons()[index]?.focus();
  }

  function onSearchKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const first = all[0];
    if (event.key === 'Enter' && first && query.trim() !== '') {
      onAdd(first);
      setQuery('');
    } else if (event.key === 'ArrowDown' && first) {
      event.preventDefault();
      focus(0);
    } else if (event.key === 'Escape' && query !== '') {
      event.stopPropagation();
      setQuery('');
    }
  }

  function onListKey(event: KeyboardEvent) {
    const next = nextKind(sizes, roving, event.key);
    if (next !== undefined) {
      event.preventDefault();
      focus(next);
    } else if (event.key === 'ArrowUp') {
      event.preventDefault();
      document.getElementById(paletteSearchId)?.focus();
    }
  }

  // Escape takes a drag back wherever the focus is.
  const moving = drag?.moving ?? false;
  useEffect(() => {
    if (!moving) return undefined;
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      setDrag((now) => {
        if (now) onDrag?.(now.kind, null);
        return null;
      });
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [moving, onDrag]);

  function onPointerDown(event: PointerEvent<HTMLButtonElement>, kind: K) {
    if (event.button !== 0) return;
    dragged.current = false;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { clientX: x, clientY: y, pointerId: pointer } = event;
    setDrag({ kind, pointer, fromX: x, fromY: y, x, y, moving: false });
  }
  function onPointerMove(event: PointerEvent) {
    if (drag?.pointer !== event.pointerId) return;
    const { clientX: x, clientY: y } = event;
    const far = drag.moving || Math.hypot(x - drag.fromX, y - drag.fromY) >= dragStart;
    if (far) dragged.current = true;
    setDrag({ ...drag, x, y, moving: far });
    if (far) onDrag?.(drag.kind, { x, y });
  }
  function onPointerUp(event: PointerEvent) {
    if (drag?.pointer !== event.pointerId) return;
    setDrag(null);
    if (!drag.moving) return;
    onDrag?.(drag.kind, null);
    onDrop(drag.kind, event.clientX, event.clientY);
  }
  function onPointerCancel() {
    if (drag) onDrag?.(drag.kind, null);
    setDrag(null);
  }

  return (
    <section className={styles.palette} aria-label={words.palette}>
      <div className={styles.search}>
        <Icon name="search" size={14} />
        <input
          id={paletteSearchId}
          type="search"
          aria-label={words.find}
          placeholder={words.find}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onSearchKey}
        />
        <Kbd keys="A" />
      </div>
      <p id={hint} className="only-read">
        {words.hint}
      </p>
      <p role="status" className="only-read">
        {query.trim() === '' ? '' : words.found(all.length)}
      </p>
      <div className={styles.groups} ref={list} onKeyDown={onListKey}>
        {groups.map((group) => (
          <div key={group.heading.en} role="group" aria-label={group.heading[language]}>
            <h3 className={styles.heading}>{group.heading[language]}</h3>
            <div className={styles.grid}>
              {group.kinds.map((kind) => {
                const index = all.indexOf(kind);
                const own = kind.words[language];
                return (
                  <button
                    key={kind.kind}
                    type="button"
                    className={styles.kind}
                    data-kind={kind.kind}
                    title={own.summary}
                    tabIndex={index === roving ? 0 : -1}
                    aria-describedby={hint}
                    onFocus={() => setActive(index)}
                    onPointerDown={(event) => onPointerDown(event, kind)}
                    onPointerMove={onPointerMove}
                    onPointerUp={onPointerUp}
                    onPointerCancel={onPointerCancel}
                    onClick={() => {
                      if (!dragged.current) onAdd(kind);
                      dragged.current = false;
                    }}
                  >
                    <FamilyTile family={kind.family} icon={kind.icon} size="small" />
                    <span className={styles.label}>{own.label}</span>
                  </button>
                );
              })}
            </div>
          </div>
        ))}
        {all.length === 0 && <p className={styles.nothing}>{words.nothing(query.trim())}</p>}
      </div>
      {drag?.moving &&
        createPortal(
          <div
            className={classNames(styles.kind, styles.ghost)}
            style={{ transform: `translate(${drag.x + 8}px, ${drag.y + 8}px)` }}
            aria-hidden="true"
          >
            <FamilyTile family={drag.kind.family} icon={drag.kind.icon} size="small" />
            <span className={styles.label}>{drag.kind.words[language].label}</span>
          </div>,
          document.body,
        )}
    </section>
  );
}
