/** The single-pointer and keyboard twin of drawing an edge: every target, those that fit first, the others with their reason. */
import { useEffect, useRef } from 'react';
import type { Edge } from '#core/project/project.ts';
import { useWords } from '#ui/language.tsx';
import { canvasWords } from './canvas.words.ts';
import lines from './outline.module.css';
import type { NodeView } from './node-view.ts';

export interface ConnectMenuProps {
  readonly from: NodeView;
  readonly views: readonly NodeView[];
  readonly edges: readonly Edge[];
  readonly refusal: (edge: Edge) => string | null;
  readonly onConnect: (edge: Edge) => void;
  readonly onClose: () => void;
}

export function ConnectMenu({ from, views, edges, refusal, onConnect, onClose }: ConnectMenuProps) {
  const words = useWords(canvasWords);
  const box = useRef<HTMLDivElement>(null);
  const targets = from.outputs
    .flatMap((output) =>
      views
        .filter((view) => view.node !== from.node)
        .flatMap((view) =>
          view.inputs.map((input) => ({
            view,
            input,
            output,
            edge: { from: { node: from.node, port: output.key }, to: { node: view.node, port: input.key } },
          })),
        ),
    )
    .filter(({ edge }) => !edges.some((one) => JSON.stringify(one) === JSON.stringify(edge)))
    .map((one) => ({ ...one, why: refusal(one.edge) }))
    .sort((a, b) => Number(a.why !== null) - Number(b.why !== null));

  useEffect(() => {
    const previous = document.activeElement;
    (box.current?.querySelector<HTMLElement>('button') ?? box.current)?.focus();
    return () => {
      if (previous instanceof HTMLElement && previous.isConnected) previous.focus();
    };
  }, []);

  const step = (by: number) => {
    const all = [...(box.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const at = all.findIndex((one) => one === document.activeElement);
    all[(at + by + all.length) % all.length]?.focus();
  };

  return (
    <div
      ref={box}
      className={lines.popover}
      role="dialog"
      aria-label={words.connectFrom(from.label)}
      tabIndex={-1}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault();
          step(event.key === 'ArrowDown' ? 1 : -1);
        }
      }}
      onBlur={(event) => {
        if (event.relatedTarget && !box.current?.contains(event.relatedTarget)) onClose();
      }}
    >
      <h3>{words.connectFrom(from.label)}</h3>
      {targets.length === 0 && <p className={lines.reason}>{words.noTarget}</p>}
      <ul>
        {targets.map(({ view, input, output, edge, why }) => (
          <li key={`${output.key}.${view.node}.${input.key}`}>
            <button
              type="button"
              className={lines.target}
              aria-disabled={why !== null}
              onClick={() => why === null && onConnect(edge)}
            >
              <span>
                {from.outputs.length > 1 && `${output.label} → `}
                {view.inputs.length > 1 ? words.to(view.label, input.label) : view.label}
              </span>
              {why !== null && <span className={lines.reason}>{why}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
