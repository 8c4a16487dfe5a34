/** The centre of the plan editor: the canvas or the outline of one plan. */
import { memo } from 'react';
import { ReactFlowProvider } from '@xyflow/react';
import { useSession } from '../session/session-context.tsx';
import { formatNumber } from '#ui/format-value.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { showToast } from '#ui/toast.ts';
import { canvasWords } from '../canvas/canvas.words.ts';
import styles from '../canvas/canvas.module.css';
import { ConnectMenu } from '../canvas/connect-menu.tsx';
import { GraphCanvas } from '../canvas/graph-canvas.tsx';
import { Outline } from '../canvas/outline.tsx';
import { ParameterBar } from './parameters/parameter-bar.tsx';
import { planEditorWords } from './plan-editor.words.ts';
import { usePlanView } from './plan-view-state.ts';
import { usePlan } from './use-plan.ts';

export const PlanCanvas = memo(function PlanCanvas({ id }: { readonly id: string }) {
  const plan = usePlan(id);
  const [view, setView] = usePlanView(id);
  const answers = useSession((state) => state.runs[id]?.current?.result.answers);
  const words = useWords(canvasWords);
  const own = useWords(planEditorWords);
  const { language } = useLanguage();
  if (!plan) return null;
  const { design, views } = plan;
  const from = views.find((one) => one.node === view.connectFrom);

  const edgeLabel = (edge: (typeof design.edges)[number]) => {
    const rows = answers?.[edge.from.node]?.rows;
    if (rows === undefined) return '';
    const port = views.find((one) => one.node === edge.from.node)?.outputs.find((one) => one.key === edge.from.port);
    const count = formatNumber(rows, undefined, language);
    return port?.type === 'people' ? own.people(count) : own.rows(count);
  };
  const menu = from && (
    <ConnectMenu
      from={from}
      views={views}
      edges={design.edges}
      refusal={plan.refusal}
      onConnect={(edge) => {
        plan.connect(edge);
        setView({ connectFrom: null });
      }}
      onClose={() => setView({ connectFrom: null })}
    />
  );
  const verbs = {
    onSelect: (selected: readonly string[]) => setView({ selected }),
    onRemove: plan.remove,
    onDuplicate: plan.duplicate,
    onConnectMenu: (node: string) => setView({ connectFrom: node }),
  };
  return (
    <>
      {view.mode === 'canvas' ? (
        <ReactFlowProvider>
          <GraphCanvas
            views={views}
            edges={design.edges}
            layout={design.layout}
            edgeLabel={edgeLabel}
            selected={view.selected}
            {...verbs}
            onMove={plan.move}
            onConnect={plan.connect}
            refusal={plan.refusal}
            onRefused={(text) => showToast(text)}
            onOpen={(node) => setView({ selected: [node] })}
            onTidy={plan.tidy}
          >
            {views.length === 0 && (
              <div className={styles.empty}>
                <EmptyState icon="topology-star" title={words.empty} text={words.emptyHelp} />
              </div>
            )}
            {menu}
          </GraphCanvas>
        </ReactFlowProvider>
      ) : (
        <>
          <Outline views={views} edges={design.edges} selected={view.selected} {...verbs} />
          {menu}
        </>
      )}
      <div className={`${styles.tools} ${styles.topLeft}`}>
        <Segmented
          label={words.view}
          value={view.mode}
          options={[
            { value: 'canvas', label: words.canvas, icon: 'topology-star' },
            { value: 'outline', label: words.outline, icon: 'list-details' },
          ]}
          onChange={(mode) => setView({ mode: mode === 'outline' ? 'outline' : 'canvas' })}
        />
      </div>
      <ParameterBar design={id} selected={view.selected} />
    </>
  );
});
