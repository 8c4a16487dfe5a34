import { useReactFlow, useViewport } from '@xyflow/react';
import { IconButton } from '#ui/icon-button.tsx';
import { useWords } from '#ui/language.tsx';
import { canvasWords } from './canvas.words.ts';
import styles from './canvas.module.css';

/** Room for the tools above and the parameter bar below, so that nothing stands behind them. */
export const fitPadding = { top: '56px', bottom: '84px', left: '24px', right: '24px' } as const;

export function CanvasTools({ onTidy }: { readonly onTidy: () => void }) {
  const words = useWords(canvasWords);
  const flow = useReactFlow();
  const { zoom } = useViewport();
  return (
    <div className={`${styles.tools} ${styles.topRight}`} role="toolbar" aria-label={words.view}>
      <IconButton icon="layout-grid" label={words.layout} onClick={onTidy} />
      <IconButton
        icon="maximize"
        label={words.fit}
        onClick={() => void flow.fitView({ padding: fitPadding, maxZoom: 1, duration: 160 })}
      />
      <IconButton icon="minus" label={words.zoomOut} onClick={() => void flow.zoomOut({ duration: 120 })} />
      <span className={styles.zoom}>{Math.round(zoom * 100)}%</span>
      <IconButton icon="plus" label={words.zoomIn} onClick={() => void flow.zoomIn({ duration: 120 })} />
    </div>
  );
}
