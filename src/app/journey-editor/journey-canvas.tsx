/** The centre of the journey editor: the canvas or the outline of one journey, and the bar that simulates it. */
import { ReactFlowProvider } from '@xyflow/react';
import { useCallback, useMemo } from 'react';
import type { Edge } from '#core/project/project.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatNumber } from '#ui/format-value.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { showToast } from '#ui/toast.ts';
import { canvasWords } from '../canvas/canvas.words.ts';
import styles from '../canvas/canvas.module.css';
import { ConnectMenu } from '../canvas/connect-menu.tsx';
import { GraphCanvas } from '../canvas/graph-canvas.tsx';
import { Outline } from '../canvas/outline.tsx';
import { journeyWords } from './journey-editor.words.ts';
import { useJourneyView } from './journey-view-state.ts';
import { litPorts, widthOf } from './journey-views.ts';
import { SimulateBar } from './simulate-bar.tsx';
import { useJourney } from './use-journey.ts';

export function JourneyCanvas({ id }: { readonly id: string }) {
  const journey = useJourney(id);
  const [view, setView] = useJourneyView(id);
  const words = useWords(canvasWords);
  const own = useWords(journeyWords);
  const { language } = useLanguage();
  const design = journey?.design;
  const ports = journey?.simulation?.ports;
  const story = journey?.story;
  const lit = useMemo(() => (story && design ? litPorts(story.trace, design) : undefined), [story, design]);
  const most = useMemo(
    () => Math.max(0, ...Object.values(ports ?? {}).flatMap((counts) => Object.values(counts))),
    [ports],
  );
  const edgeLabel = useCallback(
    (edge: Edge) => {
      const people = ports?.[edge.from.node]?.[edge.from.port];
      return people === undefined ? '' : own.people(formatNumber(people, undefined, language));
    },
    [ports, own, language],
  );
  const edgeLook = useCallback(
    (edge: Edge) => ({
      width: widthOf(ports?.[edge.from.node]?.[edge.from.port] ?? 0, most),
      ...(lit ? { lit: lit.has(`${edge.from.node}.${edge.from.port}`) } : {}),
    }),
    [ports, most, lit],
  );
  if (!journey || !design) return null;
  const { views } = journey;
  const from = views.find((one) => one.node === view.connectFrom);
  const menu = from && (
    <ConnectMenu
      from={from}
      views={views}
      edges={design.edges}
      refusal={journey.refusal}
      onConnect={(edge) => {
        journey.connect(edge);
        setView({ connectFrom: null });
      }}
      onClose={() => setView({ connectFrom: null })}
    />
  );
  const verbs = {
    onSelect: (selected: readonly string[]) =>
      setView({ selected, ...(selected.length > 0 ? { side: 'design' as const } : {}) }),
    onRemove: journey.remove,
    onDuplicate: journey.duplicate,
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
            edgeLook={edgeLook}
            legend={false}
            name={own.journey}
            selected={view.selected}
            {...verbs}
            onMove={journey.move}
            onConnect={journey.connect}
            refusal={journey.refusal}
            onRefused={(text) => showToast(text)}
            onOpen={(node) => setView({ selected: [node], side: 'design' })}
            onTidy={journey.tidy}
          >
            {views.length === 0 && (
              <div className={styles.empty}>
                <EmptyState icon="route" title={own.empty} text={own.emptyHelp} />
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
          label={own.view}
          value={view.mode}
          options={[
            { value: 'canvas', label: words.canvas, icon: 'topology-star' },
            { value: 'outline', label: words.outline, icon: 'list-details' },
          ]}
          onChange={(mode) => setView({ mode: mode === 'outline' ? 'outline' : 'canvas' })}
        />
      </div>
      {views.length > 0 && <SimulateBar journey={journey} />}
    </>
  );
}
