/** The canvas of a graph design: drawn from the document, acting only through edits. */
import {
  Background,
  ConnectionMode,
  ReactFlow,
  SelectionMode,
  useReactFlow,
  type Connection,
  type FinalConnectionState,
  type NodeChange,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Edge as DesignEdge, NodePosition } from '#core/project/project.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import { canvasWords } from './canvas.words.ts';
import styles from './canvas.module.css';
import { CanvasTools, fitPadding } from './canvas-tools.tsx';
import { setDropTarget } from './drop-target.ts';
import { nodeHeight, nodeWidth } from './graph-edits.ts';
import { GraphEdge, type CanvasEdge } from './graph-edge.tsx';
import { GraphNode, type CanvasNode } from './graph-node.tsx';
import type { NodeView } from './node-view.ts';
import { neighbour, type Direction } from './walk.ts';

const nodeTypes = { card: GraphNode };
const edgeTypes = { wire: GraphEdge };
const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

export interface GraphCanvasProps {
  readonly views: readonly NodeView[];
  readonly edges: readonly DesignEdge[];
  readonly layout: Readonly<Record<string, NodePosition>>;
  readonly edgeLabel: (edge: DesignEdge) => string;
  readonly selected: readonly string[];
  readonly onSelect: (nodes: readonly string[]) => void;
  readonly onMove: (positions: Readonly<Record<string, NodePosition>>) => void;
  readonly onConnect: (edge: DesignEdge) => void;
  /** Why an edge is refused; null where it fits. */
  readonly refusal: (edge: DesignEdge) => string | null;
  readonly onRefused: (words: string) => void;
  readonly onRemove: (nodes: readonly string[], edges: readonly DesignEdge[]) => void;
  readonly onDuplicate: (nodes: readonly string[]) => void;
  readonly onConnectMenu: (node: string) => void;
  readonly onOpen: (node: string) => void;
  readonly onTidy: () => void;
  /** What the whole is called, to who cannot see it. */
  readonly name?: string;
  /** How wide an edge is and whether it is on a way that is shown; nothing: all alike. */
  readonly edgeLook?: (edge: DesignEdge) => { readonly width: number; readonly lit?: boolean | undefined };
  /** What the shapes of ports mean; without it nothing is said of them. */
  readonly legend?: boolean;
  readonly children?: ReactNode;
}

export function edgeId(edge: DesignEdge): string {
  return `${edge.from.node}.${edge.from.port}>${edge.to.node}.${edge.to.port}`;
}

function fromConnection(
  connection: Pick<Connection, 'source' | 'sourceHandle' | 'target' | 'targetHandle'>,
): DesignEdge {
  return {
    from: { node: connection.source, port: connection.sourceHandle ?? 'out' },
    to: { node: connection.target, port: connection.targetHandle ?? 'in' },
  };
}

