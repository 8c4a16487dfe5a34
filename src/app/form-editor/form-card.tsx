/** One place of the page as a card: what is asked, how, and when. It is walked, moved, opened and deleted by keys, by its menu, or dragged. */
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { sayProblem } from '#core/problem/codes.ts';
import type { FormItem } from '#core/project/form-tree.ts';
import { Icon } from '#ui/icon.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { Menu, type MenuItem } from '#ui/menu.tsx';
import { FamilyTile } from '../inspector/family-tile.tsx';
import { useSession } from '../session/session-context.tsx';
import { tileOf } from './field-tile.ts';
import styles from './form-canvas.module.css';
import { formEditorWords } from './form-editor.words.ts';
import { canHold, isRefused, stepGap, type Step } from './form-moves.ts';
import { lineAt, measurePage, pageElement, showDrop, type Line } from './insertion-line.ts';
import type { FormEditing } from './use-form.ts';

interface FormCardProps {
  readonly item: FormItem;
  readonly form: FormEditing;
  readonly selected: string | null;
  readonly onSelect: (node: string) => void;
}

/** Nearer than this a press is a click, in pixels. */
const dragStart = 5;
const stepOfKey: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

export function FormCards({
  items,
  parent,
  ...rest
}: Omit<FormCardProps, 'item'> & { readonly items: readonly FormItem[]; readonly parent: string | null }) {
  return (
    <ol className={styles.list} data-list={parent ?? ''}>
      {items.map((item) => (
        <FormCard key={item.node} item={item} {...rest} />
      ))}
    </ol>
  );
}

export function FormCard({ item, form, selected, onSelect }: FormCardProps) {
  const words = useWords(formEditorWords);
  const { language } = useLanguage();
  const catalog = useSession((state) => state.catalog);
  const kind = catalog.fields.get(item.kind);
  const label = form.labelOf(item);
  const holds = canHold(catalog, item);
  const { tree } = form.compiled;
  const problems = form.problems.filter((one) => one.at.node === item.node && one.severity !== 'info');
  const drag = useCardDrag(item, form, label);
  const [dragging, pointer] = drag;
  const isFirst = selected === null && tree.items[0] === item;

  function onKeyDown(event: KeyboardEvent) {
    const step = stepOfKey[event.key];
    if (event.altKey && step) form.step(item.node, step);
    else if (event.altKey || event.metaKey) return;
    else if ((event.key === 'd' || event.key === 'D') && event.ctrlKey) form.duplicate(item.node);
    else if (event.ctrlKey) return;
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') walk(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Home' || event.key === 'End')
      onSelect(tree.items.at(event.key === 'Home' ? 0 : -1)?.node ?? item.node);
    else if (event.key === 'Delete' || event.key === 'Backspace') form.remove(item.node);
    else if (event.key === 'Enter') {
      onSelect(item.node);
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-form-panel] input')?.focus());
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
  function walk(by: 1 | -1) {
    const next = tree.items[tree.items.indexOf(item) + by];
    if (next) onSelect(next.node);
  }

  const move = (id: Step, icon: string, text: string, keys?: string): MenuItem => ({
    id,
    label: text,
    icon,
    ...(keys === undefined ? {} : { keys }),
    disabled: stepGap(tree, catalog, item.node, id) === null,
    run: () => form.step(item.node, id),
  });
  const holders = tree.items.filter(
    (one) => canHold(catalog, one) && tree.parents.get(item.node) !== one && !isRefused(tree, catalog, item, one.node),
  );
  const menu: readonly (readonly MenuItem[])[] = [
    [
      move('up', 'arrow-up', words.up, 'Alt+↑'),
      move('down', 'arrow-down', words.down, 'Alt+↓'),
      move('top', 'arrow-bar-to-up', words.top),
      move('bottom', 'arrow-bar-to-down', words.bottom),
    ],
    [
      ...holders.map((one) => ({
        id: `into.${one.node}`,
        label: words.into(form.labelOf(one)),
        icon: 'arrow-right',
        run: () => form.move(item.node, { parent: one.node, before: null }),
      })),
      ...(tree.parents.has(item.node) ? [move('out', 'arrow-left', words.out, 'Alt+←')] : []),
    ],
    [
      { id: 'duplicate', label: words.duplicate, icon: 'copy', keys: 'Ctrl+D', run: () => form.duplicate(item.node) },
      { id: 'remove', label: words.remove, icon: 'trash', tone: 'bad', keys: 'Del', run: () => form.remove(item.node) },
    ],
  ];

  return (
    <li
      className={styles.card}
      data-node={item.node}
      data-selected={selected === item.node || undefined}
      data-dragging={dragging || undefined}
      data-bad={problems.some((one) => one.severity === 'error') || undefined}
    >
      <div className={styles.head}>
        <Menu items={menu}>
          <button type="button" className={styles.handle} aria-label={words.handle(label)} {...pointer}>
            <Icon name="grip-vertical" size={14} />
          </button>
        </Menu>
        <button
          type="button"
          className={styles.face}
          data-face={item.node}
          aria-pressed={selected === item.node}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight Control+D Delete"
          tabIndex={selected === item.node || isFirst ? 0 : -1}
          onClick={() => onSelect(item.node)}
          onKeyDown={onKeyDown}
          {...pointer}
        >
          <FamilyTile family={kind ? tileOf[kind.group] : 'shape'} icon={kind?.icon ?? 'box'} size="small" />
          <span className={styles.label}>{label}</span>
          {item.field && <code className={styles.key}>{item.field.key}</code>}
          <CardFacts item={item} />
        </button>
      </div>
      {problems.length > 0 && (
        <ul className={styles.problems}>
          {problems.slice(0, 2).map((one, index) => (
            <li key={index} data-severity={one.severity}>
              <Icon name={one.severity === 'error' ? 'alert-circle' : 'alert-triangle'} size={14} />
              {sayProblem(one, language)}
            </li>
          ))}
        </ul>
      )}
      {holds && (
        <div className={styles.inside}>
          <FormCards items={item.children} parent={item.node} form={form} selected={selected} onSelect={onSelect} />
          {item.children.length === 0 && <p className={styles.hollow}>{words.nothingInside}</p>}
        </div>
      )}
    </li>
  );
}

