/** The parts of a formula as an indented list: a tree by keyboard, each line lighting up its part of the text and the other way round. */
import { useRef, useState, type KeyboardEvent } from 'react';
import type { LensPart } from '#core/execute/lens.ts';
import type { Span } from '#core/problem/problem.ts';
import { Icon } from '#ui/icon.tsx';
import type { Language } from '#ui/language.tsx';
import { lensLines, lineAt, type LensLine } from './lens-lines.ts';
import styles from './lens.module.css';
import type { LensWords } from './lens.words.ts';
import { sayPart } from './say-part.ts';

interface LensTreeProps {
  readonly id: string;
  readonly root: LensPart;
  readonly old: boolean;
  readonly at: number | null;
  readonly language: Language;
  readonly words: LensWords;
  readonly onMark: (span: Span | null) => void;
}

export function LensTree({ id, root, old, at, language, words, onMark }: LensTreeProps) {
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState('0');
  const tree = useRef<HTMLUListElement>(null);
  const lines = lensLines(root, turned);
  const current = lines.some((line) => line.id === focused) ? focused : '0';
  const pointed = at === null ? undefined : lineAt(lines, at)?.id;

  const turn = (line: string) =>
    setTurned((old) => {
      const next = new Set(old);
      if (!next.delete(line)) next.add(line);
      return next;
    });
  const focus = (line: LensLine | undefined) => {
    if (!line) return;
    setFocused(line.id);
    tree.current?.querySelector<HTMLElement>(`[data-line="${line.id}"]`)?.focus();
  };
  function onKeyDown(event: KeyboardEvent) {
    const index = lines.findIndex((line) => line.id === current);
    const line = lines[index];
    if (!line) return;
    const inside = line.part.children.length > 0;
    if (event.key === 'ArrowDown') focus(lines[index + 1]);
    else if (event.key === 'ArrowUp') focus(lines[index - 1]);
    else if (event.key === 'Home') focus(lines[0]);
    else if (event.key === 'End') focus(lines.at(-1));
    else if (event.key === 'ArrowRight' && line.open) focus(lines[index + 1]);
    else if (event.key === 'ArrowRight' && inside) turn(line.id);
    else if (event.key === 'ArrowLeft' && line.open) turn(line.id);
    else if (event.key === 'ArrowLeft') focus(lines.findLast((one, at) => at < index && one.depth < line.depth));
    else if ((event.key === 'Enter' || event.key === ' ') && inside) turn(line.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <ul
      ref={tree}
      id={id}
      role="tree"
      aria-label={words.parts}
      className={styles.tree}
      data-old={old || undefined}
      onKeyDown={onKeyDown}
      onPointerLeave={() => onMark(null)}
    >
      {lines.map((line) => {
        const { part, depth } = line;
        const said = sayPart(part, words, language);
        return (
          <li
            key={line.id}
            role="treeitem"
            aria-level={depth + 1}
            aria-expanded={part.children.length > 0 ? line.open : undefined}
            aria-selected={line.id === current}
            data-line={line.id}
            data-kind={part.kind}
            data-pointed={pointed === line.id || undefined}
            tabIndex={line.id === current ? 0 : -1}
            className={styles.line}
            onPointerEnter={() => onMark(part.span)}
            onFocus={() => {
              setFocused(line.id);
              onMark(part.span);
            }}
            onBlur={() => onMark(null)}
            onClick={() => part.children.length > 0 && turn(line.id)}
          >
            <span className={styles.part} style={{ paddingLeft: Math.min(depth, 8) * 12 }}>
              <span className={styles.twist} aria-hidden>
                {part.children.length > 0 && <Icon name={line.open ? 'chevron-down' : 'chevron-right'} size={12} />}
              </span>
              <code title={part.text}>
                {part.name !== undefined && <b>{part.name} = </b>}
                {depth === 0 ? words.result : part.text.replace(/\s+/g, ' ')}
              </code>
            </span>
            <span className={styles.value}>
              <span className={styles.shown}>
                {part.kind === 'error' && <Icon name="alert-circle" size={12} />}
                {said.value}
              </span>
              {said.note !== '' && <small>{said.note}</small>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