export function GraphCanvas(props: GraphCanvasProps) {
  const { views, edges, layout, selected, onSelect, onMove, onConnect, refusal, onRefused, onRemove, edgeLabel } =
    props;
  const { edgeLook, legend = true, name } = props;
  const words = useWords(canvasWords);
  const { language } = useLanguage();
  const flow = useReactFlow<CanvasNode, CanvasEdge>();
  const box = useRef<HTMLDivElement>(null);
  const [connecting, setConnecting] = useState<{ node: string; port: string } | null>(null);
  const [edgeSelected, setEdgeSelected] = useState<ReadonlySet<string>>(new Set());

  const wanted = useMemo<CanvasNode[]>(
    () =>
      views.map((view) => ({
        id: view.node,
        type: 'card',
        position: layout[view.node] ?? { x: 0, y: 0 },
        selected: selected.includes(view.node),
        ariaRole: 'group',
        domAttributes: { 'aria-roledescription': words.node },
        ariaLabel: view.problem ? `${view.label}: ${view.problem.words}` : view.label,
        data: { view, fits: connecting ? fitsOf(view, connecting, refusal) : null },
      })),
    [views, layout, selected, connecting, refusal, words.node],
  );
  // An empty plan keeps its place: fitting the first node that is dropped would move the ground under the hand.
  const [hadNodes] = useState(views.length > 0);
  const [local, setLocal] = useState<Readonly<Record<string, LocalNode>>>({});
  const nodes = useMemo(
    () => wanted.map((node) => withLocal(node, local[node.id], layout[node.id])),
    [wanted, local, layout],
  );

  const wires = useMemo<CanvasEdge[]>(
    () =>
      edges.map((edge) => ({
        id: edgeId(edge),
        type: 'wire',
        source: edge.from.node,
        sourceHandle: edge.from.port,
        target: edge.to.node,
        targetHandle: edge.to.port,
        selected:
          edgeSelected.has(edgeId(edge)) || selected.includes(edge.from.node) || selected.includes(edge.to.node),
        focusable: false,
        ariaLabel: words.edgeOf(labelIn(views, edge.from.node), labelIn(views, edge.to.node)),
        domAttributes: { 'aria-roledescription': words.edge },
        data: {
          label: edgeLabel(edge),
          live: false,
          ...(edgeLook ? { ...edgeLook(edge), always: true } : {}),
        },
      })),
    [edges, edgeSelected, selected, edgeLabel, edgeLook, views, words],
  );

  const onNodesChange = (changes: NodeChange<CanvasNode>[]) => {
    const next = new Set(selected);
    const seen: Record<string, LocalNode> = {};
    for (const change of changes) {
      if (change.type === 'select') {
        if (change.selected) next.add(change.id);
        else next.delete(change.id);
      } else if (change.type === 'dimensions' && change.dimensions)
        seen[change.id] = { ...local[change.id], ...seen[change.id], measured: change.dimensions };
      else if (change.type === 'position' && change.position)
        seen[change.id] = {
          ...local[change.id],
          ...seen[change.id],
          dragged: { to: change.position, from: layout[change.id] },
        };
    }
    if (Object.keys(seen).length > 0) setLocal({ ...local, ...seen });
    if (next.size !== selected.length || selected.some((one) => !next.has(one))) onSelect([...next]);
  };

  const endConnection = (_: unknown, end: FinalConnectionState) => {
    setConnecting(null);
    if (end.isValid || !end.fromHandle || !end.toHandle) return;
    const [from, to] =
      end.fromHandle.type === 'source' ? [end.fromHandle, end.toHandle] : [end.toHandle, end.fromHandle];
    if (from.nodeId === to.nodeId) return;
    const why = refusal({
      from: { node: from.nodeId, port: from.id ?? 'out' },
      to: { node: to.nodeId, port: to.id ?? 'in' },
    });
    if (why) onRefused(why);
  };

  /** Brings a node into sight where it is not. */
  const reveal = useCallback(
    (node: string) => {
      const place = layout[node];
      const size = box.current?.getBoundingClientRect();
      if (!place || !size) return;
      const view = flow.getViewport();
      const x = place.x * view.zoom + view.x;
      const y = place.y * view.zoom + view.y;
      const [width, height] = [nodeWidth * view.zoom, nodeHeight * view.zoom];
      if (x < 0 || y < 0 || x + width > size.width || y + height > size.height - 60)
        void flow.setCenter(place.x + nodeWidth / 2, place.y + nodeHeight / 2, { zoom: view.zoom, duration: 160 });
    },
    [flow, layout],
  );
  const only = selected.length === 1 ? selected[0] : undefined;
  const revealed = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (only !== undefined && only !== revealed.current && layout[only]) reveal(only);
    revealed.current = only;
  }, [only, layout, reveal]);

  const focusNode = (node: string) => {
    onSelect([node]);
    box.current
      ?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(node)}"]`)
      ?.focus({ preventScroll: true });
  };

  useEffect(() => {
    setDropTarget((x, y) => {
      const size = box.current?.getBoundingClientRect();
      if (!size || x < size.left || x > size.right || y < size.top || y > size.bottom) return null;
      const at = flow.screenToFlowPosition({ x, y });
      const under = document.elementsFromPoint(x, y).find((one) => one.closest('.react-flow__edge'));
      const edge = under?.closest('.react-flow__edge')?.getAttribute('data-id') ?? null;
      return { at: { x: Math.round(at.x - nodeWidth / 2), y: Math.round(at.y - 24) }, edge };
    });
    return () => setDropTarget(null);
  }, [flow]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const target = event.target as HTMLElement;
    if (target.closest('input, textarea, select, [role="menu"], [role="dialog"]')) return;
    const focused = target.closest<HTMLElement>('.react-flow__node')?.dataset.id;
    const current = focused ?? selected[0];
    const direction = directions[event.key];
    const take = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (event.key === 'Delete' || event.key === 'Backspace') {
      take();
      onRemove(
        selected.length > 0 ? selected : focused ? [focused] : [],
        edges.filter((edge) => edgeSelected.has(edgeId(edge))),
      );
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd' && current) {
      take();
      props.onDuplicate(selected.length > 0 ? selected : [current]);
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      take();
      onSelect(views.map((view) => view.node));
    } else if (direction && event.altKey && current) {
      take();
      onMove(movedBy(selected.includes(current) ? selected : [current], layout, direction));
    } else if (direction && !event.ctrlKey && !event.metaKey) {
      take();
      const next = current ? neighbour(layout, current, direction) : views[0]?.node;
      if (next) focusNode(next);
    } else if (event.key === 'Enter' && focused) {
      take();
      onSelect([focused]);
      props.onOpen(focused);
    } else if (event.key === ' ' && focused) {
      take();
      onSelect(selected.includes(focused) ? selected.filter((one) => one !== focused) : [...selected, focused]);
    } else if (event.key.toLowerCase() === 'c' && !event.ctrlKey && !event.metaKey && current) {
      take();
      props.onConnectMenu(current);
    } else if (event.key === 'Escape') onSelect([]);
  };

  return (
    <div
      ref={box}
      className={styles.wrap}
      onKeyDown={onKeyDown}
      data-testid="canvas"
      role="region"
      aria-label={`${name ?? words.graph}. ${words.keys}`}
      lang={language}
    >
      <ReactFlow<CanvasNode, CanvasEdge>
        nodes={nodes}
        edges={wires}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onEdgesChange={(changes) => {
          const next = new Set(edgeSelected);
          for (const change of changes) {
            if (change.type !== 'select') continue;
            if (change.selected) next.add(change.id);
            else next.delete(change.id);
          }
          setEdgeSelected(next);
        }}
        onConnect={(connection) => onConnect(fromConnection(connection))}
        isValidConnection={(connection) =>
          refusal(
            fromConnection({
              ...connection,
              sourceHandle: connection.sourceHandle ?? null,
              targetHandle: connection.targetHandle ?? null,
            }),
          ) === null
        }
        onConnectStart={(_, { nodeId, handleId, handleType }) =>
          nodeId && handleType === 'source' && setConnecting({ node: nodeId, port: handleId ?? 'out' })
        }
        onConnectEnd={endConnection}
        onClickConnectStart={(_, { nodeId, handleId, handleType }) =>
          nodeId && handleType === 'source' && setConnecting({ node: nodeId, port: handleId ?? 'out' })
        }
        onClickConnectEnd={endConnection}
        onNodeDragStop={(_, __, dragged) =>
          onMove(
            Object.fromEntries(
              dragged.map((node) => [
                node.id,
                { x: Math.round(node.position.x), y: Math.round(node.position.y), pinned: true },
              ]),
            ),
          )
        }
        onNodeDoubleClick={(_, node) => props.onOpen(node.id)}
        connectionMode={ConnectionMode.Strict}
        connectionRadius={24}
        selectionOnDrag
        selectionMode={SelectionMode.Partial}
        panOnDrag={[1, 2]}
        panOnScroll
        zoomOnDoubleClick={false}
        deleteKeyCode={null}
        panActivationKeyCode={null}
        multiSelectionKeyCode={['Shift', 'Control', 'Meta']}
        disableKeyboardA11y
        ariaLabelConfig={{ 'node.a11yDescription.default': words.keys, 'edge.a11yDescription.default': words.edge }}
        fitView={hadNodes}
        fitViewOptions={{ padding: fitPadding, maxZoom: 1 }}
        minZoom={0.2}
        maxZoom={2}
        proOptions={{ hideAttribution: true }}
      >
        <Background gap={16} size={1} color="var(--dot)" />
      </ReactFlow>
      <CanvasTools onTidy={props.onTidy} />
      {legend && (
        <div className={styles.legend} aria-hidden="true">
          <span>
            <i className={styles.shape} data-shape="rows" />
            {words.legendRows}
          </span>
          <span>
            <i className={styles.shape} data-shape="people" />
            {words.legendPeople}
          </span>
        </div>
      )}
      {props.children}
    </div>
  );
}