/** What a person sees of a field without opening it: whether it must be filled, what it comes from, when it shows. */
function CardFacts({ item }: { readonly item: FormItem }) {
  const words = useWords(formEditorWords);
  const field = item.field?.value;
  const required = field?.required?.trim() ?? '';
  const visible = (field?.visible ?? item.place.visible)?.trim() ?? '';
  const formula = field?.props['formula'];
  const shown = typeof formula === 'string' && formula.trim() !== '' ? formula : undefined;
  return (
    <>
      {required !== '' && (
        <span className={styles.fact}>{/^true$/i.test(required) ? words.required : words.sometimes}</span>
      )}
      {(shown !== undefined || visible !== '') && (
        <span className={styles.facts}>
          {shown !== undefined && <code className={styles.formula}>= {shown}</code>}
          {visible !== '' && (
            <span className={styles.condition}>
              <Icon name="eye" size={12} /> {words.when(visible)}
            </span>
          )}
        </span>
      )}
    </>
  );
}

/** Dragging by the handle or, with a mouse, by the card: the gap under the pointer shows a line; Escape takes it back. */
function useCardDrag(item: FormItem, form: FormEditing, label: string) {
  const catalog = useSession((state) => state.catalog);
  const [dragging, setDragging] = useState(false);
  const press = useRef<{ readonly x: number; readonly y: number; readonly pointer: number } | null>(null);
  const lists = useRef<ReturnType<typeof measurePage>>([]);
  const line = useRef<Line | null>(null);

  function stop() {
    press.current = null;
    line.current = null;
    setDragging(false);
    showDrop(null);
    window.removeEventListener('keydown', onKey, true);
  }
  function onKey(event: globalThis.KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    stop();
  }
  return [
    dragging,
    {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        const byHandle = event.currentTarget.dataset['face'] === undefined;
        if (event.button !== 0 || (event.pointerType === 'touch' && !byHandle)) return;
        press.current = { x: event.clientX, y: event.clientY, pointer: event.pointerId };
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        const from = press.current;
        if (from?.pointer !== event.pointerId) return;
        const page = pageElement();
        if (!page) return;
        if (!dragging) {
          if (Math.hypot(event.clientX - from.x, event.clientY - from.y) < dragStart) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          lists.current = measurePage(page, item.node);
          window.addEventListener('keydown', onKey, true);
          setDragging(true);
        }
        const takes = (parent: string | null) => !isRefused(form.compiled.tree, catalog, item, parent);
        line.current = lineAt(lists.current, event.clientX, event.clientY, takes);
        showDrop(line.current, label);
      },
      onPointerUp(event: PointerEvent<HTMLElement>) {
        if (press.current?.pointer !== event.pointerId) return;
        const landed = dragging ? line.current : null;
        if (dragging) event.preventDefault();
        stop();
        if (landed) form.move(item.node, landed);
      },
      onPointerCancel: stop,
    },
  ] as const;
}
