import { BaseEdge, EdgeLabelRenderer, type Edge, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { classNames } from '#ui/class-names.ts';
import { edgePath } from './edge-path.ts';
import styles from './canvas.module.css';

/** React Flow ends an edge at the outside of the hit area; the port's shape is in its middle. */
const reach = 12;

export type CanvasEdge = Edge<
  {
    readonly label: string;
    readonly live: boolean;
    /** The line's width where it says something, such as how many people. */
    readonly width?: number;
    /** On the way of somebody whose story is open; false: not on it. */
    readonly lit?: boolean | undefined;
    /** The label stands there even on a straight line. */
    readonly always?: boolean;
  },
  'wire'
>;

export const GraphEdge = memo(function GraphEdge({
  id,
  sourceX,
  sourceY,
  targetX,
  targetY,
  data,
  selected,
}: EdgeProps<CanvasEdge>) {
  const { path, wrapped, labelX, labelY, startX, startY } = edgePath(
    { x: sourceX - reach, y: sourceY },
    { x: targetX + reach, y: targetY },
  );
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        className={classNames(
          styles.edge,
          selected && styles.edgeOn,
          data?.lit === true && styles.edgeLit,
          data?.lit === false && styles.edgeDim,
        )}
        {...(data?.width === undefined ? {} : { style: { strokeWidth: data.width } })}
        interactionWidth={20}
      />
      {(wrapped || data?.always) && data?.label && (
        <EdgeLabelRenderer>
          <span
            className={styles.edgeLabel}
            style={{
              transform: `translate(-50%, -50%) translate(${data.always ? startX : labelX}px, ${data.always ? startY : labelY}px)`,
            }}
          >
            {data.label}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