function labelIn(views: readonly NodeView[], node: string): string {
  return views.find((view) => view.node === node)?.label ?? node;
}

function fitsOf(
  view: NodeView,
  from: { node: string; port: string },
  refusal: GraphCanvasProps['refusal'],
): Record<string, boolean> {
  return Object.fromEntries(
    view.inputs.map((port) => [
      port.key,
      view.node !== from.node && refusal({ from, to: { node: view.node, port: port.key } }) === null,
    ]),
  );
}

/** What React Flow knows of a node and the document does not: its measured size, and where a drag has taken it so far. */
interface LocalNode {
  readonly measured?: { readonly width: number; readonly height: number };
  readonly dragged?: {
    readonly to: { readonly x: number; readonly y: number };
    readonly from: NodePosition | undefined;
  };
}

/** A dragged place holds until the document says another, so that a card never jumps back while its edit is stored. */
function withLocal(node: CanvasNode, local: LocalNode | undefined, place: NodePosition | undefined): CanvasNode {
  if (!local) return node;
  const dragged = local.dragged && local.dragged.from === place ? local.dragged.to : undefined;
  return {
    ...node,
    ...(local.measured ? { measured: local.measured } : {}),
    ...(dragged ? { position: dragged } : {}),
  };
}

function movedBy(
  nodes: readonly string[],
  layout: GraphCanvasProps['layout'],
  direction: Direction,
): Record<string, NodePosition> {
  const step = 16;
  const dx = direction === 'left' ? -step : direction === 'right' ? step : 0;
  const dy = direction === 'up' ? -step : direction === 'down' ? step : 0;
  return Object.fromEntries(
    nodes.map((node) => [node, { x: (layout[node]?.x ?? 0) + dx, y: (layout[node]?.y ?? 0) + dy, pinned: true }]),
  );
}
